/** What Zod finds wrong at one place, with what it says of it besides. */
export type Issue = {
  path: readonly PropertyKey[];
  message: string;
  code: string;
  keys?: readonly string[];
  expected?: unknown;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  inclusive?: unknown;
  values?: readonly unknown[];
  options?: readonly unknown[];
  errors?: readonly (readonly Issue[])[];
};

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
  null: 'null',
};

const CHOICES_MAX = 40;

/** What is wrong, in words for whoever wrote the value; words of ours are left as they are. */
export function faultWords(issue: Issue): string {
  const { code, message, expected, values, options } = issue;
  const isMissing = /received undefined$/.test(message);
  switch (code) {
    case 'invalid_type':
      if (isMissing) return 'is required';
      return `must be ${KINDS[expected === 'number' && issue.format ? 'int' : String(expected)] ?? String(expected)}`;
    case 'too_small':
      return sizeWords(issue, 'at least', issue.minimum, issue.inclusive);
    case 'too_big':
      return sizeWords(issue, 'at most', issue.maximum, issue.inclusive);
    case 'invalid_value':
      return choiceWords(values ?? []);
    case 'invalid_union':
      return unionWords(issue, options ?? []);
    case 'invalid_format':
      return formatWords(issue);
    default:
      return message.slice(0, 1).toLowerCase() + message.slice(1);
  }
}

function sizeWords({ origin }: Issue, bound: string, size: unknown, inclusive: unknown): string {
  const isOne = Number(size) === 1;
  if (origin === 'string') {
    return bound === 'at least' && isOne ? 'must not be empty' : `must have ${bound} ${size} characters`;
  }
  if (origin === 'array' || origin === 'set') return `must have ${bound} ${isOne ? 'one item' : `${size} items`}`;
  if (inclusive === false) return `must be ${bound === 'at least' ? 'more' : 'less'} than ${size}`;
  return `must be ${bound} ${size}`;
}

function choiceWords(values: readonly unknown[]): string {
  const told = values.slice(0, CHOICES_MAX).map(String);
  const more = values.length > CHOICES_MAX ? ', …' : '';
  if (told.length < 2) return `must be ${told[0] ?? 'another value'}`;
  return more
    ? `must be one of ${told.join(', ')}${more}`
    : `must be ${told.slice(0, -1).join(', ')} or ${told.at(-1)}`;
}

/** Of a value that may be of several kinds: the fault of the kind that it comes nearest to. */
function unionWords({ message, errors = [] }: Issue, options: readonly unknown[]): string {
  if (options.length > 0) return choiceWords(options);
  const [first] = errors.map((issues) => issues.map(faultWords)).sort((one, other) => one.length - other.length);
  const kinds = errors.flatMap((issues) =>
    issues.filter(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  if (errors.length > 0 && kinds.length === errors.length)
    return `must be ${kinds.map(({ expected }) => KINDS[String(expected)] ?? String(expected)).join(' or ')}`;
  return first?.[0] ?? message.slice(0, 1).toLowerCase() + message.slice(1);
}

function formatWords({ message, format }: Issue): string {
  if (format === 'datetime') return 'must be a time in UTC, such as 2023-09-07T10:30:00Z';
  if (format === 'date') return 'must be a day that exists, such as 2023-09-07';
  if (format === 'url') return 'must be a URL, such as https://example.org';
  const prefix = /pattern \/\^([a-z]{3}_)\[/.exec(message)?.[1];
  if (prefix !== undefined) return `must be an id: ${prefix} and 26 letters and digits`;
  return message.slice(0, 1).toLowerCase() + message.slice(1);
}
