import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';

/** What is called when an event happens. */
type EventHandler = (payload: unknown) => unknown;

interface Registration {
  readonly event: string;
  readonly handler: EventHandler;
  readonly isOnce: boolean;
}

function isEventHandler(handler: unknown): handler is EventHandler {
  return typeof handler === 'function';
}

/** The listeners of one object, for the events it can have. */
export class EventHandlers {
  readonly #events: readonly string[];
  #registrations: readonly Registration[] = [];

  constructor(events: readonly string[]) {
    this.#events = events;
  }

  /** Calls a handler every time, or the first time, an event happens. */
  add(event: unknown, handler: unknown, isOnce = false): void {
    const name = this.#parseEvent(event);
    if (!isEventHandler(handler))
      throw new IntegrationError(`The handler of the '${name}' event must be a function.`);
    this.#registrations = [...this.#registrations, { event: name, handler, isOnce }];
  }

  /** Calls a handler, or all handlers of an event, no more. */
  remove(event: unknown, handler?: unknown): void {
    const name = this.#parseEvent(event);
    this.#registrations = this.#registrations.filter(
      (registration) =>
        registration.event !== name || (handler !== undefined && registration.handler !== handler),
    );
  }

  /** Tells whether anybody listens to an event. */
  has(event: string): boolean {
    return this.#registrations.some((registration) => registration.event === event);
  }

  /** Calls the handlers of an event; one that throws is reported and keeps none of the others from being called. */
  emit(event: string, payload: unknown): void {
    const called = this.#registrations.filter((registration) => registration.event === event);
    this.#registrations = this.#registrations.filter(
      (registration) => registration.event !== event || !registration.isOnce,
    );
    for (const { handler } of called) {
      try {
        handler(payload);
      } catch (error) {
        reportError(error);
      }
    }
  }

  #parseEvent(event: unknown): string {
    if (typeof event === 'string' && this.#events.includes(event)) return event;
    throw notInSandbox(`The event ${JSON.stringify(event)}`, `There are: ${this.#events.join(', ')}.`);
  }
}
