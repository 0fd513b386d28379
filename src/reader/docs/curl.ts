import type { Media } from '../../platform/http/document/document.ts';
import { answersOf, type Entry, exampleIn, parametersIn, type Reference, scopeOf } from './reference.ts';

export type ExampleBody = { type: string; text: string };

/** The address of an operation with the parameters of the document's own example in it. */
export function exampleAddress(reference: Reference, { path, operation }: Entry): string {
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const parameter = parametersIn(reference, operation, 'path').find((one) => one.name === name);
    const example = parameter && exampleIn(reference, parameter);
    return example === undefined ? whole : encodeURIComponent(String(example));
  });
  const query = parametersIn(reference, operation, 'query').flatMap((parameter) => {
    const values = [exampleIn(reference, { ...parameter, schema: {} }) ?? []].flat();
    return values.map((value) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(String(value))}`);
  });
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** The body of the example, in the first media type that has one. */
export function exampleBody(reference: Reference, { operation: { requestBody } }: Entry): ExampleBody | null {
  for (const [type, media] of Object.entries(requestBody?.content ?? {})) {
    const text = textOf(reference, media);
    if (text !== null) return { type, text };
  }
  return null;
}

/** The answer of the example, in the first media type that has one. */
export function exampleAnswer(reference: Reference, { operation }: Entry): (ExampleBody & { status: string }) | null {
  for (const [status, { content = {} }] of answersOf(reference, operation))
    for (const [type, media] of Object.entries(content)) {
      const text = /^2/.test(status) ? textOf(reference, media) : null;
      if (text !== null) return { status, type, text };
    }
  return null;
}

export function textOf(reference: Reference, media: Media): string | null {
  const example = exampleIn(reference, { ...media, schema: {} });
  if (example === undefined) return null;
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}

/** The example as a command for a shell. */
export function curlOf(reference: Reference, entry: Entry, base: string): string {
  const { method, operation } = entry;
  const scope = scopeOf(reference, operation);
  const body = exampleBody(reference, entry);
  const headers = parametersIn(reference, operation, 'header')
    .filter(({ required, example }) => required && example !== undefined)
    .map(({ name, example }) => quoted(`${name}: ${example}`));
  const isStream = Object.values(operation.responses).some(
    (answer) => 'content' in answer && 'text/event-stream' in (answer.content ?? {}),
  );
  const parts = [
    [
      'curl',
      ...(isStream ? ['--no-buffer'] : []),
      ...methodOf(method, body),
      quoted(base + exampleAddress(reference, entry)),
    ].join(' '),
    // In double quotes, so that the shell puts the key in.
    ...(scope === 'open' || scope === 'read-if-closed' ? [] : ['-H "Authorization: Bearer $KEY"']),
    ...[...headers, ...(body ? [quoted(`Content-Type: ${body.type}`)] : [])].map((header) => `-H ${header}`),
    ...(body
      ? [`--data${body.text.includes('\n') && !body.type.includes('json') ? '-binary' : ''} ${quoted(body.text)}`]
      : []),
  ];
  return parts.join(' \\\n  ');
}

/** What curl does by itself is not told. */
function methodOf(method: string, body: ExampleBody | null): string[] {
  const own = body === null ? 'GET' : 'POST';
  return method === own ? [] : ['-X', method];
}

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
