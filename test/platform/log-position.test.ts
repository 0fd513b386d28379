import pg from 'pg';
import { expect, test } from 'vitest';
import { COMMIT_AND_TELL, howFar, positionOfToken, tokenOf } from '../../src/platform/engine/log-position.ts';
import { freshDatabase } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';

test('what a client is told leads back to the position, and what nobody was told to none', () => {
  for (const position of [0, 1, 25_000_000, 2 ** 48, Number.MAX_SAFE_INTEGER])
    expect(positionOfToken(tokenOf(position))).toBe(position);
  for (const token of ['', '-1', '1.5', 'A', '0/16B3748', 'zzzzzzzzzzz', '1'.repeat(12)])
    expect(positionOfToken(token)).toBeNull();
});

test.each(['on', 'off'])(
  'a commit tells where it stands, and none before it does: synchronous_commit = %s',
  async (mode) => {
    const pool = new pg.Pool({ connectionString: await freshDatabase('postgres'), max: 1 });
    whenDone(() => pool.end());
    await pool.query(`SET synchronous_commit = '${mode}'`);
    await pool.query('CREATE TABLE words (word text)');
    let before = (await howFar(pool)).position;
    for (let at = 1; at <= 20; at += 1) {
      await pool.query('BEGIN');
      await pool.query("INSERT INTO words VALUES ('one')");
      const results: unknown = await pool.query(COMMIT_AND_TELL);
      const position = Number((results as pg.QueryResult<{ position: string }>[])[1]?.rows[0]?.position);
      // An insert and its commit take more than fifty bytes.
      expect(position).toBeGreaterThan(before + 50);
      before = position;
    }
    expect(await howFar(pool)).toMatchObject({ copies: false });
  },
);
