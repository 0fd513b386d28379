import { describe, expect, test } from 'vitest';
import { systemSources } from '../../src/platform/engine/open.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { record, recordStory, revise } from '../support/record.ts';

type Line = { seq: number; at: string; actor: string; entity: { type: string; id: string } };

describe.each(ENGINES)('what the change feed can be asked for, on %s', (kind) => {
  /** One line a minute from this moment on. */
  function minutes() {
    let minute = Date.parse('2024-05-01T00:00:00Z');
    return () => {
      minute += 60_000;
      return new Date(minute);
    };
  }

  async function asked() {
    const service = await startService(kind, { sources: systemSources(minutes()) });
    const story = await recordStory(service);
    const one = await record(service, 'statements', story.isOpen);
    const foreign = await recordStory(service);
    await service.as.admin.patch(`/v1/sides/${foreign.north.id}`).set('If-Match', '*').send({ name: 'N' }).expect(200);
    const all = (await service.http.get('/v1/changes?limit=200').expect(200)).body.items as Line[];
    const lines = async (query: string) => {
      const found: Line[] = [];
      for (let next = ''; ; ) {
        const { body } = await service.http.get(`/v1/changes?${query}${next}`).expect(200);
        found.push(...body.items);
        if (body.next === null) return found.map(({ seq }) => seq);
        next = `&cursor=${body.next}`;
      }
    };
    const those = (holds: (line: Line) => boolean) => all.filter(holds).map(({ seq }) => seq);
    return { service, story, one, foreign, all, lines, those };
  }

  test('200 finds lines by time, actor and order, together with each other and with `after`', async () => {
    const { all, lines, those, service } = await asked();
    const middle = all[9] as Line;
    expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort());
    expect(await lines(`since=${middle.at}`)).toEqual(those(({ at }) => at >= middle.at));
    expect(await lines(`until=${middle.at}`)).toEqual(those(({ at }) => at <= middle.at));
    expect(await lines('since=2024-05-01&until=2024-05&limit=7')).toEqual(those(() => true));
    expect(await lines('since=2024-05-02')).toEqual([]);
    expect(await lines('until=2024-04')).toEqual([]);
    const newest = those(() => true).reverse();
    expect(await lines('order=desc&limit=7')).toEqual(newest);
    expect(await lines('order=desc&after=3&limit=4')).toEqual(newest.filter((seq) => seq > 3));
    expect(await lines(`order=desc&until=${middle.at}&limit=3`)).toEqual(those(({ at }) => at <= middle.at).reverse());
    const admin = all.at(-1)?.actor as string;
    expect(admin).not.toBe(all[0]?.actor);
    expect(await lines(`actor=${admin}`)).toEqual(those(({ actor }) => actor === admin));
    expect(await lines(`actor=${admin}&actor=${all[0]?.actor}&type=side`)).toEqual(
      those(({ entity }) => entity.type === 'side'),
    );
    expect(await lines('actor=nobody')).toEqual([]);
    const { body } = await service.http.get(`/v1/changes?since=${middle.at}&count=true&limit=1`).expect(200);
    expect(body.total).toBe(those(({ at }) => at >= middle.at).length);
    for (const wrong of ['since=yesterday', 'order=up', 'until=2024-13', 'dispute='])
      await service.http.get(`/v1/changes?${wrong}`).expect(400);
  });

  test('200 finds the lines of what belongs to a dispute, and of nothing else', async () => {
    const { service, story, one, foreign, lines, those: _ } = await asked();
    const two = await record(service, 'statements', story.isShut);
    await record(service, 'rebuttals', { statement: two.id, rebuts: one.id, kind: 'denial' });
    await record(service, 'claim-relations', { claim: story.open.id, target: story.shut.id, kind: 'contradicts' });
    const review = await record(service, 'reviews', {
      ...{ statement: one.id, publisher: story.outlet.id, url: 'https://courier.example/r', title: 'R' },
      ...{ reviewedAt: '2024', rating: { label: 'False' } },
    });
    await record(service, 'corrections', { review: review.id, kind: 'update', note: 'New' });
    await revise(service, `articles/${story.article.id}`, { title: 'Renamed' });
    await record(service, 'statements', foreign.isOpen);
    const all = (await service.http.get('/v1/changes?limit=200').expect(200)).body.items as Line[];
    const kindsIn = async (query: string) => {
      const seqs = await lines(query);
      return all.filter(({ seq }) => seqs.includes(seq)).map(({ entity }) => entity.type);
    };
    expect(await kindsIn(`dispute=${story.dispute.slug}&limit=3`)).toEqual(
      'dispute question claim claim article snapshot statement statement rebuttal claim-relation review correction article'.split(
        ' ',
      ),
    );
    const both = await lines(`dispute=${story.dispute.slug}&dispute=${foreign.dispute.id}&type=statement`);
    expect(both).toHaveLength(3);
    await service.http.get('/v1/changes?dispute=nowhere').expect(422);
  });
});
