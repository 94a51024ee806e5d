import { describe, expect, it } from 'vitest';
import { merchantFixture, type MerchantFixture } from '../merchant.fixture.ts';

const SHOP = 'http://localhost:4310';
const json = { 'Content-Type': 'application/json' };

/** Asks for the order's payment with exactly these headers. */
const ask = (merchant: MerchantFixture, headers: Record<string, string>, address?: string) =>
  merchant.handler(
    new Request(`${SHOP}/api/hajiq/payments`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: '{"orderId":"ORDER-1"}',
    }),
    address === undefined ? {} : { address },
  );

const preflight = (merchant: MerchantFixture, origin: string) =>
  merchant.handler(
    new Request(`${SHOP}/api/hajiq/payments`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    }),
  );

describe('origins', () => {
  it.each([
    ['its own page', { Origin: SHOP }, 201],
    ['its own page, by a host behind a proxy', { Origin: 'https://shop.example', Host: 'shop.example' }, 201],
    [
      'what the browser calls its own page',
      { Origin: 'https://shop.example', 'Sec-Fetch-Site': 'same-origin' },
      201,
    ],
    [
      'a page without an origin header that the browser calls its own',
      { 'Sec-Fetch-Site': 'same-origin' },
      201,
    ],
    ['a page of another origin', { Origin: 'https://evil.example' }, 403],
    ['a page of another port', { Origin: 'http://localhost:1' }, 403],
    ['a sandboxed frame', { Origin: 'null' }, 403],
    [
      'a sandboxed frame that calls itself the own page',
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      403,
    ],
    ['what names no origin', {}, 403],
    ['what names no origin and comes from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ] as [string, Record<string, string>, number][])('answers %s with %3$i', async (_, headers, status) => {
    const answer = await ask(merchantFixture(), headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('lets what is no browser in when it is told to', async () => {
    expect((await ask(merchantFixture({ allowNonBrowsers: true }), {})).status).toBe(201);
  });

  it('lets a storefront on another host in, and no other, with the CORS headers of that one', async () => {
    const merchant = merchantFixture({ allowedOrigins: ['https://shop.example'] });
    const allowed = await preflight(merchant, 'https://shop.example');
    expect(allowed.status).toBe(204);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      vary: 'Origin',
    });
    const refused = await preflight(merchant, 'https://evil.example');
    expect(refused.status).toBe(403);
    expect(refused.headers.has('access-control-allow-origin')).toBe(false);
    const created = await ask(merchant, { Origin: 'https://shop.example' });
    expect(created.status).toBe(201);
    expect(created.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(created.headers.get('access-control-expose-headers')).toContain('ETag');
  });

  it('lets the storefront send the headers that the shop names, for its challenge', async () => {
    const merchant = merchantFixture({
      allowedOrigins: ['https://shop.example'],
      allowedHeaders: ['X-Captcha'],
    });
    const answer = await preflight(merchant, 'https://shop.example');
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/Content-Type.*X-Captcha/);
  });

  it('lets the storefront read its errors too', async () => {
    const merchant = merchantFixture({ allowedOrigins: ['https://shop.example'], resolveOrder: () => null });
    const answer = await ask(merchant, { Origin: 'https://shop.example' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });

  it('decides for each request alone, however many are decided at once', async () => {
    const merchant = merchantFixture({
      allowedOrigins: async (origin) => {
        await new Promise((resolve) => setImmediate(resolve));
        return origin.endsWith('.shop.example');
      },
      rateLimits: { perOrder: { requests: 100, seconds: 60 } },
    });
    const origins = Array.from({ length: 40 }, (_, turn) =>
      turn % 2 === 0 ? `https://a${turn}.shop.example` : `https://a${turn}.evil.example`,
    );
    const answers = await Promise.all(origins.map((origin) => ask(merchant, { Origin: origin })));
    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual(
      origins.map((origin) => (origin.endsWith('.shop.example') ? origin : null)),
    );
  });

  it.each(['*', 'shop.example', 'https://shop.example/', 'https://shop.example/pay'])(
    'refuses %j as an allowed origin',
    (origin) => {
      expect(() => merchantFixture({ allowedOrigins: [origin] })).toThrow('allowedOrigins');
    },
  );

  it('asks HajiQ Pay for no origin', async () => {
    const merchant = merchantFixture();
    expect((await merchant.reportStatus('payment.disputed')).status).toBe(200);
  });
});

describe('rate limits', () => {
  const limit = { requests: 10, seconds: 600 };

  it('lets exactly as many of fifty requests at once through as the limit says', async () => {
    const merchant = merchantFixture({ rateLimits: { perOrder: limit } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(merchant, { Origin: SHOP })));
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ error: { code: 'rate_limited' } });
  });

  it('counts each network address by itself, and an IPv6 /64 as one', async () => {
    const merchant = merchantFixture({ rateLimits: { perAddress: { requests: 2, seconds: 600 } } });
    const from = async (address: string) => (await ask(merchant, { Origin: SHOP }, address)).status;
    expect(await from('203.0.113.7')).toBe(201);
    expect(await from('::ffff:203.0.113.7')).toBe(200);
    expect(await from('203.0.113.7')).toBe(429);
    expect(await from('203.0.113.8')).toBe(200);
    expect(await from('2001:db8:1:2::1')).toBe(200);
    expect(await from('2001:db8:1:2:ffff::9')).toBe(200);
    expect(await from('2001:0db8:0001:0002:a:b:c:d')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
    // The same IPv4 address in another spelling, and another one.
    expect(await from('::ffff:cb00:7107')).toBe(429);
    expect(await from('::ffff:c633:6401')).toBe(200);
  });

  it('reads an address with the port that some proxies write behind it', async () => {
    const merchant = merchantFixture({
      trustedProxies: 1,
      rateLimits: { perAddress: { requests: 1, seconds: 600 } },
    });
    const from = async (forwarded: string) =>
      (await ask(merchant, { Origin: SHOP, 'X-Forwarded-For': forwarded })).status;
    expect(await from('203.0.113.7:51234')).toBe(201);
    expect(await from('203.0.113.7:51235')).toBe(429);
    expect(await from('[2001:db8::1]:443')).toBe(200);
  });

  it('says what to set when a proxy stands before it and is not named', async () => {
    const merchant = merchantFixture();
    await ask(merchant, { Origin: SHOP, 'X-Forwarded-For': '203.0.113.7' }, '10.0.0.1');
    expect(merchant.log.join()).toContain('`trustedProxies`');
  });

  it('refuses a limit that no timer could count', () => {
    const perOrder = { requests: 1, seconds: 30 * 24 * 3600 };
    expect(() => merchantFixture({ rateLimits: { perOrder } })).toThrow('rateLimits.perOrder');
  });

  it('counts clients whose address cannot be known together', async () => {
    const merchant = merchantFixture({ rateLimits: { perAddress: { requests: 2, seconds: 600 } } });
    const statuses = [];
    for (const address of [undefined, 'unix', '999.1.1.1']) {
      statuses.push((await ask(merchant, { Origin: SHOP }, address)).status);
    }
    expect(statuses).toEqual([201, 200, 429]);
    expect(merchant.log.filter((line) => line.includes('`clientAddress`'))).toHaveLength(1);
  });

  it('believes no X-Forwarded-For, unless a proxy of the shop has added to it', async () => {
    const rateLimits = { perAddress: { requests: 1, seconds: 600 } };
    const from = async (merchant: MerchantFixture, forwarded: string) =>
      (await ask(merchant, { Origin: SHOP, 'X-Forwarded-For': forwarded }, '10.0.0.1')).status;
    const direct = merchantFixture({ rateLimits });
    expect([await from(direct, '203.0.113.1'), await from(direct, '203.0.113.2')]).toEqual([201, 429]);
    const proxied = merchantFixture({ rateLimits, trustedProxies: 1 });
    expect([
      await from(proxied, 'spoofed, 203.0.113.1'),
      await from(proxied, 'another, 203.0.113.1'),
      await from(proxied, '203.0.113.1, 203.0.113.2'),
    ]).toEqual([201, 429, 200]);
  });

  it('takes a limiter of the shop’s own, and stays open when that is out of order', async () => {
    const counted: string[] = [];
    const merchant = merchantFixture({
      rateLimits: {
        perOrder: {
          consume: async (key) => {
            counted.push(key);
            throw new Error('no connection');
          },
        },
      },
    });
    expect((await ask(merchant, { Origin: SHOP })).status).toBe(201);
    expect(counted).toEqual(['hajiq perOrder ORDER-1']);
    expect(merchant.log.join()).toContain('error: the rate limit perOrder is out of order');
  });

  it('raises an alarm when everybody together passes the limit: a test of cards from many addresses', async () => {
    const merchant = merchantFixture({ rateLimits: { overall: limit } });
    for (let client = 0; client < 11; client += 1) {
      await ask(merchant, { Origin: SHOP }, `203.0.113.${client}`);
    }
    expect(merchant.log.at(-2)).toContain('error: the rate limit overall is reached');
  });
});

describe('a challenge', () => {
  it('lets a person through where the limit would not', async () => {
    const reasons: unknown[] = [];
    const merchant = merchantFixture({
      rateLimits: { perOrder: { requests: 1, seconds: 600 } },
      challenge: (request, why) => {
        reasons.push(why);
        return request.headers.get('x-captcha') === 'solved';
      },
    });
    await ask(merchant, { Origin: SHOP });
    const refused = await ask(merchant, { Origin: SHOP });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: 'challenge_required' } });
    expect((await ask(merchant, { Origin: SHOP, 'X-Captcha': 'solved' })).status).toBe(200);
    expect(reasons[0]).toEqual({ orderId: 'ORDER-1', reason: 'perOrder' });
  });
});

describe('authorize', () => {
  it('answers another customer’s order as it answers no order', async () => {
    const merchant = merchantFixture({ authorize: (request) => request.headers.get('cookie') === 'mine' });
    const foreign = await ask(merchant, { Origin: SHOP });
    const unknown = await merchant.createPayment({ orderId: 'ORDER-404' });
    const anonymous = async (answer: Response) => {
      const { error } = await answer.json();
      return { ...error, requestId: 'any', status: answer.status };
    };
    expect(await anonymous(foreign)).toEqual(await anonymous(unknown));
    expect(foreign.status).toBe(404);
    expect(merchant.gatewayCalls()).toBe(0);
    expect((await ask(merchant, { Origin: SHOP, Cookie: 'mine' })).status).toBe(201);
  });
});
