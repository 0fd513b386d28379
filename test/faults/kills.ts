import { openDatabase } from '../../src/database.ts';
import { importedFile } from './imported-file.ts';
import { brokenFullText, faultsOf } from './inspection.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';
import { randomFrom, recordStory, Writer } from './writer.ts';

const WRITERS = 6;
/** A new database after so many kills, so that looking through it stays quick. */
const KILLS_A_DATABASE = 25;
/** When a kill comes, counted from the first write of the round. */
const LIFE_MAX_MS = 400;
/** The same where files are read in, and what is written is folded into the summaries. */
const LIFE_WITH_IMPORTS_MAX_MS = 3_000;

export type Figures = { kills: number; acknowledged: number; lost: string[]; faults: string[] };

export type Kills = {
  kills: number;
  seed: number;
  freshUrl(): Promise<string>;
  told?(figures: Figures): void;
  /** Whether files are read in while clients write; then the service lives long enough to fold, too. */
  imports?: boolean;
};

/**
 * Kills the service again and again while clients write, and looks each time whether everything that was acknowledged
 * is there, and nothing by halves.
 */
export async function killAgainAndAgain({ kills, seed, freshUrl, told, imports = false }: Kills): Promise<Figures> {
  const random = randomFrom(seed);
  const figures: Figures = { kills: 0, acknowledged: 0, lost: [], faults: [] };
  while (figures.kills < kills) {
    const rounds = Math.min(KILLS_A_DATABASE, kills - figures.kills);
    await killOne(await freshUrl(), rounds, random, figures, told, imports);
  }
  return figures;
}

async function killOne(
  url: string,
  rounds: number,
  random: () => number,
  figures: Figures,
  told: Kills['told'],
  imports: boolean,
) {
  let service: ServiceProcess = await startProcess(url);
  const file = imports ? importedFile() : null;
  try {
    const story = await recordStory(service.address);
    const writers: Writer[] = [];
    for (let at = 1; at <= WRITERS; at += 1)
      writers.push(await Writer.start(service.address, `w${at}`, Math.floor(random() * 2 ** 32), story));
    for (let round = 1; round <= rounds; round += 1) {
      const writing = writers.map((writer) => writer.write(service.address, () => true));
      const sending = file?.send(service.address);
      const lifeMaxMs = file === null ? LIFE_MAX_MS : LIFE_WITH_IMPORTS_MAX_MS;
      await new Promise((resolve) => setTimeout(resolve, random() * lifeMaxMs));
      await service.kill();
      await Promise.all([sending, ...writing]);
      service = await startProcess(url);
      for (const writer of writers) await writer.check(service.address);
      figures.kills += 1;
      figures.faults.push(...(await inspect(url)));
      told?.(sum(figures, writers));
    }
    Object.assign(figures, sum(figures, writers));
    if (file !== null) figures.faults.push(...(await file.faults(service.address)), ...(await inspect(url)));
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
