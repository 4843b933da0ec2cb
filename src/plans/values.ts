/**
 * Values of a listing's fields as canonical texts: which text is a valid value of a field, how an amount is written, and when two
 * values are the same.
 *
 * An amount is a plain decimal with exactly the digits of its currency ("12.50", "500" yen); "12.5" is read as "12.50", and more
 * digits than the currency has are a mistake, never rounded. No value (null) and an empty text are the same to every platform.
 */
import { LISTING_FIELDS, type ListingFieldName } from '../core/listingField.js';
import { currencyDigits } from '../core/money.js';

/** Fields that an upload cannot empty. */
const NEEDED: ReadonlySet<ListingFieldName> = new Set(['title', 'price', 'quantity']);

/** More digits than this before the point are a slip, not an amount. */
const MOST_DIGITS = 12;

export type Checked = { readonly value: string | null } | { readonly problem: string };

/** The canonical form of a wanted value, or what is wrong with it ("found … expected …"). */
export function checkedValue(field: ListingFieldName, value: string | null, currency: string | null): Checked {
  if (value === null) return NEEDED.has(field) ? { problem: `a ${field} cannot be emptied: a value is missing` } : { value };
  switch (LISTING_FIELDS[field]) {
    case 'money':
      return checkedAmount(field, value, currency);
    case 'integer':
      return /^\d{1,9}$/.test(value)
        ? { value: String(Number(value)) }
        : { problem: `found ${shown(value)}, expected a whole number of 0 or more, such as 12` };
    case 'text':
      return checkedText(field, value);
  }
}

/**
 * The same for a value that somebody types: besides, a text has no control characters, no line breaks and nothing that a spreadsheet
 * or a wrong encoding put in its place, and nothing is sold for 0. What an export has them in (`before`) is left as it is, so that it
 * can be restored.
 */
export function typedValue(field: ListingFieldName, value: string | null, currency: string | null, before: string | null): Checked {
  const checked = checkedValue(field, value, currency);
  if ('problem' in checked || value === null || value === before) return checked;
  const problem = slipOf(field, value, before ?? '');
  return problem === null ? checked : { problem };
}

function slipOf(field: ListingFieldName, value: string, before: string): string | null {
  switch (LISTING_FIELDS[field]) {
    case 'money':
      return amountSlip(field, value);
    case 'integer':
      return null;
    case 'text':
      return textSlip(field, value, before);
  }
}

/** What nobody means to write into a text. */
function textSlip(field: ListingFieldName, value: string, before: string): string | null {
  const control = [...value.matchAll(/[\p{Cc}\u2028\u2029]/gu)].find(([character]) => !before.includes(character));
  if (control !== undefined) return controlOf(field, value, control);
  if (value.includes('\ufffd') && !before.includes('\ufffd'))
    return `found ${shown(value)}, where "\ufffd" stands for a letter that was lost: type it again, and save the file as UTF-8`;
  if (SPREADSHEET.test(value.trim()))
    return `found ${shown(value)}, which a spreadsheet puts in place of a value: write the ${field} itself`;
  return null;
}

/** A formula that failed, a column too narrow, a long number that lost its digits. */
const SPREADSHEET = /^(?:#(?:NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|N\/A|SPILL!|CALC!)|#{3,}|\d(?:\.\d+)?E\+\d{2})$/;

function amountSlip(field: ListingFieldName, value: string): string | null {
  if (/[1-9]/.test(value)) return null;
  return field === 'price'
    ? `found ${shown(value)}, expected an amount above 0: a price of 0 gives the goods away (to stop selling, set the quantity to 0)`
    : `found ${shown(value)}, expected an amount above 0; to have no ${field}, leave the cell empty (null in JSON)`;
}

function controlOf(field: ListingFieldName, value: string, control: RegExpExecArray): string {
  const code = (control[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const what = LINE_BREAKS.test(control[0]) ? 'a line break' : control[0] === '\t' ? 'a tab' : `a control character (U+${code})`;
  return `found ${what} after ${shown(value.slice(0, control.index))}: a ${field} is one line of text`;
}

const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]/;

function checkedText(field: ListingFieldName, value: string): Checked {
  if (value.trim() === '') {
    const instead = NEEDED.has(field) ? '' : '; to empty the field, leave the cell empty (null in JSON)';
    return { problem: `found a blank ${field}, expected a text${instead}` };
  }
  if (value.includes('\0')) return { problem: 'the text holds a NUL character, which no upload can carry: take it out' };
  if (/\p{Surrogate}/u.test(value)) return { problem: 'the text holds half of a character (a lone surrogate): type it again' };
  return { value };
}

function checkedAmount(field: ListingFieldName, value: string, currency: string | null): Checked {
  const digits = currencyDigits(currency);
  const example = digits === 0 ? '1250' : `12.${'50'.padEnd(digits, '0').slice(0, digits)}`;
  const expected = `expected an amount${currency === null ? '' : ` in ${currency}`} such as ${example}`;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return { problem: `found ${shown(value)}, ${expected}: no currency sign, no thousands separator, a point before the cents` };
  const [, sign, whole = '', fraction = ''] = match;
  if (sign === '-') return { problem: `found ${shown(value)}: a ${field} cannot be below 0` };
  const tooFine = fraction.replace(/0+$/, '').length > digits;
  if (tooFine) return { problem: `found ${shown(value)}, ${expected}: ${currency ?? 'the currency'} has ${digits} digits after the point` };
  const units = whole.replace(/^0+(?=\d)/, '');
  if (units.length > MOST_DIGITS) return { problem: `found ${shown(value)}, which is no likely ${field}` };
  return { value: digits === 0 ? units : `${units}.${fraction.slice(0, digits).padEnd(digits, '0')}` };
}

/** A value as a message shows it. */
export function shown(value: string | null): string {
  if (value === null) return 'nothing';
  const text = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  return `"${text}"`;
}

/** Whether two values are the same to the platform. */
export function sameValue(a: string | null, b: string | null): boolean {
  return (a ?? '') === (b ?? '');
}

/** The same but for spaces at the ends and the way accents are written, which platforms change by themselves. */
export function likelySame(a: string | null, b: string | null): boolean {
  return sameValue(a, b) || (a ?? '').normalize('NFC').trim() === (b ?? '').normalize('NFC').trim();
}
