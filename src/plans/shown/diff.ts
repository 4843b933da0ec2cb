/**
 * What changed between two texts, in words: which of the old are gone, which of the new were not there.
 *
 * Words are runs of letters and digits, single characters in scripts that put no spaces between words, and everything else
 * character by character. The longest common subsequence of both lists is what stayed (Myers' problem, solved by the table, since
 * titles are short); the spans of each side, joined, are its text again. Neighbouring changed words with nothing but spaces between
 * them are one span.
 */

export interface Span {
  readonly text: string;
  readonly changed: boolean;
}

export interface TextDiff {
  /** The old text; `changed` is what went. */
  readonly before: readonly Span[];
  /** The new text; `changed` is what came. */
  readonly after: readonly Span[];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.](?=[\p{L}\p{N}]))*|\s+|[\s\S]/gu;
const SINGLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Above this many pairs of words the middle is shown as changed whole: nobody reads a finer answer there. */
const MOST_PAIRS = 4_000_000;

/** The difference of two texts. */
export function diffTexts(before: string, after: string): TextDiff {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const [gone, come] = middle(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const around = (words: string[], changed: readonly boolean[]) =>
    spans(words, [...new Array<boolean>(start).fill(false), ...changed, ...new Array<boolean>(end).fill(false)]);
  return { before: around(old, gone), after: around(now, come) };
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    // A run of letters may hold characters that stand for words of their own.
    if (word.length > 1 && SINGLE.test(word)) words.push(...(word.match(/\P{M}\p{M}*/gu) ?? [word]));
    else words.push(word);
  }
  return words;
}

/** For each word of both sides whether it is outside of the longest common subsequence. */
function middle(old: readonly string[], now: readonly string[]): [boolean[], boolean[]] {
  const gone = old.map(() => true);
  const come = now.map(() => true);
  if (old.length * now.length > MOST_PAIRS) return [gone, come];
  const width = now.length + 1;
  const length = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      length[i * width + j] =
        old[i] === now[j]
          ? (length[(i + 1) * width + j + 1] as number) + 1
          : Math.max(length[(i + 1) * width + j] as number, length[i * width + j + 1] as number);
    }
  }
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) {
      gone[i++] = false;
      come[j++] = false;
    } else if ((length[(i + 1) * width + j] as number) >= (length[i * width + j + 1] as number)) i++;
    else j++;
  }
  return [gone, come];
}

function spans(words: readonly string[], changed: readonly boolean[]): Span[] {
  const joined = words.map((word, at) => {
    const isBetween = /^\s+$/.test(word) && changed[at - 1] === true && changed[at + 1] === true;
    return { text: word, changed: changed[at] === true || isBetween };
  });
  const merged: { text: string; changed: boolean }[] = [];
  for (const span of joined) {
    const last = merged.at(-1);
    if (last && last.changed === span.changed) last.text += span.text;
    else merged.push({ ...span });
  }
  return merged.flatMap(bare);
}

/** A changed word is marked without the spaces around it; spaces alone are what changed. */
function bare(span: Span): Span[] {
  const inner = span.text.trim();
  if (!span.changed || inner === '' || inner === span.text) return [span];
  const at = span.text.indexOf(inner);
  const parts = [
    { text: span.text.slice(0, at), changed: false },
    { text: inner, changed: true },
    { text: span.text.slice(at + inner.length), changed: false },
  ];
  return parts.filter(({ text }) => text !== '');
}
