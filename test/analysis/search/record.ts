import type { Sources } from '../../../src/platform/engine/engine.ts';
import type { Service } from '../../support/app.ts';

/** A record to search: one dispute with two sides, two outlets' articles, two speakers. */
export async function recordToSearch({ as }: Service) {
  const post = async (path: string, body: object) => (await as.write.post(path).send(body).expect(201)).body;
  await post('/v1/sides', { name: 'North' });
  await post('/v1/sides', { name: 'South' });
  await post('/v1/disputes', {
    title: 'The pass',
    sides: [
      { side: 'north', role: 'party' },
      { side: 'south', role: 'party' },
    ],
  });
  await post('/v1/questions', { dispute: 'the-pass', text: 'Is the pass open?', slug: 'open' });
  const claim = await post('/v1/claims', {
    question: 'open',
    text: 'The pass is closed',
    terms: ['closure', 'shut off'],
  });
  await post('/v1/outlets', { name: 'Post', kind: 'newspaper' });
  const speaker = await post('/v1/speakers', {
    name: 'Zoë Łukasz',
    aliases: ['Զոյա Եվստաթյան'],
    affiliations: [{ side: 'north' }],
  });
  await post('/v1/speakers', { name: 'Omar', affiliations: [{ side: 'south' }] });
  const article = await post('/v1/articles', {
    url: 'https://post.example/pass',
    title: 'Trouble at the pass',
    outlet: 'post',
    publishedAt: '2024-03-01',
    language: 'en',
  });
  const say = (quote: string, over: object = {}) =>
    post('/v1/statements', {
      article: article.id,
      speaker: 'zoe-lukasz',
      dispute: 'the-pass',
      quote,
      quoteType: 'indirect',
      ...over,
    });
  return { post, say, article, claim, speaker };
}

/** The same times and ids in every run, so that two services can be compared byte for byte. */
export function steadySources(): Sources {
  const start = Date.parse('2024-05-01T00:00:00Z');
  let ticks = 0;
  let made = 0;
  return {
    clock: () => {
      ticks += 1;
      return new Date(start + 1000 * ticks);
    },
    newKey: () => {
      made += 1;
      return made;
    },
  };
}
