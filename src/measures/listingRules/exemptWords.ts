/**
 * Articles, prepositions, conjunctions, and the pronouns and verbs between them, by language (ISO 639-1): they may stand in a title as
 * often as grammar asks. More of them than in words/functionWords.ts, which lists only what no search means.
 */

const WORDS: Readonly<Record<string, string>> = {
  en: 'a an the and or but nor for of to in on at by with from as into onto over under up down out off is are be your you it its this that no not per than without via so if all each any our my we i',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber für mit von vom zu zum zur im in am an auf aus bei nach ohne über unter um als wie ist sind nicht auch bis durch gegen sowie dein deine ihr ihre je pro ins vor',
  fr: "le la les l' un une des du de d' et ou mais pour avec sans sur sous dans en au aux par à vers chez ni que qui est sont ce cette ces son sa ses votre vos il elle pas plus entre d l",
  es: 'el la los las un una unos unas y e o u pero para por con sin sobre bajo en de del al a desde hasta entre ni que es son su sus tu tus no más como se',
  it: 'il lo la i gli le l un uno una e ed o ma per con senza su sul sulla sui sugli sulle in nel nella nei nelle di del dello della dei degli delle da dal dalla dai dalle a al allo alla ai agli alle tra fra che è sono non come più d',
  nl: 'de het een en of maar voor met zonder op onder in uit van naar bij te tot aan door om als is zijn niet je uw per',
  pt: 'o a os as um uma uns umas e ou mas para por com sem sobre sob em no na nos nas de do da dos das ao à aos às pelo pela que é são não seu sua como',
  sv: 'en ett den det och eller men för med utan på under i av från till vid som är inte per om din ditt',
  da: 'en et den det og eller men for med uden på under i af fra til ved som er ikke per om din',
  no: 'en et den det og eller men for med uten på under i av fra til ved som er ikke per om din',
  fi: 'ja tai mutta sekä on ei kanssa ilman',
  pl: 'i oraz lub ale dla z ze bez na pod w we od do przy po o u za nie jest',
  tr: 've veya ile için bir bu da de',
};

const union = new Set(Object.values(WORDS).flatMap((words) => words.split(' ')));
const byLanguage = new Map<string, ReadonlySet<string>>();

/** Those of a language and of English, which titles in all languages mix in; of all languages for null. */
export function exemptWords(language: string | null): ReadonlySet<string> {
  if (language === null) return union;
  let words = byLanguage.get(language);
  if (!words) {
    words = new Set([...(WORDS[language] ?? '').split(' '), ...(WORDS.en as string).split(' ')]);
    byLanguage.set(language, words);
  }
  return words;
}
