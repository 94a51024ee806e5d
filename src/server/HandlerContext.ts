import { createGatewayClient } from './gateway/createGatewayClient.ts';
import { resolveOptions, type HajiqHandlerOptions } from './options.ts';
import { statusTokens } from './statusTokens.ts';

/** What the routes work with. */
export type HandlerContext = ReturnType<typeof createHandlerContext>;

/** Makes, once, what every request works with. @throws {ConfigError} When an option is missing or unsafe. */
export function createHandlerContext(options: HajiqHandlerOptions) {
  return {
    ...resolveOptions(options),
    gateway: createGatewayClient({
      apiKey: options.apiKey,
      baseUrl: options.gatewayUrl,
      fetch: options.fetch,
    }),
    tokens: statusTokens(options.apiKey),
  };
}
