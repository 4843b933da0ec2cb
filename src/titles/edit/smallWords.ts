/**
 * Words that carry no meaning of their own: articles, prepositions and conjunctions. Title case writes them small, a removed word takes
 * the one before it along, and no template offers them as a search word. ISO 639-1 → words; a language without an entry has none.
 */

const SMALL: Readonly<Record<string, string>> = {
  en: 'a an and as at but by for from in into nor of on onto or per so the to via vs with without your',
  de: 'als am an auf aus bei bis das dem den der des die durch ein eine einem einen einer eines für gegen im in ins mit nach oder ohne per pro sowie um und unter vom von vor zu zum zur',
  fr: "à au aux avec chez d' dans de des du en et l' la le les ou par pour sans sous sur un une vers",
  es: 'a al con de del desde e el en entre hasta la las lo los o para por según sin sobre u un una y',
  it: "a ad al alla alle con d' da dal dalla de degli dei del dell' della delle di e ed gli i il in l' la le lo nel nella o per senza su sul tra un una uno",
  nl: 'aan als bij de dit door een en het in met na naar of om onder op over per te tegen tot tussen uit van voor zonder',
  pt: 'a ao aos as com da das de do dos e em na nas no nos o os ou para pela pelo por sem um uma',
  ar: 'مع من في على إلى الى عن أو او و بدون حتى بين',
  da: 'af ad den der det en et for fra i med mod og om over på til uden under ved',
  no: 'av den det en et for fra i med mot og om over på til under uten ved',
  pl: 'a bez dla do i lub na nad od oraz po pod przy w we z za ze',
  tr: 'bir için ile veya ve',
  sv: 'av den det en ett för från i med och om på som till utan vid',
};

const sets = new Map<string, ReadonlySet<string>>();

/** The small words of a language, by their keys. "&" and "+" are small in all of them. */
export function smallWords(language: string): ReadonlySet<string> {
  let words = sets.get(language);
  if (!words) {
    words = new Set((SMALL[language] ?? '').split(' ').filter((word) => word !== ''));
    sets.set(language, words);
  }
  return words;
}

/** Small words of names and of titles in another language than the store's ("Queso de Cabra"), as far as English does not use them for more. */
const FOREIGN: ReadonlySet<string> = new Set(
  'de la le les du des di del della dello da dal von vom mit für und et con para pour avec sans voor het een met en op te bij tot uit naar'.split(
    ' ',
  ),
);

/** Whether a word is small in the language, or in a name out of another. */
export function isSmallAnywhere(key: string, language: string): boolean {
  return smallWords(language).has(key) || FOREIGN.has(key);
}

const AND: ReadonlySet<string> = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'o', 'en', 'och']);

/** Words that put two equals together. */
export function isAnd(key: string): boolean {
  return AND.has(key);
}

/** Languages in which a comma is the decimal sign and a dot groups thousands. */
const DECIMAL_COMMA: ReadonlySet<string> = new Set(['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'no', 'fi', 'tr', 'pl']);

export function hasDecimalComma(language: string): boolean {
  return DECIMAL_COMMA.has(language);
}
