/**
 * Which of several legacy encodings a text is in, for files whose header is plain ASCII and so cannot tell: by how bytes beyond
 * ASCII stand together. In Windows-1252 they are single accented letters inside words; in GB18030 characters are pairs of
 * such bytes and come in rows; Shift_JIS has the lead bytes of kana, 82 and 83, which are rare in both others.
 */
import type { Encoding } from './encoding.js';

/** The same encodings, the likeliest first. */
export function byLikelihood(sample: Uint8Array, encodings: readonly Encoding[]): Encoding[] {
  if (encodings.length < 2) return [...encodings];
  let single = 0;
  let rows = 0;
  let kana = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] as number) < 0x80) continue;
    const start = at;
    while (at < sample.length && (sample[at] as number) >= 0x80) at++;
    if (at - start >= 4) rows++;
    else if (at - start === 1 && (sample[start] as number) >= 0x85) single++;
    for (let byte = start; byte < at; byte++) if (sample[byte] === 0x82 || sample[byte] === 0x83) kana++;
  }
  const likely: Encoding = kana > rows + single ? 'shift_jis' : single > rows ? 'windows-1252' : 'gb18030';
  return [...encodings].sort((a, b) => Number(b === likely) - Number(a === likely));
}
