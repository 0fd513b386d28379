import type { Service } from './app.ts';

/** The text that the articles of a story have, with curly quotes, a no-break space, an astral character and repetition. */
export const TEXT = [
  'Harbour reopens 🚢 after storm',
  '“The gates stand open day and night,” Anna Nord told reporters on Monday. She said the north quay had\u00a0been repaired',
  'by the first of March, and that every boat could land.',
  'Ben Sud disagreed. “The gates are shut,” he wrote in a letter. “Nobody has seen the key since winter.”',
  'Asked again on Tuesday, he repeated: “The gates are shut.” The harbour office was not available for comment.',
].join('\n\n');

/** What the text has once, each at a place of its own. */
export const QUOTES = [
  'The gates stand open day and night',
  'told reporters on Monday',
  'that every boat could land',
  'by the first of March',
  'Ben Sud disagreed',
  'he wrote in a letter',
  'Nobody has seen the key since winter',
  'Asked again on Tuesday',
  'The harbour office was not available for comment',
  'Harbour reopens',
];

/** What else the text has; two statements of one speaker in one article have other words, or they are one. */
const OTHER_QUOTES = [
  'that every boat could land',
  'the north quay had\u00a0been repaired',
  'told reporters on Monday',
  'by the first of March',
  'he wrote in a letter',
  'Asked again on Tuesday',
  'The harbour office was not available for comment',
  'Harbour reopens',
  'after storm',
  'Ben Sud disagreed',
];

let taken = 0;

/** A statement like this one with other words of the text, and others each time, until all ten were taken. */
export function another<Statement extends { quote: string }>(statement: Statement): Statement {
  taken += 1;
  return { ...statement, quote: OTHER_QUOTES[taken % OTHER_QUOTES.length] as string };
}

let told = 0;

/** POSTs with the scope `write`, expects 201, and gives the entity. */
export async function record(service: Service, path: string, body: object) {
  const response = await service.as.write.post(`/v1/${path}`).send(body);
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
  return response.body;
}

/** PATCHes with the scope `write` whatever revision there is, expects 200, and gives the entity. */
export async function revise(service: Service, path: string, patch: object) {
  const response = await service.as.write.patch(`/v1/${path}`).set('If-Match', '*').send(patch);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
  return response.body;
}

/**
 * A dispute of its own: two sides with a speaker each (Anna for the north, Ben for the south), one question with two
 * claims that compete, and an article of 1 March 2024, with `text` as its snapshot unless that is null.
 */
export async function recordStory(service: Service, { text = TEXT as string | null } = {}) {
  told += 1;
  const name = (words: string) => `${words} ${told}`;
  const north = await record(service, 'sides', { name: name('North') });
  const south = await record(service, 'sides', { name: name('South') });
  const dispute = await record(service, 'disputes', {
    title: name('The harbour'),
    sides: [{ side: north.id }, { side: south.id }],
  });
  const question = await record(service, 'questions', { dispute: dispute.id, text: name('Is the harbour open?') });
  const open = await record(service, 'claims', { question: question.id, text: name('The harbour is open') });
  const shut = await record(service, 'claims', { question: question.id, text: name('The harbour is shut') });
  const outlet = await record(service, 'outlets', { name: name('Courier') });
  const article = await record(service, 'articles', {
    url: `https://courier.example/${told}`,
    title: name('Harbour reopens'),
    outlet: outlet.id,
    publishedAt: '2024-03-01',
    language: 'en',
  });
  if (text !== null) await record(service, `articles/${article.id}/snapshots`, { text });
  const anna = await record(service, 'speakers', {
    name: name('Anna Nord'),
    affiliations: [{ side: north.id, title: 'Mayor' }],
  });
  const ben = await record(service, 'speakers', { name: name('Ben Sud'), affiliations: [{ side: south.id }] });
  const isOpen = {
    article: article.id,
    speaker: anna.id,
    quote: 'The gates stand open day and night',
    quoteType: 'direct',
    stances: [{ claim: open.id, stance: 'support' }],
  };
  const isShut = {
    article: article.id,
    speaker: ben.id,
    quote: 'Nobody has seen the key since winter',
    quoteType: 'direct',
    stances: [{ claim: open.id, stance: 'deny' }],
  };
  return { north, south, dispute, question, open, shut, outlet, article, anna, ben, isOpen, isShut };
}

/** The lines of history that `work` leaves. */
export async function changesBy(service: Service, work: () => Promise<unknown>) {
  const before = (await service.changes()).length;
  await work();
  return (await service.changes()).slice(before);
}
