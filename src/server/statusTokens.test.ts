import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { statusTokens } from './statusTokens.ts';

const apiKey = 'hqp_test_1';
const tokens = statusTokens([apiKey]);

describe('statusTokens', () => {
  it('gives each payment the same token again, and another to another', async () => {
    const token = await tokens.issue('a');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await statusTokens([apiKey]).issue('a')).toBe(token);
    expect(await tokens.issue('b')).not.toBe(token);
    expect(await tokens.isValid('a', token)).toBe(true);
    expect(await tokens.isValid('b', token)).toBe(false);
    expect(await statusTokens(['hqp_test_2']).isValid('a', token)).toBe(false);
  });

  it('takes nothing else that is signed with the API key', async () => {
    const signed = createHmac('sha256', apiKey).update('a').digest('base64url');
    expect(await tokens.isValid('a', signed)).toBe(false);
  });

  it('takes the tokens of the key before, while it is still given', async () => {
    const exchanged = statusTokens(['hqp_test_2', apiKey]);
    expect(await exchanged.isValid('a', await tokens.issue('a'))).toBe(true);
    expect(await statusTokens(['hqp_test_2']).isValid('a', await exchanged.issue('a'))).toBe(true);
  });

  it('takes one spelling of a token', async () => {
    const token = await tokens.issue('a');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1) ?? '');
    // The last character carries four bits; its neighbour stands for the same bytes.
    const twin = `${token.slice(0, -1)}${alphabet[last ^ 1] ?? ''}`;
    expect(await tokens.isValid('a', twin)).toBe(false);
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(44), '='.repeat(43), '\u0645'.repeat(43)])(
    'refuses %j',
    async (token) => {
      expect(await tokens.isValid('a', token)).toBe(false);
    },
  );
});
