#!/usr/bin/env node
/**
 * The command, in JavaScript that any Node reads. Counterclaim itself is TypeScript that Node 24 runs as it is, so an
 * older Node hands over to the one that `npm ci` installed beside the other packages.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installedNode } from './installed-node.js';

const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) >= NEEDED) await run();
else handOver();

async function run() {
  await import('./preload.js');
  const [command, ...options] = process.argv.slice(2);
  // What serves has no use for the other commands, and starts sooner and smaller without them.
  if (command !== 'serve' || options.some((option) => option !== '--no-demo')) await import('./cli.ts');
  else await (await import('./server.ts')).serveOrExit({ withDemo: options.length === 0 });
}

function handOver() {
  const installed = installedNode();
  if (installed === undefined) {
    console.error(
      `Counterclaim needs Node ${NEEDED}; this is Node ${process.versions.node}. \`npm ci\` installs one beside the ` +
        'other packages, unless it is told to leave optional packages out.',
    );
    process.exit(1);
  }
  const engine = process.execArgv.filter((option) => /^--(?:v8-[^=]+|max-semi-space-size)=/.test(option));
  const called = [...engine, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(installed.file, called, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Node ${NEEDED} cannot be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
