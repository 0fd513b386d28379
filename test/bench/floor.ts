import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/** An answer to be sent: what JSON says, or the bytes of anything else. */
export type FloorAnswer = { json: unknown } | { type: string; encoding: string | undefined; base64: string };

/** Bare Fastify that sends, at `/0`, `/1` …, the answers in the file named on its command line: JSON from an object. */
const answers: FloorAnswer[] = JSON.parse(readFileSync(process.argv[2] as string, 'utf8'));
const app = Fastify();
for (const [at, answer] of answers.entries()) {
  if ('json' in answer) {
    app.get(`/${at}`, async () => answer.json);
    continue;
  }
  const [bytes, { type, encoding }] = [Buffer.from(answer.base64, 'base64'), answer];
  app.get(`/${at}`, async (_request, reply) => {
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    return reply.type(type).send(bytes);
  });
}
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
