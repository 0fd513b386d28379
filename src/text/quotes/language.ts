import { wordsIn } from './words.ts';

/** A language's commonest words, which tell it from others of its script, and the words by which it denies. */
type Language = { readonly common: string; readonly negators: string; readonly prefixes?: string };

const latin: Record<string, Language> = {
  en: {
    common:
      'the of and to is was were that it he she they with for on this have has are be by from said we you not at his her their an would will i there in no who my our us what when been',
    negators: 'not no never nor neither none nobody nothing nowhere cannot without hardly scarcely barely no-one nay',
    prefixes: 'un in im il ir dis non anti',
  },
  de: {
    common:
      'der die das und ist war nicht ein eine zu den von mit sich auf für im es sie wir ich dass hat haben sagte wird dem des auch an nach kein keine',
    negators:
      'nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts nirgends weder ohne kaum',
    prefixes: 'un nicht miss',
  },
  fr: {
    common:
      'le la les des est et un une du que qui dans pour pas sur avec il elle nous vous ce cette a été sont par au aux ne se je mais dit leur ont',
    negators: 'pas jamais aucun aucune rien personne ni sans nul nulle guère',
    prefixes: 'in im il ir non dé més',
  },
  es: {
    common:
      'el los las del que y en un una es por con para no se lo su al como más pero fue está son hay dijo nosotros han ha esta este',
    negators: 'no nunca jamás ningún ninguno ninguna nada nadie tampoco ni sin',
    prefixes: 'in im ir des no',
  },
  it: {
    common:
      'il lo gli della di che e è un una per non con sono del dei nel si ha ma come anche più questo detto alla dal siamo hanno',
    negators: 'non no mai nessun nessuno nessuna niente nulla né senza neanche nemmeno neppure',
    prefixes: 'in im il ir non s dis',
  },
  pt: {
    common:
      'o os as da do que e em um uma é não para com por se na no mais foi são dos das ao disse nós ele ela está há pelo pela',
    negators: 'não nunca jamais nenhum nenhuma nada ninguém nem sem tampouco',
    prefixes: 'in im ir des não',
  },
  nl: {
    common:
      'de het een van en is dat niet op te in zijn voor met er aan we wij ze hij zij ik maar was werd heeft hebben zei door bij geen',
    negators: 'niet geen nooit niemand niets nergens noch zonder nauwelijks',
    prefixes: 'on niet',
  },
  pl: {
    common:
      'i w nie że się na z do jest to był była jak o po ale przez dla są od za tym tego powiedział ze przed już które który my',
    negators: 'nie nigdy nikt nikogo nic żaden żadna żadne żadnego żadnej ani bez nigdzie',
    prefixes: 'nie bez',
  },
  tr: {
    common: 've bir bu da de için ile olarak çok daha değil var yok olan gibi ama dedi kadar ne biz ben sonra',
    negators: 'değil yok hiç hiçbir asla ne',
  },
  sv: {
    common: 'och att det som en på är av för med den till inte har de om ett var vi han hon men sade från',
    negators: 'inte ingen inget inga aldrig utan icke ej varken',
    prefixes: 'o icke',
  },
};

const cyrillic: Record<string, Language> = {
  ru: {
    common:
      'и в не на что он она они мы как это был была было были по из за от для но его её их который сказал с к же бы уже',
    negators: 'не нет никогда никто никого ничто ничего ни нигде без нельзя никакой никакого никакой никаких',
    prefixes: 'не без бес',
  },
  uk: {
    common:
      'і й та в у не на що він вона вони ми як це був була було були з із за від для але його її їх який сказав до є',
    negators: 'не ні ніколи ніхто нікого ніщо нічого немає нема без жоден жодна жодного жодної ніде',
    prefixes: 'не без',
  },
};

const others: readonly (readonly [RegExp, string, string])[] = [
  [/\p{Script=Armenian}/u, 'hy', 'չ ոչ չի չեն չէ չէր չէին չենք չեմ առանց երբեք ոչինչ ոչ'],
  [/\p{Script=Georgian}/u, 'ka', 'არ ვერ არა ნუ არავინ არაფერი არასოდეს აღარ ვეღარ'],
  [/[\u3040-\u30ff]/u, 'ja', ''],
  [/\p{Script=Hangul}/u, 'ko', ''],
  [/\p{Script=Han}/u, 'zh', ''],
  [/\p{Script=Hebrew}/u, 'he', 'לא אין אף מעולם איננו אינו אינה אינם בלי ללא שום אל שלא ולא'],
  [/[\u067e\u0686\u06a9\u06af\u06cc]/u, 'fa', 'نه هیچ نیست نیستند نبود نبودند بدون هرگز'],
  [/\p{Script=Arabic}/u, 'ar', 'لا لم لن ليس ليست غير دون بدون ما ولا ولم ولن أبدا'],
  [/\p{Script=Greek}/u, 'el', 'δεν μην όχι κανείς κανένας καμία κανένα τίποτα ποτέ χωρίς ούτε'],
];

const sets = new Map<string, ReadonlySet<string>>();

function setOf(words: string): ReadonlySet<string> {
  let made = sets.get(words);
  if (made === undefined) {
    made = new Set(words.split(' '));
    sets.set(words, made);
  }
  return made;
}

/** How much of a text tells its language, in UTF-16 units. */
const readUnits = 2_000;

/** The language of a text, by its script and its commonest words; nothing where they do not tell. */
export function guessLanguage(text: string): string | undefined {
  const start = text.slice(0, readUnits);
  if (!/[\u0370-\uffff]/.test(start.replace(/[\u2010-\u203a…]/g, ''))) return commonest(start, latin);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(start);
  if (isCyrillic) return commonest(start, cyrillic);
  const other = others.find(([script]) => script.test(start));
  if (other !== undefined && !isMostlyLatin(start)) return other[1];
  return commonest(start, latin);
}

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

function commonest(text: string, languages: Record<string, Language>): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = Object.entries(languages).map(([language, { common }]) => {
    let score = 0;
    for (const word of setOf(common)) score += counts.get(word) ?? 0;
    return { language, score };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score === 0) return undefined;
  if (first.score > (second?.score ?? 0)) return first.language;
  // English alone is written without any accents.
  const isTied = scores.some(({ language, score }) => language === 'en' && score === first.score);
  return isTied && !/\p{Diacritic}/u.test(text.normalize('NFD')) ? 'en' : undefined;
}

/** How a language denies. */
export type Negation = {
  /** The negating words of a text, in their order. */
  negatorsIn(text: string): string[];
  isNegator(word: string): boolean;
  readonly prefixes: readonly string[];
};

/** What negates in scripts without spaces, and where it is part of a verb. */
const bound: Record<string, RegExp> = {
  zh: /[不没沒未无無非勿]/gu,
  ja: /ない|なかった|なく|ません|ぬ(?=[。、」と])|ずに/gu,
  ko: /않|못|없|아니|안(?= )/gu,
};

/** Nothing where it is not known how the language denies. `language` is a BCP 47 tag. */
export function negationOf(language: string | undefined): Negation | undefined {
  const tag = language?.toLowerCase().split('-')[0] ?? '';
  const pattern = bound[tag];
  if (pattern !== undefined) {
    return { negatorsIn: (text) => text.match(pattern) ?? [], isNegator: () => false, prefixes: [] };
  }
  const known = latin[tag] ?? cyrillic[tag];
  const negators = known?.negators ?? others.find(([, name]) => name === tag)?.[2];
  if (negators === undefined || negators === '') return undefined;
  const set = setOf(negators);
  const isNegator = (word: string) => set.has(word) || (tag === 'en' && /n['’]t$/.test(word));
  return {
    isNegator,
    negatorsIn: (text) => wordsIn(text.toLowerCase()).filter(isNegator),
    prefixes: known?.prefixes?.split(' ') ?? [],
  };
}

const numerals: Record<string, string> = {
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half twice double',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend tausende million millionen milliarde milliarden halb doppelt',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent cents mille million millions milliard milliards demi',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien ciento cientos mil miles millón millones medio',
  ru: 'два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов',
  uk: 'два дві три чотири п’ять шість сім вісім дев’ять десять двадцять тридцять сорок сто тисяча тисячі тисяч мільйон мільйона мільйонів мільярд мільярда мільярдів',
};

/** The words of a text that are numbers, in their order, as far as they are known in the language. */
export function numeralsIn(text: string, language: string | undefined): string[] {
  const known = numerals[language?.toLowerCase().split('-')[0] ?? ''];
  if (known === undefined) return [];
  const set = setOf(known);
  return wordsIn(text.toLowerCase().replaceAll("'", '’')).filter((word) => set.has(word));
}

/** Words that begin a clause of its own, in which a negation says nothing of the clause around it. */
const relatives: Record<string, string> = {
  en: 'which who whom whose because although though if when while where since unless but until as',
  fr: 'qui dont où parce car mais si quand lorsque',
  es: 'quien quienes cuyo donde porque pero si cuando aunque',
  it: 'cui perché ma se quando dove mentre',
  pt: 'quem cujo onde porque mas se quando embora',
};

export function beginsClause(word: string, language: string): boolean {
  return setOf(relatives[language] ?? '').has(word);
}
