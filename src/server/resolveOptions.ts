import { ConfigError } from '../errors/ConfigError.ts';
import { toCurrency } from '../protocol/currency.ts';
import { isAmount } from '../protocol/money.ts';
import { assertWebhookSecret } from '../webhooks/assertWebhookSecret.ts';
import type { DonationBounds, HajiqHandlerOptions } from './options.ts';
import { consoleLogger, toSafeLogger } from './safeLogger.ts';
import { memoryStore } from './store/memoryStore.ts';

function refuse(detail: string): never {
  throw new ConfigError('invalid_option', { detail });
}

function assertFunctions(options: HajiqHandlerOptions): void {
  for (const name of ['resolveOrder', 'onPaymentSucceeded'] as const) {
    if (typeof options[name] !== 'function') refuse(`createHajiqHandler needs \`${name}\`, a function.`);
  }
  const optional = ['onPaymentFailed', 'onPaymentCancelled', 'onPaymentRefunded', 'onEvent'] as const;
  for (const name of [...optional, 'authorize', 'challenge', 'clientAddress'] as const) {
    const value = options[name];
    if (value !== undefined && typeof value !== 'function') refuse(`\`${name}\` has to be a function.`);
  }
}

function assertDonation(bounds: DonationBounds | undefined): void {
  if (bounds === undefined) return;
  const { min, max, currencies } = bounds;
  if (!isAmount(min) || !isAmount(max) || min > max) {
    refuse('`donation` needs `min` and `max`: integers in minor units from 100 to 10,000,000.');
  }
  if (currencies.length === 0 || !currencies.every((currency) => toCurrency(currency) === currency)) {
    refuse('`donation.currencies` needs codes in upper case of those HajiQ Pay takes.');
  }
}

function toSecrets(secret: string | readonly string[]): readonly string[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!Array.isArray(secrets) || secrets.length === 0) refuse('createHajiqHandler needs `webhookSecret`.');
  secrets.forEach(assertWebhookSecret);
  return secrets;
}

function toSealingKeys({ apiKey, sealingKeys }: HajiqHandlerOptions, webhookSecrets: readonly string[]) {
  const isStrong = (key: unknown) => typeof key === 'string' && key.length >= 16;
  if (sealingKeys !== undefined && (sealingKeys.length === 0 || !sealingKeys.every(isStrong))) {
    refuse('`sealingKeys` needs at least one secret of 16 characters or more; left out, the API key serves.');
  }
  const keys = sealingKeys ?? [apiKey];
  if (keys.some((key) => webhookSecrets.includes(key))) {
    refuse('The webhook secret has one purpose: `sealingKeys` (or the API key) has to be another.');
  }
  return keys;
}

/** Checks the options as far as they can be checked, and fills in the defaults. @throws {ConfigError} When one is missing or unsafe. */
export function resolveOptions(options: HajiqHandlerOptions) {
  const { basePath: mount = '/api/hajiq', trustedProxies = 0, maxDeclines = 10 } = options;
  assertFunctions(options);
  assertDonation(options.donation);
  const webhookSecrets = toSecrets(options.webhookSecret);
  const basePath = mount.replace(/\/+$/, '');
  if (basePath !== '' && !basePath.startsWith('/')) refuse('`basePath` has to start with a slash.');
  if (!Number.isInteger(trustedProxies) || trustedProxies < 0) {
    refuse('`trustedProxies` has to be the number of your proxies, 0 or more.');
  }
  if (!(maxDeclines >= 1)) refuse('`maxDeclines` has to be 1 or more.');
  return {
    ...options,
    webhookSecrets,
    sealingKeys: toSealingKeys(options, webhookSecrets),
    basePath,
    maxDeclines,
    trustedProxies,
    store: options.store ?? memoryStore(),
    logger: toSafeLogger(options.logger ?? consoleLogger),
  };
}
