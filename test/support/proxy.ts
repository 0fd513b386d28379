import { connect, createServer, type Server, type Socket } from 'node:net';
import { whenDone } from './lifetime.ts';

/** A way to a server that can be cut, so that it is gone for who goes by it, and be mended, to the same one or another. */
export type Proxy = { port: number; cut(): Promise<void>; mend(to?: number): Promise<void> };

export async function proxyTo(host: string, port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let target = port;
  let server: Server;
  const open = (at: number) =>
    new Promise<number>((resolve, reject) => {
      server = createServer((client) => {
        const upstream = connect({ host, port: target });
        for (const socket of [client, upstream]) {
          sockets.add(socket);
          socket.on('error', () => {});
          socket.on('close', () => {
            sockets.delete(socket);
            client.destroy();
            upstream.destroy();
          });
        }
        client.pipe(upstream).pipe(client);
      });
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const own = await open(0);
  whenDone(async () => {
    if (server.listening) await cut();
  });
  const mend = async (to = target) => {
    target = to;
    await open(own);
  };
  return { port: own, cut, mend };
}
