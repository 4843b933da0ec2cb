/**
 * Very many texts by number, in a fraction of the memory that strings take: their UTF-8 one behind the other. A string is made of one
 * whenever it is asked for.
 */

const FIRST_BYTES = 1 << 16;
const FIRST_TEXTS = 1 << 12;
const HALF_PAIR = /\p{Surrogate}/u;

export class TextTable {
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** Where each text ends. */
  #ends = new Uint32Array(FIRST_TEXTS);
  #count = 0;
  #size = 0;
  /** What UTF-8 cannot hold. */
  readonly #odd = new Map<number, string>();

  push(text: string): void {
    const most = 3 * text.length;
    if (this.#size + most > this.#bytes.length) this.#bytes = larger(this.#bytes, this.#size + most);
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(2 * this.#count);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    if (HALF_PAIR.test(text)) this.#odd.set(this.#count, text);
    else this.#size += this.#bytes.write(text, this.#size, 'utf8');
    this.#ends[this.#count++] = this.#size;
  }

  /** Empty where there is none. */
  at(index: number): string {
    const end = index < this.#count ? this.#ends[index] : undefined;
    if (end === undefined) return '';
    return this.#odd.get(index) ?? this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], end);
  }
}

function larger(buffer: Buffer, atLeast: number): Buffer {
  const copy = Buffer.allocUnsafeSlow(Math.max(atLeast, Math.floor(1.5 * buffer.length)));
  buffer.copy(copy);
  return copy;
}
