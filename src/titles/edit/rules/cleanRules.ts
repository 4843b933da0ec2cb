/** Rules about marks and spaces: `trim`, `fullwidth`. */
import type { Apply } from '../rule.js';

/** Runs of spaces become one, none at the ends; any kind of space counts. */
export function trimSpaces(): Apply {
  return (text) => {
    if (!UNUSUAL_SPACE.test(text)) return null;
    const after = text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
    return after === text ? null : { text: after, did: 'spaces trimmed' };
  };
}

const UNUSUAL_SPACE = /^\s|\s\s|[^\S ]|[\u200b\ufeff]|\s$/u;

/** Doubled marks become one, no space stands before a comma, no mark that separates stands at the ends, no bracket is empty. */
export function trimPunctuation(): Apply {
  return (text) => {
    let after = text;
    for (let before = ''; before !== after; ) {
      before = after;
      after = after
        .replace(/[([{（【]\s*[)\]}）】]/gu, ' ')
        .replace(/([,;:!?、，；：！？|])(?:\s*\1)+/gu, '$1')
        .replace(/([,;|])\s*([-–—|])\s+/gu, ' $2 ')
        .replace(/\s+([,;!?](?:\s|$))/gu, '$1')
        .replace(/^[\s,;:|/–—·•~、，；：｜-]+|[\s,;:|/–—·•~、，；：｜-]+$/gu, '')
        .replace(/ {2,}/gu, ' ');
    }
    return after === text ? null : { text: after, did: 'punctuation trimmed' };
  };
}

/** Full-width Latin letters, digits, marks and spaces (U+FF01 to U+FF5E, U+3000) in their usual width. Katakana stay as they are. */
export function halfWidth(): Apply {
  return (text) => {
    if (!/[！-～\u3000]/u.test(text)) return null;
    const after = text.replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
    return after === text ? null : { text: after, did: 'full-width → half-width' };
  };
}
