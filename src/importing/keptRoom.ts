/**
 * Room for chunks of kept rows on their way from the thread that reads to the one that writes: memory that both see, used again and again.
 * Fresh memory for each chunk would take longer to come by than to fill.
 */
import type { KeptChunk } from './keptCells.js';

/** A chunk in the room, which is to be given back when it is written. */
export interface LentChunk {
  readonly chunk: KeptChunk;
  readonly place: number;
  /** Of each place whether it is taken. */
  readonly taken: Int32Array;
}

/** One place is written from while another is filled; the third is for the moment in between. */
const PLACES = 3;

/** The reading side: puts a chunk where there is room, and waits until there is. */
export function keptRoom(): (chunk: KeptChunk) => LentChunk {
  const taken = new Int32Array(new SharedArrayBuffer(4 * PLACES));
  const memory: Uint8Array[] = Array.from({ length: PLACES }, () => new Uint8Array(0));
  let last = 0;
  return ({ cells, ...chunk }) => {
    const place = (last + 1) % PLACES;
    last = place;
    Atomics.wait(taken, place, 1);
    Atomics.store(taken, place, 1);
    if ((memory[place] as Uint8Array).length < cells.length)
      memory[place] = new Uint8Array(new SharedArrayBuffer(cells.length + (cells.length >> 2)));
    const shared = (memory[place] as Uint8Array).subarray(0, cells.length);
    shared.set(cells);
    return { chunk: { ...chunk, cells: shared }, place, taken };
  };
}

/** The writing side: the place may be used again. */
export function giveBack({ place, taken }: LentChunk): void {
  Atomics.store(taken, place, 0);
  Atomics.notify(taken, place);
}
