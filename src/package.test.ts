import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const read = (file: string) => readFileSync(`${dist}/${file}`, 'utf8');
const readFolder = (folder: string) =>
  readdirSync(`${dist}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => read(`${folder}/${file}`))
    .join('\n');

/** Bundles one import for a browser, as a merchant's build does. */
async function bundleForBrowser(source: string): Promise<string> {
  const entry = 'virtual:page';
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? `\0${entry}.js` : undefined),
        load: (id) => (id === `\0${entry}.js` ? source : undefined),
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  });
  if (!('output' in result)) throw new Error('The build made more than one bundle.');
  return result.output.map((file) => ('code' in file ? file.code : '')).join('\n');
}

beforeAll(() => {
  if (!existsSync(`${dist}/index.js`)) throw new Error('dist/ is missing: run npm run build first.');
});

describe('the package', () => {
  it('gives browsers these names, and no others', async () => {
    expect(Object.keys(await import('./index.ts')).toSorted((a, b) => a.localeCompare(b)))
      .toMatchInlineSnapshot(`
      [
        "CardFields",
        "CheckoutForm",
        "ConfigError",
        "DECLINE_REASONS",
        "DonationAmount",
        "ErrorNotice",
        "HajiqCheckout",
        "HajiqError",
        "OrderSummary",
        "PayButton",
        "PaymentConfirmation",
        "PaymentError",
        "PaymentFields",
        "PaymentStatus",
        "RequestError",
        "toDeclineReason",
        "useHajiqCheckout",
        "usePaymentStatus",
      ]
    `);
  });

  it('gives servers these names, and no others', async () => {
    expect(Object.keys(await import('./server/index.ts')).toSorted((a, b) => a.localeCompare(b)))
      .toMatchInlineSnapshot(`
      [
        "ConfigError",
        "createGatewayClient",
        "createHajiqHandler",
        "decideClaim",
        "GatewayError",
        "gatewayErrors",
        "gatewayPaths",
        "HajiqError",
        "memoryStore",
        "RequestError",
        "verifyWebhook",
        "WebhookError",
      ]
    `);
  });

  it('says "use client" on the first line of the browser entry', () => {
    expect(read('index.js').split('\n')[0]).toBe('"use client";');
  });

  it('brings nothing of the server, the gateway or Node to a browser', () => {
    const halves = ['checkout', 'client', 'errors', 'hooks', 'protocol'].map((room) => readFolder(room));
    expect(halves.join(read('index.js'))).not.toMatch(/x-api-key|amalq|whsec_\w|node:/i);
  });

  it('brings English to every page, and another language to those who ask for it', () => {
    const languages = read('checkout/locales/languages.js');
    expect(languages).toContain('import("./ar.js")');
    expect(languages).not.toMatch(/(from|import) "\.\/(ar|de|es|fr|id|tr|ur)/);
  });

  it('has each language as an entry of its own', async () => {
    const { exports } = JSON.parse(readFileSync(`${dist}/../package.json`, 'utf8'));
    const spoken = ['ar', 'de', 'en', 'es', 'fr', 'id', 'tr', 'ur'];
    for (const language of spoken) {
      const file = exports[`./locales/${language}`];
      expect(existsSync(`${dist}/../${file}`)).toBe(true);
    }
    expect(Object.keys(exports).filter((name) => name.startsWith('./locales/'))).toHaveLength(spoken.length);
  });

  it('runs its server half on the Web APIs alone, with nothing to install', () => {
    const seen = new Set<string>();
    const importsOf = (file: string): string[] => {
      if (seen.has(file)) return [];
      seen.add(file);
      const imported = [
        ...read(file).matchAll(
          /^(?:import|export)[^'"]*["']([^"']+)["'];?$|\b(?:import|require)\(["']([^"']+)/gm,
        ),
      ].map(([, from, called]) => from ?? called ?? '');
      return imported.flatMap((name) =>
        name.startsWith('./') ? importsOf(`server/${name.slice(2)}`) : [name],
      );
    };
    expect(importsOf('server/index.js')).toEqual([]);
    expect(importsOf('server/node.js')).toEqual(['node:stream']);
    expect(seen.size).toBeGreaterThan(2);
  });

  it('refuses loudly when a page imports the server half', async () => {
    await expect(
      bundleForBrowser("import { createHajiqHandler } from 'hajiq-checkout/server'; createHajiqHandler();"),
    ).rejects.toThrow('createHajiqHandler');
    const bundle = await bundleForBrowser(
      "import * as server from 'hajiq-checkout/server'; console.log(server);",
    );
    expect(bundle).toContain('server_entry_in_browser');
    expect(bundle).not.toMatch(/x-api-key|resolveOrder has to return/i);
  });

  it('ships no Stripe.js of Stripe’s and no live key', () => {
    const shipped = ['', 'server', 'sandbox', 'sandbox/stripe-js/endive', 'sandbox/stripe-js/elements']
      .map(readFolder)
      .join('\n');
    expect(shipped).not.toMatch(/(?:sk|pk|rk)_live_\w{6}|hqp_live_\w{6}|m\.stripe\.network|q\.stripe\.com/);
  });
});
