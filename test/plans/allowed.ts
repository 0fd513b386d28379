/**
 * Queries that may scan a large table, or sort without a bound, each with its reason; by what their names begin with.
 * Some are found on records of some sizes alone.
 */
export const ALLOWED: Record<string, string> = {
  'coarse days of questions':
    'groups by side what is dated by one of a few months or years, of the questions of one answer',
  'count of matches once': 'sorts the matches that are counted, of which there are as many as the bound of a count',
  'count of rebuttals seen':
    'counts 5,000 rebuttals at once: at this size PostgreSQL may read their statements by the table rather than one by one',
  'count statements by  where status:':
    'counts all that is published, for the share that a wording has: the index on SQLite, in a worker; the table on PostgreSQL',
  'count stances by': 'sorts to count each statement once, of as many rows as the bound of a count',
  'edges of a thread': 'a thread is followed to a bounded depth, and has as many edges as answers',
  'kept ': 'summaries: a row for each claim, question or side, not for each statement',
  'lines of entities up to a time': 'lines of the entities of one answer',
  'questions with their disputes': 'sorts the questions of one answer',
  'range of each side of a dispute': 'groups what is kept of each side and day of one dispute',
  'rebuttals by': 'what answers the statements of one page, and what they answer',
  'relations among claims': 'relations among the claims of one question',
  'sizes of tallies of': 'members that are shared between tallies of one subject',
};
