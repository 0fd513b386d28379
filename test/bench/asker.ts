import { Agent } from 'node:http';
import { answerOf } from './service.ts';

/** A client of its own: told an address, asks for it again and again without a pause; told none, says that it stopped. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let address: string | null = null;

process.on('message', async (told: string | null) => {
  address = told;
  if (told === null) return;
  while (address !== null) await answerOf(agent, address);
  process.send?.('stopped');
});
