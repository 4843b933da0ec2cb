/**
 * A set of unit keys in little memory: 53-bit hashes in an open-addressed table, 16 bytes or less a key. Two keys are taken
 * for one with a chance of about one in ten million for a million keys; the cost is then a slower, sorted import, never a wrong one.
 */
export class UnitSet {
  private table: Float64Array;
  /** Keys that were added. */
  size = 0;

  /** Made for this many keys at once, it need not grow, which for a moment takes twice the memory. */
  constructor(expected = 0) {
    let slots = 1024;
    while (slots < expected * 2) slots *= 2;
    this.table = new Float64Array(slots);
  }

  /** Adds a key; false when it was there. */
  add(key: string): boolean {
    if (this.size * 2 >= this.table.length) this.grow();
    const added = insert(this.table, hash(key));
    if (added) this.size++;
    return added;
  }

  has(key: string): boolean {
    const entry = hash(key);
    const mask = this.table.length - 1;
    for (let slot = (entry ^ (entry / 4294967296)) & mask; this.table[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.table[slot] === entry) return true;
    }
    return false;
  }

  private grow(): void {
    const larger = new Float64Array(this.table.length * 2);
    for (const entry of this.table) if (entry !== 0) insert(larger, entry);
    this.table = larger;
  }
}

function insert(table: Float64Array, entry: number): boolean {
  const mask = table.length - 1;
  let slot = (entry ^ (entry / 4294967296)) & mask;
  for (;;) {
    const standing = table[slot] as number;
    if (standing === entry) return false;
    if (standing === 0) {
      table[slot] = entry;
      return true;
    }
    slot = (slot + 1) & mask;
  }
}

/** Never 0, which marks an empty slot. */
function hash(key: string): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  a = (a ^ (a >>> 15)) >>> 0;
  b = (b ^ (b >>> 13)) >>> 0;
  return (b & 0x1fffff) * 4294967296 + a + 1;
}
