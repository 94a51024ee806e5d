import { signWebhook } from '../../../webhooks/signWebhook.ts';
import type { ClockTask, SandboxClock } from '../clock/SandboxClock.ts';
import type { SandboxPayment } from '../SandboxPayment.ts';
import { toHajiqObject } from '../toHajiqObject.ts';

/** What became of one attempt to deliver an event. */
export interface DeliveryAttempt {
  /** New for each attempt. */
  deliveryId: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** The merchant's HTTP status, or why there was none. */
  answer: { status: number } | { failure: string };
}

/** An event on its way to the merchant. */
export interface Delivery {
  eventId: string;
  type: string;
  /** The bytes that are signed and sent, the same for every attempt. */
  body: string;
  attempts: DeliveryAttempt[];
  state: 'waiting' | 'delivered' | 'given-up';
}

export interface WebhookDeliveryOptions {
  /** Undefined: events are listed and not sent. */
  webhookUrl?: string;
  webhookSecret: string;
  clock: SandboxClock;
  /** Milliseconds before each attempt. Defaults to six: 0 s, 5 s, 5 min, 30 min, 2 h, 8 h (the guide lost its intervals). */
  retryDelaysMs?: readonly number[];
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
  /** Told of each attempt. */
  onAttempt?: (delivery: Delivery, attempt: DeliveryAttempt) => void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DEFAULT_DELAYS = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE];
const ANSWER_TIMEOUT_MS = 10 * SECOND;

/**
 * Signs events and sends them to the merchant until the answer is exactly 200, as the guide promises.
 *
 * @param known Those of a sandbox before: what was still to come goes on when it was to come.
 * @param onChange Told after each attempt, of whatever outcome.
 */
export function webhookDeliveries(
  options: WebhookDeliveryOptions,
  known: readonly Delivery[] = [],
  onChange: () => void = () => {},
) {
  const {
    webhookUrl,
    webhookSecret,
    clock,
    retryDelaysMs = DEFAULT_DELAYS,
    fetch: post = fetch,
    onAttempt,
  } = options;
  const deliveries: Delivery[] = [...known];
  const takeBacks = new Set<() => void>();
  let held: ClockTask[] | undefined;
  let isClosed = false;

  /** Tells of an attempt; a listener that throws is its own affair. */
  function tell(delivery: Delivery, made: DeliveryAttempt): void {
    try {
      onAttempt?.(delivery, made);
    } catch (error) {
      console.error('hajiq-sandbox: onAttempt threw', error);
    }
  }

  async function attempt(url: string, delivery: Delivery): Promise<DeliveryAttempt['answer']> {
    const deliveryId = crypto.randomUUID();
    const bytes = new TextEncoder().encode(delivery.body);
    const answer = await post(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-HajiQ-Signature': await signWebhook(bytes, webhookSecret, Math.floor(clock.now() / 1000)),
        'X-HajiQ-Delivery-ID': deliveryId,
        'X-HajiQ-Event-Type': delivery.type,
      },
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return { status: response.status };
      },
      (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
    );
    const made = { deliveryId, at: clock.now(), answer };
    delivery.attempts.push(made);
    tell(delivery, made);
    return answer;
  }

  function schedule(url: string, delivery: Delivery): void {
    if (isClosed) return;
    const delay = retryDelaysMs[delivery.attempts.length];
    if (delay === undefined) {
      delivery.state = 'given-up';
      return;
    }
    const lastAt = delivery.attempts.at(-1)?.at ?? clock.now();
    const send = async () => {
      const answer = await attempt(url, delivery);
      if ('status' in answer && answer.status === 200) delivery.state = 'delivered';
      else schedule(url, delivery);
      onChange();
    };
    const takeBack = clock.schedule(Math.max(0, lastAt + delay - clock.now()), async () => {
      takeBacks.delete(takeBack);
      if (held === undefined) await send();
      else held.push(send);
    });
    takeBacks.add(takeBack);
  }

  if (webhookUrl !== undefined) {
    for (const delivery of known) if (delivery.state === 'waiting') schedule(webhookUrl, delivery);
  }

  return {
    /** All events, the oldest first. */
    list: (): readonly Delivery[] => deliveries,

    /** Makes an event of the payment as it is now, and begins to deliver it. */
    send(payment: SandboxPayment, type: string): void {
      const eventId = `evt_${crypto.randomUUID().replaceAll('-', '')}`;
      const body = JSON.stringify({
        id: eventId,
        type,
        created: Math.floor(clock.now() / 1000),
        data: { object: toHajiqObject(payment) },
      });
      const delivery: Delivery = { eventId, type, body, attempts: [], state: 'waiting' };
      deliveries.push(delivery);
      if (webhookUrl !== undefined) schedule(webhookUrl, delivery);
    },

    /** Keeps back every delivery from now on, as a slow gateway would. */
    hold(): void {
      held ??= [];
    },

    /** Sends what was kept back, and goes on. */
    release(): void {
      const sends = held ?? [];
      held = undefined;
      sends.forEach((send) => clock.schedule(0, send));
    },

    /** Forgets what is still to be sent. */
    close(): void {
      isClosed = true;
      takeBacks.forEach((takeBack) => takeBack());
      takeBacks.clear();
      held = undefined;
    },
  };
}
