/**
 * Which encodings a text file may be in, and bytes to text. After the WHATWG encoding standard, by the built-in TextDecoder where that one is right.
 *
 * No guessing by frequency: a detector calls a short GBK header ISO-8859-1. Several candidates are returned instead;
 * the caller takes the one in which the header is known.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'shift_jis' | 'windows-1252';

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Windows-1252 bytes 80–9F after the WHATWG index; the five bytes without a character stay control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const CONTROLS = [0x1a, 0x1c, 0x7f];
const decodedControls = new TextDecoder('shift_jis').decode(new Uint8Array(CONTROLS));

/** The encoding that a byte order mark at the start names, or null without one. */
export function byteOrderMark(head: Uint8Array): Encoding | null {
  const found = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  return found ? found[0] : null;
}

/**
 * The encodings in which the head of a file is valid, the likeliest first. A character cut by the end of the head is
 * no fault unless the head is the whole file. A byte order mark decides alone; so does valid UTF-8, because text in
 * the other encodings is not valid UTF-8 by chance once it holds a few characters beyond ASCII; and UTF-8 with a stray byte in it, which is
 * refused where it stands and not read as something else.
 */
export function possibleEncodings(head: Uint8Array, isWhole: boolean): Encoding[] {
  const marked = byteOrderMark(head);
  if (marked) return [marked];
  const wide = wideEncoding(head);
  if (wide && decodes(head, wide, isWhole)) return [wide];
  if (decodes(head, 'utf-8', isWhole) || isDamagedUtf8(head)) return ['utf-8'];
  const legacy = (['gb18030', 'shift_jis'] as const).filter((encoding) => decodes(head, encoding, isWhole));
  return [...legacy, 'windows-1252'];
}

/**
 * The same of a file whose head may be plain ASCII, which tells no encoding but UTF-16: `beyondAscii` is then what follows from the first
 * byte on that is not.
 */
export function encodingsOfFile(head: Uint8Array, beyondAscii: Uint8Array | null, isWhole: boolean): Encoding[] {
  const byHead = possibleEncodings(head, isWhole);
  return beyondAscii === null || byHead[0] !== 'utf-8' ? byHead : possibleEncodings(beyondAscii, false);
}

/** The head of a file as text, without a byte order mark and without a character that the end of the head cuts. */
export function decodeHead(head: Uint8Array, encoding: Encoding, isWhole: boolean): string {
  const text = decodeBytes(head, encoding, { fatal: false, isWhole });
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/**
 * Bytes as text, a byte order mark kept as U+FEFF. With `fatal`, invalid bytes throw a TypeError. Without `isWhole`,
 * a character cut by the end is left out.
 */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding, options: { fatal: boolean; isWhole: boolean }): string {
  if (encoding === 'windows-1252') return windows1252(bytes);
  const decoder = new TextDecoder(encoding, { fatal: options.fatal, ignoreBOM: true });
  const text = decoder.decode(bytes, { stream: !options.isWhole });
  return encoding === 'shift_jis' ? withOwnControls(text) : text;
}

/**
 * UTF-16 without a mark: ASCII characters (delimiters, digits, line ends) leave a NUL in every other byte. A file that
 * was cut or zeroed has its NULs at even and odd places alike.
 */
function wideEncoding(head: Uint8Array): Encoding | null {
  const counts = [0, 0];
  for (let index = 0; index < head.length; index++) {
    if (head[index] === 0) counts[index % 2] = (counts[index % 2] as number) + 1;
  }
  const [even, odd] = counts as [number, number];
  if (even + odd < Math.max(2, head.length / 50)) return null;
  if (even <= odd / 20) return 'utf-16le';
  return odd <= even / 20 ? 'utf-16be' : null;
}

/** Characters of several bytes that prove UTF-8, and how many of them there must be for each byte that is none. */
const PROOF = 5;
const FOR_EACH_STRAY = 20;

/** Whether nearly all that is beyond ASCII is UTF-8. Of Chinese in GB18030 a fifth looks like it, of Japanese in Shift_JIS an eighth. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let follow = 1;
    while (follow < length && ((bytes[at + follow] ?? 0) & 0xc0) === 0x80) follow++;
    const isCut = length > 0 && at + follow === bytes.length && follow < length;
    if (length > 0 && byte < 0xf5 && follow === length) characters++;
    else if (!isCut) strays++;
    at += follow;
  }
  return characters >= PROOF && characters >= FOR_EACH_STRAY * strays;
}

function decodes(bytes: Uint8Array, encoding: Encoding, isWhole: boolean): boolean {
  try {
    decodeBytes(bytes, encoding, { fatal: true, isWhole });
    return true;
  } catch {
    return false;
  }
}

/**
 * Not by TextDecoder: that of Node 20 decodes windows-1252 as Latin-1, and drops a byte FF at the start.
 */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] as string);
}

/** Some versions of ICU, by which Node decodes Shift_JIS, change three control characters about. */
function withOwnControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, (char) => {
    const place = decodedControls.indexOf(char);
    return place === -1 ? char : String.fromCharCode(CONTROLS[place] as number);
  });
}
