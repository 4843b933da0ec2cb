/**
 * From the cells of a file to typed records, one row at a time, in batches of columns. Every row ends in exactly one of
 * three ways: stored, ignored by a named rule, or rejected with column, value and reason.
 */
import type { FieldName, FieldValue } from '../core/fields.js';
import type { Binding } from './binding.js';
import { CellProblem } from './cells/index.js';
import { columnParser, stampSeconds } from './columnParser.js';
import { dateWitness } from './dateOrder.js';
import { ignoreRules } from './ignoreRules.js';
import { rowAmounts } from './rowAmounts.js';
import { batchColumns, batcher, madeColumns } from './rowBatch.js';
import type { ReadParams, RowEvents, RowOutcome, RowReader, UnitClaim } from './rowEvents.js';
import { boundFields, fieldReader } from './rowFields.js';
import { goingOn } from './rowGoesOn.js';
import { contentHasher, itemMemo, joinKeyOf, optionsText, productKeyOf } from './rowKeys.js';
import { readCollected, readParts } from './rowParts.js';
import { stretchOf } from './rowStretch.js';
import { unitClaims, unitKeyOf } from './rowUnits.js';
import { placesOf, rowValues } from './rowValues.js';
import { stockRecords } from './stockRecords.js';
import { unitsBeside } from './unitsBeside.js';

export { BATCH_ROWS, type RecordBatch } from './rowBatch.js';
export type { ReadParams, RejectedRow, RowEvents, RowReader, RowsRead, UnitClaim } from './rowEvents.js';

/** As spreadsheets leave them below a table. */
const EMPTY_ROWS = 'empty rows';
/** Left to the user: files that overlap count twice in one, and once one by one. */
const HEADER_AGAIN = '; the header stands here again, as in files that were put together: import each by itself';
const SAYS_WHAT = 'it says what the row is about';

export function createRowReader(binding: Binding, params: ReadParams, events: RowEvents): RowReader {
  const { format } = binding;
  const cut = binding.bound.has('week') || binding.bound.has('month');
  const slotOf = new Map(binding.wanted.map((column, slot) => [column, slot]));
  const constants = (Object.keys(binding.constants) as FieldName[]).filter((name) => !binding.bound.has(name) && name !== 'currency');
  const names = batchColumns(binding, constants, cut);
  const dates = dateWitness();
  const { values, place } = rowValues([...binding.bound.keys(), ...names, 'itemNo']);
  for (const name of constants) {
    const value = columnParser(name, '', format, params, dates)(binding.constants[name] ?? '', { currency: null });
    values[place(name)] = value instanceof CellProblem ? null : value;
  }
  const at = placesOf(place);
  const fields = boundFields(binding, slotOf, place, params, dates);
  const changedLater = new Set(['currency', 'variation', ...(format.zeroIsNone ?? []), ...(format.fillDown?.fields ?? [])]);
  const reader = fieldReader(fields, values, changedLater);
  const rules = format.ignore === undefined ? null : ignoreRules(binding, slotOf);
  const chain = format.fillDown ? goingOn(format.fillDown, fields, values, place) : null;
  const settleAmounts = rowAmounts({ binding, fields, values, place, at, currency: params.currency });
  const telling = format.variationOf ? binding.attributes.filter((at) => format.variationOf?.headers.test(binding.header[at] ?? '')) : [];
  const namesOptions = binding.bound.has('option1') && !binding.bound.has('variation');
  const ignored = new Map<string, number>();
  const unitKey = unitKeyOf(format, place);
  const sameInAll = new Map(constants.map((name) => [place(name), values[place(name)] as FieldValue]));
  const claimOf = unitClaims({ binding, fields, place, constants: sameInAll, dayIn });
  /** What a row is about whose unit is the whole list. */
  const topic = format.fills.includes('marketKeywords') ? (fields.find(({ name }) => name === 'searchTerm') ?? null) : null;
  const beside = unitsBeside();
  /** Whether several rows are an order or a product. */
  const isOfRows = format.fills.includes('orders') || (format.listingKey ?? []).length > 1;
  const joinKey = joinKeyOf(format, place);
  const productKey = productKeyOf(format, place);
  const itemOf = itemMemo(place);
  const hashOf = contentHasher([...binding.bound.keys(), ...constants, ...madeColumns(binding)], place);
  const days = (format.days ?? []).map(({ day, of }) => ({ day: place(day), of: place(of), isEnd: day === 'toDay' }));
  const collected = [...new Set((format.collect ?? []).map(({ into }) => into))];
  const stampAt = format.stamp ? place(format.stamp) : 0;
  const storeByAt = format.storeBy ? place(format.storeBy) : 0;
  const paid = place(format.states?.paid ?? '');
  const unpaid = place('unpaid');
  const takeRow = events.rows?.(place);
  const batches = batcher(names, place, events.batch, { firstRowIsParent: format.firstRowIsParent === true });
  let stored = 0;
  let rejectedRows = 0;
  let span: { from: string; to: string } | null = null;
  const rowsSeen = new Set<string>();
  /** Cells of the row being read, where it has more than the header, if only empty ones. */
  let cellsOfLongRow = 0;

  function row(line: number, cells: readonly string[], changed: Uint8Array | null = null): RowOutcome {
    if (cells[0] === '' && cells.every((cell) => cell === '')) {
      reader.pass();
      return ignore(EMPTY_ROWS);
    }
    const rule = rules === null ? null : rules.ofRow(cells);
    if (rule !== null) {
      reader.pass();
      return ignore(rule);
    }
    const headless = chain === null ? null : chain.begin(cells);
    if (headless !== null) {
      reader.pass();
      return reject(line, chain?.header ?? '', '', headless, unitOf(cells));
    }
    const unread = reader.read(cells, changed);
    if (unread !== null) {
      chain?.past(cells);
      return reject(line, unread.header, cells[unread.slot] as string, reader.problem(), unitOf(cells));
    }
    const keyless = chain === null ? null : chain.fill();
    if (keyless !== null) return reject(line, chain?.header ?? '', '', keyless, null);
    if (cut) {
      const stretch = stretchOf(values[at.week] as FieldValue, values[at.month] as FieldValue);
      values[at.fromDay] = stretch.from;
      values[at.toDay] = stretch.to;
    }
    if (unpaid > 0) values[unpaid] = values[paid] === null ? 1 : null;
    for (const { day, of, isEnd } of days) values[day] = dayIn(values[of] as FieldValue, isEnd);
    const amiss = settleAmounts(cells, reader.glyph());
    if (amiss !== null) return reject(line, amiss.header, amiss.cell, amiss.problem, unitOf(cells));
    return store(line, cells);
  }

  function store(line: number, cells: readonly string[]): RowOutcome {
    values[at.line] = line;
    const unit = unitKey(values);
    if (unit === null) {
      const field = format.unit[0] as FieldName;
      const header = fields.find((candidate) => candidate.name === field)?.header ?? field;
      return reject(line, header, '', new CellProblem('a value', SAYS_WHAT), unitOf(cells));
    }
    values[at.unit] = unit;
    if (topic !== null && values[topic.place] === null)
      return reject(line, topic.header, '', new CellProblem('a value', SAYS_WHAT), unitOf(cells));
    if (namesOptions) values[at.variation] = optionsText(values, at);
    if (format.variationOf)
      values[at.variation] = format.variationOf.role.test(String(values[at.role] ?? '')) ? textOf(telling, cells) : null;
    if (format.listingKey) {
      values[at.listingKey] = joinKey(values);
      values[at.productKey] = productKey(values);
    }
    const item = itemOf(values);
    values[at.item] = item.text;
    values[at.itemNo] = item.no;
    const cellAt = (column: number) => cells[slotOf.get(column) as number] as string;
    if (format.parts) {
      const parts = readParts(binding, cellAt, values[at.currency] as string | null, values[at.amount] as FieldValue);
      if (typeof parts !== 'string') return reject(line, parts.header, parts.cell, parts.problem, unitOf(cells));
      values[at.parts] = parts;
    }
    for (const into of collected) values[place(into)] = readCollected(binding, into, cellAt);
    if (binding.attributes.length > 0) values[at.attributes] = attributesOf(cells);
    values[at.hash] = hashOf(values, item);
    if (format.stock) {
      const found = stockRecords(format.stock, (field) => (place(field) === 0 ? undefined : values[place(field)]), locationsOf(cells));
      if ('problem' in found) return reject(line, found.location, found.cell, found.problem, unitOf(cells));
      values[at.stock] = found.json;
    }
    if (format.stamp) values[at.stampAt] = stampSeconds(values[stampAt] as FieldValue, params);
    if (binding.period === 'span') widen();
    if (format.storeBy) values[at.storeBy] = values[storeByAt] as FieldValue;
    if (binding.buyer) values[at.buyerKey] = buyerOf(cells);
    if (format.noRepeats && repeats(cells)) return ignore('rows that repeat another');
    stored++;
    beside.stored(unit);
    if (takeRow) {
      takeRow(values);
      return 'stored';
    }
    batches.add(values);
    return 'stored';
  }

  function repeats(cells: readonly string[]): boolean {
    const row = cells.join('\u001f');
    if (rowsSeen.has(row)) return true;
    rowsSeen.add(row);
    return false;
  }

  function irregular(line: number, cells: readonly string[]): { outcome: RowOutcome; padded: readonly string[] | null } {
    const width = binding.header.length;
    const rule = rules === null ? null : rules.ofIrregular(cells);
    if (rule !== null) return { outcome: ignore(rule), padded: null };
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
    chain?.past(wanted);
    // It may have begun something, wherever its key stands: what goes on after it must not go to the row before.
    chain?.rejectedWhole();
    rejectedRows++;
    beside.unread('between');
    const cutOff = cells.length < width ? '. If it is the last row, the download was cut off: download the report again' : '';
    events.rejected({
      line,
      column: null,
      value: null,
      reason: `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${width}${cutOff}`,
      // Most often the cells in front stand where they should; where they do not, no unit has this key.
      unit: unitOf(wanted, cells.length),
    });
    return { outcome: 'rejected', padded: null };
  }

  function reject(line: number, header: string, cell: string, problem: CellProblem, unit: UnitClaim | null): RowOutcome {
    rejectedRows++;
    chain?.rejected();
    if (format.period === undefined && (unit === null || unit.parts.includes(null)))
      beside.unread(unit !== null && isOfRows ? 'either' : 'between');
    const value = format.people ? maskedShape(cell) : cell;
    const hint = problem.hint ? ` (${problem.hint})` : '';
    const slipped = cellsOfLongRow
      ? `; the row has ${cellsOfLongRow} cells, the header ${binding.header.length}: they may have slipped`
      : '';
    const again = cell !== '' && cell.trim() === header.trim() ? HEADER_AGAIN : '';
    events.rejected({ line, column: header, value, reason: `${problem.expected} expected${hint}${slipped}${again}`, unit });
    return 'rejected';
  }

  /** The unit of a row that cannot be read; `width`: its cells, where they are more or fewer than the header has. */
  function unitOf(cells: readonly string[], width: number | null = null): UnitClaim | null {
    return claimOf({ cells, width, carried: chain?.carried ?? NOTHING });
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

  return {
    row,
    irregular,
    end() {
      batches.end();
      return { stored, ignored, rejectedRows, beside: beside.found, dateOrder: dates.order(), span };
    },
  };
}

/** Carried where no row goes on with another. */
const NOTHING: ReadonlyMap<number, FieldValue> = new Map();

/** The shape of a cell without its content: in reports with people even a misplaced cell must not reach a message. */
function maskedShape(cell: string): string {
  const shape = cell.replace(/\p{N}/gu, '9').replace(/[\p{L}\p{M}]|(?!\p{Sc})[^\p{ASCII}]/gu, 'x');
  return shape.length > 24 ? `${shape.slice(0, 24)}…` : shape;
}
