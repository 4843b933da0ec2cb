/**
 * A title from its parts and pieces, in a fixed order: brand; product type with what goes before and after it; the other parts
 * as they stand; new phrases, the most valuable first. Nothing that was there is respelled.
 */
import { opensPhrase, searchWords } from '../../measures/words/searchWords.js';
import type { Anatomy, TitlePart } from './anatomy.js';
import type { Piece, PieceKind } from './piece.js';

/** Pieces in the order of their worth. `typeWords`: how many words the product type at the beginning of its part has. */
export function composeTitle(
  anatomy: Anatomy,
  parts: readonly TitlePart[],
  pieces: readonly Piece[],
  typeWords: number,
  language: string,
): string {
  const texts = (kind: PieceKind) => pieces.filter((piece) => piece.kind === kind).map((piece) => piece.text);
  const typeAt = parts.findIndex((part) => part.role === 'type');
  const purposesAt = typeAt + followers(parts.slice(typeAt + 1), language);
  const body = parts.map((part, index) => {
    const text = part.role === 'type' ? dressed(part.text, texts, typeWords, language) : part.text;
    return (index === 0 ? '' : part.separator) + text + (index === purposesAt ? forPurposes(texts('purpose')) : '');
  });
  const plain = texts('plain').map((text) => plainSeparator(anatomy) + text);
  return (
    body.join('') +
    plain.join('') +
    texts('phrase')
      .map((text) => `${PHRASE_SEPARATOR}${text}`)
      .join('')
  );
}

export const PHRASE_SEPARATOR = ', ';

/** Chinese titles put word beside word, Japanese ones a space between, unless the title itself does otherwise. */
export function plainSeparator({ parts }: Anatomy): string {
  return parts.some((part, index) => index > 0 && /\s/.test(part.separator)) ? ' ' : '';
}

function dressed(type: string, texts: (kind: PieceKind) => string[], typeWords: number, language: string): string {
  const head = searchWords(type, language).filter((word) => !word.isFunction)[typeWords - 1];
  const at = head?.start ?? 0;
  const near = texts('near')
    .map((text) => `${text} `)
    .join('');
  const front = texts('front')
    .map((text) => `${text} `)
    .join('');
  return `${front}${type.slice(0, at)}${near}${type.slice(at)}`;
}

/** How many parts belong to the one before without a sign between: "Teapot" "with Infuser", but not "Teapot" "(Set of 2)". */
function followers(parts: readonly TitlePart[], language: string): number {
  const count = parts.findIndex((part) => part.separator !== ' ' || !opensPhrase(part.text.split(' ')[0] ?? '', language));
  return count === -1 ? parts.length : count;
}

function forPurposes(purposes: readonly string[]): string {
  return purposes.length === 0 ? '' : ` for ${purposes.join(' and ')}`;
}

/** What a piece adds to the length, with what joins it. */
export function joined(piece: Piece, anatomy: Anatomy): string {
  switch (piece.kind) {
    case 'front':
    case 'near':
      return `${piece.text} `;
    case 'purpose':
      // " for X" and " and Y" are as long as each other.
      return ` for ${piece.text}`;
    case 'phrase':
      return `${PHRASE_SEPARATOR}${piece.text}`;
    case 'plain':
      return plainSeparator(anatomy) + piece.text;
  }
}

const ACRONYMS: ReadonlySet<string> = new Set(
  'abs ac bbq bpa cd cnc dc diy dvd eu fda gps hd hdmi id ip ipx led lcd nfc pc pet ptfe pu pvc rgb rv tv uk us usa usb uv wifi xl xxl xs'.split(
    ' ',
  ),
);
const SMALL: ReadonlySet<string> = new Set('a an and as at but by for from in nor of on or per the to with'.split(' '));

/** A function that writes searched words in the case of the title. Words that the listing writes in its own way keep it. */
export function casing(ownTexts: readonly (string | null)[], isTitleCase: boolean): (text: string) => string {
  const own = new Map<string, string>();
  for (const text of ownTexts) {
    for (const [word] of (text ?? '').matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)) {
      if (/\p{Lu}/u.test(word.slice(1)) && /\p{Ll}/u.test(word)) own.set(word.toLowerCase(), word);
    }
  }
  return (text) =>
    text.replaceAll(/[\p{L}\p{M}\p{N}'’.]+/gu, (word, at: number) => {
      const known = own.get(word);
      if (known !== undefined) return known;
      if (ACRONYMS.has(word) || /^\p{Ll}\p{N}+$/u.test(word)) return word.toUpperCase();
      if (!isTitleCase || (at > 0 && SMALL.has(word))) return word;
      return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    });
}
