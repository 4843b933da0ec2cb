/** Numbers of workbooks as text. */

/** A number as Excel keeps it: see the head of workbook.ts. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '#NUM!';
  if (Number.isSafeInteger(value)) return String(value);
  const kept = Number(value.toPrecision(15));
  if (Math.abs(value) >= 1e15) return kept.toExponential().toUpperCase();
  const text = String(kept);
  if (!text.includes('e')) return text;
  const [mantissa, exponent] = kept.toExponential().split('e') as [string, string];
  const digits = mantissa.replace(/\D/g, '').length;
  const decimals = digits - 1 - Number(exponent);
  return decimals <= 100 ? kept.toFixed(decimals) : text;
}
