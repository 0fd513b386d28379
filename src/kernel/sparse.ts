/** An object of which the members that are as in a template are left out where it is stored. */
type Members = Readonly<Record<string, unknown>>;

/**
 * What is stored of an object: the members that differ from the template's. Null where it does not have just the template's
 * members in their order, so that nothing would tell what it was.
 */
export function sparse(template: Members, whole: Members): Members | null {
  const names = Object.keys(whole);
  const expected = Object.keys(template);
  if (names.length !== expected.length || names.some((name, at) => name !== expected[at])) return null;
  const differing = names.filter((name) => !isSame(template[name], whole[name]));
  return Object.fromEntries(differing.map((name) => [name, whole[name]]));
}

/** The object again, its members in their order. */
export function whole(template: Members, stored: Members): Members {
  return { ...template, ...stored };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null || typeof one !== 'object') return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}
