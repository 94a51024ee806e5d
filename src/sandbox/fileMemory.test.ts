import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { merchantFixture } from '../server/merchant.fixture.ts';
import { memoryStore } from '../server/store/memoryStore.ts';
import { fileMemory } from './fileMemory.ts';

afterEach(() => void vi.useRealTimers());

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'hajiq-sandbox-')), 'data');

/** A shop and a sandbox that begin where the last ones of this folder have ended. */
function restart(folder: string, store = memoryStore(), sandbox = {}) {
  return merchantFixture({ store, sandbox: { memory: fileMemory(folder), ...sandbox } });
}

describe('a sandbox with a memory', () => {
  it('knows a payment again, and takes a card for it', async () => {
    const folder = newFolder();
    const store = memoryStore();
    const before = restart(folder, store);
    const { clientSecret } = await (await before.createPayment()).json();
    before.sandbox.close();

    const after = restart(folder, store);
    expect((await after.confirm(clientSecret)).status).toBe(200);
    await expect.poll(() => after.fulfilled).toEqual(['ORDER-1']);
    after.sandbox.close();
    expect(restart(folder).sandbox.payments()).toMatchObject([{ clientSecret, status: 'succeeded' }]);
  });

  it('goes on delivering what was still to come, with the time that has passed, and nothing twice', async () => {
    const folder = newFolder();
    const store = memoryStore();
    const before = restart(folder, store, {
      retryDelaysMs: [0, 3_600_000],
      webhookUrl: 'http://localhost:1/away',
    });
    const { clientSecret } = await (await before.createPayment()).json();
    await before.confirm(clientSecret);
    await expect.poll(() => before.sandbox.deliveries()[0]?.attempts).toHaveLength(1);
    before.sandbox.close();

    vi.useFakeTimers({ now: Date.now() + 3_600_001, toFake: ['Date'] });
    const after = restart(folder, store, { retryDelaysMs: [0, 3_600_000] });
    await expect.poll(() => after.fulfilled).toEqual(['ORDER-1']);
    await expect.poll(() => after.sandbox.deliveries()[0]?.state).toBe('delivered');
    after.sandbox.close();

    const later = restart(folder, store);
    expect(later.sandbox.deliveries()).toMatchObject([{ state: 'delivered', attempts: [{}, {}] }]);
  });

  it('keeps no card number, and lets nobody else read its file', async () => {
    const folder = newFolder();
    const merchant = restart(folder);
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    const file = join(folder, 'sandbox.json');
    expect(readFileSync(file, 'utf8')).toContain(clientSecret);
    expect(readFileSync(file, 'utf8')).not.toContain('4242424242424242');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each(['', '{', '[]', '{"version":99,"payments":[],"deliveries":[]}'])(
    'refuses a file that holds %j, and names it',
    (text) => {
      const folder = newFolder();
      fileMemory(folder);
      writeFileSync(join(folder, 'sandbox.json'), text);
      expect(() => restart(folder)).toThrow(/sandbox\.json is not the memory of this sandbox/);
    },
  );
});
