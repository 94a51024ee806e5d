import { fileURLToPath } from 'node:url';
import type { ShopOptions } from './createShop.ts';

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing from the environment.`);
  return value;
}

// `NAME=` in a shell or an .env file means "not set" as much as no line at all.
function optional(name: string): string | undefined {
  return process.env[name] === '' ? undefined : process.env[name];
}

function optionalUrl(name: string): string | undefined {
  const value = optional(name);
  if (value !== undefined && !URL.canParse(value)) throw new Error(`${name} is not a URL.`);
  return value;
}

const defaultFolder = fileURLToPath(new URL('../.data/shop', import.meta.url));

function readPort(): number {
  const port = Number(optional('PORT') ?? 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT is not a port.');
  return port;
}

function readFields(): ShopOptions['fields'] {
  const fields = optional('CHECKOUT_FIELDS') ?? 'card';
  if (fields !== 'card' && fields !== 'payment') throw new Error('CHECKOUT_FIELDS is `card` or `payment`.');
  return fields;
}

/** Reads what the shop is told by its environment. @throws When a variable is missing or wrong, and says which. */
export function readEnvironment(): Omit<ShopOptions, 'clientFolder' | 'database'> & {
  port: number;
  /** A `postgres://` URL, or a folder. */
  databasePlace: string;
} {
  return {
    port: readPort(),
    databasePlace: optional('DATABASE_URL') ?? optional('SHOP_DATA') ?? defaultFolder,
    hajiq: {
      apiKey: required('HAJIQ_API_KEY'),
      webhookSecret: required('HAJIQ_WEBHOOK_SECRET'),
      gatewayUrl: optionalUrl('HAJIQ_GATEWAY_URL'),
    },
    publishableKey: required('STRIPE_PUBLISHABLE_KEY'),
    fields: readFields(),
    locale: optional('CHECKOUT_LOCALE'),
    stripeJsUrl: optionalUrl('STRIPE_JS_URL'),
  };
}
