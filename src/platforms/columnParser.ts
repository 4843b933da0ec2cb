/**
 * From the text of a cell to its value: the parser of a column, by the kind of its field and by what the format says of it.
 */
import { FIELDS, type FieldKind, type FieldName, type FieldValue } from '../core/fields.js';
import { currencyDigits } from '../core/money.js';
import type { DateOrder } from './cells/date.js';
import {
  CellProblem,
  cleanText,
  decodeEntities,
  parseBand,
  parseBoolean,
  parseDate,
  parseDecimal,
  parseIdentifier,
  parseInstant,
  parseInstantPlain,
  parseInteger,
  parseMicros,
  parseMicrosPlain,
  parsePeriod,
  parseRatio,
} from './cells/index.js';
import type { DateWitness } from './dateOrder.js';
import type { ReportFormat } from './define.js';
import type { ReadParams } from './rowEvents.js';

/** What a cell of one column becomes. `glyph` collects the currency that an amount names. */
export type CellParser = (cell: string, glyph: { currency: string | null }) => FieldValue | CellProblem;

/** The parser of a bound column, with all that its format says of its cells. */
export function columnParser(name: FieldName, header: string, format: ReportFormat, params: ReadParams, witness: DateWitness): CellParser {
  const percent = format.columns.some((spec) => spec.field === name && spec.percent) || /\(\s*[%％]\s*\)/.test(header);
  const kind = FIELDS[name];
  const read = cellParser(name, percent, format, params);
  const order = format.dateOrder ?? params.dateOrder;
  const seen = order === undefined && DATES.has(kind) ? witnessed(read, witness) : read;
  const asWritten = kind === 'instant' ? plainFirst(seen) : seen;
  const parse = shaped(format, name, asWritten);
  if (name === 'currency') return currencyCode(parse);
  if (!format.people || !format.unit.includes(name)) return parse;
  return parse === asWritten && kind === 'identifier' ? digitsFirst(orderNumber(parse)) : orderNumber(parse);
}

/** Kinds whose numbers may stand in more than one order. */
const DATES: ReadonlySet<FieldKind> = new Set(['day', 'instant', 'period']);

function witnessed(parse: CellParser, witness: DateWitness): CellParser {
  return (cell, glyph) => {
    witness.see(cell);
    return parse(cell, glyph);
  };
}

/** Most moments are written in the one way that leaves no doubt. */
function plainFirst(parse: CellParser): CellParser {
  return (cell, glyph) => {
    const plain = parseInstantPlain(cell);
    return Number.isNaN(plain) ? parse(cell, glyph) : plain;
  };
}

/** Anything but a code of three letters stands in the wrong column. */
function currencyCode(parse: CellParser): CellParser {
  return (cell, glyph) => {
    const value = parse(cell, glyph);
    if (typeof value !== 'string') return value;
    return /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : new CellProblem('currency code', 'three letters, such as EUR');
  };
}

/** In a displaced row, a name, a mail or a sentence may stand where the order number should: what is stored must look like one. */
function orderNumber(parse: CellParser): CellParser {
  return (cell, glyph) => {
    const value = parse(cell, glyph);
    if (typeof value !== 'string' || looksLikeOrder(value)) return value;
    return new CellProblem('order number', 'the cells of the row may be displaced');
  };
}

/** Most order numbers are digits and hyphens: as such they need no second look. */
function digitsFirst(parse: CellParser): CellParser {
  return (cell, glyph) => (isDigitsAndHyphens(cell) ? cell : parse(cell, glyph));
}

/** At most 40 of them, with digits at both ends. */
function isDigitsAndHyphens(cell: string): boolean {
  const last = cell.length - 1;
  if (last < 0 || last >= LONGEST_ORDER_NUMBER || cell.charCodeAt(0) === HYPHEN || cell.charCodeAt(last) === HYPHEN) return false;
  for (let at = 0; at <= last; at++) {
    const code = cell.charCodeAt(at);
    if (code !== HYPHEN && (code < 48 || code > 57)) return false;
  }
  return true;
}

const HYPHEN = 45;
const LONGEST_ORDER_NUMBER = 40;

/** At most 40 characters, a digit among them, no `@` and no line end. */
function looksLikeOrder(text: string): boolean {
  let hasDigit = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 64 /* @ */ || code === 10 || code === 13) return false;
    if (code >= 48 && code <= 57) hasDigit = true;
  }
  return hasDigit && text.length <= LONGEST_ORDER_NUMBER;
}

/** Bands of things that are counted: a dot before three digits groups thousands. */
const COUNTS: ReadonlySet<FieldName> = new Set<FieldName>(['searchVolume', 'clickVolume', 'productsOnSale', 'estimatedUnits']);

function cellParser(name: FieldName, percent: boolean, format: ReportFormat, params: ReadParams): CellParser {
  const kind: FieldKind = FIELDS[name];
  const order = format.dateOrder ?? params.dateOrder;
  const serial = params.workbook;
  switch (kind) {
    case 'text': {
      const { noText, htmlEntities } = format;
      if (noText) return (cell) => (noText.test(cell.trim()) ? null : cleanText(htmlEntities ? decodeEntities(cell) : cell));
      return htmlEntities ? (cell) => cleanText(decodeEntities(cell)) : (cell) => cleanText(cell);
    }
    case 'identifier':
      return (cell) => parseIdentifier(cell);
    case 'integer':
      if (format.twoDecimals) return (cell) => parseInteger(cell, { decimal: POINTS_GROUP.test(cell) ? ',' : 'auto' });
      return (cell) => parseInteger(cell);
    case 'decimal':
      return (cell) => parseDecimal(cell);
    case 'boolean':
      return (cell) => {
        const value = parseBoolean(cell);
        return typeof value === 'boolean' ? Number(value) : value;
      };
    case 'ratio':
      return (cell) => parseRatio(cell, { percentHeader: percent });
    case 'day':
      return (cell) => parseDate(cell, { order, serial });
    case 'instant':
      return (cell) => instant(cell, order, params);
    case 'period':
      return (cell) => {
        const period = parsePeriod(cell, { order, serial });
        return period === null || period instanceof CellProblem ? period : `${period.from}..${period.to}`;
      };
    case 'band':
      return (cell) => {
        if (COUNTS.has(name) && isDotGrouped(cell)) return parseWithComma(kind, cell);
        const band = parseBand(cell, { percentHeader: percent });
        return band === null || band instanceof CellProblem ? band : `${band.low ?? ''}..${band.high ?? ''}`;
      };
    case 'money':
    case 'unitAmount':
      return (cell, glyph) => {
        const points = format.twoDecimals === true && POINTS_GROUP.test(cell);
        const plain = points ? Number.NaN : parseMicrosPlain(cell);
        if (!Number.isNaN(plain)) return plain;
        const decimal = points || (format.noGrouping && cell.includes(',')) ? ',' : 'auto';
        const amount = parseMicros(cell, { decimal, round: format.rounded === true });
        if (amount === null || amount instanceof CellProblem) return amount;
        glyph.currency ??= amount.currency;
        return amount.micros;
      };
  }
}

/** A point before exactly three digits. */
const POINTS_GROUP = /^\D*\d{1,3}(?:\.\d{3})+(?!\d)[^.]*$/;

/** What the column says of its cells: which count, what stands in front of the value, what a code means. */
function shaped(format: ReportFormat, name: FieldName, parse: CellParser): CellParser {
  const spec = format.columns.find((candidate) => candidate.field === name);
  if (!spec || !(spec.only || spec.strip || spec.words || spec.jsonKey || spec.rewrite || spec.scale || spec.refuse)) return parse;
  const { only, strip, words, jsonKey, rewrite, scale, refuse } = spec;
  return (cell, glyph) => {
    const held = jsonKey ? jsonValue(cell, jsonKey) : cell;
    if (held instanceof CellProblem) return held;
    if (refuse?.cells.test(held)) return new CellProblem(refuse.expected, refuse.hint);
    const bare = strip ? held.trim().replace(strip, '') : held;
    const text = rewrite ? bare.trim().replace(rewrite.from, rewrite.to) : bare;
    if (only && !only.test(text.trim())) return null;
    const value = parse(words?.[text.trim().toLowerCase()] ?? text, glyph);
    return scale !== undefined && typeof value === 'number' ? value * scale : value;
  };
}

/** What a JSON object holds under a key; empty where it holds nothing there. */
function jsonValue(cell: string, key: string): string | CellProblem {
  if (cell.trim() === '') return '';
  try {
    const object = JSON.parse(cell) as Record<string, unknown> | null;
    const value = object?.[key];
    return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
  } catch {
    return new CellProblem('JSON object');
  }
}

/** A number whose comma can only be the decimal mark: in its row, "1.000" is a thousand. */
export function provesComma(cell: string): boolean {
  return /^[^\d.,]*\d{1,3}(?:\.?\d{3})*,(?:\d{1,2}|\d{4,})[^\d.,]*$/.test(cell);
}

/** "1.234": in a file whose decimal mark is the comma, a dot before three digits groups them. */
export function isDotGrouped(cell: string): boolean {
  return cell.charCodeAt(cell.length - 4) === 46 && /^-?[1-9]\d{0,2}(?:\.\d{3})+$/.test(cell);
}

/** A figure of a row whose decimal mark is the comma. */
export function parseWithComma(kind: FieldKind, cell: string): FieldValue | CellProblem {
  if (kind === 'integer') return parseInteger(cell, { decimal: ',' });
  if (kind !== 'money' && kind !== 'unitAmount') return bandOrNumber(kind, cell);
  const amount = parseMicros(cell, { decimal: ',' });
  return amount === null || amount instanceof CellProblem ? amount : amount.micros;
}

function bandOrNumber(kind: FieldKind, cell: string): FieldValue | CellProblem {
  const value = parseDecimal(cell, { decimal: ',' });
  return kind === 'band' && typeof value === 'number' ? `${value}..${value}` : value;
}

function instant(cell: string, order: DateOrder | undefined, params: ReadParams): number | null | CellProblem {
  const parsed = parseInstant(cell, { order, serial: params.workbook });
  if (parsed === null || parsed instanceof CellProblem) return parsed;
  return parsed.zoned ? parsed.epochSeconds : parsed.epochSeconds - params.zoneOffset(parsed.epochSeconds);
}

/** A stamp that names only the day stands for its first moment. */
export function stampSeconds(stamp: FieldValue, params: ReadParams): number | null {
  if (typeof stamp !== 'string') return stamp;
  const midnight = Date.parse(`${stamp}T00:00:00Z`) / 1000;
  return midnight - params.zoneOffset(midnight);
}

/** Minor units of an amount with more decimals than its currency has, half away from zero. */
export function roundedMinor(micros: number, currency: string | null): number {
  const step = 10 ** (6 - currencyDigits(currency));
  return Math.sign(micros) * Math.round(Math.abs(micros) / step);
}
