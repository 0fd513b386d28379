import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The Node that npm put beside the other packages: the package for this system and processor, and its executable.
 * Undefined where there is none.
 */
export function installedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return ['node', 'node-bin']
    .map((prefix) => `${prefix}-${system}-${process.arch}`)
    .map((name) => ({ name, file: fileURLToPath(new URL(`../node_modules/${name}/${executable}`, import.meta.url)) }))
    .find(({ file }) => existsSync(file));
}
