import { describe, expect, it } from 'vitest';
import { collectsPostalCode } from './collectsPostalCode.ts';

describe('collectsPostalCode', () => {
  it.each([
    '4242 4242 4242 4242',
    '4000000000000002',
    '4000000000003220',
    '4000008400001629',
    '5555555555554444',
    '378282246310005',
    '4100000000000019',
  ])('asks for one with the American card %s', (number) => expect(collectsPostalCode(number)).toBe(true));

  it.each([
    '4000002500003155',
    '4000002760003184',
    '4000008260003178',
    '4000006820000007',
    '4000000360000006',
    '5555552500001001',
    '3056930009020004',
    '3566002020360505',
    '6200000000000005',
  ])('does not ask for one with the foreign card %s', (number) =>
    expect(collectsPostalCode(number)).toBe(false),
  );
});
