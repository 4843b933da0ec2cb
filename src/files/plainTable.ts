/** A table that a person made: text in any encoding and with any delimiter that eco reads. What a quote spoils is data, as in firstRows. */
import { byteOrderMark, decodeBytes, possibleEncodings } from './encoding.js';
import { firstRows, type TextRow } from './firstRows.js';
import { byLikelihood } from './likelyEncoding.js';

const HEAD_BYTES = 1 << 16;
const DELIMITERS = ['\t', ';', ',', '|'];

/** Its rows, the header among them; null where the bytes are no text. */
export function plainTableRows(bytes: Uint8Array): TextRow[] | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  const encoding = byteOrderMark(head) ?? byLikelihood(bytes, possibleEncodings(bytes, true))[0];
  if (encoding === undefined || (head.includes(0) && !encoding.startsWith('utf-16'))) return null;
  const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true }).replace(/^\ufeff/, '');
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const [delimiter = ','] = DELIMITERS.filter((sign) => line.includes(sign)).sort((a, b) => line.split(b).length - line.split(a).length);
  return firstRows(text, { delimiter, quoting: 'double' }, Number.POSITIVE_INFINITY, true);
}
