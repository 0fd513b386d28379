/**
 * What every thread of the service loads before anything else, so that it starts quickly and small.
 *
 * Node reads the package.json of a module's package anew for each module and each import of it, `exports` and all.
 * Drizzle's has 179 KB for over a hundred modules: that was 0.9 s and 200 MiB at each start and in each worker. So where
 * its modules are is remembered here, and inside the package nothing needs to be looked up.
 */
import { enableCompileCache, registerHooks } from 'node:module';

const PACKAGE = 'drizzle-orm';
const known = new Map();
/** Ours, and of packages that are modules throughout: a relative name with its ending is the place of the file. */
const NEARBY = /\/node_modules\/(?:drizzle-orm|zod|d3-[a-z]+)\/.*\.js$/;

/** What a relative import means there, and of what kind it is; undefined where it is to be looked up. */
function formatNearby(specifier, parent) {
  if (!specifier.startsWith('.') || parent === undefined) return undefined;
  if (parent.endsWith('.ts') && specifier.endsWith('.ts')) return 'module-typescript';
  return NEARBY.test(parent) && specifier.endsWith('.js') ? 'module' : undefined;
}

registerHooks({
  resolve(specifier, context, next) {
    const format = formatNearby(specifier, context.parentURL);
    if (format !== undefined) return { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true };
    if (specifier !== PACKAGE && !specifier.startsWith(`${PACKAGE}/`)) return next(specifier, context);
    const found = known.get(specifier) ?? { ...next(specifier, context), format: 'module', shortCircuit: true };
    known.set(specifier, found);
    return found;
  },
});

// Types are stripped and code is compiled once for all starts.
enableCompileCache();
