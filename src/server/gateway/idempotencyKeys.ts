import { GatewayError } from '../../errors/GatewayError.ts';

const isRefusal = (error: unknown) =>
  error instanceof GatewayError && error.status === 400 && error.gatewayCode === 'VALIDATION_ERROR';

/**
 * Sends an `Idempotency-Key` to a gateway whose guide does not speak of one.
 *
 * It may ignore, honour or refuse the header. A validation error, under which nothing was done, may be of the header:
 * so the call is made once more without it, and when that passes, the header is never sent again.
 */
export function idempotencyKeys() {
  let isRefused = false;

  return {
    /** Makes a call with its key, or without one where the gateway takes none. */
    async send<Result>(
      key: string | undefined,
      call: (key: string | undefined) => Promise<Result>,
    ): Promise<Result> {
      if (key === undefined || isRefused) return call(undefined);
      try {
        return await call(key);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const result = await call(undefined);
        isRefused = true;
        return result;
      }
    },
  };
}
