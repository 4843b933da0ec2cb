/**
 * Text that was read in the wrong encoding: UTF-8 taken for Windows-1252 ("â€™" for ’, "Ã©" for é), and what is beyond mending
 * ("锟斤拷", U+FFFD, "1?kg" and "cold?pressed" where a narrow space or a hyphen became a question mark). A run is taken for mojibake only where its bytes are valid UTF-8 and what comes out is likely: an accented
 * Latin letter, a sign of typography, two ideographs or more, an emoji. "CAFÉ®" stays.
 */
import { fromWindows1252 } from '../../core/entities.js';
import { matchesOf } from '../matches.js';
import type { PreparedText } from './prepared.js';
import { type Hit, NO_HITS } from './subject.js';

/** By character its byte in Windows-1252 and in Latin-1, which has control characters at 80–9F. */
const BYTES = new Map<string, number>(
  Array.from({ length: 0x80 }, (_, at) => 0x80 + at).flatMap((byte): [string, number][] => [
    [String.fromCharCode(byte), byte],
    [fromWindows1252(byte) ?? String.fromCharCode(byte), byte],
  ]),
);

const LOST = /锟斤拷|烫烫烫|屯屯屯|\ufffd|ï»¿/;
/** Bytes of GBK that were read one byte off: a lone phonetic sign or a piece of a frame between ideographs. */
const SHIFTED =
  /(?<=\p{Script=Han})[\u3105-\u312f](?![\u3105-\u312f])|(?<=[\p{Script=Han}\u3041-\u3096])[\u2500-\u257f]|(?<![\u2500-\u257f])[\u2500-\u257f](?=[\u3041-\u3096\p{Script=Han}])/u;

/** A question mark between letters or digits ("1?kg", "cold?pressed", "2?×?1 l") stands where a character had no place in an encoding. */
export const LOST_CHARACTER = /(?<=[\p{L}\p{N}])\?(?=[\p{L}\p{N}])|(?<=\d)\?(?=[×x])|(?<=[×x]\s?)\?(?=\d)/gu;
/** Runs of at least two characters that are bytes from 80 on. */
const RUN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g;

export function mojibake({ text, isAscii }: PreparedText): readonly Hit[] {
  const question = text.includes('?') ? lostCharacter(text) : null;
  if (question) return [question];
  if (isAscii) return NO_HITS;
  const lost = LOST.exec(text) ?? SHIFTED.exec(text);
  if (lost) {
    const message = `"${lost[0]}" is what is left of text read in the wrong encoding: type the words again.`;
    return [{ message, found: lost[0], limit: null, span: [lost.index, lost.index + lost[0].length], fix: null }];
  }
  const whole = decodedWhole(text);
  if (whole !== null) {
    const [run] = matchesOf(RUN, text) as [RegExpExecArray];
    const message = `"${run[0]}" is text read in the wrong encoding: "${whole}" was meant.`;
    return [{ message, found: run[0], limit: null, span: [run.index, run.index + run[0].length], fix: whole }];
  }
  let first: RegExpExecArray | null = null;
  let becomes = '';
  let isWhole = true;
  const fix = text.replace(RUN, (run, index: number) => {
    const { mended, hasRest } = mend(run, text[index - 1] ?? '', text);
    if (hasRest) isWhole = false;
    if (mended !== run && first === null) {
      first = Object.assign([run], { index }) as unknown as RegExpExecArray;
      becomes = mended;
    }
    return mended;
  });
  const found = first as RegExpExecArray | null;
  if (found === null) return NO_HITS;
  return [
    {
      message: `"${found[0]}" is "${becomes}" read in the wrong encoding.`,
      found: found[0],
      limit: null,
      span: [found.index, found.index + found[0].length],
      // Half mended it would look right to nobody, and be beyond a second attempt.
      fix: isWhole ? fix : null,
    },
  ];
}

function lostCharacter(text: string): Hit | null {
  const [first] = text.matchAll(LOST_CHARACTER);
  if (!first) return null;
  const around = text.slice(
    Math.max(0, text.lastIndexOf(' ', first.index) + 1),
    (text.indexOf(' ', first.index + 1) + text.length + 1) % (text.length + 1),
  );
  const message = `In "${around}" a character was lost: ? stands where an encoding had none, in the title or only in this export of it.`;
  return { message, found: around, limit: null, span: [first.index, first.index + 1], fix: null };
}

/** Whether a text holds what no mending brings back: then none of its characters is certain. */
export function isBeyondMending({ text, isAscii }: PreparedText): boolean {
  return !isAscii && (LOST.test(text) || SHIFTED.test(text));
}

/**
 * The text of the bytes that a whole text is; null where they are no UTF-8 from end to end, or nothing in it is likely. Where all of it is,
 * also letters are taken that would be doubtful alone ("Å½" for Ž).
 */
function decodedWhole(text: string): string | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const byte = code < 0x80 ? code : BYTES.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  const ideographs = bytes.filter((byte, at) => byte >= 0xe3 && lengthAt(bytes, at) === 3).length;
  let decoded = '';
  let likely = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const length = byte < 0x80 ? 1 : lengthAt(bytes, at);
    if (length === 0) return null;
    const code = length === 1 ? byte : codeAt(bytes, at, length);
    if (length > 1 && !isPlausible(code)) return null;
    // "BÃ©ghin": what goes on in small letters is no "MAÇÃ®".
    const goesOn = byte === 0xc3 && /\p{Ll}/u.test(text[at + length] ?? '');
    if (length > 1 && (goesOn || isLikely(code, byte, (text[at - 1] ?? '') + text[at + 1], ideographs))) likely++;
    decoded += String.fromCodePoint(code);
    at += length;
  }
  return likely > 0 ? decoded : null;
}

/**
 * Letters of Europe, signs, the scripts of East Asia, emoji; not the phonetic signs that "É®" would be. With what Windows-1252 has besides, and
 * its gaps, for texts that were read wrongly twice.
 */
function isPlausible(code: number): boolean {
  if (code < 0x180 || code === 0x192 || code === 0x2c6 || code === 0x2dc) return true;
  return (code >= 0x370 && code <= 0x52f) || (code >= 0x2010 && code <= 0x27bf) || (code >= 0x3000 && code <= 0xffef) || code >= 0x1f000;
}

/** A run with every likely UTF-8 sequence in it decoded; `hasRest`: pieces of others are left. */
function mend(run: string, before: string, text: string): { mended: string; hasRest: boolean } {
  const bytes = Array.from(run, (character) => BYTES.get(character) as number);
  const ideographs = bytes.filter((_, at) => lengthAt(bytes, at) === 3 && (bytes[at] as number) >= 0xe3).length;
  let mended = '';
  let hasRest = false;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    const code = length === 0 ? 0 : codeAt(bytes, at, length);
    const previous = at === 0 ? before : (run[at - 1] as string);
    if (length > 0 && isLikely(code, bytes[at] as number, previous + run[at + 1], ideographs)) {
      mended += String.fromCodePoint(code);
      at += length;
    } else if (length === 0 && run.startsWith('â€', at) && text.includes('â€œ')) {
      // Windows-1252 has no character for the last byte of a closing quotation mark: many programs drop it.
      mended += '”';
      at += 2;
    } else {
      hasRest ||=
        (length === 2 && (bytes[at] as number) >= 0xc3 && (bytes[at] as number) <= 0xc5) ||
        ((bytes[at] as number) >= 0xe2 && isContinuation(bytes[at + 1]));
      mended += run[at];
      at++;
    }
  }
  return { mended, hasRest };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** How many bytes the UTF-8 sequence at an index has; 0 where none is. */
function lengthAt(bytes: readonly number[], at: number): 0 | 2 | 3 | 4 {
  const lead = bytes[at] as number;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe2 && lead <= 0xef ? 3 : lead === 0xf0 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    if (!isContinuation(bytes[at + next])) return 0;
  }
  return length;
}

function codeAt(bytes: readonly number[], at: number, length: number): number {
  let code = (bytes[at] as number) & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let next = 1; next < length; next++) code = code * 64 + ((bytes[at + next] as number) & 0x3f);
  return code;
}

/** `around`: the characters before the sequence and behind its first. */
function isLikely(code: number, lead: number, around: string, ideographs: number): boolean {
  // Latin-1 only; in "MAÇÃ®" the Ã is a letter, and so it is at the end of any word before a quotation mark.
  if (lead === 0xc2) return true;
  if (lead === 0xc3) return !/^[\p{L}“‘„«][®©™ªº»”’]$/u.test(around) || /^\p{Ll}[®©ªº»”’™]$/u.test(around);
  if (lead < 0xe0) return false;
  if (lead === 0xe2) return (code >= 0x2010 && code <= 0x22ff) || (code >= 0x2500 && code <= 0x27bf);
  if (lead === 0xf0) return code >= 0x1f000 && code <= 0x1faff;
  return ideographs >= 2 && code >= 0x3000 && code <= 0xffef && !(code >= 0xd800 && code <= 0xf8ff);
}
