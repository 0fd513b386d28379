/** The sixteen statements of the Lachin article, by how they begin. */
const BEGINNINGS = {
  s1: 'Azerbaijan has massed',
  s2: 'the military-political situation',
  s3: 'demonstrating its intention',
  s4: 'yet another false',
  s5: 'Armenia must abandon',
  s6: "Azerbaijan's blockade",
  s7: 'lift the blockade',
  s8: 'there was no blockade',
  s9: 'limited access',
  s10: 'hardline separatists',
  s11: 'strategic mistake',
  s12: 'it will hold joint drills',
  s13: 'the exercises hurt',
  s14: 'Russia continues',
  s15: 'into the sphere',
  s16: 'military provocation',
} as const;

/** The short name of a statement of the Lachin article. */
export function lachinName({ quote }: { quote: string }): string {
  const known = Object.entries(BEGINNINGS).find(([, beginning]) => quote.startsWith(beginning));
  return known?.[0] ?? `another: ${quote}`;
}
