/** Numbers for forms, so that forms of many units are compared as strings are. */
export type Forms = {
  readonly numbers: Map<string, number>;
  readonly values: string[];
  /** Short gaps as written, by the number of their form. */
  readonly gaps: Map<string, number>;
};

export function newForms(): Forms {
  return {
    numbers: new Map([
      ['', 0],
      [' ', 1],
    ]),
    values: ['', ' '],
    gaps: new Map(),
  };
}

/** More forms than this are not told apart, and equal none: no text that people write has so many. */
const formsMax = 0xd000;

export function numberOf({ numbers, values }: Forms, form: string): number {
  const known = numbers.get(form);
  if (known !== undefined) return known;
  if (values.length >= formsMax) return formsMax;
  numbers.set(form, values.length);
  return values.push(form) - 1;
}
