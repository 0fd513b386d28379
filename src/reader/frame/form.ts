import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** What a form sent: the values of each field, in their order. */
export const Form = z.record(z.string(), z.array(z.string()));
export type Form = z.infer<typeof Form>;

/** The first value of a field without space at its ends; empty where it was not sent. Line ends are the texts' own. */
export function fieldOf(form: Form, name: string): string {
  return (form[name]?.[0] ?? '').trim();
}

/** The same; undefined where it is empty. */
export function givenIn(form: Form, name: string): string | undefined {
  return fieldOf(form, name) || undefined;
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Reads forms; browsers end the lines of a text with CR LF, texts here with LF. */
export function readForms(app: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  app.addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (_request, body, done) => {
    const form: Form = {};
    for (const [name, value] of new URLSearchParams(String(body))) {
      if (Object.hasOwn(form, name)) form[name]?.push(value.replace(/\r\n?/g, '\n'));
      else if (name !== '__proto__') form[name] = [value.replace(/\r\n?/g, '\n')];
    }
    done(null, form);
  });
}
