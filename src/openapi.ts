/** What the documents say of each tag, in the order of the story. */
export const TAGS = [
  { name: 'sides', description: 'Camps that speakers speak for' },
  { name: 'disputes', description: 'Contested stories with two or more sides' },
  { name: 'questions', description: 'Questions at issue, to which claims are competing answers' },
  { name: 'outlets', description: 'Who publishes articles' },
  {
    name: 'articles',
    description: 'What was published, the texts of it that were retrieved, and what became of quotes in them',
  },
  { name: 'speakers', description: 'To whom words are attributed' },
  { name: 'claims', description: 'Propositions that statements take a stance on' },
  { name: 'claim-relations', description: 'How claims stand to each other' },
  { name: 'statements', description: 'Who said what, for which side, in whose words, as which article reports it' },
  { name: 'rebuttals', description: 'Statements that answer others' },
  { name: 'pairs', description: 'Statements set against each other' },
  { name: 'comparisons', description: 'Whose word against whose: claims side by side, positions, balances, threads' },
  { name: 'quotes', description: 'Whether a quote really stands in a text' },
  { name: 'imports', description: 'Records in, as a stream' },
  { name: 'keys', description: 'Who may read, write and administer' },
  { name: 'health', description: 'For those who run the service' },
];

export function completeDocument(document: object): object {
  return document;
}
