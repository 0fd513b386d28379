import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Fastify from 'fastify';

/** The bare server that is named, sending at `/name/n` the n-th of the answers of that name, in the file that is named. */
const [kind, file] = process.argv.slice(2) as [string, string];
const answers: Record<string, unknown[]> = JSON.parse(readFileSync(file, 'utf8'));
const host = '127.0.0.1';

if (kind === 'fastify') {
  const app = Fastify();
  for (const method of ['GET', 'POST'])
    app.route<{ Params: { name: string; n: string } }>({
      ...{ method, url: '/:name/:n' },
      async handler({ params: { name, n } }, reply) {
        if (method === 'POST') reply.code(201);
        return (answers[name] as unknown[])[Number(n)];
      },
    });
  console.log(await app.listen({ host, port: 0 }));
} else {
  const bytes = Object.fromEntries(
    Object.entries(answers).map(([name, some]) => [name, some.map((one) => Buffer.from(JSON.stringify(one)))]),
  );
  const server = createServer((request, response) => {
    const [, name = '', n] = (request.url ?? '').split('/');
    const body = bytes[name]?.[Number(n)] ?? Buffer.alloc(0);
    request.resume();
    request.once('end', () => {
      const head = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
      response.writeHead(request.method === 'POST' ? 201 : 200, head).end(body);
    });
  });
  server.listen(0, host, () => console.log(`http://${host}:${(server.address() as { port: number }).port}`));
}
