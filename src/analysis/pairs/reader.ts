import { comparePlaces, type DatePosition, indexAfter, START } from './date-position.ts';

/** Gives the first rows after a place, in order; fewer than `limit` only at the end. */
export type Fetch<Row extends DatePosition> = (after: DatePosition, limit: number) => Promise<Row[]>;

/** Counts what was read, so that one page reads a bounded number of rows. */
export type Meter = { read: number };

const FIRST_CHUNK = 16;
const CHUNK_MAX = 512;
const KEPT_MAX = 4096;

/**
 * An ordered source of statements that is read in small chunks, as far as it is asked for, and asked again from
 * several places: what was read is kept while it is useful, so that many lefts share the rows of one source.
 */
export class PlaceReader<Row extends DatePosition> {
  readonly #fetch: Fetch<Row>;
  readonly #meter: Meter;
  /** All rows of the source after `#since`, up to the last of them; to the end of the source where `#isComplete`. */
  #rows: Row[] = [];
  #since: DatePosition = START;
  #isComplete = false;
  #chunk = FIRST_CHUNK;

  constructor(fetch: Fetch<Row>, meter: Meter) {
    this.#fetch = fetch;
    this.#meter = meter;
  }

  /** The first row after the place; null when there is none; undefined when that is not known without `fill`. */
  peek(place: DatePosition): Row | null | undefined {
    if (comparePlaces(place, this.#since) < 0) return undefined;
    return this.#rows[indexAfter(this.#rows, place)] ?? (this.#isComplete ? null : undefined);
  }

  /** Rows after the place that were read already. */
  ahead(place: DatePosition, limit: number): Row[] {
    const at = indexAfter(this.#rows, place);
    return this.#rows.slice(at, at + limit);
  }

  /** Reads on, so that `peek` of this place knows more. */
  async fill(place: DatePosition): Promise<void> {
    const last = this.#rows.at(-1);
    const isBehind = comparePlaces(place, this.#since) < 0;
    if (isBehind || !last || this.#rows.length > KEPT_MAX || comparePlaces(place, last) > 0) {
      this.#rows = [];
      this.#since = place;
      this.#isComplete = false;
      if (isBehind) this.#chunk = FIRST_CHUNK;
    }
    const rows = await this.#fetch(this.#rows.at(-1) ?? this.#since, this.#chunk);
    this.#rows.push(...rows);
    this.#isComplete = rows.length < this.#chunk;
    this.#meter.read += rows.length + 1;
    this.#chunk = Math.min(this.#chunk * 2, CHUNK_MAX);
  }
}

export type Ordered<Row extends DatePosition> = Pick<PlaceReader<Row>, 'peek' | 'fill'>;

/** The first row after the place among all sources, and which of the sources have it; null at the end of all. */
export async function nextAmong<Row extends DatePosition, Source extends { reader: Ordered<Row> }>(
  sources: readonly Source[],
  place: DatePosition,
): Promise<{ row: Row; sources: Source[] } | null> {
  const unread = sources.filter(({ reader }) => reader.peek(place) === undefined);
  // One at a time: SQLite answers them one at a time anyway, and a page of PostgreSQL's needs few.
  for (const { reader } of unread) while (reader.peek(place) === undefined) await reader.fill(place);
  let first: { row: Row; sources: Source[] } | null = null;
  for (const source of sources) {
    const row = source.reader.peek(place);
    if (!row) continue;
    const order = first === null ? -1 : comparePlaces(row, first.row);
    if (first === null || order < 0) first = { row, sources: [source] };
    else if (order === 0) first.sources.push(source);
  }
  return first;
}

/** Goes once through all rows of many sources, in order; each place once. */
export class Merge<Row extends DatePosition> {
  readonly #sources: readonly { reader: Ordered<Row> }[];
  /** The next row of each source that has one, in order; null before the first is asked for. */
  #heads: { reader: Ordered<Row>; row: Row }[] | null = null;

  constructor(sources: readonly { reader: Ordered<Row> }[]) {
    this.#sources = sources;
  }

  /** The first row after the place, which is not before that of an earlier call; null at the end of all. */
  async next(place: DatePosition): Promise<Row | null> {
    if (this.#heads === null) {
      this.#heads = [];
      for (const { reader } of this.#sources) await this.#advance(this.#heads, reader, place);
    }
    const heads = this.#heads;
    for (let first = heads[0]; first && comparePlaces(first.row, place) <= 0; first = heads[0]) {
      heads.shift();
      await this.#advance(heads, first.reader, place);
    }
    return heads[0]?.row ?? null;
  }

  async #advance(
    heads: { reader: Ordered<Row>; row: Row }[],
    reader: Ordered<Row>,
    place: DatePosition,
  ): Promise<void> {
    while (reader.peek(place) === undefined) await reader.fill(place);
    const row = reader.peek(place);
    if (!row) return;
    let [from, to] = [0, heads.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (comparePlaces((heads[middle] as { row: Row }).row, row) <= 0) from = middle + 1;
      else to = middle;
    }
    heads.splice(from, 0, { reader, row });
  }
}
