/**
 * Runs after `npm ci` and `npm install`. npm 10 links `node_modules/.bin/node` to the Node of this platform, and then
 * takes it away with the packages of other platforms, whose command has the same name. Here it is linked again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installedNode } from './installed-node.js';

const link = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const installed = installedNode();
const npm = process.env.npm_execpath;

if (installed !== undefined && npm !== undefined && !existsSync(link)) {
  const { status } = spawnSync(process.execPath, [npm, 'rebuild', installed.name, '--ignore-scripts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.exitCode = status ?? 1;
}
