import type { Counterclaim } from '../analysis/counterclaims/counterclaim.ts';
import type { DisputePositions } from '../analysis/positions/dispute-positions.ts';
import type { Page } from '../kernel/page.ts';
import type { Claim } from '../record/claims/claim.ts';
import type { Statement, StatementBrief } from '../record/statements/statement.ts';
import { between, NOTICE, type Source } from './answer.ts';
import type { Addresses } from './sources.ts';

/** One line, in which nothing is read as Markdown of this service's own. */
function line(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]#|]/gu, '\\$&')
    .trim();
}

function quoted(words: string): string {
  return between(words.replace(/\s+/gu, ' ').trim());
}

const whose = ({ speaker, side, saidAt }: Pick<StatementBrief, 'speaker' | 'side' | 'saidAt'>) =>
  `${line(speaker.name)} (${side === null ? 'side not known' : line(side.name)}${saidAt === null ? ', date not known' : `, ${saidAt}`})`;

const NOTE = `> ${NOTICE} Such words stand between <words> and </words>.`;

function page(parts: (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join('\n\n')}\n`;
}

export function statementPage(statement: Statement, source: Source): string {
  const { id, quote, quoteType, speaker, article, anchor, stances, rebuts, rebuttals, context, setting } = statement;
  const links = (heading: string, some: Statement['rebuts']) =>
    some.length > 0 &&
    `## ${heading}\n\n${some.map(({ kind, statement: other }) => `- ${kind}: ${quoted(other.quote)} — ${whose(other)}, \`${other.id}\``).join('\n')}`;
  return page([
    `# ${line(speaker.name)}${statement.side === null ? '' : `, ${line(statement.side.name)}`}`,
    NOTE,
    quoted(quote),
    [
      `- id: \`${id}\``,
      `- ${quoteType === 'indirect' ? 'a paraphrase by the reporter' : quoteType === 'mixed' ? 'a paraphrase with quoted words' : "the speaker's words"}; in the article it is **${anchor.result}**`,
      `- said: ${statement.saidAt ?? 'date not known'}${setting === null ? '' : `, ${quoted(setting)}`}`,
      `- reported by ${line(article.outlet.name)}, ${article.publishedAt.slice(0, 10)}: ${quoted(article.title)} <${anchor.url}>`,
      `- address: <${source.address}>`,
      `- citation: ${line(source.citation)}`,
    ].join('\n'),
    context !== null && `In its sentence: ${quoted(context)}`,
    stances.length > 0 &&
      `## Stances\n\n${stances.map(({ claim, stance }) => `- ${stance}: ${line(claim.text)} (\`${claim.slug}\`)`).join('\n')}`,
    links('It answers', rebuts),
    links('What answers it', rebuttals),
    rebuttals.length === 0 && 'No answer to it is recorded.',
  ]);
}

export function claimPage(
  claim: Claim,
  { items, total }: Page<Statement, unknown>,
  rivals: readonly Counterclaim[],
  addressOf: Addresses,
): string {
  const own = (statement: Statement) => statement.stances.find((one) => one.claim.id === claim.id)?.stance;
  const of = (stance: string) => items.filter((statement) => own(statement) === stance);
  const list = (heading: string, stance: string) =>
    of(stance).length > 0 &&
    `## ${heading}\n\n${of(stance)
      .map(
        (one) =>
          `- ${quoted(one.quote)} — ${whose(one)}, in ${line(one.article.outlet.name)}, \`${one.id}\` <${one.anchor.url}>`,
      )
      .join('\n')}`;
  return page([
    `# ${line(claim.text)}`,
    NOTE,
    `A claim, which is a paraphrase and nobody's words, in answer to: ${line(claim.question.text)}`,
    `- id: \`${claim.id}\`, slug: \`${claim.slug}\`\n- dispute: \`${claim.dispute.slug}\`\n- address: <${addressOf('claim', claim.id, claim.slug)}>\n- statements on it: ${total ?? 'very many'}; the newest ${items.length} are below`,
    list('Who supports it', 'support'),
    list('Who denies it', 'deny'),
    list('Who asks about it', 'query'),
    list('Who comments on it', 'comment'),
    items.length === 0 && 'No published statement of the record takes a stance on it.',
    rivals.length > 0 &&
      `## What competes with it\n\n${rivals
        .map(
          ({ claim: other, n, stances }) =>
            `- ${line(other.text)} (\`${other.slug}\`): ${n} statements, ${stances.support} support, ${stances.deny} deny`,
        )
        .join('\n')}`,
  ]);
}

export function disputePage({ dispute, total, rows, sides }: DisputePositions, addressOf: Addresses): string {
  const held = ({ question, verdict, cells }: DisputePositions['rows'][number]) =>
    `## ${line(question.text)}\n\n**${verdict}**\n\n${
      cells
        .filter(({ n }) => n > 0)
        .map(
          ({ side, n, claims }) =>
            `- ${line(side.name)} (${n} statements)\n${claims
              .map(({ claim, support, deny, query, comment, latest }) => {
                const counts = Object.entries({ support, deny, query, comment })
                  .filter(([, count]) => count > 0)
                  .map(([stance, count]) => `${stance} ${count}`);
                const newest =
                  latest === null ? '' : ` Newest: ${quoted(latest.quote)} — ${whose(latest)}, \`${latest.id}\``;
                return `  - ${line(claim.text)} (\`${claim.slug}\`): ${counts.join(', ')}.${newest}`;
              })
              .join('\n')}`,
        )
        .join('\n') || 'No side has taken a position.'
    }`;
  return page([
    `# ${line(dispute.title)}`,
    NOTE,
    `- id: \`${dispute.id}\`, slug: \`${dispute.slug}\`\n- address: <${addressOf('dispute', dispute.id, dispute.slug)}>\n- sides: ${sides.map(({ name }) => line(name)).join(', ')}\n- statements that take a stance: ${total}`,
    ...rows.map(held),
  ]);
}
