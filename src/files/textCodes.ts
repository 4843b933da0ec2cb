/**
 * The character codes of a text as a typed array, which is read several times faster than the string itself; the memory is used again
 * for the next text. One byte a character where the text is ASCII, as most exports are, so that codes are UTF-8 as they stand.
 */
import type { Codes } from './rowScanner.js';

export interface TextCodes {
  /** Codes of the text last given, then a line feed; what stands behind that means nothing. */
  readonly codes: Codes;
  readonly isAscii: boolean;
  set(text: string): void;
  /** The codes of a text that is ASCII and ends with a line feed, as the bytes that it was decoded from. */
  setBytes(ascii: Uint8Array): void;
}

export function textCodes(): TextCodes {
  let memory = Buffer.alloc(0);
  let bytes = new Uint8Array(0);
  let pairs = new Uint16Array(0);
  let isAscii = true;
  let given: Uint8Array | null = null;
  return {
    get codes() {
      return given ?? (isAscii ? bytes : pairs);
    },
    get isAscii() {
      return isAscii;
    },
    setBytes(ascii) {
      given = ascii;
    },
    set(text) {
      given = null;
      const needed = 2 * (text.length + 1);
      if (memory.length < needed) {
        memory = Buffer.from(new ArrayBuffer(2 * needed));
        bytes = new Uint8Array(memory.buffer);
        pairs = new Uint16Array(memory.buffer);
      }
      isAscii = Buffer.byteLength(text) === text.length;
      memory.write(text, isAscii ? 'latin1' : 'utf16le');
      (isAscii ? bytes : pairs)[text.length] = 10;
    },
  };
}
