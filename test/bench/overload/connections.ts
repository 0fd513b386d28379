import { connect, type Socket } from 'node:net';

/** What became of a request: its status, or that the connection was lost, or that nothing came for too long. */
export type Outcome = {
  status: number | 'lost' | 'hung';
  /** Of the head, in seconds; null where it says nothing. */
  retryAfter: number | null;
  body: string;
};
export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string };

const HUNG_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 500;

type Waiting = { text: string; settle(outcome: Outcome): void };

/**
 * Connections to one address, each with one request at a time: as many as are needed, up to a bound; beyond it requests
 * wait for one. Node's own client takes as long for a request as the service, which would share its cores.
 */
export function connectionsTo(url: string, connectionsMax: number) {
  const { hostname, port, host } = new URL(url);
  const idle: Connection[] = [];
  const all = new Set<Connection>();
  const waiting: Waiting[] = [];

  function next(connection: Connection): void {
    const first = waiting.shift();
    if (first === undefined) idle.push(connection);
    else connection.send(first);
  }

  function opened(): Connection {
    const connection = connectionOn(connect({ host: hostname, port: Number(port), noDelay: true }), next, () => {
      all.delete(connection);
      if (idle.includes(connection)) idle.splice(idle.indexOf(connection), 1);
      const first = waiting.shift();
      if (first !== undefined) opened().send(first);
    });
    all.add(connection);
    return connection;
  }

  const looking = setInterval(() => {
    for (const connection of all) connection.giveUpBefore(performance.now() - HUNG_AFTER_MS);
  }, LOOK_EVERY_MS);

  return {
    send({ method, path, headers, body = '' }: Sent): Promise<Outcome> {
      const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
      const text = `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
      return new Promise((settle) => {
        const one = { text, settle };
        const connection = idle.pop();
        if (connection !== undefined) connection.send(one);
        else if (all.size < connectionsMax) opened().send(one);
        else waiting.push(one);
      });
    },
    get open() {
      return all.size;
    },
    close() {
      clearInterval(looking);
      for (const connection of all) connection.destroy();
    },
  };
}

type Connection = ReturnType<typeof connectionOn>;

function connectionOn(socket: Socket, free: (connection: Connection) => void, lost: () => void) {
  let current: { settle: Waiting['settle']; since: number } | null = null;
  let received = '';

  const settle = (outcome: Outcome) => {
    const asked = current;
    [current, received] = [null, ''];
    asked?.settle(outcome);
  };
  const connection = {
    send({ text, settle }: Waiting): void {
      current = { settle, since: performance.now() };
      socket.write(text);
    },
    giveUpBefore(time: number): void {
      if (current === null || current.since > time) return;
      settle({ status: 'hung', retryAfter: null, body: '' });
      socket.destroy();
    },
    destroy: () => void socket.destroy(),
  };
  // A byte is a character, so that lengths are those of the wire.
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    const answer = answerIn(received);
    if (answer === null) return;
    settle(answer);
    if (answer.closes) socket.destroy();
    else free(connection);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    if (current !== null) settle({ status: 'lost', retryAfter: null, body: '' });
    lost();
  });
  return connection;
}

export type Connections = ReturnType<typeof connectionsTo>;

/** The answer that was received; null where it is not whole yet. */
function answerIn(received: string): (Outcome & { closes: boolean }) | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = received.slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const body = received.slice(end + 4);
  const isWhole =
    length !== undefined
      ? body.length >= Number(length)
      : status === 204 || status === 304 || body.endsWith('0\r\n\r\n');
  if (!isWhole) return null;
  const retryAfter = /\r\nretry-after: (\d+)/i.exec(head)?.[1];
  return {
    status,
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
    body: Buffer.from(body, 'latin1').toString(),
    closes: /\r\nconnection: close/i.test(head),
  };
}
