import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Http } from './http/http.ts';

/** What Prometheus reads. */
export type Metrics = { contentType: string; text(): Promise<string> };

const NAME = 'http_request_duration_seconds';
/** Seconds up to which requests are counted together. */
const BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** How long the requests took that a route answered with a status: how many up to each bound, and all together. */
type Durations = { labels: string; upTo: number[]; seconds: number; requests: number };

/**
 * What Prometheus reads: the process, and how long each route took by its status. Requests are counted here, since the
 * library takes longer to find out where one belongs than much of what is read takes to answer.
 */
export function measureRequests(app: Http): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const taken = new Map<string, Durations>();
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const name = `${request.method} ${reply.statusCode} ${route}`;
    let durations = taken.get(name);
    if (durations === undefined) {
      const labels = `method="${request.method}",route="${escaped(route)}",status="${reply.statusCode}"`;
      durations = { labels, upTo: BUCKETS.map(() => 0), seconds: 0, requests: 0 };
      taken.set(name, durations);
    }
    count(durations, reply.elapsedTime / 1000);
    done();
  });
  return {
    contentType: registry.contentType,
    text: async () => `${await registry.metrics()}\n${textOf([...taken.values()])}`,
  };
}

function count(durations: Durations, seconds: number): void {
  const { upTo } = durations;
  for (let at = BUCKETS.length - 1; at >= 0 && seconds <= (BUCKETS[at] as number); at -= 1)
    upTo[at] = (upTo[at] ?? 0) + 1;
  durations.seconds += seconds;
  durations.requests += 1;
}

function textOf(all: readonly Durations[]): string {
  const lines = all.flatMap(({ labels, upTo, seconds, requests }) => [
    ...BUCKETS.map((bound, at) => `${NAME}_bucket{le="${bound}",${labels}} ${upTo[at]}`),
    `${NAME}_bucket{le="+Inf",${labels}} ${requests}`,
    `${NAME}_sum{${labels}} ${seconds}`,
    `${NAME}_count{${labels}} ${requests}`,
  ]);
  const head = [`# HELP ${NAME} How long requests took, by route and status`, `# TYPE ${NAME} histogram`];
  return `${[...head, ...lines].join('\n')}\n`;
}

/** As the text format wants values of labels. */
function escaped(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}
