import { Failure } from '../../kernel/failure.ts';
import type { Schema } from '../../platform/http/document/document.ts';
import { type Entry, parametersIn, type Reference } from './reference.ts';
import { fieldName } from './try-form.ts';
import { withPlain } from './type-line.ts';

/** The address that the form of an operation asks for: what was left blank is left out, and lists have one value a line. */
export function addressAsked(reference: Reference, { path, operation }: Entry, form: Record<string, unknown>): string {
  const valuesOf = (name: string, schema: Schema) => {
    const given = [form[name] ?? []].flat().map(String);
    const isList = withPlain(reference, schema).type === 'array';
    return given.flatMap((one) => (isList ? one.split(/\r?\n/) : one)).filter((one) => one !== '');
  };
  let filled = path;
  for (const parameter of parametersIn(reference, operation, 'path')) {
    const name = fieldName(parameter);
    const [value] = valuesOf(name, parameter.schema);
    if (value === undefined)
      throw new Failure('invalid', `${parameter.name}: is required.`, {
        faults: [{ pointer: name, detail: 'is required' }],
      });
    filled = filled.replace(name, () => encodeURIComponent(value));
  }
  const query = new URLSearchParams();
  for (const { name, schema } of parametersIn(reference, operation, 'query'))
    for (const value of valuesOf(name, schema)) query.append(name, value);
  return query.size === 0 ? filled : `${filled}?${query}`;
}
