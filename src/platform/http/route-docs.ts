/** What the documents say of an operation where the names of its room do not say enough. */
export type RouteDocs = {
  [Operation in 'list' | 'create' | 'get' | 'revise' | 'remove']?: { summary?: string; description: string };
};

/** What the documents say of the five routes, unless the room says it better. */
export function saidOf([one, all]: [string, string], better: RouteDocs | undefined) {
  const [it, them, anIt] = [inWords(one), inWords(all), anItem(one)];
  const says = {
    list: {
      summary: `List the ${them}`,
      description: `All ${them} that the filters let through, in pages.`,
    },
    create: { summary: `Record ${anIt}`, description: `Records ${anIt} and gives it back as it is kept.` },
    get: { summary: `Read ${anIt}`, description: `The ${it} as it is now; a change needs its ETag.` },
    revise: {
      summary: `Revise ${anIt}`,
      description: `Changes what the body names and leaves the rest (RFC 7396).`,
    },
    remove: {
      summary: `Delete ${anIt}`,
      description: `Deletes the ${it}; its history stays. While others refer to it: 409, which counts them.`,
    },
  };
  return Object.fromEntries(
    Object.entries(says).map(([operation, said]) => [
      operation,
      { ...said, ...better?.[operation as keyof typeof says] },
    ]),
  ) as typeof says;
}

export function anItem(name: string): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${inWords(name)}`;
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
