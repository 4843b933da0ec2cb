/**
 * A fast 53-bit hash of typed values: two FNV-1a lanes of 32 bits with different seeds. Hashes of fields are added to that of a row,
 * hashes of rows to that of a unit, so neither depends on an order. It only ever compares a unit with an earlier version of the
 * same unit, never one unit with another.
 */
export class ContentHash {
  /** The two lanes, as signed 32-bit integers. */
  a = 0;
  b = 0;

  start(): void {
    this.a = 0x811c9dc5 | 0;
    this.b = 0x1b873593;
  }

  /** Goes on from where another text ended. */
  goOn(from: { readonly a: number; readonly b: number }): void {
    this.a = from.a;
    this.b = from.b;
  }

  /** The end of a text is part of it: "ab","c" differs from "a","bc". */
  text(text: string): void {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
    this.a = Math.imul(a ^ 0x1f, 0x01000193);
    this.b = Math.imul(b ^ (b >>> 15) ^ 0x1f, 0x85ebca6b);
  }

  number(value: number): void {
    const whole = Math.trunc(value);
    const fraction = whole === value ? 0 : Math.trunc((value - whole) * 1e9);
    const high = Math.trunc(whole / 4294967296);
    this.a = Math.imul(Math.imul(this.a ^ whole, 0x01000193) ^ high ^ fraction, 0xc2b2ae35);
    this.b = Math.imul(Math.imul(this.b ^ whole ^ (this.b >>> 13), 0x85ebca6b) ^ high ^ fraction, 0x01000193);
  }

  value(): number {
    return mixed(this.a, this.b);
  }
}

/** Two lanes as one integer below 2^52, so that the hashes of a few rows can be added without loss before the sum is folded. */
export function mixed(a: number, b: number): number {
  return (((b ^ (b >>> 15)) >>> 0) & 0xfffff) * 4294967296 + ((a ^ (a >>> 16)) >>> 0);
}
