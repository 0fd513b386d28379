/*
 * Unpacks bzip2 beside the event loop. Takes pieces and a null at the end; gives, for each of them, what it unpacks to, and
 * then a null. What it throws ends it, and tells that the file is damaged.
 */
import { parentPort } from 'node:worker_threads';
import unbzip2 from 'unbzip2-stream';

const stream = unbzip2();
stream.on('data', (piece) => parentPort.postMessage(piece));
stream.on('error', (error) => {
  throw error instanceof Error ? error : new Error(String(error));
});
parentPort.on('message', (piece) => {
  if (piece === null) {
    stream.on('end', () => parentPort.postMessage(null));
    stream.end();
  } else {
    stream.write(Buffer.from(piece));
    parentPort.postMessage(null);
  }
});
