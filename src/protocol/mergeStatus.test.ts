import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStatus, type StatusReport } from './mergeStatus.ts';
import { PAYMENT_STATUSES } from './paymentStatus.ts';

const report = fc.record<StatusReport>({
  status: fc.constantFrom(...PAYMENT_STATUSES),
  at: fc.integer({ min: 0, max: 5 }),
});

describe('mergeStatus', () => {
  it('ends at the same status whatever the order, the grouping and the repeats', () => {
    fc.assert(
      fc.property(
        fc.array(report, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (reports, seeds) => {
          const shuffled = reports
            .concat(reports)
            .map((item) => ({ item, key: seeds.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ item }) => item);
          expect(shuffled.reduce(mergeStatus)).toEqual(reports.reduce(mergeStatus));
        },
      ),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(report, report, report, (a, b, c) => {
        expect(mergeStatus(mergeStatus(a, b), c)).toEqual(mergeStatus(a, mergeStatus(b, c)));
      }),
    );
  });

  it.each([
    [
      'keeps succeeded when a late failed arrives',
      { status: 'succeeded', at: 1 },
      { status: 'failed', at: 9 },
      'succeeded',
    ],
    [
      'takes succeeded after failed',
      { status: 'failed', at: 9 },
      { status: 'succeeded', at: 1 },
      'succeeded',
    ],
    [
      'takes succeeded over cancelled, for money has moved',
      { status: 'cancelled', at: 9 },
      { status: 'succeeded', at: 1 },
      'succeeded',
    ],
    [
      'takes refunded over succeeded',
      { status: 'succeeded', at: 9 },
      { status: 'refunded', at: 1 },
      'refunded',
    ],
    [
      'takes the later of two open statuses',
      { status: 'failed', at: 1 },
      { status: 'processing', at: 2 },
      'processing',
    ],
    ['breaks a tie by rank', { status: 'processing', at: 1 }, { status: 'failed', at: 1 }, 'failed'],
  ] as const)('%s', (_, a, b, expected) => {
    expect(mergeStatus(a, b).status).toBe(expected);
  });
});
