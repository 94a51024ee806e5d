import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';
import { runTool } from './runTool.mjs';

/** Where a browser from the package registry is kept. */
const cache = join(root, '.cache', 'browser');
const registryBrowser = join(cache, 'chromium');
const REGISTRY_PACKAGE = '@sparticuz/chromium@153.0.0';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a browser starts here: a file alone may lack its libraries. */
function starts(path) {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function findNamed(wanted, elsewhere = []) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...wanted.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  return candidates.find((path) => existsSync(path) && starts(path));
}

const findOnSystem = () => findNamed(names, places);
const findFirefox = () => findNamed(['firefox-esr', 'firefox'], firefoxPlaces);

async function findPlaywrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

async function installFromRegistry() {
  if (process.platform !== 'linux') return undefined;
  mkdirSync(cache, { recursive: true });
  const { code } = await runTool('npm', [
    'install',
    '--prefix',
    cache,
    '--no-save',
    '--loglevel=error',
    REGISTRY_PACKAGE,
  ]);
  if (code !== 0) return undefined;
  const unpack =
    "import('@sparticuz/chromium').then(async ({ default: chromium }) => void (await chromium.executablePath()))";
  await runTool('node', ['-e', unpack], { cwd: cache, env: { TMPDIR: cache } });
  return starts(registryBrowser) ? registryBrowser : undefined;
}

async function installPackage(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  await runTool('apt-get', ['update', '-qq'], { timeoutMs: 180_000 });
  await runTool('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 600_000,
  });
}

async function installFromSystem() {
  await installPackage('chromium');
  return findOnSystem();
}

async function installPlaywrights() {
  await runTool('playwright', ['install', 'chromium-headless-shell'], { timeoutMs: 300_000 });
  return findPlaywrights();
}

const ways = [
  ['CHROMIUM_PATH', () => [process.env.CHROMIUM_PATH].find((path) => path !== undefined && starts(path))],
  ['a browser of this system', findOnSystem],
  ["Playwright's own, already downloaded", findPlaywrights],
  ['one fetched before', () => [registryBrowser].find(starts)],
  [`${REGISTRY_PACKAGE} from the package registry`, installFromRegistry],
  ["chromium from the system's package manager (as root)", installFromSystem],
  ["Playwright's own, downloaded now", installPlaywrights],
];

/**
 * Finds a Chromium that starts, or gets one.
 *
 * @returns {Promise<{ path: string, source: string }>}
 * @throws {Error} That names everything that was tried.
 */
export async function getBrowser() {
  const tried = [];
  for (const [source, find] of ways) {
    const path = await find();
    if (path !== undefined) return { path, source };
    tried.push(source);
  }
  throw new Error(
    `No Chromium starts on this machine. Tried: ${tried.join('; ')}. Install one, or set CHROMIUM_PATH.`,
  );
}

/**
 * Finds a Firefox that starts, or gets one from the system's package manager (as root).
 *
 * @returns {Promise<string | undefined>} Undefined where there is none to be had.
 */
export async function getFirefox() {
  const given = process.env.FIREFOX_PATH;
  if (given !== undefined && starts(given)) return given;
  const found = findFirefox();
  if (found !== undefined) return found;
  await installPackage('firefox-esr');
  return findFirefox();
}
