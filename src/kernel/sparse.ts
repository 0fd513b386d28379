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

/** Members of templates as JSON: there are few, and they never change. */
const written = new WeakMap<object, string>();

function isSame(ofTemplate: unknown, other: unknown): boolean {
  if (ofTemplate === null || typeof ofTemplate !== 'object') return ofTemplate === other;
  const text = written.get(ofTemplate) ?? JSON.stringify(ofTemplate);
  written.set(ofTemplate, text);
  return text === JSON.stringify(other);
}
