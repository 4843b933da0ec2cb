/**
 * GTINs as one text of 14 digits, so that a UPC-12, the EAN-13 with a zero before it and the GTIN-14 with two are the same.
 *
 * Only numbers that name one trade item in the whole world count: 8, 12, 13 or 14 digits, with the right check digit (from the right,
 * weights 3 and 1 by turns, GS1 General Specifications 7.9), and not of a range that shops fill as they like (prefixes 02, 04, 2; GTIN-8 that
 * begin with 0 or 2) or that is for receipts and coupons (05, 980 to 984, 99), which Google Merchant refuses too. A GTIN-14 that begins with 1 to 8 is a case of the item with the same
 * digits behind it: another product, and so another text.
 */

/** The 14 digits; null where the text is no GTIN that says which product it is. Spaces and hyphens within are taken out. */
export function gtin14(text: string | null): string | null {
  const digits = (text ?? '').replace(/[\s-]/g, '');
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return null;
  const padded = digits.padStart(14, '0');
  if (!hasCheckDigit(padded) || isLocal(padded)) return null;
  return padded;
}

function hasCheckDigit(padded: string): boolean {
  let sum = 0;
  for (let at = 0; at < 14; at++) sum += Number(padded[at]) * (at % 2 === 0 ? 3 : 1);
  return sum % 10 === 0;
}

/** GTIN-8, then GTIN-12 and GTIN-13, by the prefix of the 13 digits; that of a case is the prefix of what is in it. */
function isLocal(padded: string): boolean {
  if (padded.startsWith('000000')) return /^[02]/.test(padded.slice(6));
  return /^(?:0[245]|2|98[0-4]|99)/.test(padded.slice(1));
}
