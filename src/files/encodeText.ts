/**
 * Text to bytes. Legacy encodings are written by iconv-lite, which writes `?` for a character that the encoding lacks; every result is
 * therefore decoded again and compared.
 */
import iconv from 'iconv-lite';
import { decodeBytes, type Encoding } from './encoding.js';

/** An encoding that files are written in; 'gbk' is gb18030 without the characters of four bytes, which older readers do not know. */
export type WrittenEncoding = Encoding | 'gbk';

/**
 * The bytes of a text, or the characters of it that the encoding cannot hold (each once). With `bom`, a byte order
 * mark stands in front.
 */
export function encodeText(text: string, encoding: WrittenEncoding, options: { bom?: boolean } = {}): Uint8Array | { unencodable: string } {
  const whole = options.bom ? `\ufeff${text}` : text;
  const bytes = encode(whole, encoding);
  if (holds(bytes, whole, encoding)) return bytes;
  const unencodable = [...new Set(whole)].filter((char) => !holds(encode(char, encoding), char, encoding)).join('');
  return { unencodable };
}

function holds(bytes: Uint8Array, text: string, encoding: WrittenEncoding): boolean {
  return decodeBytes(bytes, encoding === 'gbk' ? 'gb18030' : encoding, { fatal: false, isWhole: true }) === text;
}

function encode(text: string, encoding: WrittenEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  // iconv-lite calls Windows' variants, which the platforms mean by these names: shift_jis is CP932, gbk is CP936.
  const bytes = iconv.encode(text, encoding);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
