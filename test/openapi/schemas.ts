import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Document } from '../../src/platform/http/document/document.ts';

/** Says what is wrong with a value for the schema at a JSON Pointer into the document; null when it keeps it. */
export function schemaChecker(document: Document): (pointer: string[], value: unknown) => string | null {
  // The document has keywords of OpenAPI beside its schemas.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  return (steps, value) => {
    const pointer = steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
    const validate = ajv.getSchema(`document#${pointer.join('')}`);
    if (!validate) throw new Error(`There is no schema at ${steps.join(' > ')}.`);
    return validate(value) ? null : ajv.errorsText(validate.errors);
  };
}
