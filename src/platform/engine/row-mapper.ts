import { Column, getTableName, is, SQL } from 'drizzle-orm';

type Field = { path: string[]; field: unknown };
type Decoder = { mapFromDriverValue(value: unknown): unknown };
/** The parts of Drizzle's prepared query that say what becomes of a row, and the place for a mapper of one's own. */
export type Prepared = {
  fields?: Field[];
  /** Of each joined table, whether every row has one of its rows. */
  joinsNotNullableMap?: Record<string, boolean>;
  customResultMapper?: (rows: unknown[][]) => unknown[];
};

/**
 * Gives a prepared query a function that makes objects of its rows, written once for its columns. Drizzle finds out
 * for each value of each row where it belongs, which takes longer than SQLite takes to find the rows. The objects are
 * the same.
 */
export function mapRowsByColumns(prepared: Prepared): void {
  const { fields, joinsNotNullableMap, customResultMapper } = prepared;
  if (!fields || customResultMapper) return;
  const decoders: Decoder[] = [];
  const written = writeObject(fields, 0, decoders, (inside) =>
    joinsNotNullableMap ? nullingColumn(inside, joinsNotNullableMap) : null,
  );
  // Of the names of members, which are ours, and of places; no value is ever part of it.
  const map = new Function('decoders', `return (row) => (${written});`)(decoders) as (row: unknown[]) => unknown;
  prepared.customResultMapper = (rows) => rows.map(map);
}

type Placed = Field & { at: number };

function writeObject(
  fields: (Field | Placed)[],
  depth: number,
  decoders: Decoder[],
  nulling: (inside: Placed[]) => number | null,
): string {
  const members = Map.groupBy(
    fields.map((field, at): Placed => ({ at, ...field })),
    ({ path }) => path[depth] as string,
  );
  const written = [...members].map(([name, inside]) => {
    const [{ path, at, field }] = inside as [Placed];
    if (path.length === depth + 1) return `${JSON.stringify(name)}: ${writeValue(at, field, decoders)}`;
    const object = writeObject(inside, depth + 1, decoders, () => null);
    const column = nulling(inside);
    return `${JSON.stringify(name)}: ${column === null ? object : `row[${column}] === null ? null : ${object}`}`;
  });
  return `{ ${written.join(', ')} }`;
}

function writeValue(at: number, field: unknown, decoders: Decoder[]): string {
  const decoder = decoderOf(field);
  if (decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue) return `row[${at}]`;
  decoders.push(decoder);
  return `row[${at}] === null ? null : decoders[${decoders.length - 1}].mapFromDriverValue(row[${at}])`;
}

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  const { decoder } = (is(field, SQL) ? field : (field as { sql: SQL }).sql) as unknown as { decoder: Decoder };
  return decoder;
}

/** The column that tells whether an outer join found a row: the object is null where it is. */
function nullingColumn(inside: Placed[], isAlwaysThere: Record<string, boolean>): number | null {
  const columns = inside.flatMap(({ path, field, at }) =>
    path.length === 2 && is(field, Column) ? [{ at, table: getTableName(field.table) }] : [],
  );
  const [first] = columns;
  if (!first || columns.some(({ table }) => table !== first.table) || isAlwaysThere[first.table]) return null;
  return first.at;
}
