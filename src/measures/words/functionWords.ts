/**
 * Words that join others and name nothing: articles, prepositions, conjunctions. Nobody searches by them alone, so a search term is
 * covered without them ("kettle for tea" by a title with kettle and tea), and repeating them is no repetition.
 *
 * Left out: pronouns, verbs and everything that a shopper may mean ("no", "all", "over" in "pour over").
 */

const WORDS: Readonly<Record<string, string>> = {
  en: 'a an the and or but nor for of to in on at by with from as into per w',
  de: 'der die das den dem des ein eine einen einem einer und oder für von zu zum zur in im an am auf aus mit bei als',
  fr: 'le la les un une des du de d l et ou pour à au aux en sur par avec dans',
  es: 'el la los las un una unos unas de del y o e u para a al en con por sobre',
  it: 'il lo la i gli le un uno una di del della dei degli delle e ed o per a al alla in nel nella con da dal su',
  pt: 'o a os as um uma de do da dos das e ou para ao à em no na nos nas com por',
  nl: 'de het een en of voor van te in op aan met uit bij als',
  sv: 'en ett den det de och eller för av till i på med från som',
  da: 'en et den det de og eller for af til i på med fra som',
  no: 'en ei et den det de og eller for av til i på med fra som',
};

const sets = new Map(Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(' '))]));
const NONE: ReadonlySet<string> = new Set();

/** Whether a word's key (`wordKey`) is a function word of the language. */
export function isFunctionWord(key: string, language: string): boolean {
  return (sets.get(language) ?? NONE).has(key);
}

/** So many function words tell a language; one has to have half as many again as any other. */
const LEAST_TOLD = 8;
const LEAD = 1.5;

/** The language in which texts are written, by their function words; null where they do not tell. */
export function toldLanguage(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      for (const [language, words] of sets) if (words.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return first && first[1] >= LEAST_TOLD && first[1] >= LEAD * (second?.[1] ?? 0) ? first[0] : null;
}
