import type { Schema } from '../../platform/http/document/document.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import { nameIn, type Reference, resolved } from './reference.ts';

/** What a value may be, in a few words; schemas that have a name are links. English, as the document is. */
export function typeLine(schema: Schema, limits: readonly Part[] = []): Html {
  return html`<span class="type" lang="en">${joined([typeOf(schema), ...limits], ' · ')}</span>`;
}

/** The limits alone, of what has its members told; null without any. */
export function limitsLine(limits: readonly Part[]): Html | null {
  return limits.length === 0 ? null : html`<span class="type" lang="en">${joined(limits, ' · ')}</span>`;
}

function typeOf(schema: Schema): Part {
  const { $ref, allOf, items, additionalProperties, format } = schema;
  const options = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined;
  if ($ref !== undefined) return schemaLink(nameIn($ref));
  if ('const' in schema) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (options) {
    const told = options.map(typeOf);
    return joined(
      told.filter((one, at) => typeof one !== 'string' || told.indexOf(one) === at),
      ' or ',
    );
  }
  if (Array.isArray(allOf)) return allOfThem(allOf as Schema[]);
  const types = [schema.type ?? []].flat() as string[];
  const named = types.map((type): Part => {
    if (type === 'array') return ['array of ', items === undefined ? 'anything' : grouped(items as Schema)];
    if (type === 'object' && isSchema(additionalProperties) && schema.properties === undefined)
      return ['object whose members are ', typeOf(additionalProperties)];
    return type === 'string' && typeof format === 'string' ? `string (${format})` : type;
  });
  if (named.length === 1) return named[0];
  return named.length === 0 ? (schema.properties ? 'object' : 'anything') : joined(named, ' or ');
}

/** What is joined to the schemas that have a name is told as members. */
function allOfThem(parts: readonly Schema[]): Part {
  const named = parts.filter(({ $ref }) => $ref !== undefined);
  return [joined(named.map(typeOf), ' and '), named.length < parts.length && ' with more members'];
}

function grouped(items: Schema): Part {
  const isSeveral = items.oneOf !== undefined || items.anyOf !== undefined;
  return isSeveral ? ['(', typeOf(items), ')'] : typeOf(items);
}

export function schemaLink(name: string): Html {
  return html`<a href="/docs/schemas/${name}">${name}</a>`;
}

/** Whether a value says something: `{}` and `true` let everything through. */
export function isSchema(part: unknown): part is Schema {
  return typeof part === 'object' && part !== null && Object.keys(part).length > 0;
}

/** The schema itself where its name stands for a plain value; one that has members is left to its own page. */
export function withPlain(reference: Reference, schema: Schema): Schema {
  const whole = resolved(reference, schema);
  const { properties, allOf } = whole;
  return properties === undefined && allOf === undefined ? whole : schema;
}

/** The values that it is one of; none where it is anything else, too. */
export function valuesOf(reference: Reference, schema: Schema): unknown[] {
  const whole = resolved(reference, schema);
  const options = (whole.oneOf ?? whole.anyOf) as Schema[] | undefined;
  if (Array.isArray(whole.enum)) return whole.enum;
  if ('const' in whole) return [whole.const];
  if (!options) return [];
  const values = options.filter(({ type }) => type !== 'null').map((one) => valuesOf(reference, one));
  return values.some((some) => some.length === 0) ? [] : values.flat();
}

/** What limits a value, a few words each. */
export function limitsOf(schema: Schema): Part[] {
  const { minLength, maxLength, minimum, maximum, exclusiveMinimum, minItems, maxItems, pattern } = schema;
  return [
    rangeOf(minLength, maxLength, 'character'),
    rangeOf(minimum, maximum, ''),
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    rangeOf(minItems, maxItems, 'item'),
    pattern !== undefined && html`pattern <code>${String(pattern)}</code>`,
    schema.readOnly === true && 'read-only',
    schema.additionalProperties === false && 'no other members',
    schema.properties !== undefined && isOpen(schema) && 'may have further members',
  ].filter((one) => one !== false && one !== null);
}

function isOpen({ additionalProperties }: Schema): boolean {
  return additionalProperties !== undefined && additionalProperties !== false;
}

function rangeOf(from: unknown, to: unknown, unit: string): string | null {
  const counted = (n: unknown) => `${number(n)}${unit && ` ${unit}${n === 1 ? '' : 's'}`}`;
  const most = isTold(to) ? to : undefined;
  const least = isTold(from) ? from : undefined;
  if (least === undefined && most === undefined) return null;
  if (least === most) return counted(most);
  if (most === undefined) return `at least ${counted(least)}`;
  return least === undefined ? `at most ${counted(most)}` : `${number(least)} to ${counted(most)}`;
}

/** The bounds of what JSON can count to are not worth telling. */
function isTold(bound: unknown): boolean {
  return typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
}

function number(n: unknown): string {
  return typeof n === 'number' && Number.isInteger(n) ? n.toLocaleString('en') : String(n);
}
