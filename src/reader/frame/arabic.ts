import { desk } from './words/arabic-desk.ts';
import { docs } from './words/arabic-docs.ts';
import { pages } from './words/arabic-pages.ts';
import { record } from './words/arabic-record.ts';

/** The same in Arabic, which is written from right to left. */
export const arabic = { ...record, ...pages, ...desk, ...docs };
