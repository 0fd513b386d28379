import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import type { Http } from './http.ts';

/** Where sockets of one port share what comes in between them; elsewhere there is one. */
const SOCKETS = process.platform === 'linux' ? 24 : 1;

type Place = { host: string; port: number };

/**
 * Listens, and resolves with the address. Node takes on one connection of a socket in each round of its event loop: while
 * rounds are long, those who come at once would wait for as many rounds as they are. So there are several sockets, each of
 * which has one of them taken on in a round.
 *
 * Fails where anything listens there already: sockets that share a port would let a second service in.
 */
export async function listenOn(app: Http, place: Place): Promise<string> {
  if (SOCKETS === 1) return app.listen(place);
  const others = Array.from({ length: SOCKETS - 1 }, () =>
    // As Node's own server of HTTP takes connections on.
    createServer({ allowHalfOpen: true, noDelay: true }, (socket: Socket) => app.server.emit('connection', socket)),
  );
  let closed: Promise<unknown> = Promise.resolve();
  app.addHook('preClose', async () => {
    closed = Promise.all(others.map(closedServer));
  });
  // By then what was idle is closed. What is answered still needs the database.
  app.addHook('onClose', async () => void (await closed));
  const port = place.port === 0 ? await freePort(place.host) : place.port;
  const shared = { host: place.host, port, reusePort: true };
  return startingAlone(shared, async () => {
    const address = await app.listen(shared);
    await Promise.all(others.map((other) => listening(other, shared)));
    return address;
  });
}

/**
 * Does `start` where nobody listens, and nobody else is about to: a name that one process at a time can have, and that is gone
 * with it, is kept while it is found that the port is free, and then taken.
 */
async function startingAlone<Result>({ host, port }: Place, start: () => Promise<Result>): Promise<Result> {
  const turn = createServer();
  const place = createHash('sha256').update(`${host}:${port}`).digest('hex');
  await listening(turn, { path: `\0counterclaim-${place}` }).catch((error: NodeJS.ErrnoException) => {
    // Where such names cannot be had, what is found below is all that is known.
    if (error.code !== 'EADDRINUSE') return;
    throw Object.assign(new Error(`listen EADDRINUSE: address already in use ${host}:${port}`), { code: error.code });
  });
  try {
    const probe = createServer();
    await listening(probe, { host, port });
    await closedServer(probe);
    return await start();
  } finally {
    await closedServer(turn);
  }
}

/** A port of this host on which nobody listens. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await listening(probe, { host, port: 0 });
  const { port } = probe.address() as AddressInfo;
  await closedServer(probe);
  return port;
}

function listening(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Resolves once the last of its connections has ended. */
function closedServer(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}
