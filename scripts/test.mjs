import './requireNode.mjs';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getBrowser, getFirefox } from './browser.mjs';
import { installDependencies } from './installDependencies.mjs';
import { root } from './root.mjs';
import { runTool } from './runTool.mjs';

const reports = join(root, '.cache', 'reports');
const totals = { passed: 0, failed: 0 };

function report(step, what) {
  console.log(`${step.padEnd(11)} ${what}`);
}

/** Reads how many tests a runner counted; a runner that wrote no report counts as one failure. */
function readCounts(file) {
  try {
    const result = JSON.parse(readFileSync(join(reports, file), 'utf8'));
    if (result.stats === undefined) return { passed: result.numPassedTests, failed: result.numFailedTests };
    return { passed: result.stats.expected, failed: result.stats.unexpected + result.stats.flaky };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Runs one step. Its tests are counted where it has a report; otherwise the step itself counts as one. */
async function step(name, command, args, { counts, env } = {}) {
  const { code, output, seconds } = await runTool(command, args, { env });
  const counted = counts === undefined ? { passed: code === 0 ? 1 : 0, failed: 0 } : readCounts(counts);
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  const shown = counts === undefined ? '' : `${counted.passed} passed, ${counted.failed} failed, `;
  report(name, `${code === 0 ? 'ok' : 'FAILED'} (${shown}${seconds.toFixed(0)} s)`);
  if (code !== 0) console.log(output.replace(/^/gm, '  '));
}

const vitest = (name, ...projects) => [
  'vitest',
  [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ],
];

async function main() {
  await installDependencies(report);
  mkdirSync(reports, { recursive: true });

  await step('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  await step('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
  await step('types', 'node', ['node_modules/typescript/bin/tsc', '--noEmit']);
  await step('build', 'tsdown', []);
  await step('unit', ...vitest('unit', 'node', 'react'), { counts: 'unit.json' });
  await step('unused', 'knip', []);
  await step('publint', 'publint', ['--strict']);
  await step('exports', 'attw', ['--pack', '.', '--profile', 'esm-only']);
  await step('size', 'node', ['scripts/size.mjs']);

  const browser = await getBrowser();
  report('browser', browser.source);
  const env = { CHROMIUM_PATH: browser.path };
  await step('stories', ...vitest('stories', 'stories'), { counts: 'stories.json', env });
  await step('storybook', 'storybook', ['build', '--quiet', '--output-dir', 'storybook-static'], { env });
  await step('pictures', 'playwright', ['test', '-c', 'pictures'], {
    counts: 'pictures.json',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'pictures.json') },
  });
  await step('storefront', 'npm', ['run', 'build', '-w', 'hajiq-storefront-example']);
  // Both kinds of fields and both browsers once; `npm run e2e` runs each with each.
  const firefox = await getFirefox();
  if (firefox === undefined) report('firefox', 'none on this machine: the journeys are not run in it');
  const other = firefox === undefined ? 'chromium-payment' : 'firefox-payment';
  for (const project of ['chromium', other]) {
    await step(project, 'playwright', ['test', '--project', project], {
      counts: `${project}.json`,
      env: {
        ...env,
        ...(firefox !== undefined && { FIREFOX_PATH: firefox }),
        PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, `${project}.json`),
      },
    });
  }
}

main()
  .catch((error) => {
    totals.failed += 1;
    console.error(error.message);
  })
  .finally(() => {
    console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
    process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
  });
