/** The cells of a row as typed values: each field of the binding with its parser, read again only where its cell has changed. */
import { FIELDS, type FieldKind, type FieldName, type FieldValue } from '../core/fields.js';
import type { Binding } from './binding.js';
import { CellProblem } from './cells/index.js';
import { type CellParser, columnParser, isDotGrouped, parseWithComma, provesComma } from './columnParser.js';
import type { DateWitness } from './dateOrder.js';
import type { ReadParams } from './rowEvents.js';
import type { Place } from './rowValues.js';

export interface BoundField {
  readonly name: FieldName;
  readonly kind: FieldKind;
  readonly header: string;
  readonly parse: CellParser;
  /** Where its value stands among those of the row. */
  readonly place: number;
  /** Which of the wanted cells holds it. */
  readonly slot: number;
  /** Cells that stand in for it where it is empty. */
  readonly others: readonly number[];
  readonly isFraction: boolean;
  /** Its index among the fields. */
  readonly at: number;
}

/** Kinds of figures that may have decimals: what proves the decimal mark of a row. */
const FRACTIONS: ReadonlySet<FieldKind> = new Set<FieldKind>(['decimal', 'money', 'unitAmount', 'ratio', 'band']);

/** The fields that the file has a column for. `slotOf`: the wanted cell of a column. */
export function boundFields(
  binding: Binding,
  slotOf: ReadonlyMap<number, number>,
  place: Place,
  params: ReadParams,
  dates: DateWitness,
): BoundField[] {
  return [...binding.bound].map(([name, column], at) => ({
    name,
    kind: FIELDS[name] as FieldKind,
    header: binding.header[column] ?? '',
    parse: columnParser(name, binding.header[column] ?? '', binding.format, params, dates),
    place: place(name),
    slot: slotOf.get(column) as number,
    others: (binding.others.get(name) ?? []).map((other) => slotOf.get(other) as number),
    isFraction: FRACTIONS.has(FIELDS[name]),
    at,
  }));
}

export interface FieldReader {
  /** Reads the wanted cells of a row into the values; null, or the field whose cell cannot be read. */
  read(cells: readonly string[], changed: Uint8Array | null): BoundField | null;
  /** The row is left unread: the next one must not be compared with it. */
  pass(): void;
  /** What was wrong with the cell of the field that `read` told last. */
  problem(): CellProblem;
  /** The currency that an amount of the row names, of the first that does. */
  glyph(): string | null;
}

/** `changedLater`: fields whose values others change after reading; those of all others hold until another cell is read. */
export function fieldReader(fields: readonly BoundField[], values: FieldValue[], changedLater: ReadonlySet<string>): FieldReader {
  const slots = fields.map((field) => field.slot);
  const fractions = fields.filter(({ isFraction }) => isFraction).map(({ slot }) => slot);
  const renewed = fields.filter((field) => field.kind === 'money' || changedLater.has(field.name));
  /** 1 for fields that are read in every row, since other cells have a say in them. */
  const again = Uint8Array.from(fields, (field) => (field.others.length > 0 ? 1 : 0));
  const lastValues: FieldValue[] = fields.map(() => null);
  const lastGlyphs: (string | null)[] = fields.map(() => null);
  const own: { currency: string | null } = { currency: null };
  let glyph: string | null = null;
  /** Whether the row before was left before all of its cells were read. */
  let isStale = true;
  let problem = new CellProblem('a value');

  function read(cells: readonly string[], changed: Uint8Array | null): BoundField | null {
    const readAll = isStale || changed === null;
    isStale = true;
    for (let i = 0; i < slots.length; i++) {
      // Most cells repeat the one above.
      if (!readAll && changed[slots[i] as number] === 0 && again[i] === 0) continue;
      const field = fields[i] as BoundField;
      if (!readCell(field, cells)) return field;
    }
    isStale = false;
    for (let i = 0; i < renewed.length; i++) {
      const field = renewed[i] as BoundField;
      values[field.place] = lastValues[field.at] as FieldValue;
    }
    return null;
  }

  function readCell(field: BoundField, cells: readonly string[]): boolean {
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
    if (parsed instanceof CellProblem) {
      problem = parsed;
      return false;
    }
    again[field.at] = helped ? 1 : 0;
    lastValues[field.at] = parsed;
    values[field.place] = parsed;
    if (own.currency !== lastGlyphs[field.at]) {
      lastGlyphs[field.at] = own.currency;
      glyph = lastGlyphs.find((named) => named !== null) ?? null;
    }
    return true;
  }

  return {
    read,
    pass() {
      isStale = true;
    },
    problem: () => problem,
    glyph: () => glyph,
  };
}
