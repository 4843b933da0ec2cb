/**
 * Characters that an encoding lacks but has a twin of: the wave dash that Japanese keyboards type is U+301C, Windows' CP932 holds only
 * U+FF5E, and so on. Such a character is replaced by its twin; whatever else an encoding lacks is named, never written as "?".
 */
import { encodeText, type WrittenEncoding } from './encodeText.js';

/** [typed, as CP932 has it]: the seven pairs in which Unicode and Windows chose differently for one character of JIS X 0208. */
const CP932_TWINS: readonly (readonly [string, string])[] = [
  ['\u301c', '\uff5e'],
  ['\u2212', '\uff0d'],
  ['\u2016', '\u2225'],
  ['\u2014', '\u2015'],
  ['\u00a2', '\uffe0'],
  ['\u00a3', '\uffe1'],
  ['\u00ac', '\uffe2'],
];

const TWINS: Readonly<Partial<Record<WrittenEncoding, ReadonlyMap<string, string>>>> = { shift_jis: new Map(CP932_TWINS) };

export interface Mapped {
  readonly text: string;
  /** The characters that were replaced, each once, as "〜 → ～". */
  readonly replaced: readonly string[];
  /** The characters that cannot be written, each once. */
  readonly lacking: string;
}

/** A text as an encoding can hold it. */
export function mapped(text: string, encoding: WrittenEncoding): Mapped {
  // UTF-8 lacks nothing but halves of characters.
  if (encoding === 'utf-8' && !/\p{Surrogate}/u.test(text)) return { text, replaced: [], lacking: '' };
  const twins = TWINS[encoding];
  const replaced = new Set<string>();
  const fitting = twins
    ? [...text].map((char) => {
        const twin = twins.get(char);
        if (twin !== undefined) replaced.add(`${char} → ${twin}`);
        return twin ?? char;
      })
    : [text];
  const result = fitting.join('');
  const encoded = encodeText(result, encoding);
  return { text: result, replaced: [...replaced], lacking: encoded instanceof Uint8Array ? '' : encoded.unencodable };
}
