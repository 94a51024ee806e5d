import { Hono } from 'hono';
import { ConfigError } from '../errors/ConfigError.ts';
import { assertWebhookSecret } from '../webhooks/assertWebhookSecret.ts';
import { dashboardPage } from './dashboard/dashboardPage.ts';
import { realClock } from './gateway/clock/realClock.ts';
import type { SandboxClock } from './gateway/clock/SandboxClock.ts';
import { hajiqApi } from './gateway/hajiq/hajiqApi.ts';
import { keyRing } from './gateway/keys/keyRing.ts';
import type { SandboxKey } from './gateway/keys/SandboxKey.ts';
import { knobBoard } from './gateway/knobs/knobBoard.ts';
import type { SandboxKnobs } from './gateway/knobs/SandboxKnobs.ts';
import { paymentLedger } from './gateway/paymentLedger.ts';
import type { SandboxMemory } from './gateway/SandboxMemory.ts';
import type { SandboxPayment } from './gateway/SandboxPayment.ts';
import { stripeApi } from './gateway/stripe/stripeApi.ts';
import {
  webhookDeliveries,
  type Delivery,
  type WebhookDeliveryOptions,
} from './gateway/webhooks/webhookDeliveries.ts';

/** Where the sandbox serves HajiQ Pay's API: the path of the published base URL. */
export const GATEWAY_PATH = '/api/v1/hajiq-pay/external';

export interface SandboxOptions extends Partial<WebhookDeliveryOptions> {
  /** The key a merchant's backend has to send. Defaults to `hqp_test_sandbox`. A live key is refused. */
  apiKey?: string;
  /**
   * Further keys, or the same one in another state. `hqp_test_expired`, `hqp_test_revoked` and `hqp_test_readonly` are
   * always there.
   */
  keys?: readonly SandboxKey[];
  /** The key a page has to use, as one account has one. Defaults to `pk_test_sandbox`. A live key is refused. */
  publishableKey?: string;
  /** What goes wrong from the start; `setKnobs` changes it. */
  knobs?: Partial<SandboxKnobs>;
  /** From 0 to below 1: what decides what is lost by chance. Defaults to `Math.random`. */
  random?: () => number;
  /** The time it lives by. Defaults to this machine's; `virtualClock()` is one for tests. */
  clock?: SandboxClock;
  /** Where it keeps what happens, and goes on from. Left out, it forgets everything when it ends. */
  memory?: SandboxMemory;
}

/** An offline HajiQ Pay, with the Stripe under it. */
export interface Sandbox {
  /** Answers HajiQ Pay's API, Stripe's API and the page with what happened. */
  fetch: (request: Request) => Promise<Response>;
  /** What has happened so far, the oldest first. */
  payments: () => readonly SandboxPayment[];
  deliveries: () => readonly Delivery[];
  /** What goes wrong at present. */
  knobs: () => SandboxKnobs;
  /** Changes what goes wrong; knobs that are not named stay as they are. @throws {ConfigError} */
  setKnobs: (changes: Partial<SandboxKnobs>) => void;
  /** Keeps webhooks back, as a slow gateway would, until `releaseWebhooks`. */
  holdWebhooks: () => void;
  releaseWebhooks: () => void;
  /** Forgets the deliveries that are still to come. */
  close: () => void;
}

/** The sandbox's credentials when none are given: they open nothing but a sandbox. */
export const SANDBOX_DEFAULTS = {
  apiKey: 'hqp_test_sandbox',
  webhookSecret: 'whsec_test_sandbox',
  publishableKey: 'pk_test_sandbox',
} as const;

/**
 * Makes a HajiQ Pay that runs offline: create an intent, confirm it with Stripe's test cards, get the signed webhook.
 *
 * It keeps everything in memory, unless it is given another, and needs nothing of Node; `serveSandbox` puts it on a port.
 *
 * @throws {ConfigError} When a live key is given, for the sandbox must never hold one; or a key, or a knob, is none.
 */
export function createSandbox({
  apiKey = SANDBOX_DEFAULTS.apiKey,
  publishableKey = SANDBOX_DEFAULTS.publishableKey,
  keys = [],
  knobs: givenKnobs,
  random,
  memory,
  clock = realClock,
  ...options
}: SandboxOptions = {}): Sandbox {
  if (!publishableKey.startsWith('pk_test_')) {
    throw new ConfigError('wrong_key', { detail: 'The sandbox takes no live key: give it any other.' });
  }
  const webhookSecret = options.webhookSecret ?? SANDBOX_DEFAULTS.webhookSecret;
  assertWebhookSecret(webhookSecret);
  const ring = keyRing([...keys, { key: apiKey }]);
  const before = memory?.read();
  const knobs = knobBoard(givenKnobs, undefined, random);
  const keep = () => memory?.write({ payments: ledger.list(), deliveries: deliveries.list() });
  const deliveries = webhookDeliveries({ ...options, clock, webhookSecret }, before?.deliveries, keep);
  const ledger = paymentLedger(clock, (payment, type) => deliveries.send(payment, type), before?.payments);

  const app = new Hono();
  app.route(GATEWAY_PATH, hajiqApi({ ledger, keys: ring, knobs, clock }));
  app.route('/v1', stripeApi(ledger, publishableKey, clock));
  app.get('/', (context) => context.html(dashboardPage(ledger.list(), deliveries.list())));

  return {
    async fetch(request) {
      const response = await app.fetch(request);
      // Before the answer: what somebody was told is not forgotten.
      if (request.method !== 'GET') keep();
      return response;
    },
    payments: ledger.list,
    deliveries: deliveries.list,
    knobs: knobs.read,
    setKnobs: knobs.set,
    holdWebhooks: deliveries.hold,
    releaseWebhooks: deliveries.release,
    close: deliveries.close,
  };
}
