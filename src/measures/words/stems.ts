/**
 * Stems of European words (Snowball algorithms): "kettles" and "kettle" are one. A language without an algorithm, and a word in a
 * script of another, keep their form.
 */
import { newStemmer } from 'snowball-stemmers';

/** ISO 639-1 → the algorithm's name. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
  hu: 'hungarian',
  ro: 'romanian',
  ru: 'russian',
  tr: 'turkish',
};

const stemmers = new Map<string, ((key: string) => string) | null>();

/** The stem of a word's key (`wordKey`) in a language. Numbers and unknown languages stay as they are. */
export function stemOf(key: string, language: string): string {
  let stem = stemmers.get(language);
  if (stem === undefined) {
    const algorithm = ALGORITHMS[language];
    const stemmer = algorithm === undefined ? null : newStemmer(algorithm);
    stem = stemmer ? remembered((word) => stemmer.stem(word)) : null;
    stemmers.set(language, stem);
  }
  return stem === null || /\p{N}/u.test(key) ? key : stem(key);
}

/** Catalogues say the same words thousands of times. */
function remembered(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size > 100_000) known.clear();
    const made = stem(word);
    known.set(word, made);
    return made;
  };
}
