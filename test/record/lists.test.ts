import { describe, expect, test } from 'vitest';
import { updateRow } from '../../src/platform/engine/rows.ts';
import { KINDS, type RecordKind } from '../../src/record/kinds.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { record, recordStory, revise } from '../support/record.ts';

type Named = { id: string };

describe.each(ENGINES)('what lists can be asked for, on %s', (kind) => {
  const service = shared(() => startService(kind));
  const found = async (query: string): Promise<string[]> => {
    const { body } = await service().http.get(`/v1/${query}`).expect(200);
    return body.items.map(({ id }: Named) => id);
  };

  test('200 finds by the words of names and texts, folded as search folds them', async () => {
    const { dispute, question, outlet, article, north } = await recordStory(service());
    const speaker = await record(service(), 'speakers', { name: 'Élchin Ämirbayov', aliases: ['Эльчин Амирбеков'] });
    const claim = await record(service(), 'claims', {
      question: question.id,
      text: 'The weir leaks',
      terms: ['seepage'],
    });
    await revise(service(), `disputes/${dispute.id}`, { summary: 'About Weirwood and its quay' });
    const { id: letter } = await record(service(), 'articles', {
      ...{ url: 'https://courier.example/letter', title: 'A letter to the weirkeeper', byline: ['Ola Nordqvist'] },
      ...{ outlet: outlet.id, publishedAt: '2024' },
    });
    for (const q of [
      'amirbayov',
      'ELCHIN',
      'elch*',
      '"elchin amirbayov"',
      'амирбеков',
      'elchin -anna',
      'nobody OR elchin',
    ])
      expect(await found(`speakers?q=${encodeURIComponent(q)}`), q).toEqual([speaker.id]);
    for (const q of ['"amirbayov elchin"', 'elchin anna', 'amirb', '', '!!!', '"'])
      expect(await found(`speakers?q=${encodeURIComponent(q)}`), q).toEqual([]);
    expect(await found('claims?q=weir')).toEqual([claim.id]);
    expect(await found('claims?q=seepage')).toEqual([claim.id]);
    expect(await found('disputes?q=weirwood')).toEqual([dispute.id]);
    expect(await found('articles?q=weirkeeper')).toEqual([letter]);
    expect(await found('articles?q=nordqvist')).toEqual([letter]);
    expect(await found(`outlets?q=${encodeURIComponent(outlet.name)}`)).toEqual([outlet.id]);
    expect(await found(`articles?q=harbour&outlet=${outlet.slug}`)).toEqual([article.id]);
    expect(await found(`disputes?q=weirwood&side=${north.slug}`)).toEqual([dispute.id]);
    for (const path of ['sides', 'questions', 'reviews']) await service().http.get(`/v1/${path}?q=a`).expect(400);
    await service()
      .http.get(`/v1/speakers?q=${'a'.repeat(1001)}`)
      .expect(400);
  });

  test('200 pages through what is found, each once, and counts it', async () => {
    const names = Array.from({ length: 7 }, (_, at) => (at % 2 ? `Pager Odd ${at}` : `Pager Even ${at}`));
    const ids: string[] = [];
    for (const name of names) ids.push((await record(service(), 'outlets', { name })).id);
    const seen: string[] = [];
    let next = '';
    do {
      const { body } = await service().http.get(`/v1/outlets?q=pager&limit=3&count=true${next}`).expect(200);
      expect(body.total).toBe(7);
      seen.push(...body.items.map(({ id }: Named) => id));
      next = body.next === null ? '' : `&cursor=${body.next}`;
    } while (next !== '');
    expect(seen).toEqual(ids);
    const { body } = await service().http.get('/v1/outlets?q=pager%20even&count=true').expect(200);
    expect(body).toMatchObject({ total: 4, next: null });
  });

  test('200 finds by when it was written last, in the lists of all twelve kinds', async () => {
    const { as, engine } = service();
    const story = await recordStory(service());
    const one = await record(service(), 'statements', story.isOpen);
    const two = await record(service(), 'statements', story.isShut);
    const rebuttal = await record(service(), 'rebuttals', { statement: two.id, rebuts: one.id, kind: 'denial' });
    const ends = { claim: story.open.id, target: story.shut.id };
    const relation = await record(service(), 'claim-relations', { ...ends, kind: 'contradicts' });
    const review = await record(service(), 'reviews', {
      ...{ claim: story.open.id, publisher: story.outlet.id, url: 'https://courier.example/r', title: 'R' },
      ...{ reviewedAt: '2024', rating: { label: 'False' } },
    });
    const correction = await record(service(), 'corrections', { claim: story.open.id, kind: 'update', note: 'New' });
    const ids: Record<RecordKind, string> = {
      ...{ side: story.north.id, dispute: story.dispute.id, question: story.question.id, outlet: story.outlet.id },
      ...{ article: story.article.id, speaker: story.anna.id, claim: story.open.id, 'claim-relation': relation.id },
      ...{ statement: one.id, rebuttal: rebuttal.id, review: review.id, correction: correction.id },
    };
    for (const [of, id] of Object.entries(ids) as [RecordKind, string][]) {
      const { table } = KINDS[of];
      await engine.write((tx) => updateRow(tx, table, id, { updatedAt: '2001-05-06T07:08:09.000Z' }));
      const list = async (query: string) => {
        const { body } = await as.read.get(`/v1/${of}s?${query}&limit=200&count=true`).expect(200);
        expect(body.total, query).toBe(body.items.length);
        return body.items.map((item: Named) => item.id);
      };
      expect(await list('updatedTo=2001-05'), of).toEqual([id]);
      expect(await list('updatedFrom=2001-05-06&updatedTo=2001-05-06'), of).toEqual([id]);
      expect(await list('updatedTo=2001-05-05'), of).toEqual([]);
      expect(await list('updatedTo=2001-05-06T07:08:08Z'), of).toEqual([]);
      expect(await list('updatedFrom=2001-05-07'), of).not.toContain(id);
      expect((await list('updatedFrom=2001')).includes(id), of).toBe(true);
      await as.read.get(`/v1/${of}s?updatedFrom=yesterday`).expect(400);
    }
  });

  test('200 finds claims that are contested, and those that were reviewed, or the others', async () => {
    const { open, shut, question, isOpen, isShut, outlet, dispute } = await recordStory(service());
    const mine = async (query: string) =>
      (await found(`claims?dispute=${dispute.id}&${query}`)).map((id) => names.get(id) ?? id);
    const third = await record(service(), 'claims', { question: question.id, text: 'The harbour is half open' });
    const names = new Map([
      [open.id, 'open'],
      [shut.id, 'shut'],
      [third.id, 'third'],
    ]);
    const says = (claim: string, stance: string, over: object, quote: string) =>
      record(service(), 'statements', { ...over, quote, quoteType: 'indirect', stances: [{ claim, stance }] });
    expect(await mine('contested=false')).toEqual(['open', 'shut', 'third']);
    await says(open.id, 'support', isOpen, 'One');
    await says(open.id, 'deny', isOpen, 'Two');
    await says(shut.id, 'support', isOpen, 'Three');
    expect(await mine('contested=true')).toEqual([]);
    const denial = await says(open.id, 'deny', isShut, 'Four');
    expect(await mine('contested=true')).toEqual(['open']);
    expect(await mine('contested=false')).toEqual(['shut', 'third']);
    await service().as.write.delete(`/v1/statements/${denial.id}`).set('If-Match', '*').expect(204);
    expect(await mine('contested=true')).toEqual([]);
    await says(third.id, 'support', isShut, 'Five');
    expect(await mine('contested=true')).toEqual(['open', 'shut', 'third']);
    await record(service(), 'claim-relations', { claim: shut.id, target: third.id, kind: 'different-scope' });
    expect(await mine('contested=true')).toEqual(['open', 'third']);
    await record(service(), 'reviews', {
      ...{ claim: shut.id, publisher: outlet.id, url: 'https://courier.example/s', title: 'S' },
      ...{ reviewedAt: '2024', rating: { label: 'False' } },
    });
    expect(await mine('reviewed=true')).toEqual(['shut']);
    expect(await mine('reviewed=false&contested=true')).toEqual(['open', 'third']);
    await service().http.get('/v1/claims?contested=maybe').expect(400);
  });

  test('200 finds what is in a language by its tag and by the beginning of it', async () => {
    const { outlet, isOpen, article } = await recordStory(service());
    const made: Record<string, string> = {};
    for (const language of ['en', 'en-GB', 'eng-x-a', 'zh-cmn-Hans-CN', 'x-klingon', 'de']) {
      const of = {
        url: `https://courier.example/in/${language}`,
        title: language,
        outlet: outlet.id,
        publishedAt: '2024',
      };
      const { id, language: stored } = await record(service(), 'articles', { ...of, language });
      made[id] = stored;
    }
    const languages = async (query: string) =>
      (await found(`articles?outlet=${outlet.id}&${query}`)).flatMap((id) => made[id] ?? []);
    expect(await languages('language=EN')).toEqual(['en', 'en-GB', 'en-x-a']);
    expect(await languages('language=en-gb')).toEqual(['en-GB']);
    expect(await languages('language=zh&language=de')).toEqual(['zh-cmn-Hans-CN', 'de']);
    expect(await languages('language=zh-cmn')).toEqual(['zh-cmn-Hans-CN']);
    expect(await languages('language=x-klingon')).toEqual(['x-klingon']);
    await service().http.get('/v1/articles?language=english').expect(400);
    const british = await record(service(), 'statements', { ...isOpen, language: 'en-GB' });
    const asked = `statements?article=${article.id}&language=`;
    expect([await found(`${asked}en`), await found(`${asked}de`)]).toEqual([[british.id], []]);
  });
});
