/** A text of the interface; where it depends on a number, its forms by the language's plural categories. */
export type Word = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
