/** `prepend` and `append`: a text before or after, unless its words stand there already. May be a template: `append: ", {color}"`. */
import { wordKey, wordsOf } from '../../../measures/words/words.js';
import type { Apply } from '../rule.js';
import { fill, type TemplatePart } from './template.js';

export function affix(side: 'prepend' | 'append', parts: readonly TemplatePart[]): Apply {
  return (text, context) => {
    const filled = fill(parts, text, context, text);
    if (typeof filled !== 'string') return filled;
    if (filled.trim() === '' || says(text, filled)) return null;
    const after = side === 'prepend' ? joined(filled, text) : joined(text, filled);
    return { text: after, did: side === 'prepend' ? `put "${filled.trim()}" before` : `put "${filled.trim()}" after` };
  };
}

/** Whether a text has the words of another one after the other. A mark without words is compared as it stands. */
function says(text: string, other: string): boolean {
  const wanted = wordsOf(other).map((word) => word.key);
  if (wanted.length === 0) return text.includes(other.trim());
  if (!wordKey(text).includes(wanted[0] as string)) return false;
  const words = wordsOf(text).map((word) => word.key);
  return words.some((_, at) => wanted.every((key, index) => words[at + index] === key));
}

/** With a space between, unless one side brings its own, a mark follows or the script has none. */
export function joined(left: string, right: string): string {
  const isApart = /[\s([{（【]$/u.test(left) || /^[\s,;:.!?%)\]}、，。）】]/u.test(right);
  const isUnspaced = UNSPACED_END.test(left) || UNSPACED_START.test(right);
  return isApart || isUnspaced ? left + right : `${left} ${right}`;
}

const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}】）]$/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}【（]/u;
