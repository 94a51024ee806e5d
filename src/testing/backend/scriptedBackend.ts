import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { BackendCall, BackendRequest, BackendScript } from './BackendScript.ts';
import { gates } from './gates.ts';
import { readRequest, toAddress } from './readRequest.ts';
import { scriptedAnswers } from './scriptedAnswers.ts';

/** A merchant's backend that does as it was told. */
export interface ScriptedBackend {
  /** Where it stands: the `backendUrl` of the checkout. */
  readonly url: string;
  /** Asks it, as `fetch` does. */
  readonly fetch: typeof fetch;
  /** What was asked so far, the oldest first; of one call, or of all. */
  readonly requests: (call?: BackendCall) => readonly BackendRequest[];
  /**
   * Changes the status of an order's payment now, as a webhook does: whoever is held hears of it, and what the script
   * had left for it is left out. Before the order was asked for, it is one that was paid before.
   *
   * @param orderId Defaults to the one that was asked for last.
   */
  readonly report: (status: PaymentStatus, orderId?: string) => void;
  /** Changes what an order costs, as a cart does. */
  readonly setPrice: (price: NonNullable<BackendScript['price']>) => void;
  /** Keeps the answers to one call back, as a slow network does; the returned function lets them go. */
  readonly hold: (call: BackendCall) => () => void;
  /**
   * Takes the place of the page's own `fetch` for whatever is asked under its `url`; the rest goes on as before. The
   * returned function takes it away again.
   */
  readonly install: () => () => void;
}

let backends = 0;

/**
 * Makes a backend for tests: a `fetch` that speaks the checkout's protocol, and follows a script.
 *
 * It needs no server, no gateway and no keys. Give its `fetch` and `url` to `<HajiqCheckout>`, `usePaymentStatus` or
 * `<PaymentConfirmation>`; or `install` it in the place of the page's own `fetch`.
 *
 * @throws When a list of the script has no step.
 *
 * @example
 * const backend = scriptedBackend({ statuses: ['pending', 'pending', 'succeeded'] });
 * const answer = await backend.fetch(`${backend.url}/payments`, { method: 'POST', body: '{"orderId":"ORDER-1"}' });
 * expect(backend.requests('POST /payments')).toHaveLength(1);
 */
export function scriptedBackend(script: BackendScript = {}): ScriptedBackend {
  backends += 1;
  const url = script.url ?? `http://localhost/api/hajiq-${backends}`;
  const base = toAddress(url.replace(/\/+$/, ''));
  const requests: BackendRequest[] = [];
  const { answer, report, setPrice } = scriptedAnswers(script);
  const gate = gates<BackendRequest['call']>();

  const ask: typeof fetch = async (input, init) => {
    const request = await readRequest(base, input, init);
    const signal = init?.signal ?? undefined;
    requests.push(request);
    await gate.pass(request.call);
    signal?.throwIfAborted();
    return answer(request, signal);
  };

  return {
    url,
    fetch: ask,
    requests: (call) => requests.filter((request) => call === undefined || request.call === call),
    report,
    setPrice,
    hold: (call) => gate.shut(call),
    install() {
      const before = globalThis.fetch;
      const isOurs = ({ origin, pathname }: URL) =>
        origin === base.origin && pathname.startsWith(`${base.pathname}/`);
      const routed: typeof fetch = (input, init) => (isOurs(toAddress(input)) ? ask : before)(input, init);
      globalThis.fetch = routed;
      return () => {
        if (globalThis.fetch === routed) globalThis.fetch = before;
      };
    },
  };
}
