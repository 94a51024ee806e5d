import { ConfigError } from '../../errors/ConfigError.ts';

/**
 * Where each call goes, under the base URL; `{id}` stands for the payment's or the refund's id.
 *
 * Only `createPaymentIntent` is published. The others are inferences from the guide's error codes and statuses:
 * should HajiQ Pay have them elsewhere, give `createGatewayClient` other `paths`.
 */
export const gatewayPaths = {
  createPaymentIntent: '/payment-intents',
  retrievePaymentIntent: '/payment-intents/{id}',
  cancelPaymentIntent: '/payment-intents/{id}/cancel',
  createRefund: '/payment-intents/{id}/refunds',
  retrieveRefund: '/refunds/{id}',
} as const;

/** A path for each call, with `{id}` where the id goes. */
export type GatewayPaths = Record<keyof typeof gatewayPaths, string>;

// No empty segment, no dots that climb, no query.
const pathShape = /^(?:\/[\w{}-][\w{}.-]*)+$/;

/** Fills in the paths that were not given. @throws {ConfigError} When one is not a path or has no place for its id. */
export function resolvePaths(overrides: Partial<GatewayPaths>): GatewayPaths {
  const given = Object.fromEntries(Object.entries(overrides).filter(([, path]) => path !== undefined));
  const paths: GatewayPaths = { ...gatewayPaths, ...given };
  for (const [name, path] of Object.entries(paths)) {
    const needsId = name !== 'createPaymentIntent';
    if (!pathShape.test(path) || path.includes('{id}') !== needsId) {
      throw new ConfigError('invalid_option', {
        detail: `\`paths.${name}\` has to start with a slash${needsId ? ' and hold {id}' : ''}.`,
      });
    }
  }
  return paths;
}

/** Puts an id into its place, escaped. */
export function fillPath(path: string, id: string): string {
  return path.replaceAll('{id}', () => encodeURIComponent(id));
}
