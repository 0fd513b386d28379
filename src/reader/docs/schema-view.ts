import type { Schema } from '../../platform/http/document/document.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { paragraphs } from './markdown.ts';
import { nameIn, type Reference, resolved } from './reference.ts';
import { isSchema, limitsLine, limitsOf, typeLine, valuesOf, withPlain } from './type-line.ts';

export type Shown = { locale: Locale; reference: Reference };

type Member = { name: string; schema: Schema; isRequired: boolean };

/** A schema as a whole: what it is, its limits, and its members with theirs. */
export function schemaView(shown: Shown, schema: Schema): Html {
  const { description } = schema;
  const limits = limitsIn(shown, schema);
  const line = schema.properties === undefined ? typeLine(schema, limits) : limitsLine(limits);
  return html`${typeof description === 'string' && prose(description)}
${line && html`<p>${line}</p>`}${factsOf(shown, schema)}${insideOf(shown, schema)}`;
}

/** Text of the document, which is English whatever the page's language is. */
export function prose(text: string): Html {
  return html`<div lang="en">${paragraphs(text)}</div>`;
}

/** A named value with all that is told of it: a parameter, a member, a header. */
export function described(
  shown: Shown,
  {
    name,
    schema,
    isRequired,
    description,
    example,
    id,
  }: Member & { description?: string; example?: unknown; id?: string },
): Html {
  const { locale, reference } = shown;
  const plain = withPlain(reference, schema);
  const own = (description || (plain.description as string | undefined)) ?? '';
  return html`<div class="member"${id !== undefined && html` id="${id}"`}><dt><code>${name}</code> ${typeLine(schema, limitsIn(shown, plain))}${isRequired && html` <span class="required">${locale.say('docsRequired')}</span>`}</dt>
<dd>${own !== '' && prose(own)}${factsOf(shown, plain, example)}${insideOf(shown, schema)}</dd></div>`;
}

/** Its limits, and of a list those of each item. */
function limitsIn({ reference }: Shown, schema: Schema): Part[] {
  const items = plainItems(reference, schema);
  return [...limitsOf(schema), ...(items ? limitsOf(items).map((one) => ['each ', one]) : [])];
}

/** What a list is of, where that is no object. */
function plainItems(reference: Reference, { items }: Schema): Schema | undefined {
  const plain = isSchema(items) ? withPlain(reference, items) : undefined;
  return plain?.properties === undefined ? plain : undefined;
}

/** The values that it can have, what it is when it is left out, and an example. */
function factsOf({ locale, reference }: Shown, schema: Schema, given?: unknown): Part {
  const items = plainItems(reference, schema);
  const values = valuesOf(reference, items ?? schema);
  const example = given ?? (schema.examples as unknown[] | undefined)?.[0];
  const coded = (of: unknown) => html`<code>${written(of)}</code>`;
  const facts = [
    schema.default !== undefined && html`${locale.say('docsDefault')} ${coded(schema.default)}`,
    example !== undefined && html`${locale.say('docsExample')} ${coded(example)}`,
  ].filter((one) => one !== false);
  return [
    // A constant is told by its type.
    (values.length > 1 || (values.length === 1 && !('const' in schema))) &&
      html`<p class="n values">${locale.say('docsValues')} ${joined(values.map(coded), ' ')}</p>`,
    facts.length > 0 && html`<p class="n">${joined(facts, ' · ')}</p>`,
  ];
}

/** As it would be written into a query where that is possible, else as JSON. */
export function written(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string') && value.length > 0)
    return value.join(', ');
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** The members of what has no name of its own, however deep it lies. */
function insideOf(shown: Shown, schema: Schema): Part {
  const { reference, locale } = shown;
  if (schema.$ref !== undefined) return null;
  const members = membersOf(reference, schema);
  if (members.length > 0) return html`<dl class="members">${members.map((one) => described(shown, one))}</dl>`;
  if (isSchema(schema.items)) return insideOf(shown, schema.items);
  if (isSchema(schema.additionalProperties)) return insideOf(shown, schema.additionalProperties);
  const options = ((schema.oneOf ?? schema.anyOf) as Schema[] | undefined) ?? [];
  return options
    .map((option) => ({ option, inside: insideOf(shown, option) }))
    .filter(({ inside }) => inside !== null && !(Array.isArray(inside) && inside.length === 0))
    .map(
      ({ option, inside }, at) =>
        html`<div class="option"><p class="n">${locale.say('docsForm', { n: at + 1 })} ${tellingOf(option)}</p>${inside}</div>`,
    );
}

/** What tells one of several forms from the others: its members that have one value only. */
function tellingOf({ properties }: Schema): Part {
  const fixed = Object.entries((properties ?? {}) as Record<string, Schema>).filter(([, one]) => 'const' in one);
  return joined(
    fixed.map(([name, one]) => html`<code>${name}: ${JSON.stringify(one.const)}</code>`),
    ', ',
  );
}

/** Its own members, and those of what it extends; what is told again is told as it is told last. */
export function membersOf(reference: Reference, schema: Schema, within: readonly string[] = []): Member[] {
  const name = schema.$ref === undefined ? null : nameIn(schema.$ref);
  if (name !== null && within.includes(name)) return [];
  const whole = resolved(reference, schema);
  const above = name === null ? within : [...within, name];
  const members = new Map<string, Member>();
  for (const part of (whole.allOf as Schema[] | undefined) ?? [])
    for (const member of membersOf(reference, part, above)) members.set(member.name, member);
  const required = new Set((whole.required as string[] | undefined) ?? []);
  for (const [member, of] of Object.entries((whole.properties ?? {}) as Record<string, Schema>))
    members.set(member, { name: member, schema: of, isRequired: required.has(member) });
  for (const member of members.values()) if (required.has(member.name)) member.isRequired = true;
  return [...members.values()];
}
