import { z } from 'zod';
import type { Members } from '../../kernel/page.ts';
import { invalid } from '../../kernel/validate.ts';

const View = z.enum(['full', 'brief']).meta({ id: 'View' });
type Asked = { fields?: readonly string[]; view?: z.infer<typeof View> };

const Fields = z
  .preprocess((value) => (value === undefined ? value : namesIn(value)), z.array(z.string()).min(1).optional())
  .describe('The members that are answered, besides `id`, with commas between their names; all where it is left out');

/** What can be asked for of entities of this shape: some of their members by name, or their brief form. */
export function selectionOf(name: string, shape: z.ZodType, brief: Members) {
  if (!(shape instanceof z.ZodObject)) throw new Error(`A ${name} has no members.`);
  // What may be missing is told by the answer to a POST alone.
  const names = Object.keys(shape.shape).filter((member) => !(shape.shape[member] instanceof z.ZodOptional));
  const unknown = brief.find((member) => !names.includes(outer(member)));
  if (unknown !== undefined) throw new Error(`A ${name} has no ${unknown}.`);
  const view = View.optional().describe(
    `\`brief\` for items with ${brief.map((member) => `\`${member}\``).join(', ')} alone`,
  );
  return {
    ofOne: { fields: Fields },
    ofList: { fields: Fields, view },
    /** Undefined for all of them. */
    membersIn({ fields, view }: Asked): Members | undefined {
      if (fields !== undefined && view === 'brief')
        throw invalid([{ pointer: 'view', detail: 'says which members there are, and so does fields: leave one out' }]);
      if (view === 'brief') return brief;
      const stranger = fields?.find((member) => !names.includes(member));
      if (stranger !== undefined) throw unknownField(stranger, names);
      return fields && names.filter((member) => member === 'id' || fields.includes(member));
    },
    /** What an entity with these members alone looks like. */
    schemaOf: (members: Members) => z.strictObject(partsOf(shape, members)),
  };
}

/** The entity with these members alone. */
export function pick<Entity extends object>(entity: Entity, members: Members): Entity {
  const all = entity as Record<string, unknown>;
  const picked: Record<string, unknown> = {};
  for (const member of members) {
    const [name, inner] = member.split('.') as [string, string?];
    const value = all[name];
    picked[name] = inner === undefined ? value : { ...(picked[name] as object), ...pick(value as object, [inner]) };
  }
  return picked as Entity;
}

/** What an answer must be where that is not what its route says. */
const schemas = new WeakMap<object, () => z.ZodType>();

/** Lets the answer be held against another schema than its route's. */
export function answeringAs<Answer extends object>(answer: Answer, schema: () => z.ZodType): Answer {
  schemas.set(answer, schema);
  return answer;
}

export function schemaOfAnswer(answer: unknown): z.ZodType | undefined {
  return typeof answer === 'object' && answer !== null ? schemas.get(answer)?.() : undefined;
}

function unknownField(name: string, names: Members) {
  const what = name === '' ? 'names nothing' : `has ${name.slice(0, 100)}, which is not known here`;
  return invalid([{ pointer: 'fields', detail: `${what}; known are ${names.join(', ')}` }]);
}

function namesIn(value: unknown): string[] {
  return [value].flat().flatMap((names) =>
    String(names)
      .split(',')
      .map((name) => name.trim()),
  );
}

function partsOf({ shape }: z.ZodObject, members: Members): z.ZodRawShape {
  return Object.fromEntries(
    members.map((member) => {
      const name = outer(member);
      const inner = members
        .filter((other) => other.startsWith(`${name}.`))
        .map((other) => other.slice(name.length + 1));
      const schema = shape[name] as z.ZodType;
      return [name, inner.length === 0 ? schema : z.strictObject(partsOf(schema as z.ZodObject, inner))];
    }),
  );
}

function outer(member: string): string {
  return member.split('.', 1)[0] as string;
}
