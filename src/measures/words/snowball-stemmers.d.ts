declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  /** Names of algorithms: english, german, french … */
  export function newStemmer(algorithm: string): Stemmer;
  export function algorithms(): string[];
}
