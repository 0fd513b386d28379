/** The stretches that a careful writer leaves out of a quote: note marks, `[sic]` and glosses in brackets, superscripts. */
export function notesIn(text: string): [number, number][] {
  const notes: [number, number][] = [];
  for (const match of text.matchAll(/(?<=(.?))(?:[¹²³⁰⁴-⁹]+|[ \u00a0]?\[[^[\]\n]{1,200}\](?=(.?)))/gsu)) {
    const [found, before = '', after = ''] = match;
    const bracket = found.trimStart();
    const isNote = !bracket.startsWith('[') || /^\[(?:\d{1,4}|[a-z]|note \d+|sic|citation needed)\]$/i.test(bracket);
    const isInWord = /[\p{L}\p{M}]/u.test(after) || (found === bracket && /[\p{L}\p{M}]/u.test(before));
    if (isNote ? /\p{N}/u.test(before) && !bracket.startsWith('[') : isInWord) continue;
    notes.push([match.index, match.index + found.length]);
  }
  return notes;
}
