import { vi } from 'vitest';
import { createGatewayClient, type GatewayClientOptions } from './createGatewayClient.ts';

/** How the gateway answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** Answers with the guide's envelope of a success. */
export const success =
  (data: unknown): Answer =>
  () =>
    Response.json({ success: true, data });

/** Answers with the guide's envelope of an error. */
export const failure =
  (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  () =>
    Response.json({ success: false, error: { code, message: 'said' } }, { status, headers });

/** Does not answer. */
export const silence: Answer = () => new Promise<Response>(() => {});

/** Fails as `fetch` does when there is no network. */
export const noNetwork: Answer = () => Promise.reject(new TypeError('fetch failed'));

/** A client of a gateway that answers in turn, the last answer for ever; what was sent, and when. */
export function gatewayFixture(answers: Answer[], options: Partial<GatewayClientOptions> = {}) {
  const sent: { request: Request; at: number }[] = [];
  const start = performance.now();
  const gateway = createGatewayClient({
    apiKey: 'hqp_test_1',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({ request, at: performance.now() - start });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer === undefined) throw new Error('The gateway has no answer.');
      return answer(request.clone());
    },
    ...options,
  });
  return { gateway, sent };
}

/** Lets time pass on the faked clock until a call has ended: what came of it, and after how many milliseconds. */
export async function settle(call: Promise<unknown>): Promise<{ outcome: unknown; ms: number }> {
  const start = performance.now();
  const settled: { outcome: unknown; ms: number }[] = [];
  const end = (outcome: unknown) => void settled.push({ outcome, ms: performance.now() - start });
  void call.then(end, end);
  for (let steps = 0; steps < 400; steps += 1) {
    if (settled[0] !== undefined) return settled[0];
    await vi.advanceTimersByTimeAsync(50);
  }
  throw new Error('The call did not end within 20 s.');
}
