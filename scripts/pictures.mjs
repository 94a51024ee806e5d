import './requireNode.mjs';
import { getBrowser } from './browser.mjs';
import { runTool } from './runTool.mjs';

// Compares every story with its picture; with --renew it takes the pictures anew.
const isRenewal = process.argv.includes('--renew');
const { path } = await getBrowser();
const env = { CHROMIUM_PATH: path };
const tools = [
  ['tsdown', ['--logLevel', 'warn']],
  ['storybook', ['build', '--quiet', '--output-dir', 'storybook-static']],
  ['playwright', ['test', '-c', 'pictures', ...(isRenewal ? ['--update-snapshots=changed'] : [])]],
];
for (const [command, args] of tools) {
  const { code, output } = await runTool(command, args, { env, timeoutMs: 1_800_000 });
  if (code !== 0 || command === 'playwright') console.log(output);
  process.exitCode = code;
  if (code !== 0) break;
}
