import { openDatabase } from '../../src/database.ts';
import { brokenFullText, faultsOf } from './inspection.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';
import { randomFrom, recordStory, Writer } from './writer.ts';

const WRITERS = 6;
/** A new database after so many kills, so that looking through it stays quick. */
const KILLS_A_DATABASE = 25;
/** When a kill comes, counted from the first write of the round. */
const LIFE_MAX_MS = 400;

export type Figures = { kills: number; acknowledged: number; lost: string[]; faults: string[] };

export type Kills = {
  kills: number;
  seed: number;
  freshUrl(): Promise<string>;
  told?(figures: Figures): void;
};

/**
 * Kills the service again and again while clients write, and looks each time whether everything that was acknowledged
 * is there, and nothing by halves.
 */
export async function killAgainAndAgain({ kills, seed, freshUrl, told }: Kills): Promise<Figures> {
  const random = randomFrom(seed);
  const figures: Figures = { kills: 0, acknowledged: 0, lost: [], faults: [] };
  while (figures.kills < kills) {
    const rounds = Math.min(KILLS_A_DATABASE, kills - figures.kills);
    await killOne(await freshUrl(), rounds, random, figures, told);
  }
  return figures;
}

async function killOne(url: string, rounds: number, random: () => number, figures: Figures, told: Kills['told']) {
  let service: ServiceProcess = await startProcess(url);
  try {
    const story = await recordStory(service.address);
    const writers: Writer[] = [];
    for (let at = 1; at <= WRITERS; at += 1)
      writers.push(await Writer.start(service.address, `w${at}`, Math.floor(random() * 2 ** 32), story));
    for (let round = 1; round <= rounds; round += 1) {
      const writing = writers.map((writer) => writer.write(service.address, () => true));
      await new Promise((resolve) => setTimeout(resolve, random() * LIFE_MAX_MS));
      await service.kill();
      await Promise.all(writing);
      service = await startProcess(url);
      for (const writer of writers) await writer.check(service.address);
      figures.kills += 1;
      figures.faults.push(...(await inspect(url)));
      told?.(sum(figures, writers));
    }
    Object.assign(figures, sum(figures, writers));
  } finally {
    await service.kill();
  }
}

async function inspect(url: string): Promise<string[]> {
  const engine = await openDatabase(url);
  try {
    const faults = await faultsOf(engine);
    return url.startsWith('file:') ? [...faults, ...brokenFullText(url.replace('file:', ''))] : faults;
  } finally {
    await engine.close();
  }
}

function sum(figures: Figures, writers: Writer[]): Figures {
  return {
    ...figures,
    acknowledged: figures.acknowledged + writers.reduce((total, { acknowledged }) => total + acknowledged, 0),
    lost: [...figures.lost, ...writers.flatMap(({ lost }) => lost)],
  };
}
