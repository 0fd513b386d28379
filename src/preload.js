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

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && context.parentURL?.includes(`/node_modules/${PACKAGE}/`))
      return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
    if (specifier !== PACKAGE && !specifier.startsWith(`${PACKAGE}/`)) return next(specifier, context);
    const found = known.get(specifier) ?? { ...next(specifier, context), format: 'module', shortCircuit: true };
    known.set(specifier, found);
    return found;
  },
});

// Types are stripped and code is compiled once for all starts.
enableCompileCache();
