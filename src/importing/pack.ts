/**
 * Batches on their way from the worker: numbers as one typed array a column, texts as codes into a dictionary that both sides
 * grow together. A column of ever new texts is sent joined instead. Cloning the plain arrays costs four times as much.
 */
import type { FieldValue } from '../core/fields.js';
import type { RecordBatch } from '../platforms/rowReader.js';

type PackedColumn =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | { readonly kind: 'codes'; readonly values: Int32Array; readonly added: readonly string[] }
  | { readonly kind: 'joined'; readonly text: string }
  | { readonly kind: 'plain'; readonly values: readonly FieldValue[] }
  | { readonly kind: 'empty' };

export interface PackedBatch {
  readonly count: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

const DICTIONARY_LIMIT = 20_000;
/** Texts that hold one of these are sent as they are. */
const SEPARATOR = '\u001e';
const NOTHING = '\u0000';

export interface Packer {
  pack(batch: RecordBatch): { packed: PackedBatch; transfer: ArrayBuffer[] };
}

export function packer(): Packer {
  const dictionaries = new Map<string, Map<string, number>>();
  return {
    pack(batch) {
      const columns: Record<string, PackedColumn> = {};
      const transfer: ArrayBuffer[] = [];
      for (const name in batch.columns) {
        const column = packColumn(name, batch.columns[name] as FieldValue[], dictionaries);
        if (column.kind === 'numbers' || column.kind === 'codes') transfer.push(column.values.buffer as ArrayBuffer);
        columns[name] = column;
      }
      return { packed: { count: batch.count, columns }, transfer };
    },
  };
}

function packColumn(name: string, values: readonly FieldValue[], dictionaries: Map<string, Map<string, number>>): PackedColumn {
  const sample = values.find((value) => value !== null);
  if (sample === undefined) return { kind: 'empty' };
  if (typeof sample === 'number') {
    const numbers = new Float64Array(values.length);
    for (let at = 0; at < values.length; at++) numbers[at] = values[at] === null ? Number.NaN : (values[at] as number);
    return { kind: 'numbers', values: numbers };
  }
  let codes = dictionaries.get(name);
  if (!codes) {
    codes = new Map();
    dictionaries.set(name, codes);
  }
  if (codes.size >= DICTIONARY_LIMIT || name === 'unit') return joined(values);
  const added: string[] = [];
  const packed = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as string | null;
    if (value === null) {
      packed[at] = -1;
      continue;
    }
    let code = codes.get(value);
    if (code === undefined) {
      code = codes.size;
      codes.set(value, code);
      added.push(value);
    }
    packed[at] = code;
  }
  return { kind: 'codes', values: packed, added };
}

function joined(values: readonly FieldValue[]): PackedColumn {
  const clear = values.every((value) => value === null || (value !== NOTHING && !(value as string).includes(SEPARATOR)));
  return clear ? { kind: 'joined', text: values.map((value) => value ?? NOTHING).join(SEPARATOR) } : { kind: 'plain', values };
}

export function unpacker(): (packed: PackedBatch) => RecordBatch {
  const dictionaries = new Map<string, string[]>();
  return ({ count, columns }) => {
    const unpacked: Record<string, FieldValue[]> = {};
    for (const name in columns) unpacked[name] = unpackColumn(name, columns[name] as PackedColumn, count, dictionaries);
    return { count, columns: unpacked };
  };
}

function unpackColumn(name: string, column: PackedColumn, count: number, dictionaries: Map<string, string[]>): FieldValue[] {
  switch (column.kind) {
    case 'empty':
      return Array<null>(count).fill(null);
    case 'joined':
      return column.text.split(SEPARATOR).map((text) => (text === NOTHING ? null : text));
    case 'plain':
      return [...column.values];
    case 'numbers':
      return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
    case 'codes': {
      let words = dictionaries.get(name);
      if (!words) {
        words = [];
        dictionaries.set(name, words);
      }
      for (const word of column.added) words.push(word);
      const all = words;
      return Array.from(column.values, (code) => (code < 0 ? null : (all[code] as string)));
    }
  }
}
