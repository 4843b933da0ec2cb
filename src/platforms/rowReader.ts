/**
 * From the cells of a file to typed records, one row at a time, in batches of columns. Every row ends in exactly one of
 * three ways: stored, ignored by a named rule, or rejected with column, value and reason.
 */
import { FIELDS, type FieldKind, type FieldName, type FieldValue, type Subject } from '../core/fields.js';
import { minorFromMicros } from '../core/money.js';
import type { Binding } from './binding.js';
import type { DateOrder } from './cells/date.js';
import { CellProblem } from './cells/index.js';
import { columnParser, isDotGrouped, parseWithComma, provesComma, roundedMinor, stampSeconds } from './columnParser.js';
import { dateWitness } from './dateOrder.js';
import type { IgnoreRule, ReportFormat } from './define.js';
import { marketplaceOf } from './marketplaces.js';
import { contentHasher, ITEM_FIELDS, itemMemo, joinKeyOf, optionsText, productKeyOf, unitKeyOf } from './rowKeys.js';
import { readCollected, readParts } from './rowParts.js';
import { stretchOf } from './rowStretch.js';
import { type Place, placesOf, rowValues, type Values } from './rowValues.js';
import { stockRecords } from './stockRecords.js';

/** What the reader must know of the store and the file. */
export interface ReadParams {
  /** The store's currency, where neither the row nor the cell names one. */
  readonly currency: string | null;
  /** Seconds east of UTC of the store at a local time, for stamps without a zone. */
  readonly zoneOffset: (localEpochSeconds: number) => number;
  /** The calendar day of an instant there. */
  readonly dayOf: (epochSeconds: number) => string;
  /** How the numbers of dates are ordered, where the user or the file's own dates say it and the format does not. */
  readonly dateOrder?: DateOrder;
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
  /**
   * The unit that the row belongs to, where that can be told; the whole unit is then rejected. Only to be compared with the units of
   * rows that are stored: in a displaced row it may be anything, a person's street too.
   */
  readonly unit: string | null;
}

export interface RowEvents {
  batch(batch: RecordBatch): void;
  /** Takes each stored row as it is read, instead of batches; what it is given holds until the next row. */
  rows?(place: Place): (values: Values) => void;
  rejected(row: RejectedRow): void;
}

export type RowOutcome = 'stored' | 'ignored' | 'rejected';

export interface RowReader {
  /** The wanted cells of a row, in the order of the binding; `changed` as for `RowSink`. */
  row(line: number, cells: readonly string[], changed?: Uint8Array | null): RowOutcome;
  /** A row with another number of cells than the header. `padded` are its cells made to fit, where the format allows that. */
  irregular(line: number, cells: readonly string[]): { outcome: RowOutcome; padded: readonly string[] | null };
  end(): void;
  readonly stored: number;
  readonly ignored: ReadonlyMap<string, number>;
  readonly rejectedRows: number;
  /** The order of the numbers of its dates, where its rows prove one. */
  readonly dateOrder: DateOrder | null;
  /** First and last day with traffic of all stored rows, in reports whose period is a `span`. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

export const BATCH_ROWS = 2000;

/** Columns of a batch besides the fields: where the row stands, its unit, its item, its content, and what the format has besides. */
function metaColumns({ format, attributes, buyer, bound }: Binding, cut: boolean): string[] {
  const columns = ['line', 'unit', 'item', 'hash'];
  const paidColumn = format.states?.paid !== undefined && bound.has(format.states.paid);
  if (format.listingKey) columns.push('listingKey', 'productKey');
  if (attributes.length > 0) columns.push('attributes');
  if (format.stock) columns.push('stock');
  if (format.parts) columns.push('parts');
  for (const { day } of format.days ?? []) columns.push(day);
  if (cut) columns.push('fromDay', 'toDay');
  for (const { into } of format.collect ?? []) columns.push(into);
  if (buyer) columns.push('buyerKey');
  if (format.stamp) columns.push('stampAt');
  if (format.storeBy) columns.push('storeBy');
  if (paidColumn) columns.push('unpaid');
  return columns;
}

/** Kinds of figures that may have decimals: what proves the decimal mark of a row. */
const FRACTIONS: ReadonlySet<FieldKind> = new Set<FieldKind>(['decimal', 'money', 'unitAmount', 'ratio', 'band']);

/** Subjects that take from a row what it calls a thing, and nothing more of its names. */
const ITEM_ONLY: ReadonlySet<Subject> = new Set<Subject>(['orders', 'stock', 'traffic', 'ads', 'shop', 'adEntities', 'adChanges']);

/** Columns that are made of others and belong to what a period report says. */
function madeColumns({ format, attributes }: Binding): string[] {
  return [
    ...(format.parts ? ['parts'] : []),
    ...(format.collect ?? []).map(({ into }) => into),
    ...(format.fills.includes('offers') && attributes.length > 0 ? ['attributes'] : []),
  ];
}

export function createRowReader(binding: Binding, params: ReadParams, events: RowEvents): RowReader {
  const { format } = binding;
  const cut = binding.bound.has('week') || binding.bound.has('month');
  const slotOf = new Map(binding.wanted.map((column, slot) => [column, slot]));
  const bound = [...binding.bound.keys()];
  const extra = format.variationOf || binding.bound.has('option1') ? ['currency', 'variation'] : ['currency'];
  const told = format.fills.every((subject) => ITEM_ONLY.has(subject))
    ? bound.filter((name) => !ITEM_FIELDS.has(name) && name !== 'orderId')
    : bound;
  const constants = (Object.keys(binding.constants) as FieldName[]).filter((name) => !binding.bound.has(name) && name !== 'currency');
  const names = [...new Set<string>([...told, ...constants, ...extra, ...metaColumns(binding, cut)])];
  const dates = dateWitness();
  const { values, place } = rowValues([...bound, ...names]);
  for (const name of constants) {
    const value = columnParser(name, '', format, params, dates)(binding.constants[name] ?? '', { currency: null });
    values[place(name)] = value instanceof CellProblem ? null : value;
  }
  const fields = [...binding.bound].map(([name, column], at) => ({
    name,
    kind: FIELDS[name] as FieldKind,
    parse: columnParser(name, binding.header[column] ?? '', format, params, dates),
    place: place(name),
    slot: slotOf.get(column) as number,
    others: (binding.others.get(name) ?? []).map((other) => slotOf.get(other) as number),
    header: binding.header[column] ?? '',
    isFraction: FRACTIONS.has(FIELDS[name]),
    at,
  }));
  const fractions = fields.filter(({ isFraction }) => isFraction).map(({ slot }) => slot);
  const money = fields
    .filter((field) => field.kind === 'money')
    .map((field) => ({ ...field, minor: minorReader(format.rounded === true) }));
  const zeroIsNone = (format.zeroIsNone ?? []).map(place).filter((at) => at > 0);
  const fillDownPlaces = (format.fillDown?.fields ?? []).map(place);
  const telling = format.variationOf ? binding.attributes.filter((at) => format.variationOf?.headers.test(binding.header[at] ?? '')) : [];
  const tellsCurrency = binding.bound.has('currency');
  const namesOptions = binding.bound.has('option1') && !binding.bound.has('variation');
  const ignored = new Map<string, number>();
  // What these hold is changed after reading; all others keep their value until another cell is read.
  const changeable = new Set(['currency', 'variation', ...(format.zeroIsNone ?? []), ...(format.fillDown?.fields ?? [])]);
  const renewed = fields.filter((field) => field.kind === 'money' || changeable.has(field.name));
  const slots = fields.map((field) => field.slot);
  /** The currency that an amount names, of the first that does. */
  let glyph: string | null = null;
  const own: { currency: string | null } = { currency: null };
  /** 1 for fields that are read in every row, since other cells have a say in them. */
  const again = Uint8Array.from(fields, (field) => (field.others.length > 0 ? 1 : 0));
  /** Whether the row before was left before all of its cells were read. */
  let isStale = true;
  const lastValues: FieldValue[] = fields.map(() => null);
  const lastGlyphs: (string | null)[] = fields.map(() => null);
  const siteCurrencies = new Map<FieldValue, string | null>();
  const at = placesOf(place);
  const unitKey = unitKeyOf(format, place);
  const joinKey = joinKeyOf(format, place);
  const productKey = productKeyOf(format, place);
  const itemOf = itemMemo(place);
  const hashOf = contentHasher([...bound, ...constants, ...madeColumns(binding)], place);
  const days = (format.days ?? []).map(({ day, of }) => ({ day: place(day), of: place(of), isEnd: day === 'toDay' }));
  const collected = [...new Set((format.collect ?? []).map(({ into }) => into))];
  const stampAt = format.stamp ? place(format.stamp) : 0;
  const storeByAt = format.storeBy ? place(format.storeBy) : 0;
  const paid = place(format.states?.paid ?? '');
  const unpaid = place('unpaid');
  const places = names.map(place);
  const takeRow = events.rows?.(place);
  let batch = emptyBatch(names);
  let columns = names.map((name) => batch.columns[name] as FieldValue[]);
  let stored = 0;
  let rejectedRows = 0;
  let carriedKey: FieldValue = null;
  /** Where rows go on with the one above: whether the row being read begins something, and whether what was begun last was rejected. */
  let hasOwnKey = false;
  let isHeadless = false;
  const carried = new Map<number, FieldValue>();
  let span: { from: string; to: string } | null = null;
  let lastUnit: string | null = null;
  let rowsOfUnit = 0;
  const rowsSeen = new Set<string>();
  /** Cells of the row being read, where it has more than the header, if only empty ones. */
  let cellsOfLongRow = 0;

  function row(line: number, cells: readonly string[], changed: Uint8Array | null = null): RowOutcome {
    const readAll = isStale || changed === null;
    isStale = true;
    const rule = format.ignore?.find((candidate) => !candidate.shortRow && ignores(candidate, cells));
    if (rule) return ignore(rule.rule);
    if (format.fillDown?.blankKey) {
      const { by } = format.fillDown;
      hasOwnKey = cellOf(by, cells) !== '';
      if (!hasOwnKey && isHeadless) {
        const header = fields.find(({ name }) => name === by)?.header ?? '';
        return reject(line, header, '', new CellProblem('a row above that can be read', 'this one goes on with it'), unitOf(cells));
      }
      isHeadless = false;
    }
    for (let i = 0; i < slots.length; i++) {
      // Most cells repeat the one above.
      if (!readAll && changed[slots[i] as number] === 0 && again[i] === 0) continue;
      const field = fields[i] as (typeof fields)[number];
      const problem = parse(field, cells);
      if (problem !== null) {
        carryPast(cells);
        return reject(line, field.header, cells[field.slot] as string, problem, unitOf(cells));
      }
    }
    isStale = false;
    for (const field of renewed) values[field.place] = lastValues[field.at] as FieldValue;
    if (format.fillDown) fillDown(format.fillDown);
    if (cut) {
      const stretch = stretchOf(values[at.week] as FieldValue, values[at.month] as FieldValue);
      values[at.fromDay] = stretch.from;
      values[at.toDay] = stretch.to;
    }
    if (format.fillDown?.blankKey && values[place(format.fillDown.by)] === null) {
      const header = fields.find(({ name }) => name === format.fillDown?.by)?.header ?? '';
      return reject(line, header, '', new CellProblem('a value', 'it stands in no row above either'), null);
    }
    if (unpaid > 0) values[unpaid] = values[paid] === null ? 1 : null;
    for (const { day, of, isEnd } of days) values[day] = dayIn(values[of] as FieldValue, isEnd);
    const stated = tellsCurrency ? (values[at.currency] as string | null) : null;
    const currency = stated ?? glyph ?? binding.currency ?? format.currency ?? siteCurrency() ?? params.currency;
    values[at.currency] = currency;
    for (const field of money) {
      const micros = values[field.place] as number | null;
      if (micros === null) continue;
      const minor = field.minor(micros, currency);
      if (minor === null) {
        const problem = new CellProblem(`an amount that ${currency ?? 'the currency'} can write`);
        return reject(line, field.header, cells[field.slot] as string, problem, unitOf(cells));
      }
      values[field.place] = minor;
    }
    if (format.signedBy && !sign(format.signedBy)) {
      const header = fields.find(({ name }) => name === format.signedBy?.field)?.header ?? 'direction';
      const problem = new CellProblem('a direction', 'whether the amount came in or went out');
      return reject(line, header, String(values[place(format.signedBy.field)] ?? ''), problem, unitOf(cells));
    }
    for (const zero of zeroIsNone) if (values[zero] === 0) values[zero] = null;
    // A sale at the regular price is none.
    if (at.salePrice > 0 && values[at.salePrice] === values[at.price]) values[at.salePrice] = null;
    return store(line, cells);
  }

  /** Gives the amount the sign that its direction says; whether there is one. */
  function sign({ field, came, went }: NonNullable<ReportFormat['signedBy']>): boolean {
    const amount = values[at.amount] as number | null;
    if (amount === null || amount === 0) return true;
    const direction = String(values[place(field)] ?? '');
    values[at.amount] = went.test(direction) ? -Math.abs(amount) : Math.abs(amount);
    return went.test(direction) || came.test(direction);
  }

  /** Reads a cell; what is wrong with it, where something is. */
  function parse(field: (typeof fields)[number], cells: readonly string[]): CellProblem | null {
    const cell = cells[field.slot] as string;
    own.currency = null;
    let helped = field.others.length > 0;
    let parsed = field.parse(cell, own);
    if (parsed instanceof CellProblem && field.kind === 'integer' && cells.some(provesComma)) {
      parsed = parseWithComma(field.kind, cell);
      helped = true;
    } else if (field.isFraction && isDotGrouped(cell)) {
      // Only the figures of the row have a say: "ring 1,5" may be a search term anywhere.
      if (fractions.some((slot) => provesComma(cells[slot] as string))) parsed = parseWithComma(field.kind, cell);
      helped = true;
    }
    for (let other = 0; parsed === null && other < field.others.length; other++) {
      parsed = field.parse(cells[field.others[other] as number] as string, own);
    }
    if (parsed instanceof CellProblem) return parsed;
    again[field.at] = helped ? 1 : 0;
    lastValues[field.at] = parsed;
    values[field.place] = parsed;
    if (own.currency !== lastGlyphs[field.at]) {
      lastGlyphs[field.at] = own.currency;
      glyph = lastGlyphs.find((named) => named !== null) ?? null;
    }
    return null;
  }

  /** The currency of the marketplace that the row names: pending orders have none of their own. */
  function siteCurrency(): string | null {
    const site = values[storeByAt] as FieldValue;
    if (site === null) return null;
    let currency = siteCurrencies.get(site);
    if (currency === undefined) {
      currency = marketplaceOf(format.platform, String(site))?.currency ?? null;
      siteCurrencies.set(site, currency);
    }
    return currency;
  }

  function store(line: number, cells: readonly string[]): RowOutcome {
    values[at.line] = line;
    const unit = unitKey(values);
    if (unit === null) {
      const field = format.unit[0] as FieldName;
      const header = fields.find((candidate) => candidate.name === field)?.header ?? field;
      return reject(line, header, '', new CellProblem('a value', 'it says what the row is about'), null);
    }
    values[at.unit] = unit;
    if (namesOptions) values[at.variation] = optionsText(values, at);
    if (format.variationOf)
      values[at.variation] = format.variationOf.role.test(String(values[at.role] ?? '')) ? textOf(telling, cells) : null;
    if (format.listingKey) {
      values[at.listingKey] = joinKey(values);
      values[at.productKey] = productKey(values);
    }
    const item = itemOf(values);
    values[at.item] = item.text;
    const cellAt = (column: number) => cells[slotOf.get(column) as number] as string;
    if (format.parts) {
      const parts = readParts(binding, cellAt, values[at.currency] as string | null, values[at.amount] as FieldValue);
      if (typeof parts !== 'string') return reject(line, parts.header, parts.cell, parts.problem, unit);
      values[at.parts] = parts;
    }
    for (const into of collected) values[place(into)] = readCollected(binding, into, cellAt);
    if (binding.attributes.length > 0) values[at.attributes] = attributesOf(cells);
    values[at.hash] = hashOf(values, item);
    if (format.stock) {
      const found = stockRecords(format.stock, (field) => (place(field) === 0 ? undefined : values[place(field)]), locationsOf(cells));
      if ('problem' in found) return reject(line, found.location, found.cell, found.problem, unit);
      values[at.stock] = found.json;
    }
    if (format.stamp) values[at.stampAt] = stampSeconds(values[stampAt] as FieldValue, params);
    if (binding.period === 'span') widen();
    if (format.storeBy) values[at.storeBy] = values[storeByAt] as FieldValue;
    if (binding.buyer) values[at.buyerKey] = buyerOf(cells);
    if (format.noRepeats && repeats(cells)) return ignore('rows that repeat another');
    stored++;
    if (takeRow) {
      takeRow(values);
      return 'stored';
    }
    if (format.firstRowIsParent) leaveStockToVariations(unit);
    if (batch.count >= BATCH_ROWS) flush();
    for (let name = 0; name < columns.length; name++) {
      (columns[name] as FieldValue[])[batch.count] = values[places[name] as number] as FieldValue;
    }
    batch.count++;
    return 'stored';
  }

  function repeats(cells: readonly string[]): boolean {
    const row = cells.join('\u001f');
    if (rowsSeen.has(row)) return true;
    rowsSeen.add(row);
    return false;
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
    // A row that is longer by empty cells may also be displaced by a delimiter too many: then people would stand in columns that are kept.
    const fits = cells.length > width ? !format.people && extra.every((cell) => cell.trim() === '') : format.ragged === true;
    const padded = binding.header.map((_, at) => cells[at] ?? '');
    const wanted = binding.wanted.map((at) => padded[at] as string);
    if (fits) {
      cellsOfLongRow = cells.length > width ? cells.length : 0;
      const outcome = row(line, wanted);
      cellsOfLongRow = 0;
      return { outcome, padded };
    }
    carryPast(wanted);
    // It may have begun something, wherever its key stands: what goes on after it must not go to the row before.
    isHeadless = true;
    rejectedRows++;
    const cutOff = cells.length < width ? '. If it is the last row, the download was cut off: download the report again' : '';
    events.rejected({
      line,
      column: null,
      value: null,
      reason: `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${width}${cutOff}`,
      // Most often the cells in front stand where they should; where they do not, no unit has this key.
      unit: unitOf(wanted),
    });
    return { outcome: 'rejected', padded: null };
  }

  function reject(line: number, header: string, cell: string, problem: CellProblem, unit: string | null): RowOutcome {
    rejectedRows++;
    if (hasOwnKey) isHeadless = true;
    const value = format.people ? maskedShape(cell) : cell;
    const hint = problem.hint ? ` (${problem.hint})` : '';
    const slipped = cellsOfLongRow
      ? `; the row has ${cellsOfLongRow} cells, the header ${binding.header.length}: they may have slipped`
      : '';
    events.rejected({ line, column: header, value, reason: `${problem.expected} expected${hint}${slipped}`, unit });
    return 'rejected';
  }

  /** The unit of a row that cannot be read whole: its key cells alone, or null where they are what is wrong. */
  function unitOf(cells: readonly string[]): string | null {
    const key: FieldValue[] = values.map((_, where) => carried.get(where) ?? null);
    for (const name of format.unit) {
      const made = format.days?.find(({ day }) => day === name);
      const field = fields.find((candidate) => candidate.name === (made?.of ?? name));
      if (!field) continue;
      const parsed = field.parse(cells[field.slot] as string, { currency: null });
      if (parsed instanceof CellProblem) return null;
      if (made) {
        key[place(made.day)] = dayIn(parsed ?? carried.get(field.place) ?? null, made.day === 'toDay');
        continue;
      }
      if (parsed !== null || !carried.has(field.place)) key[field.place] = parsed;
    }
    return unitKey(key);
  }

  /** The local day of an instant; of a period its first or last. */
  function dayIn(value: FieldValue, isEnd: boolean): string | null {
    if (typeof value === 'number') return params.dayOf(value);
    return value?.split('..')[isEnd ? 1 : 0] ?? null;
  }

  function widen(): void {
    const range = values[at.dateRange];
    const [from, to] = typeof range === 'string' ? range.split('..') : [values[at.firstDay], values[at.lastDay]];
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
    if (rule.where && !rule.where.matches.test(cellOf(rule.where.field, cells))) return false;
    if (rule.emptyHeaders && !areEmpty(rule.emptyHeaders, cells)) return false;
    if (rule.blank && !rule.blank.every((name) => cellOf(name, cells) === '')) return false;
    if (rule.filled && !rule.filled.some((name) => cellOf(name, cells) !== '')) return false;
    return true;
  }

  function areEmpty(headers: RegExp, cells: readonly string[]): boolean {
    const columns = binding.wanted.filter((at) => headers.test(binding.header[at] ?? ''));
    return columns.length > 0 && columns.every((at) => (cells[slotOf.get(at) as number] as string).trim() === '');
  }

  function cellOf(name: FieldName, cells: readonly string[]): string {
    const at = binding.bound.get(name);
    return at === undefined ? '' : (cells[slotOf.get(at) as number] as string).trim();
  }

  function fillDown(rule: NonNullable<ReportFormat['fillDown']>): void {
    const key = values[place(rule.by)] as FieldValue;
    const continues = key === null ? rule.blankKey === true : key === carriedKey;
    for (const filled of fillDownPlaces) {
      if (filled === 0) continue;
      if (continues && values[filled] === null) values[filled] = carried.get(filled) ?? null;
      carried.set(filled, values[filled] as FieldValue);
    }
    if (key !== null || !rule.blankKey) carriedKey = key;
  }

  /** Rows that go on with a rejected one belong to it, not to the row above it. */
  function carryPast(cells: readonly string[]): void {
    if (!format.fillDown?.blankKey || cellOf(format.fillDown.by, cells) === '') return;
    carriedKey = null;
    for (const field of fields.filter(({ place: at }) => fillDownPlaces.includes(at))) {
      const parsed = field.parse(cells[field.slot] as string, { currency: null });
      carried.set(field.place, parsed instanceof CellProblem ? null : parsed);
    }
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
    return binding.locations.map((at) => {
      const header = (binding.header[at] as string).trim();
      return { location: format.locationHeaders?.exec(header)?.[1] ?? header, cell: cells[slotOf.get(at) as number] as string };
    });
  }

  function buyerOf(cells: readonly string[]): string | null {
    const cell = (cells[slotOf.get((binding.buyer as { column: number }).column) as number] as string).trim();
    if (cell === '') return null;
    return binding.buyer?.hashed ? cell : params.hashBuyer(cell.toLowerCase());
  }

  function flush(): void {
    if (batch.count === 0) return;
    for (const column of columns) column.length = batch.count;
    events.batch(batch);
    batch = emptyBatch(names);
    columns = names.map((name) => batch.columns[name] as FieldValue[]);
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
    get dateOrder() {
      return dates.order;
    },
    get span() {
      return span;
    },
  };
}

/** Minor units of an amount, null where the currency cannot write it. Amounts repeat, and dividing is dearer than comparing. */
function minorReader(rounded: boolean): (micros: number, currency: string | null) => number | null {
  let lastMicros = Number.NaN;
  let lastCurrency: string | null = null;
  let lastMinor: number | null = null;
  return (micros, currency) => {
    if (micros === lastMicros && currency === lastCurrency) return lastMinor;
    lastMicros = micros;
    lastCurrency = currency;
    lastMinor = minorFromMicros(micros, currency) ?? (rounded ? roundedMinor(micros, currency) : null);
    return lastMinor;
  };
}

function emptyBatch(names: readonly string[]): RecordBatch {
  const columns: Record<string, FieldValue[]> = {};
  for (const name of names) columns[name] = new Array<FieldValue>(BATCH_ROWS);
  return { count: 0, columns };
}

/** Rules that can be told from the cells alone: a footer has not the header's columns. */
function ignoresWhole(rule: IgnoreRule, cells: readonly string[]): boolean {
  if (!rule.shortRow && !rule.firstCell && !rule.anyCell) return false;
  if (rule.firstCell && !rule.firstCell.test(cells[0] ?? '')) return false;
  return !rule.anyCell || cells.some((cell) => rule.anyCell?.test(cell));
}

/** The shape of a cell without its content: in reports with people even a misplaced cell must not reach a message. */
function maskedShape(cell: string): string {
  const shape = cell.replace(/\p{N}/gu, '9').replace(/[\p{L}\p{M}]|(?!\p{Sc})[^\p{ASCII}]/gu, 'x');
  return shape.length > 24 ? `${shape.slice(0, 24)}…` : shape;
}
