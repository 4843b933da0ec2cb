/** Small and large letters by the rules of a language, such as "en" or "tr". */

/** With a capital in front; the rest as it is. */
export function capital(word: string, language: string): string {
  const code = word.charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a && !OWN_LETTERS.has(language)) return String.fromCharCode(code - 0x20) + word.slice(1);
  const first = String.fromCodePoint(word.codePointAt(0) as number);
  const large = upper(first, language);
  // "ﬁ" and "ß" become two letters: the word stays.
  return [...large].length === 1 ? large + word.slice(first.length) : word;
}

/** Languages with letters of their own rules (i without a dot). The others need no look at the locale, which takes long. */
const OWN_LETTERS: ReadonlySet<string> = new Set(['tr', 'az', 'lt']);

export function upper(text: string, language: string): string {
  return OWN_LETTERS.has(language) ? text.toLocaleUpperCase(language) : text.toUpperCase();
}

export function lower(text: string, language: string): string {
  // "İstanbul" outside Turkish: no dot is left above the i.
  return OWN_LETTERS.has(language) ? text.toLocaleLowerCase(language) : text.toLowerCase().replaceAll('i\u0307', 'i');
}

/** Capitals behind small letters, as in McDonald, iPhone, eBay, or behind an apostrophe, as in D'Or; but "Kids'S" is no such word. */
export function isMixed(word: string): boolean {
  return /\p{Ll}\p{Lu}|\p{L}['’]\p{Lu}\p{Ll}/u.test(word) || /^\p{Lu}{2,}\p{Ll}{2,}/u.test(word);
}
