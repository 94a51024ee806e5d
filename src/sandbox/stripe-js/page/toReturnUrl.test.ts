import { describe, expect, it } from 'vitest';
import { toReturnUrl } from './toReturnUrl.ts';

const write = (returnUrl: string, status: 'succeeded' | 'processing' | 'requires_capture' = 'succeeded') =>
  toReturnUrl(returnUrl, { id: 'pi_1', status }, 'pi_1_secret_2');

describe('toReturnUrl', () => {
  it('tells the page of the payment', () =>
    expect(write('https://shop.example/done')).toBe(
      'https://shop.example/done?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=succeeded',
    ));

  it('keeps what the address holds already', () => {
    const url = new URL(write('https://shop.example/done?order=7#receipt'));
    expect(url.searchParams.get('order')).toBe('7');
    expect(url.hash).toBe('#receipt');
  });

  it.each([
    ['succeeded', 'succeeded'],
    ['requires_capture', 'succeeded'],
    ['processing', 'processing'],
  ] as const)('calls %s %s', (status, redirectStatus) =>
    expect(new URL(write('https://shop.example/', status)).searchParams.get('redirect_status')).toBe(
      redirectStatus,
    ),
  );
});
