/** Reads `--terms FILE`: a table in any encoding and with any delimiter that eco reads, of terms and their values. */
import { basename } from 'node:path';
import { UserError } from '../core/errors.js';
import { byteOrderMark, decodeBytes, possibleEncodings } from '../files/encoding.js';
import { firstRows } from '../files/firstRows.js';
import { byLikelihood } from '../files/likelyEncoding.js';
import { readNamedFile } from '../namedFile.js';
import { type FileTerm, termsOfFile } from './keywords/termFile.js';

export function readTermFile(cwd: string, file: string): FileTerm[] {
  const bytes = readNamedFile(cwd, file, 'a CSV of search terms and their values');
  const name = basename(file);
  const head = bytes.subarray(0, 65_536);
  const encoding = byteOrderMark(head) ?? byLikelihood(head, possibleEncodings(head, head.length === bytes.length))[0];
  if (encoding === undefined)
    throw new UserError(`${name} is no text. Expected: a CSV of search terms and their values, for example in UTF-8.`);
  const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true }).replace(/^\ufeff/, '');
  const delimiter = ['\t', ';', ','].find((sign) => (text.split('\n', 1)[0] ?? '').includes(sign)) ?? ',';
  return termsOfFile(firstRows(text, { delimiter, quoting: 'double' }, Number.MAX_SAFE_INTEGER, true), name);
}
