import type { Author } from '../../kernel/author.ts';
import { Failure } from '../../kernel/failure.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import type { Engine } from '../../platform/engine/tables.ts';
import { recordArticle, recordSnapshot } from '../../record/articles/actions.ts';
import { NewArticle } from '../../record/articles/article.ts';
import { recordOutlet } from '../../record/outlets/actions.ts';
import { NewOutlet } from '../../record/outlets/outlet.ts';
import { findId } from '../../record/references.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { type Form, fieldOf, givenIn } from '../frame/form.ts';
import { type Extracted, extractArticle, isMarkup } from './extract.ts';
import { findNamed } from './names.ts';

type Stores = { engine: Engine; checker: QuoteChecker };

/**
 * Records an article with its text, as they were pasted; an outlet that is not known is made with it. Of HTML the text
 * is taken out, and what it says of title, date and language fills fields that were left empty. Gives the article's id;
 * of an address that is known the text becomes its next snapshot.
 */
export async function enterArticle({ engine, checker }: Stores, form: Form, by: Author): Promise<string> {
  const pasted = fieldOf(form, 'text');
  const page = isMarkup(pasted) ? await extractArticle(pasted) : null;
  const url = fieldOf(form, 'url');
  const known = url === '' ? null : await findId(engine.read, 'article', url);
  const id = known ?? (await recordWithOutlet(engine, form, url, page, by));
  const text = page?.text ?? pasted;
  if (/\S/u.test(text)) await recordSnapshot(engine, checker, id, { text }, by);
  return id;
}

/** Keeps another text of an article that is known. */
export async function enterText({ engine, checker }: Stores, article: string, form: Form, by: Author): Promise<void> {
  const pasted = fieldOf(form, 'text');
  const text = isMarkup(pasted) ? (await extractArticle(pasted)).text : pasted;
  if (!/\S/u.test(text)) throw missing('text');
  await recordSnapshot(engine, checker, article, { text, retrievedAt: givenIn(form, 'retrievedAt') }, by);
}

function recordWithOutlet(
  engine: Engine,
  form: Form,
  url: string,
  page: Extracted | null,
  by: Author,
): Promise<string> {
  const name = fieldOf(form, 'outlet');
  if (name === '') throw missing('outlet');
  const language = givenIn(form, 'language') ?? page?.language ?? undefined;
  return engine.write(async (tx) => {
    const outlet =
      (await findNamed(tx, 'outlet', name)) ?? (await recordOutlet(tx, parseOrFail(NewOutlet, { name }), by)).id;
    const body = {
      url,
      title: givenIn(form, 'title') ?? page?.title ?? '',
      outlet,
      publishedAt: givenIn(form, 'publishedAt') ?? page?.publishedAt ?? '',
      ...(language !== undefined && { language }),
    };
    return recordArticle(tx, parseOrFail(NewArticle, body), by);
  });
}

function missing(field: string): Failure {
  return new Failure('invalid', `/${field}: must be given.`, {
    faults: [{ pointer: `/${field}`, detail: 'must be given' }],
  });
}
