/**
 * exp, ln and power made of + − × ÷ only.
 *
 * IEEE 754 fixes the result of those four to the last bit; it does not for `Math.exp`, `Math.log` and `**`, whose last
 * digit differs between engines. A demo drawn with them would not be the same bytes on every machine.
 * Relative error below 1e-14 for |x| < 700 (exp) and for normal positive numbers (ln).
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** The mantissa is kept between this and twice this. */
const LOWEST_MANTISSA = 0.7;

/** e to the power of x: x = k ln 2 + r, Taylor series of r, then k doublings (exact). */
export function exp(x: number): number {
  if (x < -700) return 0;
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 16; n += 1) {
    term *= r / n;
    sum += term;
  }
  return scaleByPowerOfTwo(sum, k);
}

/** The natural logarithm of a positive number: x = m 2^k with m near 1, then 2 artanh((m − 1) / (m + 1)). */
export function ln(x: number): number {
  let m = x;
  let k = 0;
  while (m >= 2 * LOWEST_MANTISSA) {
    m /= 2;
    k += 1;
  }
  while (m < LOWEST_MANTISSA) {
    m *= 2;
    k -= 1;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let power = s;
  let sum = 0;
  for (let n = 1; n <= 25; n += 2) {
    sum += power / n;
    power *= s2;
  }
  return 2 * sum + k * LN2_HIGH + k * LN2_LOW;
}

/** base to the power of exponent, base positive. */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * ln(base));
}

function scaleByPowerOfTwo(value: number, k: number): number {
  let scaled = value;
  for (let i = 0; i < k; i += 1) scaled *= 2;
  for (let i = 0; i > k; i -= 1) scaled /= 2;
  return scaled;
}
