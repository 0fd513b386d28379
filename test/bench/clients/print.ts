import { figure } from '../figures.ts';
import { printBars } from '../overload/figures.ts';

export const SERVICE = 'counterclaim';
const FLOORS = ['node:http', 'Fastify'];

/** What one answered of one kind of request by so many clients. */
export type Measured = {
  name: string;
  subject: string;
  clients: number;
  /** Requests a second that were answered; the processor's time for each; those that were not answered with 200 or 201. */
  rate: number;
  cpuMs: number;
  wrong: number;
};

/** Of bare Fastify's rate, and of that of the best peer. */
const BARS = [
  { of: 'by id', floor: 0.4, peer: 4 },
  { of: 'page of 50', floor: 0.35, peer: 1 },
];

export function printClients(all: readonly Measured[], clients: readonly number[]): void {
  const subjects = [...new Set(all.map(({ subject }) => subject))];
  for (const count of clients) {
    console.log(
      `\n| ${count} clients: requests a second (µs of CPU each) | ${subjects.join(' | ')} | of Fastify (by CPU) |`,
    );
    console.log(`|---|${subjects.map(() => '---').join('|')}|---|`);
    for (const name of new Set(all.map((one) => one.name))) {
      const at = (subject: string) =>
        all.find((one) => one.clients === count && one.name === name && one.subject === subject);
      const cells = subjects.map((subject) => cellOf(at(subject)));
      const [own, bare] = [at(SERVICE), at('Fastify')];
      const share = (own?.rate ?? 0) / (bare?.rate ?? 0);
      const shareOfCpu = (bare?.cpuMs ?? 0) / (own?.cpuMs ?? 0);
      console.log(`| ${[name, ...cells, `${figure(share)} (${figure(shareOfCpu)})`].join(' | ')} |`);
    }
  }
  printBars(
    BARS.flatMap((bar) =>
      clients.flatMap((count) =>
        barsOf(
          bar,
          all.filter((one) => one.clients === count),
        ),
      ),
    ),
  );
}

function cellOf(one: Measured | undefined): string {
  if (one === undefined) return '–';
  const wrong = one.wrong > 0 ? `, ${one.wrong} not answered` : '';
  return `${figure(one.rate)} (${figure(one.cpuMs * 1_000)}${wrong})`;
}

function barsOf({ of, floor, peer }: (typeof BARS)[number], all: readonly Measured[]) {
  return all
    .filter(({ name, subject }) => subject === SERVICE && name.startsWith(of))
    .flatMap(({ name, rate, clients }) => {
      const beside = all.filter((one) => one.name === name && one.subject !== SERVICE);
      const bare = beside.find(({ subject }) => subject === 'Fastify')?.rate ?? Number.NaN;
      const peers = beside.filter(({ subject }) => !FLOORS.includes(subject)).map((one) => one.rate);
      const best = peers.length === 0 ? Number.NaN : Math.max(...peers);
      const bar = (says: string, share: number, least: number) => ({
        ...{ says: `${name}, ${clients} clients: ${says}`, seen: Number.isNaN(share) ? 'not measured' : figure(share) },
        holds: share >= least,
      });
      return [bar(`${floor} of bare Fastify`, rate / bare, floor), bar(`${peer} × the best peer`, rate / best, peer)];
    });
}
