import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runTool } from './runTool.mjs';

const mark = join(root, 'node_modules', '.hajiq-installed');
const NETWORK_FAULT = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i;

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json', 'examples/storefront/package.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function explain(output) {
  if (NETWORK_FAULT.test(output)) {
    return 'The package registry could not be reached: check the network, or the registry npm is set to.';
  }
  return `npm ci failed:\n${output.split('\n').slice(-25).join('\n')}`;
}

/** Tells why the tools would not run on a Node they know; undefined when they will. */
async function findNodeFault() {
  const { output } = await runTool('node', ['-p', 'process.versions.node']);
  const [major, minor] = output.trim().split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return undefined;
  return `The tools need Node 22.18 or 24 and found ${output.trim()}: the install script of the package "node" did not run. Allow it (npm install-scripts approve node), remove node_modules and start again.`;
}

/**
 * Installs what the lockfile says, when it is not installed already.
 *
 * @throws {Error} With one clear message when that is not possible.
 */
export async function installDependencies(report) {
  const wanted = fingerprint();
  const isInstalled = existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
  if (!isInstalled) {
    report('install', 'npm ci (about 450 MB; a minute the first time)');
    const { code, output } = await runTool('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
    if (code !== 0) throw new Error(explain(output));
    writeFileSync(mark, wanted);
  }
  const fault = await findNodeFault();
  if (fault !== undefined) throw new Error(fault);
}
