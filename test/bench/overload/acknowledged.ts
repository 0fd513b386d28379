import { Agent } from 'node:http';
import { answerOf, type Running } from '../service.ts';
import { KEY, STORY } from './mix.ts';

const AT_ONCE = 16;
const headers = { authorization: `Bearer ${KEY}` };

/** How many of these statements are not there, or are others. */
export async function missing({ url }: Running, acknowledged: readonly (readonly [id: string, note: string])[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const left = [...acknowledged];
  let lost = 0;
  const look = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const [id, note] = one;
      const found = await answerOf(agent, `${url}/v1/statements/${id}`, { headers }).catch(() => null);
      if (found === null || JSON.parse(found.body.toString()).note !== note) lost += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  agent.destroy();
  return lost;
}

/** Records the articles and texts that statements are recorded from. */
export async function recordStory({ url }: Running): Promise<void> {
  const body = STORY.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sent = await fetch(`${url}/v1/imports?format=record`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-ndjson' },
    body,
  });
  type Job = { id: string; state: string; rejected: number };
  let job = (await sent.json()) as Job;
  while (job.state === 'queued' || job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const told = await fetch(`${url}/v1/imports/${job.id}`, { headers });
    if (told.ok) job = (await told.json()) as Job;
  }
  if (job.state !== 'done' || job.rejected > 0) throw new Error(JSON.stringify(job));
}
