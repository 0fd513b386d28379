import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, killAgainAndAgain } from './kills.ts';

/** `npm run test:faults -- --kills 300 --seed 1`: kills the service on SQLite, and prints what became of its promises. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'counterclaim-faults-'));
let made = 0;
const freshUrl = async () => {
  made += 1;
  return `file:${join(folder, `${made}.db`)}`;
};

function say({ kills: done, acknowledged, lost, faults }: Figures): string {
  return `kills ${done}, acknowledged ${acknowledged}, lost ${lost.length}, faults ${faults.length}`;
}

console.log(`seed ${seed}`);
try {
  const told = (figures: Figures) => void (figures.kills % 10 === 0 && console.log(say(figures)));
  const figures = await killAgainAndAgain({ kills, seed, freshUrl, told });
  for (const fault of [...figures.lost, ...figures.faults]) console.error(fault);
  console.log(say(figures));
  process.exitCode = figures.lost.length + figures.faults.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
