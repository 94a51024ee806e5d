import './requireNode.mjs';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { installDependencies } from './installDependencies.mjs';
import { root } from './root.mjs';
import { runTool, toolEnvironment } from './runTool.mjs';

const shopPort = Number(process.env.PORT ?? 4310);
const sandboxPort = Number(process.env.HAJIQ_SANDBOX_PORT ?? 4311);

const credentials = {
  HAJIQ_API_KEY: 'hqp_test_sandbox',
  HAJIQ_WEBHOOK_SECRET: 'whsec_test_sandbox',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
};

const children = [];

function report(step, what) {
  console.log(`${step.padEnd(11)} ${what}`);
}

function isPortFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function requirePorts() {
  for (const [port, name] of [
    [shopPort, 'PORT'],
    [sandboxPort, 'HAJIQ_SANDBOX_PORT'],
  ]) {
    if (!(await isPortFree(port))) {
      throw new Error(`Port ${port} is in use. Stop what listens there, or set ${name} to another.`);
    }
  }
}

async function build() {
  const builds = [
    { what: 'the package', command: 'tsdown', args: [] },
    { what: 'the storefront', command: 'npm', args: ['run', 'build', '-w', 'hajiq-storefront-example'] },
  ];
  for (const { what, command, args } of builds) {
    report('build', what);
    const { code, output } = await runTool(command, args);
    if (code !== 0) throw new Error(`Building ${what} failed:\n${output}`);
  }
}

/** Starts a server and resolves when it prints its first line, which it is trusted to print once it listens. */
function serve(name, args, env) {
  const child = spawn('node', args, {
    cwd: root,
    env: { ...toolEnvironment, ...credentials, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.once('line', () => {
      resolve();
      lines.on('line', (line) => /^(payment\.|order )/.test(line) && console.log(`  ${line}`));
    });
    child.once('exit', (code) => {
      reject(new Error(`The ${name} did not start.`));
      if (code !== null && code !== 0) stop(1);
    });
  });
}

function stop(code) {
  children.forEach((child) => child.kill('SIGTERM'));
  process.exit(code);
}

async function main() {
  await requirePorts();
  await installDependencies(report);
  await build();
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const shopUrl = `http://localhost:${shopPort}`;
  report('start', 'the sandbox, in the place of HajiQ Pay and Stripe');
  await serve(
    'sandbox',
    [
      'dist/sandbox/cli.js',
      '--port',
      String(sandboxPort),
      '--webhook',
      `${shopUrl}/api/hajiq/webhook`,
      // The shop remembers its payments, so HajiQ Pay has to.
      '--data',
      'examples/storefront/.data/sandbox',
    ],
    {},
  );
  report('start', 'the storefront');
  await serve('storefront', ['examples/storefront/server/main.ts'], {
    PORT: String(shopPort),
    HAJIQ_GATEWAY_URL: `${sandboxUrl}/api/v1/hajiq-pay/external`,
    STRIPE_JS_URL: `${sandboxUrl}/endive/stripe.js`,
  });
  console.log(`
storefront  ${shopUrl}
sandbox     ${sandboxUrl}

Buy something with 4242 4242 4242 4242, any future date, any security code. Stop with Ctrl+C.`);
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
main().catch((error) => {
  console.error(error.message);
  stop(1);
});
