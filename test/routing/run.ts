import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Follows the table “If you change this, touch these” of CONTRIBUTING.md for a field and for a filter, in a copy of the
 * sources: after each file but the last the compiler names one that is still to be touched, and after the last it is
 * content. Fails where the table leaves a file out, or names one that is not needed.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Edit = { file: string; after: string; add: string };

const FIELD: Edit[] = [
  { file: 'record/statements/table.ts', after: "note: d.text('note'),", add: "venue: d.text('venue')," },
  { file: 'record/kinds.ts', after: 'anchor: { words: NO_ANCHOR },', add: "venue: 'words'," },
  { file: 'record/statements/columns.ts', after: 'note: body.note,', add: 'venue: body.venue,' },
  { file: 'record/statements/columns.ts', after: 'note: row.note,', add: 'venue: row.venue,' },
  { file: 'record/statements/statement.ts', after: '    note: Note.nullable(),', add: 'venue: Note.nullable(),' },
  {
    file: 'record/statements/statement.ts',
    after: '  note: Note.nullable().default(null),',
    add: 'venue: Note.nullable().default(null),',
  },
  {
    file: 'record/statements/shown-members.ts',
    after: "note: [['note'], ({ note }) => note],",
    add: "venue: [['venue'], ({ venue }) => venue],",
  },
  { file: 'exchange/readable-lines.ts', after: "  'context',", add: "'venue'," },
];
const FILTER: Edit[] = [
  {
    file: 'analysis/statements/filter.ts',
    after: "groundRules: oneOrMore(GroundRules).describe('On what terms it was said'),",
    add: "cue: oneOrMore(z.string()).describe('Attributed with this expression'),",
  },
  {
    file: 'analysis/statements/filter.ts',
    after: '  groundRules: {\n',
    add: "isWalk: true,\n    fulfil: (cues) => isOneOf('cue', (t: Tables) => t.statements.cue, cues),\n  },\n  cue: {\n",
  },
];

const folder = mkdtempSync(join(tmpdir(), 'counterclaim-routing-'));
let failed = 0;
try {
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const config = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src'] }));
  follow('a field of a statement', FIELD);
  follow('a filter of a list', FILTER);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

function follow(row: string, edits: readonly Edit[]): void {
  const line = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`| ${row} `));
  const files = new Set(edits.map(({ file }) => file));
  for (const file of files) say(line?.includes(`\`${file}\``) === true, `${row}: the table names ${file}`);
  for (const [at, edit] of edits.entries()) {
    apply(edit);
    const faults = compile();
    const isLast = at === edits.length - 1;
    const still = edits.slice(at + 1).map(({ file }) => file);
    if (isLast) say(faults.length === 0, `${row}: nothing else is to be touched ${faults.join(', ')}`);
    else say(faults.length > 0, `${row}: after ${edit.file} the compiler still asks for ${still.join(', ')}`);
    say(
      faults.every((file) => files.has(file)),
      `${row}: the compiler asks for no other file ${faults.join(', ')}`,
    );
  }
}

function apply({ file, after, add }: Edit): void {
  const path = join(folder, 'src', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(after)) throw new Error(`${file} has no “${after}” any more: this follows the table no longer.`);
  writeFileSync(path, text.replaceAll(after, `${after}\n${add}`));
}

/** The files in which the compiler finds faults. */
function compile(): string[] {
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript-native/bin/tsc'), '--noEmit', '-p', folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return [...new Set([...stdout.matchAll(/^src\/([^(]+)\(/gm)].map(([, file]) => file as string))];
  }
}

function say(holds: boolean, what: string): void {
  console.log(`${holds ? 'holds' : 'FAILS'}  ${what}`);
  if (!holds) failed += 1;
}
