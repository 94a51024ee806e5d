import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { merchantFixture } from '../merchant.fixture.ts';
import { ask } from './adapterCases.fixture.ts';
import { listen } from './mounts.fixture.ts';
import { toNodeHandler } from './toNodeHandler.ts';

const stops: (() => Promise<unknown>)[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const { url, stop } = await listen(createServer(listener));
  stops.push(stop);
  return url;
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  vi.restoreAllMocks();
});

describe('toNodeHandler', () => {
  it('takes the path alone: the client’s host counts for nothing', async () => {
    const merchant = merchantFixture();
    const seen: string[] = [];
    const url = await serve(toNodeHandler((request) => (seen.push(request.url), merchant.handler(request))));
    const headers = { Host: 'evil.example' };
    expect(await ask(url, { path: '/api/hajiq/elsewhere', headers })).toMatchObject({ status: 404 });
    expect(await ask(url, { path: '//evil.example/api/hajiq/payments', headers })).toMatchObject({
      status: 404,
    });
    expect(seen.map((seenUrl) => new URL(seenUrl).host)).toEqual(['localhost', 'localhost']);
  });

  it.each([
    ['an absolute target', { path: 'http://evil.example/api/hajiq/payments' }],
    ['a target that is no URL', { path: 'http://[' }],
    ['TRACE', { path: '/api/hajiq/payments', method: 'TRACE' }],
  ])('answers %s with 400 and logs nothing', async (_, options) => {
    const logged = vi.spyOn(console, 'error');
    const url = await serve(toNodeHandler(merchantFixture().handler));
    expect(await ask(url, options)).toMatchObject({ status: 400 });
    expect(logged).not.toHaveBeenCalled();
  });
});
