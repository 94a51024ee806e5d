import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadStripeJs } from './loadStripeJs.ts';

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(window, 'Stripe');
});

describe('loadStripeJs', () => {
  it('gives a Stripe.js up that never answers, after fifteen seconds', async () => {
    vi.useFakeTimers();
    const loading = loadStripeJs('pk_test_silent').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    const error: unknown = await loading;
    expect(error).toMatchObject({ name: 'RequestError', code: 'stripe_js_timeout', retryable: true });
    expect(String(error)).toContain('Is hajiq-sandbox running');
  });

  it('does not speak of the sandbox to who has a live key', async () => {
    vi.useFakeTimers();
    const loading = loadStripeJs('pk_live_silent').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(String(await loading)).not.toContain('sandbox');
  });

  it.each(['sk_live_canary', 'pk_', 'pk_prod_1', undefined])(
    'refuses the key %j and does not quote it',
    async (key) => {
      const error: unknown = await loadStripeJs(key as string).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'ConfigError', code: 'wrong_key' });
      expect(String(error)).not.toContain('canary');
    },
  );
});
