/**
 * The vocabulary in which an upload format is declared: which fields a platform's file can carry, how the file is written, what a
 * blank cell and a missing column mean there, how it is uploaded, and the function from changes to rows. Nothing here writes a file.
 *
 * One law for all of them: only changed units, only the key and the changed columns, and what the platform demands besides. Where a
 * blank cell clears, a column stands in a file only if every row of it changes that column, so that no cell says more than it must.
 *
 * To add an upload: one file that calls `defineUpload`, one line in `uploads.ts`, one golden file in fixtures/uploads.
 */
import type { FieldName } from '../core/fields.js';
import type { ListingFieldName } from '../core/listingField.js';
import type { Change } from '../core/plan.js';
import type { Certainty, Platform } from './define.js';
import type { AmountStyle } from './uploadAmounts.js';

/** A row of a touched product as the store's export had it. */
export interface CatalogueRow {
  readonly listingId: string;
  readonly productId: string;
  /** Holds variations and is not sold itself. */
  readonly isParent: boolean;
  /** Header → cell, exactly as exported. */
  readonly cells: Readonly<Record<string, string>>;
  /** Meaning → cell, exactly as exported; fields without a column are missing. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
}

/** The store's last export: whose column names an upload takes over. */
export interface LastExport {
  readonly header: readonly string[];
  /** Meaning → name of the column. */
  readonly names: Readonly<Partial<Record<FieldName, string>>>;
  readonly amounts: AmountStyle;
}

export interface UploadStore {
  readonly name: string;
  readonly platform: string;
  /** The platform's own name of it: `Amazon.co.uk`, `UK`. */
  readonly marketplace: string | null;
  readonly currency: string | null;
}

export interface UploadInput {
  /** Of one store, all of fields that the upload carries. */
  readonly changes: readonly Change[];
  /** Change → the cell that stood for its value in an earlier export, byte for byte: what an undo restores. */
  readonly spelled: ReadonlyMap<string, string>;
  /** All rows of the touched products, in the order of their export, with what was uploaded since. */
  readonly rows: readonly CatalogueRow[];
  /** The same rows as they stand when all of this export is uploaded: what a carried cell holds. */
  readonly after: readonly CatalogueRow[];
  /** Null where nothing of the kind was imported yet: the upload's own names count. */
  readonly last: LastExport | null;
  readonly store: UploadStore;
}

export type Cells = readonly string[];

export interface UploadRow {
  /** Rows of one unit (a product with its variations) stay in one file. */
  readonly unit: string;
  readonly cells: Cells;
  readonly changeIds: readonly string[];
}

export interface UploadSheet {
  /** What tells it from the upload's other files: `title`, `price`. */
  readonly part: string;
  /** Rows above the header: versions, parameters. */
  readonly above: readonly Cells[];
  readonly header: Cells;
  /** Rows of guidance that the platform skips below the header. */
  readonly below: readonly Cells[];
  readonly rows: readonly UploadRow[];
  /** Columns that change. */
  readonly changed: readonly string[];
  /** Columns that the platform demands: they carry what the last export said. */
  readonly carried: readonly string[];
}

export interface LeftOut {
  readonly change: Change;
  /** A sentence without its end: what is missing, what to do. */
  readonly reason: string;
}

export interface UploadResult {
  readonly sheets: readonly UploadSheet[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** What a platform does, how we know, and how sure we are. */
export interface UploadRule {
  readonly text: string;
  readonly source: string;
  readonly certainty: Certainty;
}

/** How a text file is written unless the store's last export says otherwise. */
export interface TextFileKind {
  readonly kind: 'text';
  readonly encoding: 'utf-8' | 'shift_jis';
  readonly bom: boolean;
  readonly delimiter: string;
  readonly quoting: 'double' | 'none';
  readonly lineEnd: '\n' | '\r\n';
  /** Of these, what the last export had is taken over; the rest the platform demands. */
  readonly follows: readonly ('bom' | 'delimiter' | 'lineEnd')[];
}

export interface WorkbookKind {
  readonly kind: 'workbook';
  readonly sheet: string;
}

/** A list for people to work through. */
export interface ListKind {
  readonly kind: 'list';
}

export interface UploadFormat {
  /** `platform.what`, or `checklist`. */
  readonly id: string;
  /** Null: any platform. */
  readonly platform: Platform | null;
  /** What the seller calls it. */
  readonly upload: string;
  readonly carries: readonly ListingFieldName[];
  /** The report formats whose column names and rows it takes over. */
  readonly reads: readonly string[];
  readonly file: TextFileKind | WorkbookKind | ListKind;
  /** What of its name the platform looks at; the plan's id follows. */
  readonly fileName: string;
  readonly extension: 'csv' | 'txt' | 'xlsx';
  /** Columns that tell the unit. */
  readonly key: string;
  /** What the platform wants besides the key and the changed columns. */
  readonly demands: string | null;
  readonly blank: UploadRule;
  readonly missing: UploadRule;
  /** How to upload it: menus, boxes to tick. */
  readonly steps: readonly string[];
  readonly limits: { readonly rows: number | null; readonly bytes: number | null; readonly source: string };
  /** Why the platform must not be sent a change of this listing; the row where one is known. A template is held against it too. */
  readonly refuses?: (change: Change, row: CatalogueRow | undefined) => string | null;
  readonly write: (input: UploadInput) => UploadResult;
}

/** Declares an upload format. The generic tests hold its rules: only changed units, only safe columns. */
export function defineUpload(format: UploadFormat): UploadFormat {
  return format;
}
