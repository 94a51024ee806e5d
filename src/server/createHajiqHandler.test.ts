import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors/ConfigError.ts';
import { createHajiqHandler } from './createHajiqHandler.ts';
import type { HajiqHandlerOptions } from './options.ts';

const options: HajiqHandlerOptions = {
  apiKey: 'hqp_live_project_1',
  webhookSecret: 'whsec_0123456789',
  resolveOrder: () => null,
  onPaymentSucceeded: () => {},
};

describe('createHajiqHandler', () => {
  it('takes the least a merchant has to give', () => {
    expect(createHajiqHandler(options)).toBeTypeOf('function');
  });

  it.each([
    ['no API key', { apiKey: '' }],
    ['an API key of white space', { apiKey: '  ' }],
    ['a Stripe key as the API key', { apiKey: 'sk_live_1' }],
    ['no webhook secret', { webhookSecret: '' }],
    ['an empty list of webhook secrets', { webhookSecret: [] }],
    ['the API key as webhook secret', { webhookSecret: 'hqp_live_project_1' }],
    ['one bad webhook secret of two', { webhookSecret: ['whsec_0123456789', ' '] }],
    ['no resolveOrder', { resolveOrder: undefined }],
    ['no onPaymentSucceeded', { onPaymentSucceeded: undefined }],
    ['a gateway in the clear', { gatewayUrl: 'http://api.amalq.org/' }],
    ['a gateway that only looks local', { gatewayUrl: 'http://localhost.evil.example/' }],
    ['a base path without a slash', { basePath: 'api' }],
  ])('refuses %s', (_, wrong) => {
    expect(() => createHajiqHandler({ ...options, ...wrong } as HajiqHandlerOptions)).toThrow(ConfigError);
  });

  it('never prints a key in what it says', () => {
    const secret = 'sk_live_canary_0123456789';
    expect(() => createHajiqHandler({ ...options, apiKey: secret })).toThrow(/^(?!.*canary)/);
  });
});
