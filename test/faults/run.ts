import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, killAgainAndAgain } from './kills.ts';
import { startPostgres } from './postgres-server.ts';

/**
 * `npm run test:faults -- --kills 300 --seed 1`: kills the service while clients write and, as `--imports`, files are read
 * in, and prints what became of its promises. On SQLite, or with `--engine postgres` on a server of its own.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    engine: { type: 'string', default: 'sqlite' },
    imports: { type: 'boolean', default: false },
  },
});
const { engine, imports } = values;
if (engine !== 'sqlite' && engine !== 'postgres') throw new Error('--engine is sqlite or postgres.');
const kills = Number(values.kills);
const seed = Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'counterclaim-faults-'));
let made = 0;
const postgres = engine === 'postgres' ? await startPostgres() : null;
const freshUrl = async () => {
  made += 1;
  if (postgres !== null) return postgres.database(`faults_${made}`);
  return `file:${join(folder, `${made}.db`)}`;
};

function say({ kills: done, acknowledged, lost, faults }: Figures): string {
  return `kills ${done}, acknowledged ${acknowledged}, lost ${lost.length}, faults ${faults.length}`;
}

console.log(`seed ${seed}`);
try {
  const told = (figures: Figures) => void (figures.kills % 10 === 0 && console.log(say(figures)));
  const figures = await killAgainAndAgain({ kills, seed, freshUrl, told, imports });
  for (const fault of [...figures.lost, ...figures.faults]) console.error(fault);
  console.log(say(figures));
  process.exitCode = figures.lost.length + figures.faults.length === 0 ? 0 : 1;
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
