import { type Connections, connectionsTo } from './connections.ts';
import { KEY } from './mix.ts';

/** How long `/health/live` took, by how it was asked, in milliseconds; infinite where it did not say 200. */
export type Health = Record<
  'kept connection' | 'kept connection, key' | 'new connection' | 'new connection, key',
  number[]
>;

const EVERY_MS = 100;

/** Asks whether the service lives, in all four ways ten times a second, until it is told to stop. */
function watch(url: string): () => Health {
  const health: Health = {
    'kept connection': [],
    'kept connection, key': [],
    'new connection': [],
    'new connection, key': [],
  };
  const kept = { plain: connectionsTo(url, 1), keyed: connectionsTo(url, 1) };
  const ask = async (times: number[], isKeyed: boolean, connections: Connections) => {
    const headers = isKeyed ? { authorization: `Bearer ${KEY}` } : {};
    const began = performance.now();
    const { status } = await connections.send({ method: 'GET', path: '/health/live', headers });
    times.push(status === 200 ? performance.now() - began : Number.POSITIVE_INFINITY);
  };
  const askAnew = async (times: number[], isKeyed: boolean) => {
    const connections = connectionsTo(url, 1);
    await ask(times, isKeyed, connections);
    connections.close();
  };
  const asking = setInterval(() => {
    void ask(health['kept connection'], false, kept.plain);
    void ask(health['kept connection, key'], true, kept.keyed);
    void askAnew(health['new connection'], false);
    void askAnew(health['new connection, key'], true);
  }, EVERY_MS);
  return () => {
    clearInterval(asking);
    return health;
  };
}

let end = (): Health | undefined => undefined;
process.on('message', (told: { url: string } | 'stop') => {
  if (told === 'stop') {
    process.send?.(end());
    return;
  }
  end = watch(told.url);
  process.send?.('watching');
});
