/**
 * The character codes of a text as a typed array, which is read several times faster than the string itself; the memory is used again
 * for the next text. One byte a character where the text is ASCII, as most exports are, so that codes are UTF-8 as they stand.
 */
import type { Codes } from './rowScanner.js';

export class TextCodes {
  private memory = Buffer.alloc(0);
  private bytes = new Uint8Array(0);
  private pairs = new Uint16Array(0);

  /** The codes of a text, then a line feed; what stands behind that means nothing. They are there until the next text. */
  of(text: string): Codes {
    const needed = 2 * (text.length + 1);
    if (this.memory.length < needed) {
      this.memory = Buffer.from(new ArrayBuffer(2 * needed));
      this.bytes = new Uint8Array(this.memory.buffer);
      this.pairs = new Uint16Array(this.memory.buffer);
    }
    const isAscii = Buffer.byteLength(text) === text.length;
    this.memory.write(text, isAscii ? 'latin1' : 'utf16le');
    const codes = isAscii ? this.bytes : this.pairs;
    codes[text.length] = 10;
    return codes;
  }
}
