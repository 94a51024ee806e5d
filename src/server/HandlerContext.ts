import { originPolicy } from './access/origins.ts';
import { rateLimits } from './access/rateLimits.ts';
import { createGatewayClient } from './gateway/createGatewayClient.ts';
import type { HajiqHandlerOptions } from './options.ts';
import { resolveOptions } from './resolveOptions.ts';
import { secretSeal } from './secretSeal.ts';
import { statusTokens } from './statusTokens.ts';
import { guardedStore } from './store/guardedStore.ts';

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}

/** What the routes work with. */
export type HandlerContext = ReturnType<typeof createHandlerContext>;

/** Makes, once, what every request works with. @throws {ConfigError} When an option is missing or unsafe. */
export function createHandlerContext(options: HajiqHandlerOptions) {
  const resolved = resolveOptions(options);
  return {
    ...resolved,
    store: guardedStore(resolved.store),
    gateway: createGatewayClient({
      apiKey: options.apiKey,
      baseUrl: options.gatewayUrl,
      paths: options.gatewayPaths,
      fetch: options.fetch,
    }),
    tokens: statusTokens(resolved.sealingKeys),
    seal: secretSeal(resolved.sealingKeys),
    origins: originPolicy(options),
    countRequest: rateLimits(options.rateLimits),
    warnOfUnknownAddress: once(() =>
      resolved.logger.warn(
        'all clients may count as one network address: behind a proxy of yours set `trustedProxies`; where there is no socket give `clientAddress`, or hand the handler { address }',
      ),
    ),
  };
}
