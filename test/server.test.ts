import { Agent, type IncomingMessage, request } from 'node:http';
import { expect, test } from 'vitest';
import { startServing } from './support/command.ts';
import { freshDatabase } from './support/database.ts';

/** A request whose body is sent in two parts: begun now, ended when the caller says so. */
function begin(url: string, key: string, body: string): { hasArrived: Promise<void>; end(): Promise<number> } {
  const half = Math.floor(body.length / 2);
  const sending = request(url, {
    method: 'POST',
    // A client that would keep its connection for ever.
    agent: new Agent({ keepAlive: true }),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on('response', resolve);
    sending.on('error', reject);
  });
  answer.catch(() => {});
  sending.flushHeaders();
  return {
    // The service asks for the body: the request is under way there.
    hasArrived: new Promise((resolve) => {
      sending.on('continue', () => {
        sending.write(body.slice(0, half));
        resolve();
      });
    }),
    end: async () => {
      sending.end(body.slice(half));
      const { statusCode = 0 } = (await answer).resume();
      return statusCode;
    },
  };
}

test('SIGTERM finishes the request that runs, refuses what comes, and ends with 0; what was written is there after', async () => {
  const DATABASE_URL = await freshDatabase('sqlite');
  const first = await startServing({ DATABASE_URL }, ['--no-demo']);
  const { hasArrived, end } = begin(
    `${first.address}/v1/sides`,
    first.adminKey as string,
    '{"name":"Written while it stops"}',
  );
  await hasArrived;
  const ended = first.stop();
  await expect
    .poll(() =>
      fetch(`${first.address}/health/live`).then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    .toBe('refused');
  expect(await end()).toBe(201);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });

  const second = await startServing({ DATABASE_URL }, ['--no-demo']);
  const { items } = (await (await fetch(`${second.address}/v1/sides`)).json()) as { items: unknown[] };
  expect(items).toMatchObject([{ slug: 'written-while-it-stops' }]);
});
