import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import { documentOf, jsonOf, yamlOf } from '../src/platform/http/documents.ts';
import { startDemo } from './demo.ts';
import { recordExamples } from './record.ts';

/** The files of this folder that are made from the code and the demo, and what they must hold. */
export async function generate(): Promise<Record<string, string>> {
  const demo = await startDemo();
  try {
    const bare = documentOf(demo.app);
    const examples = await recordExamples(demo, bare);
    const document = documentOf(demo.app, examples);
    const types = astToString(await openapiTypes(JSON.stringify(bare)));
    return {
      'examples.json': `${JSON.stringify(examples, null, 2)}\n`,
      'openapi.json': jsonOf(document),
      'openapi.yaml': await yamlOf(document),
      'types.ts': `// Made from openapi.json by \`npm run openapi\`.\n${types}`,
    };
  } finally {
    await demo.close();
  }
}

const here = (name: string) => new URL(name, import.meta.url);

/** The names of the files that do not hold what they must. */
export async function drifted(files: Record<string, string>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const committed = await readFile(here(name), 'utf8').catch(() => null);
    if (!isDeepStrictEqual(committed, text)) names.push(name);
  }
  return names;
}

if (import.meta.main) {
  const files = await generate();
  const names = await drifted(files);
  if (process.argv.includes('--check')) {
    for (const name of names) console.error(`openapi/${name} is not what the code says. Run: npm run openapi`);
    process.exitCode = names.length > 0 ? 1 : 0;
  } else {
    for (const name of names) await writeFile(here(name), files[name] as string);
    console.log(names.length > 0 ? `Written: ${names.join(', ')}` : 'Nothing has changed.');
  }
}
