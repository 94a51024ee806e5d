import { assertEqual, assertThat } from '../assertEqual.ts';
import { uniqueId, claimOf, eventOf, read, succeededAt, inParallel, claimed } from './material.ts';
import type { StoreRule } from './StoreRule.ts';

/** Who gets the payment of an order. */
export const claimRules: readonly StoreRule[] = [
  {
    name: 'gives an order one payment, however many claim it at once on however many instances',
    async check({ store, other }) {
      const { orderId } = claimOf();
      const results = await inParallel(20, (turn) =>
        (turn % 2 === 0 ? store : other).claim(claimOf({ orderId })),
      );
      assertEqual(results.filter(({ isNew }) => isNew).length, 1, 'claims that made a payment');
      assertEqual(new Set(results.map(({ payment }) => payment.paymentId)).size, 1, 'payments');
      assertEqual((await store.find({ orderId })).length, 1, 'payments found');
    },
  },
  {
    name: 'returns what was claimed, whole',
    async check({ store, other }) {
      const claim = claimOf({ currency: 'SAR', amount: 10_000_000 });
      const { payment } = await store.claim(claim);
      assertEqual(
        payment,
        {
          paymentId: claim.paymentId,
          orderId: claim.orderId,
          amount: 10_000_000,
          currency: 'SAR',
          createdAt: claim.at,
          report: { status: 'pending', at: 0 },
          isSuperseded: false,
          declines: 0,
          version: 1,
        },
        'the new payment',
      );
      assertEqual(await read(other, claim.paymentId), payment, 'the payment, read elsewhere');
    },
  },
  {
    name: 'lets a payment step back for another price, and return with its own',
    async check(stores) {
      const { store } = stores;
      const first = await claimed(stores);
      const dearer = await store.claim(claimOf({ orderId: first.orderId, amount: 9000 }));
      assertEqual(
        dearer.supersedes.map(({ paymentId }) => paymentId),
        [first.paymentId],
        'who steps back',
      );
      assertEqual((await read(store, first.paymentId))?.isSuperseded, true, 'isSuperseded of the first');
      const again = await store.claim(claimOf({ orderId: first.orderId }));
      assertEqual(again.payment.paymentId, first.paymentId, 'the payment that returns');
      assertEqual(again.isNew, false, 'isNew of one that returns');
      const [live, ...others] = await store.find({ orderId: first.orderId });
      assertEqual(live?.paymentId, first.paymentId, 'the live payment, found first');
      assertEqual(
        others.map(({ isSuperseded }) => isSuperseded),
        [true],
        'isSuperseded of the others',
      );
    },
  },
  {
    name: 'lets a paid payment stand for its order at any price',
    async check(stores) {
      const { store } = stores;
      const paid = await claimed(stores);
      await store.keepEvent(eventOf(), { paymentId: paid.paymentId, report: succeededAt(1) });
      const { payment, isNew } = await store.claim(claimOf({ orderId: paid.orderId, amount: 9000 }));
      assertEqual([payment.paymentId, isNew], [paid.paymentId, false], 'the claim at another price');
    },
  },
  {
    name: 'releases a claim without a secret, and nothing that has one',
    async check(stores) {
      const { store } = stores;
      const given = await claimed(stores);
      await store.release(given.paymentId);
      assertEqual(await read(store, given.paymentId), undefined, 'a released claim');
      const { payment, isNew } = await store.claim(claimOf({ orderId: given.orderId }));
      assertThat(isNew, 'an order whose claim was released can be claimed anew');
      await store.attach(payment.paymentId, { sealedSecret: 'sealed' });
      await store.release(payment.paymentId);
      assertThat((await read(store, payment.paymentId)) !== undefined, 'a payment with a secret stays');
    },
  },
  {
    name: 'keeps the first secret that was attached, with the id of its own intent',
    async check(stores) {
      const { store, other } = stores;
      const { paymentId } = await claimed(stores);
      const gatewayPaymentId = uniqueId();
      await store.attach(paymentId, { sealedSecret: 'first', gatewayPaymentId });
      const late = await other.attach(paymentId, { sealedSecret: 'second', gatewayPaymentId: uniqueId() });
      assertEqual([late.sealedSecret, late.gatewayPaymentId], ['first', gatewayPaymentId], 'what is kept');
      assertEqual((await other.find({ gatewayPaymentId }))[0]?.paymentId, paymentId, 'found by its id');
    },
  },
  {
    name: 'finds the open payments of a time, the newest first',
    async check(stores) {
      // A time of its own, for others may have been here before.
      const from = 1_000_000 + Math.floor(Math.random() * 1e12);
      const made = [];
      for (const offset of [0, 1, 2, 3]) made.push(await claimed(stores, { at: from + offset }));
      const [, , paid] = made;
      await stores.store.keepEvent(eventOf(), {
        paymentId: paid?.paymentId ?? '',
        report: succeededAt(1),
      });
      const found = await stores.other.find({ openBetween: [from + 1, from + 3], limit: 10 });
      assertEqual(
        found.map(({ createdAt }) => createdAt - from),
        [3, 1],
        'when the open payments were created',
      );
      assertEqual(
        (await stores.store.find({ openBetween: [from, from + 3], limit: 1 })).length,
        1,
        'how many are found',
      );
    },
  },
];
