/**
 * From the cells of a file to typed records, one row at a time, in batches of columns. Every row ends in exactly one of
 * three ways: stored, ignored by a named rule, or rejected with column, value and reason.
 */
import { FIELDS, type FieldKind, type FieldName, type FieldValue } from '../core/fields.js';
import { currencyDigits, minorFromMicros } from '../core/money.js';
import type { Binding } from './binding.js';
import {
  CellProblem,
  cleanText,
  decodeEntities,
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
import { ContentHash } from './contentHash.js';
import type { IgnoreRule, ReportFormat } from './define.js';
import { stockRecords } from './stockRecords.js';

/** What the reader must know of the store and the file. */
export interface ReadParams {
  /** The store's currency, where neither the row nor the cell names one. */
  readonly currency: string | null;
  /** Seconds east of UTC of the store at a local time, for stamps without a zone. */
  readonly zoneOffset: (localEpochSeconds: number) => number;
  /** Cells of a workbook: dates are serial numbers, percentages are fractions. */
  readonly workbook: boolean;
  /** Keyed hash of a buyer's name or mail. */
  readonly hashBuyer: (buyer: string) => string;
}

/** Typed values of up to `BATCH_ROWS` rows, by column. `line` is where each row starts in the file. */
export interface RecordBatch {
  count: number;
  readonly columns: Record<string, FieldValue[]>;
}

export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  /** The unit that the row belongs to, where that can be told; the whole unit is then rejected. */
  readonly unit: string | null;
}

export interface RowEvents {
  batch(batch: RecordBatch): void;
  rejected(row: RejectedRow): void;
}

export type RowOutcome = 'stored' | 'ignored' | 'rejected';

export interface RowReader {
  /** The wanted cells of a row, in the order of the binding. */
  row(line: number, cells: readonly string[]): RowOutcome;
  /** A row with another number of cells than the header. `padded` are its cells made to fit, where the format allows that. */
  irregular(line: number, cells: readonly string[]): { outcome: RowOutcome; padded: readonly string[] | null };
  end(): void;
  readonly stored: number;
  readonly ignored: ReadonlyMap<string, number>;
  readonly rejectedRows: number;
  /** First and last day with traffic of all stored rows, in reports whose period is a `span`. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

export const BATCH_ROWS = 2000;

/** Columns of a batch besides the fields: where the row stands, its unit, its item, its content. */
export const META = [
  'line',
  'unit',
  'item',
  'listingKey',
  'productKey',
  'attributes',
  'stock',
  'hash',
  'buyerKey',
  'stampAt',
  'storeBy',
] as const;

export function createRowReader(binding: Binding, params: ReadParams, events: RowEvents): RowReader {
  const { format } = binding;
  const slotOf = new Map(binding.wanted.map((column, slot) => [column, slot]));
  const fields = [...binding.bound].map(([name, column]) => {
    const others = (binding.others.get(name) ?? []).map((other) => slotOf.get(other) as number);
    return { name, kind: FIELDS[name] as FieldKind, slot: slotOf.get(column) as number, others, header: binding.header[column] ?? '' };
  });
  const money = fields.filter((field) => field.kind === 'money' || field.kind === 'unitAmount');
  const parsers = fields.map((field) => shaped(format, field.name, cellParser(field.kind, field.header, format, params)));
  const extra = format.variationOf || binding.bound.has('option1') ? ['currency', 'variation'] : ['currency'];
  const names = [...new Set<string>([...fields.map((field) => field.name), ...extra, ...META])];
  const telling = format.variationOf ? binding.attributes.filter((at) => format.variationOf?.headers.test(binding.header[at] ?? '')) : [];
  const ignored = new Map<string, number>();
  const values: Record<string, FieldValue> = {};
  const glyph: { currency: string | null } = { currency: null };
  const hash = new ContentHash();
  let batch = emptyBatch(names);
  let stored = 0;
  let rejectedRows = 0;
  let carriedKey: FieldValue = null;
  const carried: Record<string, FieldValue> = {};
  let span: { from: string; to: string } | null = null;
  let lastUnit: string | null = null;
  let rowsOfUnit = 0;

  function row(line: number, cells: readonly string[]): RowOutcome {
    const rule = format.ignore?.find((candidate) => !candidate.shortRow && ignores(candidate, cells));
    if (rule) return ignore(rule.rule);
    glyph.currency = null;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as (typeof fields)[number];
      let parsed = (parsers[i] as CellParser)(cells[field.slot] as string, glyph);
      if (parsed instanceof CellProblem && field.kind === 'integer' && cells.some(provesComma)) {
        parsed = parseInteger(cells[field.slot] as string, { decimal: ',' });
      }
      for (let other = 0; parsed === null && other < field.others.length; other++) {
        parsed = (parsers[i] as CellParser)(cells[field.others[other] as number] as string, glyph);
      }
      if (parsed instanceof CellProblem) return reject(line, field.header, cells[field.slot] as string, parsed, unitOf(cells));
      values[field.name] = parsed;
    }
    if (format.fillDown) fillDown(format.fillDown);
    const stated = binding.bound.has('currency') ? (values.currency as string | null) : null;
    const currency = stated ?? glyph.currency ?? binding.currency ?? format.currency ?? params.currency;
    values.currency = currency;
    for (const field of money) {
      if (field.kind !== 'money') continue;
      const micros = values[field.name] as number | null;
      if (micros === null) continue;
      const minor = minorFromMicros(micros, currency) ?? (format.rounded ? roundedMinor(micros, currency) : null);
      if (minor === null) {
        return reject(
          line,
          field.header,
          cells[field.slot] as string,
          new CellProblem(`an amount that ${currency ?? 'the currency'} can write`),
          unitOf(cells),
        );
      }
      values[field.name] = minor;
    }
    for (const name of format.zeroIsNone ?? []) if (values[name] === 0) values[name] = null;
    // A sale at the regular price is none.
    if (values.salePrice !== undefined && values.salePrice === values.price) values.salePrice = null;
    return store(line, cells);
  }

  function store(line: number, cells: readonly string[]): RowOutcome {
    values.line = line;
    const unit = unitKey(format, values);
    if (unit === null) {
      const field = format.unit[0] as FieldName;
      const header = fields.find((candidate) => candidate.name === field)?.header ?? field;
      return reject(line, header, '', new CellProblem('a value', 'it says what the row is about'), null);
    }
    values.unit = unit;
    values.hash = contentHash(hash, fields, values);
    if (binding.bound.has('option1') && !binding.bound.has('variation')) values.variation = optionsText(values);
    if (format.variationOf) values.variation = format.variationOf.role.test(String(values.role ?? '')) ? textOf(telling, cells) : null;
    if (format.listingKey) {
      values.listingKey = joinKey(format, values);
      values.productKey = productKeyOf(format, values);
    }
    values.item = itemOf(values);
    if (binding.attributes.length > 0) values.attributes = attributesOf(cells);
    if (format.stock) {
      const found = stockRecords(format.stock, values, locationsOf(cells));
      if ('problem' in found) return reject(line, found.location, found.cell, found.problem, unit);
      values.stock = found.json;
    }
    if (format.stamp) values.stampAt = stampSeconds(values[format.stamp] ?? null, params);
    if (binding.period === 'span') widen(values);
    if (format.storeBy) values.storeBy = values[format.storeBy] ?? null;
    if (binding.buyer) values.buyerKey = buyerOf(cells);
    if (format.firstRowIsParent) leaveStockToVariations(unit);
    if (batch.count >= BATCH_ROWS) flush();
    for (const name of names) (batch.columns[name] as FieldValue[]).push(values[name] ?? null);
    batch.count++;
    stored++;
    return 'stored';
  }

  /** Where a second row of a product comes, the row before held the sum of the variations: their stock would count twice. */
  function leaveStockToVariations(unit: string): void {
    rowsOfUnit = unit === lastUnit ? rowsOfUnit + 1 : 1;
    lastUnit = unit;
    if (rowsOfUnit === 2) (batch.columns.stock as FieldValue[])[batch.count - 1] = null;
  }

  function irregular(line: number, cells: readonly string[]): { outcome: RowOutcome; padded: readonly string[] | null } {
    const width = binding.header.length;
    const rule = format.ignore?.find((candidate) => ignoresWhole(candidate, cells));
    if (rule) return { outcome: ignore(rule.rule), padded: null };
    const extra = cells.slice(width);
    const fits = cells.length > width ? extra.every((cell) => cell.trim() === '') : format.ragged === true;
    const padded = binding.header.map((_, at) => cells[at] ?? '');
    const wanted = binding.wanted.map((at) => padded[at] as string);
    if (fits) return { outcome: row(line, wanted), padded };
    rejectedRows++;
    const cutOff = cells.length < width ? '. If it is the last row, the download was cut off: download the report again' : '';
    events.rejected({
      line,
      column: null,
      value: null,
      reason: `the row has ${cells.length} cells, the header has ${width}${cutOff}`,
      // Most often the cells in front stand where they should; where they do not, no unit has this key.
      unit: unitOf(wanted),
    });
    return { outcome: 'rejected', padded: null };
  }

  function reject(line: number, header: string, cell: string, problem: CellProblem, unit: string | null): RowOutcome {
    rejectedRows++;
    const value = format.people ? maskedShape(cell) : cell;
    const hint = problem.hint ? ` (${problem.hint})` : '';
    events.rejected({ line, column: header, value, reason: `${problem.expected} expected${hint}`, unit });
    return 'rejected';
  }

  /** The unit of a row that cannot be read whole: its key cells alone, or null where they are what is wrong. */
  function unitOf(cells: readonly string[]): string | null {
    const key: Record<string, FieldValue> = { ...carried };
    for (const name of format.unit) {
      const at = fields.findIndex((field) => field.name === name);
      if (at < 0) continue;
      const parsed = (parsers[at] as CellParser)(cells[(fields[at] as (typeof fields)[number]).slot] as string, { currency: null });
      if (parsed instanceof CellProblem) return null;
      if (parsed !== null || !(name in key)) key[name] = parsed;
    }
    return unitKey(format, key);
  }

  function widen(row: Record<string, FieldValue>): void {
    const [from, to] = typeof row.dateRange === 'string' ? row.dateRange.split('..') : [row.firstDay, row.lastDay];
    const first = (from ?? to ?? null) as string | null;
    const last = (to ?? from ?? null) as string | null;
    if (first === null || last === null) return;
    span = span === null ? { from: first, to: last } : { from: first < span.from ? first : span.from, to: last > span.to ? last : span.to };
  }

  function ignore(rule: string): RowOutcome {
    ignored.set(rule, (ignored.get(rule) ?? 0) + 1);
    return 'ignored';
  }

  function ignores(rule: IgnoreRule, cells: readonly string[]): boolean {
    if (rule.firstCell && !rule.firstCell.test(cells[slotOf.get(0) ?? 0] ?? '')) return false;
    if (rule.anyCell && !cells.some((cell) => rule.anyCell?.test(cell))) return false;
    if (rule.blank && !rule.blank.every((name) => cellOf(name, cells) === '')) return false;
    if (rule.filled && !rule.filled.some((name) => cellOf(name, cells) !== '')) return false;
    return true;
  }

  function cellOf(name: FieldName, cells: readonly string[]): string {
    const at = binding.bound.get(name);
    return at === undefined ? '' : (cells[slotOf.get(at) as number] as string).trim();
  }

  function fillDown(rule: NonNullable<ReportFormat['fillDown']>): void {
    const key = values[rule.by] ?? null;
    const continues = key !== null && key === carriedKey;
    for (const field of rule.fields) {
      if (continues && (values[field] ?? null) === null) values[field] = carried[field] ?? null;
      carried[field] = values[field] ?? null;
    }
    carriedKey = key;
  }

  function attributesOf(cells: readonly string[]): string | null {
    const found: Record<string, string> = {};
    for (const at of binding.attributes) {
      const cell = (cells[slotOf.get(at) as number] as string).trim();
      if (cell !== '') found[binding.header[at] as string] = cell;
    }
    const text = JSON.stringify(found);
    return text === '{}' ? null : text;
  }

  function textOf(columns: readonly number[], cells: readonly string[]): string | null {
    const filled = columns.map((at) => (cells[slotOf.get(at) as number] as string).trim()).filter((cell) => cell !== '');
    return filled.length === 0 ? null : filled.join(' / ');
  }

  function locationsOf(cells: readonly string[]): { location: string; cell: string }[] {
    return binding.locations.map((at) => ({ location: binding.header[at] as string, cell: cells[slotOf.get(at) as number] as string }));
  }

  function buyerOf(cells: readonly string[]): string | null {
    const cell = (cells[slotOf.get((binding.buyer as { column: number }).column) as number] as string).trim();
    if (cell === '') return null;
    return binding.buyer?.hashed ? cell : params.hashBuyer(cell.toLowerCase());
  }

  function flush(): void {
    if (batch.count === 0) return;
    events.batch(batch);
    batch = emptyBatch(names);
  }

  return {
    row,
    irregular,
    end: flush,
    get stored() {
      return stored;
    },
    ignored,
    get rejectedRows() {
      return rejectedRows;
    },
    get span() {
      return span;
    },
  };
}

type CellParser = (cell: string, glyph: { currency: string | null }) => FieldValue | CellProblem;

function cellParser(kind: FieldKind, header: string, format: ReportFormat, params: ReadParams): CellParser {
  const order = format.dateOrder;
  const serial = params.workbook;
  switch (kind) {
    case 'text':
      return format.htmlEntities ? (cell) => cleanText(decodeEntities(cell)) : (cell) => cleanText(cell);
    case 'identifier':
      return (cell) => parseIdentifier(cell);
    case 'integer':
      return (cell) => parseInteger(cell);
    case 'decimal':
      return (cell) => parseDecimal(cell);
    case 'boolean':
      return (cell) => {
        const value = parseBoolean(cell);
        return typeof value === 'boolean' ? Number(value) : value;
      };
    case 'ratio':
      return (cell) => parseRatio(cell, { percentHeader: /\(\s*[%％]\s*\)/.test(header) });
    case 'day':
      return (cell) => parseDate(cell, { order, serial });
    case 'instant':
      return (cell) => instant(cell, order, params);
    case 'period':
      return (cell) => {
        const period = parsePeriod(cell, { order, serial });
        return period === null || period instanceof CellProblem ? period : `${period.from}..${period.to}`;
      };
    case 'money':
    case 'unitAmount':
      return (cell, glyph) => {
        const plain = parseMicrosPlain(cell);
        if (!Number.isNaN(plain)) return plain;
        const decimal = format.noGrouping && cell.includes(',') ? ',' : 'auto';
        const amount = parseMicros(cell, { decimal, round: format.rounded === true });
        if (amount === null || amount instanceof CellProblem) return amount;
        glyph.currency ??= amount.currency;
        return amount.micros;
      };
  }
}

/** What the column says of its cells: which count, what stands in front of the value, what a code means. */
function shaped(format: ReportFormat, name: FieldName, parse: CellParser): CellParser {
  const spec = format.columns.find((candidate) => candidate.field === name);
  if (!spec || !(spec.only || spec.strip || spec.words)) return parse;
  const { only, strip, words } = spec;
  return (cell, glyph) => {
    const text = strip ? cell.trim().replace(strip, '') : cell;
    if (only && !only.test(text.trim())) return null;
    return parse(words?.[text.trim().toLowerCase()] ?? text, glyph);
  };
}

/** A number whose comma can only be the decimal mark: in its row, "1.000" is a thousand. */
function provesComma(cell: string): boolean {
  return /^[^\d.,]*\d{1,3}(?:\.?\d{3})*,(?:\d{1,2}|\d{4,})[^\d.,]*$/.test(cell);
}

function instant(cell: string, order: ReportFormat['dateOrder'], params: ReadParams): number | null | CellProblem {
  const plain = parseInstantPlain(cell);
  if (!Number.isNaN(plain)) return plain;
  const parsed = parseInstant(cell, { order, serial: params.workbook });
  if (parsed === null || parsed instanceof CellProblem) return parsed;
  return parsed.zoned ? parsed.epochSeconds : parsed.epochSeconds - params.zoneOffset(parsed.epochSeconds);
}

/** A stamp that names only the day stands for its first moment. */
function stampSeconds(stamp: FieldValue, params: ReadParams): number | null {
  if (typeof stamp !== 'string') return stamp;
  const midnight = Date.parse(`${stamp}T00:00:00Z`) / 1000;
  return midnight - params.zoneOffset(midnight);
}

function emptyBatch(names: readonly string[]): RecordBatch {
  const columns: Record<string, FieldValue[]> = {};
  for (const name of names) columns[name] = [];
  return { count: 0, columns };
}

function unitKey(format: ReportFormat, values: Record<string, FieldValue>): string | null {
  const [first, ...rest] = format.unit;
  if (first === undefined) return '';
  const head = values[first] ?? firstOf(format.keyOr, values);
  if (head === null && format.period === undefined) return null;
  return rest.length === 0 ? String(head ?? '') : [head, ...rest.map((field) => values[field] ?? '')].join('\u001f');
}

function joinKey(format: ReportFormat, values: Record<string, FieldValue>): string {
  const [head, ...rest] = (format.listingKey ?? []).map((part) => values[part] ?? null);
  return [head ?? firstOf(format.keyOr, values), ...rest].filter((value) => value !== null && value !== 'Default Title').join('/');
}

function productKeyOf(format: ReportFormat, values: Record<string, FieldValue>): FieldValue {
  const fields = typeof format.productKey === 'string' ? [format.productKey] : format.productKey;
  return firstOf(fields, values) ?? (values.listingKey as FieldValue);
}

function firstOf(fields: readonly FieldName[] | undefined, values: Record<string, FieldValue>): FieldValue {
  for (const field of fields ?? []) if ((values[field] ?? null) !== null) return values[field] as FieldValue;
  return null;
}

/** Half away from zero. */
function roundedMinor(micros: number, currency: string | null): number {
  const step = 10 ** (6 - currencyDigits(currency));
  return Math.sign(micros) * Math.round(Math.abs(micros) / step);
}

/** "Black / S"; null for the single variation of a product without options. */
function optionsText(values: Record<string, FieldValue>): string | null {
  const filled = [values.option1, values.option2, values.option3].filter(
    (option) => (option ?? null) !== null && option !== 'Default Title',
  );
  return filled.length === 0 ? null : filled.join(' / ');
}

/** sku, platform item, variation, own key, title: what a report calls the thing; the parts are kept apart by U+001F. */
function itemOf(values: Record<string, FieldValue>): string {
  const item = values.asin ?? values.productId ?? values.variationId ?? '';
  return `${values.sku ?? ''}\u001f${item}\u001f${values.variation ?? ''}\u001f${values.listingKey ?? ''}\u001f${values.title ?? ''}`;
}

function contentHash(hash: ContentHash, fields: readonly { name: FieldName }[], values: Record<string, FieldValue>): number {
  hash.start();
  for (const field of fields) {
    const value = values[field.name];
    if (value === null || value === undefined) hash.number(7);
    else if (typeof value === 'number') hash.number(value);
    else hash.text(value);
  }
  hash.text((values.currency as string | null) ?? '');
  return hash.value();
}

/** Rules that can be told from the cells alone: a footer has not the header's columns. */
function ignoresWhole(rule: IgnoreRule, cells: readonly string[]): boolean {
  if (!rule.shortRow && !rule.firstCell && !rule.anyCell) return false;
  if (rule.firstCell && !rule.firstCell.test(cells[0] ?? '')) return false;
  return !rule.anyCell || cells.some((cell) => rule.anyCell?.test(cell));
}

/** The shape of a cell without its content: in reports with people even a misplaced cell must not reach a message. */
function maskedShape(cell: string): string {
  const shape = cell.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '9');
  return shape.length > 24 ? `${shape.slice(0, 24)}…` : shape;
}
