import { describe, expect, it } from 'vitest';
import { secretSeal } from './secretSeal.ts';

const secret = 'pi_1_secret_1';
const seal = secretSeal(['hqp_test_1']);

describe('secretSeal', () => {
  it('gives a secret back to the payment it is of, and to no other', async () => {
    const sealed = await seal.seal('a', secret);
    expect(sealed).not.toContain(secret);
    expect(await seal.open('a', sealed)).toBe(secret);
    await expect(seal.open('b', sealed)).rejects.toMatchObject({ code: 'seal_key_missing' });
  });

  it('never seals the same secret into the same text', async () => {
    expect(await seal.seal('a', secret)).not.toBe(await seal.seal('a', secret));
  });

  it('opens what the key before has sealed, and names the remedy when it is gone', async () => {
    const sealed = await seal.seal('a', secret);
    expect(await secretSeal(['hqp_test_2', 'hqp_test_1']).open('a', sealed)).toBe(secret);
    await expect(secretSeal(['hqp_test_2']).open('a', sealed)).rejects.toThrow('sealingKeys');
  });

  it.each(['', 'x', '.', 'AAAA', 'AAAAAAAAAAAAAAAA.AAAA', '=.='])('refuses %j', async (sealed) => {
    await expect(seal.open('a', sealed)).rejects.toMatchObject({ code: 'seal_key_missing' });
  });
});
