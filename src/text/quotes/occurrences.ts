/**
 * Visits every occurrence of a pattern, overlapping ones too, in order, until told to stop by `false`.
 *
 * Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977: at most two comparisons for each unit of the text
 * whatever text and pattern are, where `indexOf` from each occurrence on multiplies their lengths.
 */
export function visitOccurrences(text: string, pattern: string, visit: (at: number) => boolean | undefined): void {
  if (pattern.length === 0 || pattern.length > text.length) return;
  const fallback = new Int32Array(pattern.length + 1);
  fallback[0] = -1;
  for (let at = 1, known = 0; at < pattern.length; at++, known++) {
    fallback[at] = pattern[at] === pattern[known] ? (fallback[known] ?? -1) : known;
    while (known >= 0 && pattern[at] !== pattern[known]) known = fallback[known] ?? -1;
    fallback[at + 1] = known + 1;
  }
  const first = text.indexOf(pattern[0] ?? '');
  for (let at = Math.max(0, first), matched = 0; first >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    while (matched >= 0 && code !== pattern.charCodeAt(matched)) matched = fallback[matched] ?? -1;
    matched++;
    if (matched < pattern.length) continue;
    if (visit(at + 1 - matched) === false) return;
    matched = fallback[matched] ?? 0;
  }
}
