import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('cli.ts', import.meta.url));
const running = new Set<ReturnType<typeof spawn>>();

/** Runs the program, and tells what it prints and how it ends. */
function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  running.add(child);
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, printed: () => printed };
}

afterEach(() => {
  running.forEach((child) => child.kill());
  running.clear();
});

describe('hajiq-sandbox', () => {
  it('prints what to put into the merchant’s environment, and answers there', async () => {
    const sandbox = run(['--port', '0', '--api-key', 'hqp_test_cli'], {
      HAJIQ_WEBHOOK_SECRET: 'whsec_from_env',
    });
    await expect.poll(sandbox.printed, { timeout: 10_000 }).toContain('</script>');
    expect(sandbox.printed()).toContain('HAJIQ_API_KEY=hqp_test_cli');
    expect(sandbox.printed()).toContain('HAJIQ_WEBHOOK_SECRET=whsec_from_env');
    expect(sandbox.printed()).toMatch(/<script src="http:\/\/localhost:\d+\/endive\/stripe\.js"><\/script>/);
    const url = /^sandbox\s+(\S+)/.exec(sandbox.printed())?.[1] ?? '';
    const page = await fetch(url);
    expect(await page.text()).toContain('HajiQ sandbox');
    sandbox.child.kill('SIGTERM');
    expect(await sandbox.ended).toBe(0);
  });

  it('says in one line that its port is in use', async () => {
    const first = run(['--port', '0']);
    await expect.poll(first.printed, { timeout: 10_000 }).toContain('sandbox');
    const port = /localhost:(\d+)/.exec(first.printed())?.[1] ?? '';
    const second = run(['--port', port]);
    expect(await second.ended).toBe(1);
    expect(second.printed()).toBe(
      `hajiq-sandbox: port ${port} is in use: stop what listens there, or choose another with --port.\n`,
    );
  });

  it.each([
    [['--prot', '1'], '--prot'],
    [['--port', 'seven'], '--port seven is not a port'],
    [['--webhook', 'nowhere'], '--webhook nowhere is not a URL'],
    [['--api-key', 'hqp_live_canary'], 'no live key'],
    [['--webhook-secret', ''], 'webhook secret'],
  ])('refuses %j with one line', async (args, words) => {
    const { ended, printed } = run(args);
    expect(await ended).toBe(1);
    expect(printed()).toMatch(/^hajiq-sandbox: .*\n$/);
    expect(printed()).toContain(words);
    expect(printed()).not.toContain('canary');
  });
});
