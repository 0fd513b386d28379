import type { NormalizedRating } from './review.ts';

/**
 * Labels of well-known fact-checkers, in their own languages, and what each stands for. A label is matched as a whole,
 * after folding case, accents and punctuation; one that is not here is left for a person to judge. Labels that different
 * publishers use for different things ("context", "satire", "altered") are left out on purpose.
 */
const KNOWN: Record<NormalizedRating, readonly string[]> = {
  true: listed(`
    True | Correct | Accurate | Correct Attribution | Geppetto Checkmark | Vrai | Exact | Wahr | Richtig |
    Verdadero | Cierto | Verdadeiro | Vero | Waar | Prawda | Sant | Sandt | Pravda | Правда | Истина | Точно |
    Adevărat | Igaz | Αληθές | Doğru | صحيح | נכון | सच | সত্য | Benar | 真实 | 属实 | 正確 | 사실 | Ճշմարիտ |
    სიმართლე
  `),
  'mostly-true': listed(`
    Mostly True | Mostly Correct | Mostly Accurate | Largely True | Plutôt vrai | Presque vrai |
    En grande partie vrai | Größtenteils richtig | Überwiegend richtig | Weitgehend richtig |
    Mayormente cierto | Mayormente verdadero | Maioritariamente verdadeiro | Quasi vero | Grotendeels waar |
    По большей части правда | Больше правды | მეტწილად სიმართლე
  `),
  mixed: listed(`
    Mixture | Mixed | Half True | Half-Truth | Partly True | Partially True | Partly False | Partially False |
    Partially Correct | Half Right | Two Pinocchios | Partiellement vrai | Partiellement faux | Vrai et faux |
    Teilweise richtig | Teilweise falsch | Teils falsch | Halb wahr | Verdad a medias | Parcialmente falso |
    Parcialmente cierto | Parcialmente verdadeiro | Meia verdade | Parzialmente vero | Parzialmente falso |
    Deels waar | Deels onwaar | Częściowa prawda | Częściowy fałsz | Полуправда | Наполовину правда |
    Polopravda | Напівправда | Kısmen doğru | आंशिक सच | Parțial adevărat | ნახევრად სიმართლე
  `),
  misleading: listed(`
    Misleading | Distorts the Facts | Missing Context | Lacks Context | Out of Context | Cherry Picks |
    Spins the Facts | Miscaptioned | Taken Out of Context | Trompeur | Manque de contexte | Irreführend |
    Fehlender Kontext | Größtenteils irreführend | Engañoso | Fuera de contexto | Enganoso | Enganador |
    Descontextualizado | Fora de contexto | Fuorviante | Ingannevole | Contesto mancante | Misleidend |
    Manipulacja | Wprowadza w błąd | Manipulativ | Вводит в заблуждение | Манипуляция | Маніпуляція |
    Zavádějící | Zavádzajúce | Înșelător | Félrevezető | Yanıltıcı | Παραπλανητικό | مضلل | מטעה | भ्रामक |
    বিভ্রান্তিকর | Menyesatkan | 误导 | 誤導 | მანიპულაცია
  `),
  false: listed(`
    False | Mostly False | Incorrect | Inaccurate | Wrong | Not True | Fake | Hoax | Pants on Fire |
    Pants on Fire! | Four Pinocchios | Three Pinocchios | Fabricated | Scam | Debunked | Faux | Plutôt faux |
    Inexact | Infox | Falsch | Größtenteils falsch | Überwiegend falsch | Frei erfunden | Fälschung | Falso |
    Bulo | Fake news | Mayormente falso | Bufala | Onwaar | Niet waar | Grotendeels onwaar | Fałsz |
    Nieprawda | Falskt | Falsk | Usant | Ложь | Неправда | Фейк | Хибно | Nepravda | Fals | Hamis | Ψευδές |
    Yanlış | Asılsız | خطأ | زائف | كاذب | שקר | לא נכון | झूठ | गलत | फर्जी | মিথ্যা | Salah | Hoaks | 虚假 |
    不实 | 不實 | 錯誤 | 거짓 | 사실 아님 | Կեղծ | ტყუილი
  `),
  unverifiable: listed(`
    Unproven | Unverifiable | Unverified | Unsubstantiated | Not Verifiable | No Evidence | Unsupported |
    Insufficient Evidence | Research In Progress | Non vérifiable | Invérifiable | Non prouvé | Sans preuve |
    Unbelegt | Nicht überprüfbar | Nicht belegt | Unbewiesen | No verificable | Sin pruebas | Sin evidencia |
    Não verificável | Sem provas | Insustentável | Non verificabile | Niet te controleren | Onbewezen |
    Nieweryfikowalne | Недоказуемо | Не подтверждено | Neověřitelné | Neoveriteľné | Kanıtsız | Belirsiz |
    غير مؤكد | असत्यापित | 未经证实 | 有待查證 | 판단 유보 | დაუდასტურებელი
  `),
};

function listed(labels: string): string[] {
  return labels.split('|').map((label) => label.trim());
}

const byLabel = new Map<string, NormalizedRating>();
for (const [rating, labels] of Object.entries(KNOWN)) {
  for (const label of labels) byLabel.set(foldLabel(label), rating as NormalizedRating);
}

/** What a well-known label stands for; null when it is not known. Never looks at numbers. */
export function ratingOfLabel(label: string): NormalizedRating | null {
  return byLabel.get(foldLabel(label)) ?? null;
}

/** Case, accents, punctuation, emoji and spaces do not tell labels apart. Marks that are letters' own (Devanagari) stay. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Every label that the table knows, with what it stands for. */
export function knownLabels(): [label: string, rating: NormalizedRating][] {
  return Object.entries(KNOWN).flatMap(([rating, labels]) =>
    labels.map((label): [string, NormalizedRating] => [label, rating as NormalizedRating]),
  );
}
