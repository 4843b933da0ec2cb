/** Characters that a platform does not allow, allows once, or allows only as part of a measure. */

import { matchesOf } from '../matches.js';
import { LOST_CHARACTER } from './mojibake.js';
import type { PreparedText } from './prepared.js';
import { type Hit, type LintSubject, NO_HITS } from './subject.js';

export type Check = (text: PreparedText, subject: LintSubject) => readonly Hit[];

/** Characters that are not allowed. With `brand` they are, inside the brand's name; where no brand is known, the finding only warns. */
export function bannedCharacters(characters: string, brand: boolean): Check {
  const pattern = oneOf(characters);
  return ({ text }, subject) => {
    if (text.search(pattern) === -1) return NO_HITS;
    const lost = new Set(text.includes('?') ? matchesOf(LOST_CHARACTER, text).map(({ index }) => index) : []);
    const places = matchesOf(pattern, text).filter(({ index }) => !lost.has(index) && !(brand && isOfBrand(text, index, subject.brand)));
    const [first] = places;
    if (!first) return NO_HITS;
    const unsure = brand && subject.brand === null && places.every(({ 0: character }) => IN_BRANDS.includes(character));
    const unless = unsure ? ', except in a brand name (no import tells the brand)' : brand ? ', except in the brand name' : '';
    return [
      {
        message: `${listed(places)} ${distinct(places).length === 1 ? 'is' : 'are'} not allowed${unless}.`,
        found: distinct(places).join(' '),
        limit: null,
        span: [first.index, first.index + first[0].length],
        fix: null,
        ...(unsure ? { severity: closesFirstWord(text, places) ? ('hint' as const) : ('warning' as const) } : {}),
      },
    ];
  };
}

/** Of the banned ones, those that brands do have: Yahoo!, A$AP, Who?. */
const IN_BRANDS = '!$?';

/** Whether a character stands in the brand's name. Where no brand is known, one inside a word ("EP!C") is taken to be of a name. */
function isOfBrand(text: string, index: number, brand: string | null): boolean {
  if (brand === null)
    return IN_BRANDS.includes(text[index] as string) && /\p{L}/u.test(text[index - 1] ?? '') && /\p{L}/u.test(text[index + 1] ?? '');
  if (brand === '') return false;
  const lower = text.toLowerCase();
  const name = brand.toLowerCase();
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    if (index >= at && index < at + name.length) return true;
  }
  return false;
}

/** "OATLY! Oat Drink": where no brand is known, the first word may be it. */
function closesFirstWord(text: string, places: readonly RegExpExecArray[]): boolean {
  const [first] = places;
  return places.length === 1 && first !== undefined && /^[\p{L}\p{N}]+$/u.test(text.slice(0, first.index));
}

/**
 * Characters that may mark a number ("Style #4301", "<10 lb", "~5 m", "5* hotel", "2*AA") but not decorate. Beside a digit,
 * and # before a letter-and-digit name, one is taken for a mark; doubled ones are decoration.
 */
export function decorativeCharacters(characters: string): Check {
  const pattern = oneOf(characters);
  return ({ text }) => {
    if (text.search(pattern) === -1) return NO_HITS;
    const places = matchesOf(pattern, text).filter(({ index }) => isDecoration(text, index));
    const [first] = places;
    if (!first) return NO_HITS;
    return [
      {
        message: `${listed(places)} as decoration: allowed only beside a number or a measure.`,
        found: distinct(places).join(' '),
        limit: null,
        span: [first.index, first.index + 1],
        fix: null,
      },
    ];
  };
}

function isDecoration(text: string, at: number): boolean {
  const character = text[at] as string;
  if (text[at - 1] === character || text[at + 1] === character) return true;
  const before = text.slice(0, at).trimEnd().at(-1) ?? '';
  const after = text.slice(at + 1).trimStart()[0] ?? '';
  if (/\p{N}/u.test(before) || /\p{N}/u.test(after)) return false;
  return !(character === '#' && /^[A-Za-z]{0,3}-?\d/.test(text.slice(at + 1)));
}

/** A class of characters that the platform's own check refuses. */
export function outsideClass(outside: RegExp, asked: string): Check {
  const all = new RegExp(outside.source, `${outside.flags.replace('g', '')}g`);
  return ({ text }) => {
    if (text.search(all) === -1) return NO_HITS;
    const places = matchesOf(all, text);
    const [first] = places;
    if (!first) return NO_HITS;
    return [
      {
        message: `${listed(places)} ${distinct(places).length === 1 ? 'is' : 'are'} not allowed: ${asked}.`,
        found: distinct(places).join(' '),
        limit: null,
        span: [first.index, first.index + first[0].length],
        fix: null,
      },
    ];
  };
}

/** Characters that may stand once each. */
export function onceOnly(characters: string): Check {
  return ({ text }) => {
    const hits: Hit[] = [];
    for (const character of characters) {
      const first = text.indexOf(character);
      const second = first === -1 ? -1 : text.indexOf(character, first + 1);
      if (second === -1) continue;
      const count = text.split(character).length - 1;
      const message = `"${character}" stands ${count === 2 ? 'twice' : `${count} times`}; it may stand once.`;
      hits.push({ message, found: count, limit: 1, span: [second, second + 1], fix: null });
    }
    return hits.length === 0 ? NO_HITS : hits;
  };
}

/** Emoji, hearts, stars, arrows and the like; © ® ™ and signs of measure are none. */
const SYMBOL =
  /(?![©®™‼⁉ℹ〰〽㊗㊙♀♂°])(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|[■□▲△▶▷▼▽◀◁◆◇●☆★☞☛♡♥♦♪♫♬✓✔✦✧✩✪✿❀❤➜➤⇒※卐])/gu;

export const symbols: Check = ({ text, isAscii }) => {
  if (isAscii) return NO_HITS;
  const places = matchesOf(SYMBOL, text);
  const [first] = places;
  if (!first) return NO_HITS;
  return [
    {
      message: `${listed(places)}: symbols and emoji do not belong here.`,
      found: distinct(places).join(' '),
      limit: null,
      span: [first.index, first.index + first[0].length],
      fix: null,
    },
  ];
};

function oneOf(characters: string): RegExp {
  return new RegExp(`[${characters.replace(/[\\\]^-]/g, '\\$&')}]`, 'gu');
}

function distinct(places: readonly RegExpExecArray[]): string[] {
  return [...new Set(places.map(({ 0: character }) => character))];
}

function listed(places: readonly RegExpExecArray[]): string {
  const shown = distinct(places).slice(0, 6);
  return shown.map((character) => (/[\p{C}\p{Z}]/u.test(character) ? codeOf(character) : character)).join(' ');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
