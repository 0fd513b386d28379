import { Agent } from 'node:http';
import { answerOf } from './service.ts';

/**
 * A client of its own: told an address, asks for it again and again without a pause, each time with a header that it has not
 * had, since an answer that is kept would be no work; told none, says that it stopped.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let address: string | null = null;
let asked = 0;

process.on('message', async (told: string | null) => {
  address = told;
  if (told === null) return;
  while (address !== null) {
    asked += 1;
    await answerOf(agent, address, { headers: { accept: `application/json, text/x-${process.pid}-${asked};q=0.1` } });
  }
  process.send?.('stopped');
});
