export type Options = {
  sizes: number[];
  rounds: number;
  engine: string;
  records: string | null;
  isAnew: boolean;
  json: string | null;
  isBeside: boolean;
  isPages: boolean;
  isStart: boolean;
  /** How many ask at once, one number after another; none where one asks. */
  clients: number[];
};

/** What the command line of the benchmark says. */
export function readOptions(words: string[]): Options {
  const optionOf = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? null) : null);
  const sizes = (
    optionOf('--sizes') ??
    (words.includes('--clients') || words.includes('--start') ? '100000' : '10000,100000,1000000')
  )
    .split(',')
    .map(Number);
  const rounds = Number(optionOf('--rounds') ?? (words.includes('--clients') ? 3 : 7));
  const clients = (optionOf('--clients') ?? '')
    .split(',')
    .filter((word) => word !== '')
    .map(Number);
  const engine = optionOf('--engine') ?? 'sqlite';
  if (
    sizes.some((size) => !(size >= 1000)) ||
    clients.some((count) => !(count >= 1)) ||
    !(rounds >= 1) ||
    !['sqlite', 'postgres'].includes(engine)
  ) {
    throw new Error(
      'Usage: npm run bench -- [--sizes 10000,100000] [--rounds 7] [--engine postgres] [--records folder] [--json file] [--beside] [--anew] [--pages] [--clients 1,16,64] [--start]',
    );
  }
  return {
    ...{ sizes, rounds, engine, records: optionOf('--records'), json: optionOf('--json') },
    isBeside: words.includes('--beside'),
    isAnew: words.includes('--anew'),
    isPages: words.includes('--pages'),
    isStart: words.includes('--start'),
    clients,
  };
}
