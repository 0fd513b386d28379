import { connect, type Socket } from 'node:net';
import type { Http } from '../../src/platform/http/http.ts';
import { whenDone } from './lifetime.ts';

/** The port on which the service listens from now on. */
export async function listeningPort(app: Http): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as { port: number }).port;
}

export type RawClient = { send(text: string): void; answer: Promise<string>; closed: Promise<string>; socket: Socket };

/** A connection on which anything can be sent; `answer` is what came until the head was there, `closed` until the end. */
export function rawClient(port: number): RawClient {
  const socket = connect({ host: '127.0.0.1', port });
  whenDone(() => socket.destroy());
  let received = '';
  const answer = Promise.withResolvers<string>();
  const closed = Promise.withResolvers<string>();
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    received += text;
    if (received.includes('\r\n\r\n')) answer.resolve(received);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    answer.resolve(received);
    closed.resolve(received);
  });
  return {
    send: (text) => void (socket.writable && socket.write(text)),
    answer: answer.promise,
    closed: closed.promise,
    socket,
  };
}

/** Sends `text` again and again until the connection is closed; gives all that was received. */
export async function trickle(client: RawClient, text: string, everyMs: number): Promise<string> {
  const sending = setInterval(() => client.send(text), everyMs);
  const received = await client.closed;
  clearInterval(sending);
  return received;
}
