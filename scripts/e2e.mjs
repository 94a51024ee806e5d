import './requireNode.mjs';
import { getBrowser, getFirefox } from './browser.mjs';
import { runTool } from './runTool.mjs';

// Every journey, with either kind of fields, in Chromium and in Firefox. What is given is Playwright's.
const { path } = await getBrowser();
const firefox = await getFirefox();
if (firefox === undefined) console.log('No Firefox on this machine: the journeys are run in Chromium alone.');
const { code, output } = await runTool('playwright', ['test', ...process.argv.slice(2)], {
  env: { CHROMIUM_PATH: path, ...(firefox !== undefined && { FIREFOX_PATH: firefox }) },
  timeoutMs: 3_600_000,
});
console.log(output);
process.exitCode = code;
