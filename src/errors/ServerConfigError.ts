import { ConfigError } from './ConfigError.ts';
import type { HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  body_already_parsed:
    'A body parser such as express.json() has consumed the request before the HajiQ handler saw its raw bytes, so the signature cannot be checked. Mount the HajiQ handler before express.json(), or exclude its path from the parser.',
  seal_key_missing:
    'A payment in the store was sealed with a key that is no longer given. When the API key is exchanged, keep the old one for a while: sealingKeys: [newKey, oldKey].',
  server_entry_in_browser:
    'hajiq-checkout/server was imported by code that is bundled for the browser. It works with the API key and the webhook secret: import it on the server only.',
} as const;

export type ServerConfigErrorCode = keyof typeof explanations;

/** A {@link ConfigError} that only a server can meet; its words are kept out of the browser's bundle. */
export class ServerConfigError extends ConfigError {
  constructor(code: ServerConfigErrorCode, options?: HajiqErrorOptions) {
    super(code, { explanation: explanations[code], ...options });
  }
}
