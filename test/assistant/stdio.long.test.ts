import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, test } from 'vitest';
import { counterclaim, ROOT } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';

describe.each(ENGINES)('counterclaim mcp on %s', (kind) => {
  test('answers over stdin and stdout by the same tools, with resources for addresses', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const client = new Client({ name: 'test', version: '1' });
    whenDone(() => client.close());
    const { PATH = '', HOME = '' } = process.env;
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: ['src/counterclaim.js', 'mcp'],
        cwd: ROOT,
        env: { PATH, HOME, DATABASE_URL },
        stderr: 'inherit',
      }),
    );
    expect((await client.listTools()).tools).toHaveLength(9);
    const answer = await client.callTool({ name: 'search_statements', arguments: { claim: ['limited-access'] } });
    const { result, sources } = answer.structuredContent as {
      result: { items: { id: string; quote: string }[] };
      sources: { id: string; address: string }[];
    };
    expect(result.items).toMatchObject([{ quote: 'limited access' }]);
    const id = result.items[0]?.id;
    expect(sources).toContainEqual(expect.objectContaining({ id, address: `counterclaim://statement/${id}` }));
    const checked = await client.callTool({ name: 'check_quotes', arguments: { text: 'It is “posted at the gate”.' } });
    expect(checked.structuredContent).toMatchObject({ result: { counts: { altered: 1 } } });
  });
});

test('counterclaim mcp makes no database where there is none', async () => {
  const { code, stderr } = await counterclaim(['mcp'], { DATABASE_URL: 'file:/nowhere/at/all.db' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/\S/);
});
