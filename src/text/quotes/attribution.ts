import type { Passage } from './passages.ts';

/**
 * Whose words a text says that its quotations are: the speaker's name as the text writes it, or the words that stand for
 * the speaker ("the authority", "he"). Read from verbs of saying before and after the marks; null where nothing tells.
 */

const before = 500;
const after = 300;
const phraseWordsMax = 8;

const cueWords =
  'said|says|say|saying|told|tells|telling|added|adds|adding|wrote|writes|writing|asked|asks|asking|replied|replies|answered|answers|responded|stated|states|stating|noted|notes|noting|explained|explains|insisted|insists|insisting|warned|warns|warning|claimed|claims|claiming|continued|argued|argues|arguing|recalled|recalls|announced|announces|declared|declares|declaring|demanded|demands|urged|urges|called|calls|calling|described|describes|describing|accused|accuses|accusing|denied|denies|denying|rejected|rejects|rejecting|dismissed|dismissing|derided|derides|condemned|condemns|criticized|criticised|confirmed|confirms|admitted|admits|acknowledged|conceded|concluded|concludes|complained|complains|charged|vowed|vows|promised|promises|posted|tweeted|quipped|remarked|observed|suggested|suggests|predicted|retorted|shouted|stressed|stresses|emphasized|emphasised|maintained|maintains|contended|asserted|asserts|alleged|alleges|spoke|speaks|speaking|put it|' +
  'sagte|sagten|erklärte|schrieb|meinte|betonte|warnte|forderte|dit|déclaré|déclare|ajouté|ajoute|affirmé|affirme|expliqué|explique|écrit|estime|dijo|añadió|afirmó|explicó|escribió|declaró|advirtió|disse|ha detto|detto|dichiarato|aggiunto|spiegato|scritto|afirmou|declarou|explicou|zei|schreef|verklaarde|powiedział|powiedziała|dodał|dodała|napisał|napisała|stwierdził|stwierdziła|' +
  'сказал|сказала|заявил|заявила|заявили|добавил|добавила|отметил|отметила|написал|написала|подчеркнул|подчеркнула|сообщил|сообщила|сказав|заявив|заявляє|додав|додала|написав|зазначив|зазначила|ասել|ասաց|հայտարարել|հայտարարեց|նշել|նշեց|գրել|գրեց|ավելացրել|dedi|bildirib|deyib|söylədi|bildirdi|açıkladı|söyledi|belirtti';
const cue = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${cueWords})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
const name =
  /(?:\p{Lu}[\p{L}\p{M}\p{N}.'’-]*|\p{Lu}\.)(?:[\s\u00a0]+(?:(?:d[aeiou]s?|del|della|der|den|la|le|van|von|ter|ten|bin|bint|ibn|al|el|of the|y|e)[\s\u00a0]+)*(?:al-|el-|d['’])?\p{Lu}[\p{L}\p{M}\p{N}.'’-]*)*/gu;
/** Begin with a capital and name nobody. */
const noNames =
  /^(?:(?:the|an?|he|she|they|it|we|i|you|his|her|their|its|this|that|these|those|in|on|at|by|but|and|or|when|while|after|before|as|if|yesterday|today|later|then|there|what|who|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|der|die|das|er|sie|le|la|les|il|elle|el|los|on|он|она|они|это|він|вона)(?:[\s\u00a0]+|$))+/iu;
const nobody =
  /^(?:who|whom|what|which|nobody|no one|nothing|everyone|everybody|everything|someone|somebody|anyone|one|there|it|this|that|wer|qui|quién|кто|хто)$/iu;
const noNamesLast = /(?:^|[\s\u00a0]+)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;
const isAfterPreposition =
  /(?:^|\s)(?:of|in|from|at|on|by|with|to|for|der|des|von|de|du|di|del|из|в|на)\s+(?:the\s+)?$/iu;
/** What begins a clause that goes on about something else. */
const goesOn =
  /^(?:and|but|or|nor|while|when|whereas|because|since|although|though|if|that|which|who|whom|whose|where|as|after|before|in|on|at|to|for|from|of|with|by|is|are|was|were|has|had|und|aber|et|mais|y|pero|e|ma|и|но|а|що|что|der|die|das)\s/iu;
const adverbs =
  /\s+(?:also|later|then|earlier|further|once|again|never|has|have|had|was|is|would|will|did|does|himself|herself|\p{Ll}+ly)$/iu;
const accordingTo =
  /(?<![\p{L}\p{N}])(?:according to|in the words of|as quoted by|laut|zufolge|selon|d['’]après|según|secondo|segundo|według|по словам|согласно|за словами|ըստ)\s+/giu;

/** Of each passage of a text, in their order. */
export function attributionsIn(text: string, passages: readonly Passage[]): (string | null)[] {
  const hasBlankLines = /\n[ \t\r]*\n/.test(text);
  const found: (string | null)[] = [];
  for (const [at, passage] of passages.entries()) {
    const [last, next] = [passages[at - 1], passages[at + 1]];
    const [from, to] = [outer(text, passage.from, -1), outer(text, passage.to, 1)];
    const start = Math.max(last === undefined ? 0 : outer(text, last.to, 1), from - before);
    const end = Math.min(next === undefined ? text.length : outer(text, next.from, -1), to + after);
    const paragraph = paragraphAround(text.slice(start, from), text.slice(to, end), hasBlankLines);
    const own = attributionOf(passage.quote, paragraph);
    const isContinued =
      own === null && last !== undefined && start > from - before && isSameParagraph(text, last, from);
    found.push(own ?? (isContinued ? (found[at - 1] ?? null) : null));
  }
  return found;
}

/** The edge of a passage with its marks. */
function outer(text: string, at: number, step: -1 | 1): number {
  let edge = at;
  const next = () => text.charAt(step === 1 ? edge : edge - 1);
  while (/^[ \t\u00a0]$/.test(next())) edge += step;
  return next() === '' || next() === '\n' ? at : edge + step;
}

/** Sentences of one paragraph, with words of the quotation's speaker only, go on quoting him. */
function isSameParagraph(text: string, last: Passage, from: number): boolean {
  return !text.slice(last.to, from).includes('\n') && from - last.to <= 120;
}

function paragraphAround(left: string, right: string, hasBlankLines: boolean): { left: string; right: string } {
  const gap = hasBlankLines ? /\n[ \t\r]*\n/g : /\n/g;
  const gaps = [...left.matchAll(gap)];
  const lead = gaps.at(-1);
  const own = lead === undefined ? left : left.slice(lead.index + lead[0].length);
  const earlier = lead === undefined ? '' : left.slice(0, lead.index).trimEnd();
  // A line that ends with a colon announces the paragraph after it.
  const announced = own.trim() === '' && earlier.endsWith(':') ? (earlier.split(/\n/).at(-1) ?? '') : own;
  const [rest = '', below = ''] = right.split(gap);
  const isSigned = rest.trim() === '' && /^\s*[—–]/u.test(below) && below.trim().split(/\s/).length <= phraseWordsMax;
  return { left: plain(announced), right: plain(isSigned ? below : rest) };
}

function plain(text: string): string {
  return text.replace(/[*_#>]+(?=\s|\p{L}|$)/gu, '').replace(/\s+/gu, ' ');
}

function attributionOf(quote: string, { left, right }: { left: string; right: string }): string | null {
  const clause = lastClause(left);
  const isSet = /[,!?…،，]$/u.test(quote) || /^\s*[,،—–(-]/u.test(right);
  const endsSentence = /[.。!?]$/u.test(quote) && /^\s*\p{Lu}/u.test(right) && !/[!?]$/u.test(quote);
  const following = () => (endsSentence ? null : fromAfter(right));
  if (isSet) return following() ?? fromBefore(clause);
  return fromBefore(clause) ?? following();
}

/** What stands before the quotation in its own sentence. */
function lastClause(left: string): string {
  const parts = left.split(
    /(?<=[.!?;。！？](?<!\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Prof)\.))\s+(?=\p{Lu}|\p{Lo}|["“«])/u,
  );
  return (parts.at(-1) ?? '').trim();
}

function fromAfter(right: string): string | null {
  const text = right.replace(/^[\s,.;:،!?]+/u, '');
  const dash = /^[—–(-]+\s*(.*)$/u.exec(text)?.[1];
  const clause = (dash ?? text).split(/(?<=[.!?;。])\s|[;)]/u)[0] ?? '';
  const told = accordingIn(clause);
  if (told !== null) return told;
  const found = [...clause.matchAll(cue)][0];
  if (found !== undefined) {
    const subject = clause.slice(0, found.index).trim();
    if (subject === '') return subjectFirst(clause.slice(found.index + found[0].length));
    if (!goesOn.test(`${subject} `) && subject.split(' ').length <= 2 * phraseWordsMax)
      return subjectLast(subject) ?? null;
    return null;
  }
  return dash === undefined || dash.length === right.length ? null : nameFirst(clause);
}

function fromBefore(clause: string): string | null {
  if (clause === '') return null;
  const told = accordingIn(clause);
  const cues = [...clause.matchAll(cue)];
  for (let at = cues.length - 1; at >= 0; at--) {
    const here = cues[at] as RegExpExecArray;
    const earlier = cues[at - 1];
    const from = earlier === undefined ? 0 : earlier.index + earlier[0].length;
    const subject = clause.slice(from, here.index).trim();
    const named = subjectLast(subject, at === 0 && !/ing$/iu.test(here[0]));
    if (named !== null) return named;
    // "said Oskell: …"
    if (subject === '' && at === 0) {
      const later = subjectFirst(clause.slice(here.index + here[0].length));
      if (later !== null) return later;
    }
  }
  if (told !== null) return told;
  if (/[:：]$/u.test(clause)) return subjectBeforeColon(clause.slice(0, -1));
  const possessive = /(\p{Lu}[^,;:]*?)['’]s?(?:\s+[\p{L}-]+){0,4}$/u.exec(clause)?.[1];
  return possessive === undefined ? null : nameLast(possessive);
}

function accordingIn(clause: string): string | null {
  const found = [...clause.matchAll(accordingTo)].at(-1);
  if (found === undefined) return null;
  const rest = clause.slice(found.index + found[0].length);
  return nameFirst(rest) ?? phraseOf((rest.split(/[,:;.]/u)[0] ?? '').trim());
}

/** The speaker before a verb of saying: the last name that is no place or party of another, else the whole phrase. */
function subjectLast(subject: string, mayBePhrase = true): string | null {
  let text = subject.replace(/^.*[;:]\s/u, '');
  // "Oskell, who convenes the council, said": what stands between commas tells of the name before it.
  if (/,$/u.test(text)) {
    const opened = text.slice(0, -1).lastIndexOf(',');
    const head = text.slice(0, Math.max(0, opened)).trim();
    text = opened === -1 || nameLast(head) === null ? text.slice(0, -1) : head;
  } else if (/,/u.test(text) && nameLast(text.slice(text.lastIndexOf(',') + 1)) !== null)
    text = text.slice(text.lastIndexOf(',') + 1);
  return nameLast(text) ?? (mayBePhrase ? phraseOf(text) : null);
}

function subjectFirst(rest: string): string | null {
  const clause = (rest.split(/[,:;.]\s|[,:;.]$/u)[0] ?? '').trim();
  if (clause === '' || goesOn.test(`${clause} `)) return null;
  const first = nameFirst(clause);
  if (first !== null) return first;
  return /^(?:the|a|an|he|she|they|it|his|her|their|der|die|das|le|la|les|el|los|las|il|lo|gli|он|она|они)(?:\s|$)/iu.test(
    clause,
  )
    ? phraseOf(clause)
    : null;
}

function subjectBeforeColon(text: string): string | null {
  const head = (text.split(',')[0] ?? '').trim();
  return nameLast(head) ?? (text.split(' ').length <= phraseWordsMax ? phraseOf(head) : null);
}

function namesIn(text: string): { name: string; at: number }[] {
  return [...text.matchAll(name)].flatMap((found) => {
    const lead = noNames.exec(found[0])?.[0].length ?? 0;
    const named = bare(found[0].slice(lead).replace(noNamesLast, ''));
    return named === '' || nobody.test(named) ? [] : [{ name: named, at: found.index + lead }];
  });
}

function nameLast(text: string): string | null {
  const names = namesIn(text);
  const own = names.filter(({ at }) => !isAfterPreposition.test(text.slice(0, at)));
  return own.at(-1)?.name || null;
}

/** The name that a text begins with, behind at most a few words of a title. */
function nameFirst(text: string): string | null {
  const first = namesIn(text)[0];
  if (first === undefined) return null;
  const lead = text.slice(0, first.at).trim();
  return lead === '' || (lead.split(' ').length <= 4 && !isAfterPreposition.test(text.slice(0, first.at)))
    ? first.name || null
    : null;
}

function bare(text: string): string {
  return text
    .replace(/['’]s?$/u, '')
    .replace(/[.,'’-]+$/u, '')
    .trim();
}

/** Words that stand for a speaker without a name. */
function phraseOf(text: string): string | null {
  let phrase = text
    .replace(/^.*,\s/u, '')
    .replace(/^(?:and|but|while|when|as|und|et|y|e|и)\s+/iu, '')
    .trim();
  while (adverbs.test(phrase)) phrase = phrase.replace(adverbs, '');
  phrase = bare(phrase).replace(/(?:说道?|說道?|表示|称|稱|指出|写道|述べた)$/u, '');
  if (nobody.test(phrase)) return null;
  return phrase === '' || !/\p{L}/u.test(phrase) || phrase.split(' ').length > phraseWordsMax ? null : phrase;
}
