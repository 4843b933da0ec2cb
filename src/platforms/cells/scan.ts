/**
 * The fast path of all numbers: `3`, `-12`, `12.50` read by character code, without allocation. NaN means "not that plain: read it carefully".
 *
 * Plain is: an optional `-`, 1 to 15 digits in all, at most one dot with digits on both sides. So the digits are an exact integer below 2^53,
 * and one division by a power of ten up to 10^17 gives the same double as reading the text would (both operands are exact, IEEE 754 rounds once).
 */

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_DIGITS = 15;

/** The plain number in `cell[0, end)` times 10^`places`, as an exact integer; NaN where it has more decimals or is no safe integer. */
export function scanScaled(cell: string, end: number, places: number): number {
  const negative = cell.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let value = 0;
  let dot = -1;
  for (let at = start; at < end; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === 46 && dot < 0 && at > start) dot = at;
    else return Number.NaN;
  }
  const decimals = dot < 0 ? 0 : end - dot - 1;
  if (!isPlain(end - start, dot, decimals) || decimals > places) return Number.NaN;
  const scaled = value * (POWERS[places - decimals] as number);
  if (scaled > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return negative ? 0 - scaled : scaled;
}

/** The plain number in `cell[0, end)` divided by 10^`shift`: shift 2 reads the digits of a percentage. */
export function scanDecimal(cell: string, end: number, shift: number): number {
  const negative = cell.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let value = 0;
  let dot = -1;
  for (let at = start; at < end; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === 46 && dot < 0 && at > start) dot = at;
    else return Number.NaN;
  }
  const decimals = dot < 0 ? 0 : end - dot - 1;
  if (!isPlain(end - start, dot, decimals)) return Number.NaN;
  const number = value / (POWERS[decimals + shift] as number);
  return negative ? 0 - number : number;
}

function isPlain(length: number, dot: number, decimals: number): boolean {
  return dot < 0 ? length > 0 && length <= MAX_DIGITS : decimals > 0 && length - 1 <= MAX_DIGITS;
}
