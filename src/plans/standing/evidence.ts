/**
 * How new the word of an export about one field of a listing is. An export speaks only of the columns that it has: an inventory
 * report without titles confirms a listing but not its title. So the newest export that told of the listing counts only where it
 * carries the field; before it, an export that lists everything does; else only what is certain: the listing's first export or the
 * last change of the field.
 */
import type { FieldName } from '../../core/fields.js';
import { headersOf, type ListingFieldName } from '../../core/listingField.js';
import type { Database } from '../../db/connection.js';
import { formatsOf } from '../../importing/formats.js';
import { listsEverything } from '../../platforms/binding.js';
import type { Formats } from '../../platforms/formats.js';
import { matchHeader } from '../../platforms/header.js';
import { type CatalogueImport, importsOfFormats, type ListingRow } from './listingQueries.js';

interface Told {
  readonly evidenceAt: number;
  readonly complete: boolean;
  /** Whether the export is of this store. */
  readonly ofStore: (storeId: number) => boolean;
  readonly fields: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

export interface FieldEvidence {
  /** When an export last told the value of a field; null where none ever did. `changedAt`: its last recorded change. */
  told(row: ListingRow, field: ListingFieldName, changedAt: number | null): number | null;
  /** When the newest export of the store was made that carries the field, of whatever listings; null without one. */
  newest(row: ListingRow, field: ListingFieldName): number | null;
}

/** Reads which exports carry which columns, once for many listings. */
export function fieldEvidence(db: Database): FieldEvidence {
  const formats = formatsOf(db);
  const catalogues = formats.all.filter((format) => format.fills.includes('listings')).map((format) => format.id);
  const byAccount = new Map<number, Told[]>();
  for (const found of importsOfFormats(db, catalogues)) {
    const told = byAccount.get(found.accountId) ?? [];
    told.push(toldBy(found, formats));
    byAccount.set(found.accountId, told);
  }
  // Most listings of a store were last told of by the same export.
  const known = new Map<string, number | 'at least' | null>();
  const newest = new Map<string, number | null>();
  return {
    told(row, field, changedAt) {
      const found = remembered(known, `${row.storeId} ${row.lastSeenAt} ${field}`, () =>
        lastTold(byAccount.get(row.accountId) ?? [], row, field),
      );
      return found === 'at least' ? Math.max(row.firstSeenAt, changedAt ?? 0) : found;
    },
    newest(row, field) {
      const ofStore = (each: Told) => each.ofStore(row.storeId) && carries(each, row.platform, field);
      const find = () => byAccount.get(row.accountId)?.find(ofStore)?.evidenceAt ?? null;
      return remembered(newest, `${row.storeId} ${field}`, find);
    },
  };
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = find();
  known.set(key, made);
  return made;
}

/** `at least`: some export told it, and which was the last to do so cannot be told. */
function lastTold(imports: readonly Told[], row: ListingRow, field: ListingFieldName): number | 'at least' | null {
  const told = imports.filter(
    (each) => each.evidenceAt <= row.lastSeenAt && each.ofStore(row.storeId) && carries(each, row.platform, field),
  );
  if (told.length === 0) return null;
  return told.find((each) => each.evidenceAt === row.lastSeenAt || each.complete)?.evidenceAt ?? 'at least';
}

function toldBy(found: CatalogueImport, formats: Formats): Told {
  const format = formats.find(found.reportFormat);
  const { fileHeader, header } = JSON.parse(found.dialect) as { fileHeader?: string[]; header: string[] };
  const names = fileHeader ?? header;
  const bound = format ? matchHeader(format, names).bound : new Map<FieldName, number>();
  return {
    evidenceAt: found.evidenceAt,
    complete: format !== undefined && listsEverything(format, bound),
    ofStore: (storeId) => format?.storeBy !== undefined || storeId === found.storeId,
    fields: new Set(bound.keys()),
    headers: new Set(names),
  };
}

function carries(told: Told, platform: string, field: ListingFieldName): boolean {
  switch (field) {
    case 'title':
      return told.fields.has('title');
    case 'price':
      return told.fields.has('price');
    case 'compare_at_price':
      return told.fields.has('compareAtPrice') || told.fields.has('salePrice');
    case 'quantity':
      return told.fields.has('available');
    default:
      return headersOf(platform, field).some((header) => told.headers.has(header));
  }
}
