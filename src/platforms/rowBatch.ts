/** Typed rows gathered into batches of columns. */
import type { FieldName, FieldValue, Subject } from '../core/fields.js';
import type { Binding } from './binding.js';
import { ITEM_FIELDS } from './rowKeys.js';
import type { Place, Values } from './rowValues.js';

/** Typed values of up to `BATCH_ROWS` rows, by column. `line` is where each row starts in the file. */
export interface RecordBatch {
  count: number;
  readonly columns: Record<string, FieldValue[]>;
}

export const BATCH_ROWS = 2000;

/** Subjects that take from a row what it calls a thing, and nothing more of its names. */
const ITEM_ONLY: ReadonlySet<Subject> = new Set<Subject>(['orders', 'stock', 'traffic', 'ads', 'shop', 'adEntities', 'adChanges']);

/** The columns of a batch. `constants`: fields that hold one value for all rows; `cut`: the report tells a week or a month. */
export function batchColumns(binding: Binding, constants: readonly FieldName[], cut: boolean): string[] {
  const { format } = binding;
  const bound = [...binding.bound.keys()];
  const told = format.fills.every((subject) => ITEM_ONLY.has(subject))
    ? bound.filter((name) => !ITEM_FIELDS.has(name) && name !== 'orderId')
    : bound;
  const extra = format.variationOf || binding.bound.has('option1') ? ['currency', 'variation'] : ['currency'];
  return [...new Set<string>([...told, ...constants, ...extra, ...metaColumns(binding, cut)])];
}

/** Columns besides the fields: where the row stands, its unit, its item, its content, and what the format has besides. */
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

/** Columns that are made of others and belong to what a period report says. */
export function madeColumns({ format, attributes }: Binding): string[] {
  return [
    ...(format.parts ? ['parts'] : []),
    ...(format.collect ?? []).map(({ into }) => into),
    ...(format.fills.includes('offers') && attributes.length > 0 ? ['attributes'] : []),
  ];
}

export interface Batcher {
  add(values: Values): void;
  /** Hands over what is left. */
  end(): void;
}

/** `firstRowIsParent`: where a second row of a unit comes, the first was the product, not a variation. */
export function batcher(
  names: readonly string[],
  place: Place,
  emit: (batch: RecordBatch) => void,
  { firstRowIsParent }: { readonly firstRowIsParent: boolean },
): Batcher {
  const places = names.map(place);
  const unitAt = place('unit');
  let batch = emptyBatch(names);
  let columns = names.map((name) => batch.columns[name] as FieldValue[]);
  let lastUnit: string | null = null;
  let rowsOfUnit = 0;

  /** Where a second row of a product comes, the row before held the sum of the variations: their stock would count twice. */
  function leaveStockToVariations(unit: string): void {
    rowsOfUnit = unit === lastUnit ? rowsOfUnit + 1 : 1;
    lastUnit = unit;
    if (rowsOfUnit === 2) (batch.columns.stock as FieldValue[])[batch.count - 1] = null;
  }

  function flush(): void {
    if (batch.count === 0) return;
    for (const column of columns) column.length = batch.count;
    emit(batch);
    batch = emptyBatch(names);
    columns = names.map((name) => batch.columns[name] as FieldValue[]);
  }

  return {
    add(values) {
      if (firstRowIsParent) leaveStockToVariations(values[unitAt] as string);
      if (batch.count >= BATCH_ROWS) flush();
      for (let name = 0; name < columns.length; name++) {
        (columns[name] as FieldValue[])[batch.count] = values[places[name] as number] as FieldValue;
      }
      batch.count++;
    },
    end: flush,
  };
}

function emptyBatch(names: readonly string[]): RecordBatch {
  const columns: Record<string, FieldValue[]> = {};
  for (const name of names) columns[name] = new Array<FieldValue>(BATCH_ROWS);
  return { count: 0, columns };
}
