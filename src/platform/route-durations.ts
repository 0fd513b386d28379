import { Histogram, type Registry } from 'prom-client';

const NAME = 'http_request_duration_seconds';
const HELP = 'How long requests took, by route and status';
/** Seconds. */
const BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

type Label = 'method' | 'route' | 'status';
/** What took at most so long, by the place of its bucket; the last counts what took longer. */
type Series = { labels: Record<Label, string | number>; counts: number[]; sum: number };

/**
 * The histogram of how long requests took, which counts by itself: the one that it extends checks and joins all labels
 * with each request, which takes ten times as long. It tells the same.
 */
export class RouteDurations extends Histogram<Label> {
  readonly #byRoute = new Map<string, Map<string, Map<number, Series>>>();

  constructor(registry: Registry) {
    super({
      name: NAME,
      help: HELP,
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [registry],
    });
  }

  count(method: string, route: string, status: number, seconds: number): void {
    const series = this.#byRoute.get(route)?.get(method)?.get(status) ?? this.#begin(method, route, status);
    let bucket = 0;
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] as number)) bucket += 1;
    series.counts[bucket] = (series.counts[bucket] as number) + 1;
    series.sum += seconds;
  }

  /** What the histogram makes all that it tells of; its own knows no counts but its own. */
  async getForPromString() {
    const all = [...this.#byRoute.values()].flatMap((byMethod) => [...byMethod.values()]);
    const values = all.flatMap((byStatus) => [...byStatus.values()].flatMap(valuesOf));
    return { name: NAME, help: HELP, type: 'histogram', values, aggregator: 'sum' };
  }

  #begin(method: string, route: string, status: number): Series {
    const byMethod = this.#byRoute.get(route) ?? new Map<string, Map<number, Series>>();
    const byStatus = byMethod.get(method) ?? new Map<number, Series>();
    const series = { labels: { method, route, status }, counts: [...BUCKETS, 0].fill(0), sum: 0 };
    this.#byRoute.set(route, byMethod.set(method, byStatus.set(status, series)));
    return series;
  }
}

function valuesOf({ labels: sharedLabels, counts, sum }: Series) {
  let upTo = 0;
  const buckets = [...BUCKETS, '+Inf'].map((le, at) => {
    upTo += counts[at] as number;
    return { labels: { le }, sharedLabels, value: upTo, metricName: `${NAME}_bucket` };
  });
  return [
    ...buckets,
    { labels: {}, sharedLabels, value: sum, metricName: `${NAME}_sum` },
    { labels: {}, sharedLabels, value: upTo, metricName: `${NAME}_count` },
  ];
}
