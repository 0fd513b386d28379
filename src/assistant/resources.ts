import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { listCounterclaims } from '../analysis/counterclaims/counterclaim-store.ts';
import { StatementFilter } from '../analysis/statements/filter.ts';
import { listStatements } from '../analysis/statements/list-store.ts';
import { Failure } from '../kernel/failure.ts';
import { getClaim } from '../record/claims/store.ts';
import { findId, leadsNowhere } from '../record/references.ts';
import { getStatement } from '../record/statements/store.ts';
import { claimPage, disputePage, statementPage } from './markdown.ts';
import { sourcesIn } from './sources.ts';
import type { Means } from './tool.ts';

const PUBLISHED = { drafts: false };
const SHOWN = 20;

/** A statement, a claim and a dispute as Markdown, each by its id or slug. */
export function registerResources(server: McpServer, means: Means): void {
  const kinds = [
    ['statement', 'id', 'A statement', 'Who said what, in whose words, where, and what answers it', statementText],
    [
      'claim',
      'slug',
      'A claim',
      'Who supports and who denies it, in whose words, and what competes with it',
      claimText,
    ],
    ['dispute', 'slug', 'A dispute', 'Which side holds what on each of its questions', disputeText],
  ] as const;
  for (const [kind, name, title, description, textOf] of kinds) {
    const template = new ResourceTemplate(`counterclaim://${kind}/{${name}}`, { list: undefined });
    const says = { title, description, mimeType: 'text/markdown' };
    server.registerResource(kind, template, says, async (uri, variables) => {
      const reference = decodeURIComponent(String(variables[name]));
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: await textOf(reference, means) }] };
    });
  }
}

async function idOf({ engine }: Means, kind: 'claim' | 'dispute', reference: string): Promise<string> {
  const id = await findId(engine.read, kind, reference);
  if (id === null) throw await leadsNowhere(engine.read, kind, reference);
  return id;
}

async function statementText(id: string, means: Means): Promise<string> {
  const statement = await getStatement(means.engine.read, id, PUBLISHED);
  const [source] = await sourcesIn(means.engine.read, { id: statement.id }, means.addressOf);
  if (source === undefined) throw new Failure('not-found', `There is no statement "${id}".`);
  return statementPage(statement, source);
}

async function claimText(reference: string, means: Means): Promise<string> {
  const id = await idOf(means, 'claim', reference);
  const claim = await getClaim(means.engine.read, id);
  const paging = { limit: SHOWN, after: null, count: true };
  const filter = StatementFilter.parse({ claim: [id] });
  const statements = await listStatements(means.engine, filter, '-saidAt', paging, PUBLISHED);
  const rivals = await listCounterclaims(means.engine.read, id, { ...paging, count: false });
  return claimPage(claim, statements, rivals.items, means.addressOf);
}

async function disputeText(reference: string, means: Means): Promise<string> {
  const id = await idOf(means, 'dispute', reference);
  const positions = (await means.comparer.make('positions', { dispute: id }, means.signal)).read();
  return disputePage(positions, means.addressOf);
}
