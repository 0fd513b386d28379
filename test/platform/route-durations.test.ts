import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { RouteDurations } from '../../src/platform/route-durations.ts';

test('how long requests took is told as by the histogram that checks each label', async () => {
  const [plain, own] = [new Registry(), new Registry()];
  const histogram = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [plain],
  });
  const durations = new RouteDurations(own);
  const tell = async () => [await own.metrics(), JSON.parse(JSON.stringify(await own.getMetricsAsJSON()))];
  const expected = async () => {
    const json = JSON.parse(
      JSON.stringify(await plain.getMetricsAsJSON(), (name, value) => (name === 'exemplar' ? undefined : value)),
    );
    return [await plain.metrics(), json];
  };
  expect(await tell()).toEqual(await expected());
  for (const [method, route, status, seconds] of [
    ['GET', '/v1/sides', 200, 0.001],
    ['GET', '/v1/sides', 200, 0.0010001],
    ['GET', '/v1/sides', 404, 9],
    ['HEAD', '/v1/sides', 200, 5],
    ['POST', '/"quoted"', 201, 0],
    ['GET', '/v1/sides', 200, 0.3],
  ] as const) {
    histogram.observe({ method, route, status }, seconds);
    durations.count(method, route, status, seconds);
  }
  expect(await tell()).toEqual(await expected());
});
