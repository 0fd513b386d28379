import { desk } from './words/english-desk.ts';
import { docs } from './words/english-docs.ts';
import { pages } from './words/english-pages.ts';
import { record } from './words/english-record.ts';

/** What the interface says in English; every other language has the same names. */
export const english = { ...record, ...pages, ...desk, ...docs };
