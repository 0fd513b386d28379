import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Standbys } from './engine/engine.ts';
import type { Http } from './http/http.ts';
import { RouteDurations } from './route-durations.ts';

/** What Prometheus reads: the process, how long each route took by its status, and the standbys that are read from. */
export function measureRequests(app: Http, standbys: Standbys | null): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new RouteDurations(registry);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.count(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  if (standbys !== null) measureReads(registry, standbys);
  return registry;
}

/** Who answered the reads, and how far the standbys are; of several processes the worst lag. */
function measureReads(registry: Registry, { figures }: Standbys): void {
  const registers = [registry];
  const labelNames = ['server'];
  const worst = { labelNames, registers, aggregator: 'max' } as const;
  new Counter({
    name: 'database_reads_total',
    help: 'Reads by the server that answered them: the primary, or a standby, by its place in the settings',
    labelNames,
    registers,
    collect() {
      const { ofPrimary, standbys } = figures();
      this.reset();
      this.inc({ server: 'primary' }, ofPrimary);
      for (const { name, reads } of standbys) this.inc({ server: name }, reads);
    },
  });
  new Gauge({
    name: 'database_standby_left_out',
    help: '1 while a standby is not read from, as seen by at least one process',
    ...worst,
    collect() {
      for (const { name, state } of figures().standbys) this.set({ server: name }, state === 'ok' ? 0 : 1);
    },
  });
  new Gauge({
    name: 'database_standby_lag_bytes',
    help: 'How much of the log of the primary a standby has yet to take over',
    ...worst,
    collect() {
      this.reset();
      for (const { name, lagBytes } of figures().standbys) if (lagBytes !== null) this.set({ server: name }, lagBytes);
    },
  });
  new Gauge({
    name: 'database_standby_lag_seconds',
    help: 'How long ago a standby had all that the primary had; looked at every second',
    ...worst,
    collect() {
      this.reset();
      for (const { name, lagSeconds } of figures().standbys)
        if (lagSeconds !== null) this.set({ server: name }, lagSeconds);
    },
  });
}
