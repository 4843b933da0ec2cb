/**
 * Whether texts say words one after the other: "large mug" is said by "a large mug", and not by "a mug with a large handle". That a word
 * stands somewhere in a description proves little; what it stands before is what it speaks of.
 */
import { searchWords } from '../../measures/words/searchWords.js';

export interface Said {
  /** Whether words, by their stems, stand in the texts in this order, nothing between. */
  readonly inOrder: (stems: readonly string[]) => boolean;
  /** Whether one of the texts is the word and nothing else: a column "Size" with "Large". */
  readonly alone: (stem: string) => boolean;
}

export function saidIn(texts: string, language: string): Said {
  let known: string | null = null;
  const has = (part: string) => {
    known ??= sequenceOf(texts, language);
    return known.includes(part);
  };
  return { inOrder: (stems) => has(` ${stems.join(' ')} `), alone: (stem) => has(`\n ${stem} \n`) };
}

/** The stems of all words, a bar where a sign ends what is said together, a line where a text ends. */
function sequenceOf(texts: string, language: string): string {
  let at = 0;
  let sequence = ' \n ';
  for (const word of searchWords(texts, language)) {
    const between = texts.slice(at, word.start);
    if (between.includes('\n')) sequence += '\n ';
    else if (/[^\s\p{L}\p{N}'’&-]/u.test(between)) sequence += '| ';
    sequence += `${word.stem} `;
    at = word.end;
  }
  return `${sequence}\n `;
}
