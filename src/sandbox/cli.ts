#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { SANDBOX_DEFAULTS } from './createSandbox.ts';
import { describeFault } from './describeFault.ts';
import { serveSandbox } from './serveSandbox.ts';

const USAGE = `hajiq-sandbox: an offline HajiQ Pay with Stripe's test cards. No money moves.

  npx hajiq-sandbox [flags]

  --port <n>                 port on this machine           HAJIQ_SANDBOX_PORT      4311
  --webhook <url>            where events are sent          HAJIQ_WEBHOOK_URL       http://localhost:4310/api/hajiq/webhook
  --webhook-secret <whsec_>  what events are signed with    HAJIQ_WEBHOOK_SECRET    ${SANDBOX_DEFAULTS.webhookSecret}
  --api-key <hqp_>           what a backend has to send     HAJIQ_API_KEY           ${SANDBOX_DEFAULTS.apiKey}
  --publishable-key <pk_>    what a page has to use          STRIPE_PUBLISHABLE_KEY  ${SANDBOX_DEFAULTS.publishableKey}
  --data <folder>            keeps what happens, for next time  HAJIQ_SANDBOX_DATA   forgets it
  --help`;

function readFlags() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.HAJIQ_SANDBOX_PORT ?? '4311' },
      webhook: {
        type: 'string',
        default: process.env.HAJIQ_WEBHOOK_URL ?? 'http://localhost:4310/api/hajiq/webhook',
      },
      'webhook-secret': {
        type: 'string',
        default: process.env.HAJIQ_WEBHOOK_SECRET ?? SANDBOX_DEFAULTS.webhookSecret,
      },
      'api-key': { type: 'string', default: process.env.HAJIQ_API_KEY ?? SANDBOX_DEFAULTS.apiKey },
      'publishable-key': {
        type: 'string',
        default: process.env.STRIPE_PUBLISHABLE_KEY ?? SANDBOX_DEFAULTS.publishableKey,
      },
      data: { type: 'string', default: process.env.HAJIQ_SANDBOX_DATA ?? '' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port.`);
  if (!URL.canParse(values.webhook)) throw new Error(`--webhook ${values.webhook} is not a URL.`);
  return { ...values, port };
}

async function main(): Promise<void> {
  const flags = readFlags();
  if (flags.help) {
    console.log(USAGE);
    return;
  }
  const sandbox = await serveSandbox({
    port: flags.port,
    apiKey: flags['api-key'],
    publishableKey: flags['publishable-key'],
    webhookSecret: flags['webhook-secret'],
    webhookUrl: flags.webhook,
    ...(flags.data !== '' && { dataFolder: flags.data }),
    onAttempt: ({ type, eventId }, { answer }) =>
      console.log(`${type} ${eventId} → ${'status' in answer ? answer.status : answer.failure}`),
  });
  console.log(`sandbox   ${sandbox.url}
gateway   ${sandbox.gatewayUrl}
Stripe.js ${sandbox.stripeJsUrl}
webhooks  → ${flags.webhook}

In the merchant's environment:
  HAJIQ_GATEWAY_URL=${sandbox.gatewayUrl}
  HAJIQ_API_KEY=${flags['api-key']}
  HAJIQ_WEBHOOK_SECRET=${flags['webhook-secret']}
  STRIPE_PUBLISHABLE_KEY=${flags['publishable-key']}
  STRIPE_JS_URL=${sandbox.stripeJsUrl}

In the page's <head>:
  <script src="${sandbox.stripeJsUrl}"></script>`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(`hajiq-sandbox: ${describeFault(error)}`);
  process.exitCode = 1;
});
