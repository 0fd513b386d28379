import type { AddressInfo, ListenOptions, Socket } from 'node:net';
import { createServer, Server } from 'node:net';
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
  const { host, port } = await freePlace(place);
  const others = Array.from({ length: SOCKETS - 1 }, () =>
    // As Node's own server of HTTP takes connections on.
    createServer({ allowHalfOpen: true, noDelay: true }, (socket: Socket) => app.server.emit('connection', socket)),
  );
  for (const other of others) other.on('error', (error) => app.server.emit('error', error));
  let closed: Promise<unknown> = Promise.resolve();
  app.addHook('preClose', async () => {
    closed = Promise.all(others.map(closedServer));
  });
  // By then what was idle is closed. What is answered still needs the database.
  app.addHook('onClose', async () => void (await closed));
  const shared = { host, port, reusePort: true };
  const address = await app.listen(shared);
  await Promise.all(others.map((other) => listening(other, shared)));
  return address;
}

/** The same place, with a port where none was named. Fails where it is taken. */
export async function freePlace(place: Place): Promise<Place> {
  const probe = new Server();
  await listening(probe, place);
  const { port } = probe.address() as AddressInfo;
  await closedServer(probe);
  return { host: place.host, port };
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
