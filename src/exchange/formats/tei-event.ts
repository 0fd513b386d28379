export type Person = { name: string; wikidata: string | null; isOrganization: boolean };
/** What the header says of a sitting: `date` of the setting, `sourceDate` of the record it was made from. */
export type Sitting = {
  line: number;
  id: string | null;
  language: string | null;
  title: string | null;
  uri: string | null;
  publisher: string | null;
  date: string | null;
  sourceDate: string | null;
};
/** An utterance: `label` is how the transcript announces the speaker, `number` counts within the sitting. */
export type Spoken = {
  line: number;
  id: string | null;
  number: number;
  who: string | null;
  person: Person | null;
  label: string | null;
  language: string | null;
  text: string;
};
export type TeiEvent =
  | { type: 'paragraph'; text: string }
  | { type: 'spoken'; spoken: Spoken; sitting: Sitting }
  | { type: 'ended'; sitting: Sitting }
  | { type: 'failed'; line: number; detail: string };
