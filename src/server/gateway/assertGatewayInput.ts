import { GatewayError } from '../../errors/GatewayError.ts';
import { toMoney, type Money } from '../../protocol/money.ts';

function refuse(detail: string): never {
  throw new GatewayError('invalid_request', { detail });
}

// No space, no control character, no half of a surrogate pair: it goes into a path.
const idShape = /^[^\p{C}\p{Z}]{1,255}$/u;

/** Refuses an id that would make another path of the one it goes into. @throws {GatewayError} `invalid_request` */
export function assertId(id: unknown, name: string): asserts id is string {
  if (typeof id !== 'string' || !idShape.test(id) || /^\.+$/.test(id)) {
    refuse(`\`${name}\` has to be HajiQ Pay's own id, a string that is not empty.`);
  }
}

/** Reads the money of a new payment, and rounds nothing: `19.99 * 100` is not 1999. @throws {GatewayError} `invalid_request` */
export function requireMoney(money: { amount: unknown; currency: unknown }): Money {
  return (
    toMoney(money) ??
    refuse(
      '`amount` has to be an integer in minor units from 100 to 10,000,000 (round a product yourself: Math.round(19.99 * 100)), and `currency` one of USD, GBP, EUR, AED, SAR.',
    )
  );
}

/** Refuses an amount that no refund can have; undefined is all that is left. @throws {GatewayError} `invalid_request` */
export function assertRefundAmount(amount: unknown): asserts amount is number | undefined {
  if (amount !== undefined && !(Number.isSafeInteger(amount) && Number(amount) >= 1)) {
    refuse(
      '`amount` has to be an integer in minor units of at least 1, or be left out to refund what is left.',
    );
  }
}

/** Refuses a key that cannot stand in a header, which a runtime would quote. @throws {GatewayError} `invalid_request` */
export function assertIdempotencyKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    refuse('`idempotencyKey` has to be a string of 1 to 255 visible ASCII characters.');
  }
}
