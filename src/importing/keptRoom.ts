/**
 * Room for chunks of kept rows on their way from the thread that reads to the one that writes: memory that both see, used again and again.
 * Fresh memory for each chunk would take longer to come by than to fill.
 */
import type { KeptChunk, KeptRoom } from './keptCells.js';

/** A chunk in the room, which is to be given back when it is written. */
export interface LentChunk {
  readonly chunk: KeptChunk;
  readonly place: number;
  /** Of each place whether it is taken. */
  readonly taken: Int32Array;
}

/** One place is written from while another is filled; the third is for the moment in between. */
const PLACES = 3;

/** The reading side: gives room for a chunk, and waits until there is; then lends the chunk that was written there. */
export function sharedRoom(): { room: KeptRoom; lend(chunk: KeptChunk): LentChunk } {
  const taken = new Int32Array(new SharedArrayBuffer(4 * PLACES));
  const memory: Buffer[] = Array.from({ length: PLACES }, () => Buffer.alloc(0));
  let place = 0;
  return {
    room(bytes) {
      place = (place + 1) % PLACES;
      Atomics.wait(taken, place, 1);
      if ((memory[place] as Buffer).length < bytes) memory[place] = Buffer.from(new SharedArrayBuffer(bytes));
      return memory[place] as Buffer;
    },
    lend(chunk) {
      Atomics.store(taken, place, 1);
      return { chunk, place, taken };
    },
  };
}

/** The writing side: the place may be used again. */
export function giveBack({ place, taken }: LentChunk): void {
  Atomics.store(taken, place, 0);
  Atomics.notify(taken, place);
}
