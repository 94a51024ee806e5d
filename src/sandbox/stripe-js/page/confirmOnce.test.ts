import { expect, it, vi } from 'vitest';
import { confirmOnce } from './confirmOnce.ts';

it('lets one confirmation of a payment run at a time', async () => {
  const { promise, resolve } = Promise.withResolvers<{ error: { type: 'card_error' } }>();
  const first = confirmOnce('pi_1_secret_2', () => promise);
  const second = vi.fn();
  expect(await confirmOnce('pi_1_secret_2', second)).toMatchObject({ error: { code: 'lock_timeout' } });
  expect(second).not.toHaveBeenCalled();

  resolve({ error: { type: 'card_error' } });
  expect(await first).toEqual({ error: { type: 'card_error' } });
  const third = vi.fn(() => promise);
  await confirmOnce('pi_1_secret_2', third);
  expect(third).toHaveBeenCalledOnce();
});
