import { describe, expect, it } from 'vitest';
import { complaintsAbout } from '../../server/openapi.fixture.ts';
import { scriptedBackend, type BackendScript, type ScriptedBackend } from '../index.ts';

const give = (backend: ScriptedBackend, body: unknown = { orderId: 'ORDER-1' }) =>
  backend.fetch(`${backend.url}/payments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A payment of the backend, and how to ask for its status. */
async function paymentFixture(script?: BackendScript) {
  const backend = scriptedBackend(script);
  const { paymentId, statusToken } = await (await give(backend)).json();
  const read = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
    backend.fetch(`${backend.url}/payments/${paymentId}`, {
      headers: { Authorization: `Bearer ${statusToken}`, ...headers },
      ...init,
    });
  const held = { 'If-None-Match': '"v1"', Prefer: 'wait=25' };
  return { backend, paymentId, statusToken, read, held };
}

describe('a scripted backend', () => {
  it('tells its statuses in turn, and stays at the last', async () => {
    const { read } = await paymentFixture({ statuses: ['pending', 'processing', 'succeeded'] });
    const told = [];
    for (let asked = 0; asked < 4; asked += 1) told.push((await (await read()).json()).status);
    expect(told).toEqual(['pending', 'processing', 'succeeded', 'succeeded']);
  });

  it('holds who has seen what there is until there is news', async () => {
    const { backend, read, held } = await paymentFixture({ statuses: ['pending'] });
    await read();
    const answer = read(held);
    await expect.poll(() => backend.requests()).toHaveLength(3);
    backend.report('succeeded');
    expect((await answer).headers.get('preference-applied')).toBe('wait');
    expect(await (await answer).json()).toMatchObject({ status: 'succeeded' });
  });

  it('answers at once who could be held, where it is a polled one', async () => {
    const { read, held } = await paymentFixture({ statuses: ['pending'], isPolled: true });
    await read();
    const answer = await read(held);
    expect([answer.status, answer.headers.get('preference-applied')]).toEqual([304, null]);
  });

  it('lets go of who hangs up', async () => {
    const { backend, read, held } = await paymentFixture({ statuses: ['pending'] });
    await read();
    const hangUp = new AbortController();
    const answer = read(held, { signal: hangUp.signal });
    await expect.poll(() => backend.requests()).toHaveLength(3);
    hangUp.abort(new Error('left the page'));
    await expect(answer).rejects.toThrow('left the page');
  });

  it('gives an order its payment once, and another one at another price', async () => {
    const backend = scriptedBackend();
    const answers = [await give(backend), await give(backend)];
    backend.setPrice({ amount: 6000, currency: 'USD' });
    answers.push(await give(backend));
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 201]);
    const secrets = await Promise.all(answers.map(async (each) => (await each.json()).clientSecret));
    expect(new Set(secrets).size).toBe(2);
    expect(secrets[0]).toBe(secrets[1]);
  });

  it('knows an order that was paid before', async () => {
    const backend = scriptedBackend();
    backend.report('succeeded', 'ORDER-1');
    const answer = await give(backend);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ payment: { status: 'succeeded' } });
  });

  it('fails as it is told, and works afterwards', async () => {
    const backend = scriptedBackend({
      payments: ['unreachable', { fails: 'rate_limited', retryAfterSeconds: 7 }, 'payment'],
    });
    await expect(give(backend)).rejects.toThrow('Failed to fetch');
    const refusal = await give(backend);
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await give(backend)).status).toBe(201);
  });

  it('remembers what it was asked', async () => {
    const { backend, statusToken, read } = await paymentFixture();
    await read();
    const [first, second] = backend.requests();
    expect(first).toMatchObject({ call: 'POST /payments', body: { orderId: 'ORDER-1' } });
    expect(second?.headers.get('authorization')).toBe(`Bearer ${statusToken}`);
    expect(backend.requests('GET /donation')).toEqual([]);
  });

  it('keeps its answers back until they are let go', async () => {
    const backend = scriptedBackend();
    const release = backend.hold('POST /payments');
    let isAnswered = false;
    const answer = give(backend).then((response) => {
      isAnswered = true;
      return response;
    });
    await expect.poll(() => backend.requests()).toHaveLength(1);
    expect(isAnswered).toBe(false);
    release();
    expect((await answer).status).toBe(201);
  });

  it('stands in for the page’s own fetch under its address, and only there', async () => {
    const own = globalThis.fetch;
    globalThis.fetch = async () => new Response('of the page');
    const before = globalThis.fetch;
    const uninstall = scriptedBackend({ url: '/api/hajiq' }).install();
    const answer = await fetch('/api/hajiq/payments', { method: 'POST', body: '{"orderId":"A"}' });
    expect(answer.status).toBe(201);
    expect(await (await fetch('/api/cart')).text()).toBe('of the page');
    expect(await (await fetch('/api/hajiq-of-others/payments')).text()).toBe('of the page');
    uninstall();
    expect(globalThis.fetch).toBe(before);
    globalThis.fetch = own;
  });

  it('refuses a script without a step', () => {
    expect(() => scriptedBackend({ statuses: [] }).report('failed')).toThrow('at least one step');
  });
});

describe('the document of the protocol has nothing against its answers', () => {
  const donation = { min: 500, max: 900, currencies: ['USD'] } as const;
  const paid = () => {
    const backend = scriptedBackend();
    backend.report('succeeded');
    return give(backend);
  };
  const readFailing = async () =>
    (await paymentFixture({ statuses: [{ fails: 'store_unavailable' }] })).read();
  const answers: [promised: string, answer: () => Promise<Response>][] = [
    ['post /payments 201', () => give(scriptedBackend())],
    ['post /payments 201', () => give(scriptedBackend({ isOfTheGuide: true }))],
    ['post /payments 409', paid],
    ['post /payments 400', () => give(scriptedBackend(), [])],
    ['post /payments 404', () => give(scriptedBackend({ price: () => undefined }))],
    [
      'post /payments 422',
      () => give(scriptedBackend({ donation }), { orderId: 'D', amount: 100, currency: 'USD' }),
    ],
    [
      'post /payments 429',
      () => give(scriptedBackend({ payments: [{ fails: 'order_locked', retryAfterSeconds: 60 }] })),
    ],
    ['get /payments/{paymentId} 200', async () => (await paymentFixture()).read()],
    [
      'get /payments/{paymentId} 304',
      async () => {
        const { read, held } = await paymentFixture({ statuses: ['pending'], isPolled: true });
        return read(held);
      },
    ],
    ['get /payments/{paymentId} 401', async () => (await paymentFixture()).read({ Authorization: '' })],
    ['get /payments/{paymentId} 503', readFailing],
    ['get /donation 200', async () => askDonation({ donation })],
    ['get /donation 404', async () => askDonation({})],
  ];
  const askDonation = (script: BackendScript) => {
    const backend = scriptedBackend(script);
    return backend.fetch(`${backend.url}/donation`);
  };

  it.each(answers)('%s', async (promised, answer) => {
    const [method = '', path = '', status] = promised.split(' ');
    const response = await answer();
    expect(String(response.status)).toBe(status);
    expect(await complaintsAbout(path, method, response)).toEqual([]);
  });
});
