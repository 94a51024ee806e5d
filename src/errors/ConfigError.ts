import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';
import type { ServerConfigErrorCode } from './ServerConfigError.ts';

const explanations = {
  invalid_option: 'Correct the option and start again.',
  wrong_key:
    'Use the Stripe publishable key (pk_…) in the browser, and the HajiQ API key (hqp_…) and webhook secret (whsec_…) on the server only.',
  missing_provider: 'Render this component or hook inside <HajiqCheckout>.',
} as const;

type SharedConfigErrorCode = keyof typeof explanations;

export type ConfigErrorCode = SharedConfigErrorCode | ServerConfigErrorCode;

interface ConfigErrorOptions extends HajiqErrorOptions {
  /** Likely cause and remedy, where the code's own are not kept here. */
  explanation?: string;
}

const isShared = (code: ConfigErrorCode): code is SharedConfigErrorCode => Object.hasOwn(explanations, code);

/** Says that the set-up is wrong: thrown as early as it can be seen, and mended by a developer only. */
export class ConfigError extends HajiqError<ConfigErrorCode> {
  override readonly name = 'ConfigError';

  constructor(code: ConfigErrorCode, { explanation = '', ...options }: ConfigErrorOptions = {}) {
    super(code, isShared(code) ? explanations[code] : explanation, options);
  }
}
