import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  invalid_option: 'Correct the option and start again.',
  wrong_key:
    'Use the Stripe publishable key (pk_…) in the browser, and the HajiQ API key (hqp_…) and webhook secret (whsec_…) on the server only.',
  body_already_parsed:
    'A body parser such as express.json() has consumed the request before the HajiQ handler saw its raw bytes, so the signature cannot be checked. Mount the HajiQ handler before express.json(), or exclude its path from the parser.',
  missing_provider: 'Render this component or hook inside <HajiqCheckout>.',
  seal_key_missing:
    'A payment in the store was sealed with a key that is no longer given. When the API key is exchanged, keep the old one for a while: sealingKeys: [newKey, oldKey].',
  server_entry_in_browser:
    'hajiq-checkout/server was imported by code that is bundled for the browser. It works with the API key and the webhook secret: import it on the server only.',
} as const;

export type ConfigErrorCode = keyof typeof explanations;

/** Says that the set-up is wrong: thrown as early as it can be seen, and mended by a developer only. */
export class ConfigError extends HajiqError<ConfigErrorCode> {
  override readonly name = 'ConfigError';

  constructor(code: ConfigErrorCode, options?: HajiqErrorOptions) {
    super(code, explanations[code], options);
  }
}
