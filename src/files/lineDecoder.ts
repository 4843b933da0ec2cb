/**
 * A stream of bytes to a stream of text. Bytes are cut after the last line end of each chunk and decoded strictly, so
 * that no character is ever cut (no byte of a longer character equals a line feed in any of the encodings; UTF-16 is cut at whole units).
 */
import { isAscii } from 'node:buffer';
import { decodeBytes, type Encoding } from './encoding.js';

const CHUNK = 512 * 1024;

export interface LineDecoder {
  push(bytes: Uint8Array): void;
  /** Has up to so many bytes written into its own memory; `write` returns how many it wrote, and so does this. */
  pull(most: number, write: (room: Uint8Array) => number): number;
  end(): void;
}

/**
 * @param emit takes each piece of text, in order; and its bytes, where it is ASCII, which are there until it returns
 * @param fail is called after the last piece of valid text, when the bytes that follow it are not valid; it throws
 * @param maxRest of more bytes than this without a line end, the valid text is passed on for the reader to refuse
 */
export function createLineDecoder(
  encoding: Encoding,
  maxRest: number,
  emit: (text: string, ascii: Uint8Array | null) => void,
  fail: () => never,
): LineDecoder {
  /** What is not passed on yet stands at its start; the memory is used again for every piece. */
  let memory = new Uint8Array(0);
  let size = 0;

  /** Room for so many bytes behind what is not passed on yet. */
  function roomFor(bytes: number): Uint8Array {
    const end = size + bytes;
    if (end > memory.length) memory = larger(memory, size, 2 * end);
    return memory.subarray(size, end);
  }

  /** Passes on what can be, of all that stands in the memory up to `end`. */
  function take(end: number, isLast: boolean): void {
    const known = memory.subarray(0, end);
    const cut = isLast ? end : afterLastLineEnd(known, encoding);
    if (end - cut > maxRest) refuse(known);
    if (cut > 0) decode(memory.subarray(0, cut));
    memory.copyWithin(0, cut, end);
    size = end - cut;
  }

  function decode(bytes: Uint8Array): void {
    // ASCII is the same text in these; a string of one-byte characters is made at several times the speed.
    if (!encoding.startsWith('utf-16') && isAscii(bytes)) {
      const { buffer, byteOffset, length } = bytes;
      emit(Buffer.from(buffer, byteOffset, length).toString('latin1'), new Uint8Array(buffer, byteOffset, length));
      return;
    }
    const text = decodeStrictly(bytes, encoding);
    if (text === null) refuse(bytes);
    else emit(text, null);
  }

  function refuse(bytes: Uint8Array): never {
    emit(longestValid(bytes, encoding), null);
    return fail();
  }

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const piece = bytes.subarray(at, at + CHUNK);
        roomFor(piece.length).set(piece);
        take(size + piece.length, false);
      }
    },
    pull(most, write) {
      const length = write(roomFor(most));
      take(size + length, false);
      return length;
    },
    end() {
      take(size, true);
    },
  };
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return decodeBytes(bytes, encoding, { fatal: true, isWhole: true });
  } catch {
    return null;
  }
}

/** The text of as many leading bytes as are valid, found by halving: a prefix of valid bytes is valid in a decoder that awaits more. */
function longestValid(bytes: Uint8Array, encoding: Encoding): string {
  let low = 0;
  let high = bytes.length;
  let text = '';
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      text = decodeBytes(bytes.subarray(0, middle), encoding, { fatal: true, isWhole: false });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return text;
}

function afterLastLineEnd(bytes: Uint8Array, encoding: Encoding): number {
  if (!encoding.startsWith('utf-16')) {
    const feed = bytes.lastIndexOf(10);
    return (feed === -1 ? bytes.lastIndexOf(13) : feed) + 1;
  }
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    const code = bytes[at + low] as number;
    if ((code === 10 || code === 13) && bytes[at + 1 - low] === 0) return at + 2;
  }
  return 0;
}

function larger(memory: Uint8Array, used: number, size: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(size);
  more.set(memory.subarray(0, used));
  return more;
}
