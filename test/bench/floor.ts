import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/** Bare Fastify that sends, at `/0`, `/1` …, the answers in the file named on its command line, each from an object. */
const answers: unknown[] = JSON.parse(readFileSync(process.argv[2] as string, 'utf8'));
const app = Fastify();
for (const [at, answer] of answers.entries()) app.get(`/${at}`, async () => answer);
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
