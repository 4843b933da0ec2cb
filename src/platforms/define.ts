/**
 * The vocabulary in which a report format is declared. A format is data: its columns with every header spelling seen,
 * what one row means, which unit it exports whole, and its quirks by name. Nothing here reads a file.
 *
 * To add a format: one file that calls `defineReport`, one line in `registry.ts`, one fixture.
 */
import type { FieldName, Subject } from '../core/fields.js';

export type Platform =
  | 'amazon'
  | 'shopify'
  | 'woocommerce'
  | 'ebay'
  | 'etsy'
  | 'taobao'
  | 'rakuten'
  | 'yahoojp'
  | 'qoo10'
  | 'google'
  | 'shopee'
  | 'lazada'
  | 'tiktokshop'
  | 'walmart'
  | 'square'
  | 'jd'
  | 'pinduoduo'
  | 'douyin'
  | 'alibaba'
  | 'aliexpress'
  | 'temu'
  | 'wish'
  | 'starday'
  | 'erp'
  | 'meta'
  | 'tiktok'
  | 'pinterest'
  | 'microsoft'
  | 'oceanengine'
  | 'tencent'
  | 'kuaishou'
  | 'baidu'
  | 'qihoo'
  | 'sogou'
  | 'uc'
  | 'helium10'
  | 'keepa'
  | 'junglescout'
  | 'semrush'
  | 'ahrefs'
  | 'erank'
  | 'sellersprite'
  | 'dianchacha'
  /** An own shop, a warehouse or an ERP: nothing that eco knows of. */
  | 'other';

/**
 * How sure we are of a format. A: a real export was opened; A-: a header stated to be real; B: read in code that handles it;
 * C: documentation only; M: our best knowledge. `yours`: a profile that the seller made.
 */
export type Certainty = 'A' | 'A-' | 'B' | 'C' | 'M' | 'yours';

export interface ColumnSpec {
  readonly field: FieldName;
  /** Every spelling seen, newest first. Compared after folding case, width, dashes and spaces; `{currency}` stands for a code or sign in brackets. */
  readonly names: readonly string[];
  /** The report is not this one without it. */
  readonly required: boolean;
  /** Cells that do not match hold something else (a product id that is no ASIN): they count as empty. */
  readonly only?: RegExp;
  /** What stands in front of the value or behind it and is no part of it: `id:123`. */
  readonly strip?: RegExp;
  /** The value is written in another way than it is read: what matches `from` is replaced (`260531-66` is `2026-05-31`). */
  readonly rewrite?: { readonly from: RegExp; readonly to: string };
  /** The report counts in another unit: minutes are 60 of our seconds. */
  readonly scale?: number;
  /** Cells that say that the row is none that can be read, what is expected instead, and what to do. */
  readonly refuse?: { readonly cells: RegExp; readonly expected: string; readonly hint: string };
  /** What the platform's codes mean, by the code in lower case: `1` is "published". */
  readonly words?: Readonly<Record<string, string>>;
  /** Several columns of the file may hold it: the first of `names` that is filled in a row counts. */
  readonly firstFilled?: boolean;
  /** Of several columns of one name the last is meant: the item's stand before those of its SKU. */
  readonly lastOfName?: boolean;
  /** The cell is a JSON object: the value stands under this key. */
  readonly jsonKey?: string;
  /** Shares without a sign are percentages: 18 is 18 %. */
  readonly percent?: boolean;
}

/** A column of this meaning, known under these names. */
export function column(field: FieldName, ...names: string[]): ColumnSpec {
  return { field, names, required: false };
}

/** A column without which the file is another report. */
export function required(field: FieldName, ...names: string[]): ColumnSpec {
  return { field, names, required: true };
}

/** Rows that are stored nowhere, on purpose, under a name that the import reports with their number. */
export interface IgnoreRule {
  readonly rule: string;
  /** The first filled cell of the row matches. */
  readonly firstCell?: RegExp;
  /** Any cell of the row matches. */
  readonly anyCell?: RegExp;
  /** The cell of this field matches. */
  readonly where?: { readonly field: FieldName; readonly matches: RegExp };
  /** All of these fields are empty … */
  readonly blank?: readonly FieldName[];
  /** … and at least one of these is filled. */
  readonly filled?: readonly FieldName[];
  /** All columns whose header matches are empty, where the file has such. */
  readonly emptyHeaders?: RegExp;
  /** Only for rows with fewer cells than the header (footers). */
  readonly shortRow?: boolean;
}

/** One record of stock that a row holds. Fields in a list are added; null when all of them are. */
export interface StockRule {
  /** Where the file has this field, rows that leave it empty keep no stock: what their quantity cells hold means nothing. */
  readonly onlyIf?: FieldName;
  /** The location: a field of the row, or a fixed name. */
  readonly location: { readonly field: FieldName } | { readonly name: string };
  readonly onHand?: readonly FieldName[];
  readonly available?: readonly FieldName[];
  readonly committed?: readonly FieldName[];
  readonly reserved?: readonly FieldName[];
  /** Held back for orders and for other reasons together: what `committed` leaves of it is `reserved`, all of it where orders are not told apart. */
  readonly reservedWithOrders?: readonly FieldName[];
  readonly unsellable?: readonly FieldName[];
  readonly inbound?: readonly FieldName[];
  /** Ages in days → field. Of buckets that overlap, the one named first is taken. */
  readonly ages?: readonly { readonly from: number; readonly to: number | null; readonly fields: readonly FieldName[] }[];
}

/** A column that holds one kind of amount (or movement) among several of its row. */
export interface PartSpec {
  /** What the part is called in the facts: the platform's own English name. */
  readonly part: string;
  /** Every spelling seen, as for columns. */
  readonly names: readonly string[];
  /** The report writes what is taken off without a minus; `either`: with or without one. */
  readonly isDeducted?: boolean | 'either';
}

/** A ratio that the report prints and eco leaves out, since it follows from the rest: `of` ÷ `by`, by the platform's own definition. */
export interface RatioSpec {
  /** Every spelling seen, as for columns. */
  readonly names: readonly string[];
  /** Fields that are added above and below the line. */
  readonly of: readonly FieldName[];
  readonly by: readonly FieldName[];
  /** 1000 for a cost of a thousand impressions. */
  readonly times?: number;
  /** The platform cuts the last printed digit off, or raises it, instead of rounding. */
  readonly rounds?: 'down' | 'up';
}

/** What a status text of the platform means for counting sales. */
export interface StateRule {
  readonly cancelled: RegExp;
  readonly pending?: RegExp;
  /** Orders without a status that leave this column of their report empty are pending: they have not been paid. */
  readonly paid?: FieldName;
}

export interface ReportFormat {
  /** `platform.report`. */
  readonly id: string;
  readonly platform: Platform;
  /** What the seller calls it. */
  readonly report: string;
  readonly fills: readonly Subject[];
  readonly certainty: Certainty;
  readonly source: string;
  /** Where the seller downloads it. */
  readonly download: string;
  /** What a reader of its figures must know: whether tax is in them, what an empty cell means, what they leave out. */
  readonly notes?: readonly string[];
  readonly columns: readonly ColumnSpec[];
  /** Ratios that are computed from the sums instead of read; tests hold them against the report's own figures. */
  readonly ratios?: readonly RatioSpec[];
  /** Headers of which one at least must be there, though nothing may be read from it. */
  readonly hasOneOf?: readonly string[];
  /** Headers that mean it is another report. */
  readonly not?: readonly string[];
  /** Raw tab-separated text in which a quote is data. */
  readonly quoting?: 'double' | 'none';
  /** Header rows above the one that is read (machine names, versions), besides free preambles. */
  readonly rowsAfterHeader?: number;
  /** The first rows are shorter than the header because later batches added columns: missing cells are empty. */
  readonly ragged?: boolean;
  readonly ignore?: readonly IgnoreRule[];
  /** A row of its key stands once in a download: a second one, the same in all that is read, comes from files put together and counts once. */
  readonly noRepeats?: boolean;
  /** Values of all rows of a file that has no column for them: one row a unit sold has no quantity, which is 1. */
  readonly otherwise?: Readonly<Partial<Record<FieldName, string>>>;
  /**
   * Continuation rows leave these cells blank: they take them from the row above that has the same `by`. `blankKey`: `by`, one of the
   * fields, is blank there too (merged cells).
   */
  readonly fillDown?: { readonly by: FieldName; readonly fields: readonly FieldName[]; readonly blankKey?: boolean };
  /**
   * The reports of orders hold people. Then only declared columns are kept, values are never quoted in messages, and the
   * buyer, where one of these columns names one, becomes a keyed hash.
   */
  readonly people?: { readonly buyer?: readonly string[] };
  /** Columns of people whose names do not say so: never kept. In reports of things; in those of orders nothing undeclared is kept anyway. */
  readonly personal?: readonly string[];
  /**
   * The smallest thing the platform exports whole: an order, a listing's product, a period. With a row that cannot be read, its whole
   * unit is left out; so what facts of a period are about lies within one. `campaign` or `campaignId`: the campaign, by its id where the
   * row has one, else by its name.
   */
  readonly unit: readonly FieldName[];
  /** How a listing's own key is made: the values joined with "/"; the first must be filled. */
  readonly listingKey?: readonly FieldName[];
  /** Where the first part of unit and key is empty, the first of these that is filled stands for it. */
  readonly keyOr?: readonly FieldName[];
  /** The key part that all variations of one product share; of several, the first that is filled. */
  readonly productKey?: FieldName | readonly FieldName[];
  /** Rows of this role are told apart by their free columns with these headers: what these hold is the row's variation. */
  readonly variationOf?: { readonly role: RegExp; readonly headers: RegExp };
  /** Of several rows of a product, the first holds the variations and is not sold itself. */
  readonly firstRowIsParent?: boolean;
  /** Values of `role` that mean the same. */
  readonly parentRole?: RegExp;
  /** A catalogue of everything: what it does not list is not on sale any more. A field: only where the file has its column. */
  readonly complete?: boolean | FieldName;
  readonly stock?: readonly StockRule[];
  /** Columns whose header matches hold the quantity of a location, which group 1 names. */
  readonly locationHeaders?: RegExp;
  /** Every column right of this one that is no known column is a location with its available quantity, unless a column names the location. */
  readonly locationColumnsAfter?: string;
  readonly states?: StateRule;
  /**
   * One row is a whole order, whose items another report of the platform tells. Its line stands for all of them until that report comes;
   * then both together are the order, and neither takes away what the other knows.
   */
  readonly wholeOrders?: boolean;
  /** Rows of sales channels that match are deliveries for another shop: stock leaves, this shop earns nothing. */
  readonly noSaleChannel?: RegExp;
  /** The currency of every amount, where the platform has only one. */
  readonly currency?: string;
  /**
   * The report is made by one company about shops of others: its rows go to a store of one of these platforms (`any`: of whichever
   * platform), and only where there is none to a store of its own.
   */
  readonly serves?: readonly Platform[] | 'any';
  /**
   * Which of the ad systems of a shop the report is of, where its platform has several that know nothing of each other: their reports never
   * replace each other, and add up. Reports that serve shops of others have their platform as channel.
   */
  readonly channel?: string;
  /** The field whose value decides the store (a sales channel, a listing site). */
  readonly storeBy?: FieldName;
  /** All rows go to the store that most of them name: a settlement is never torn. */
  readonly oneStore?: boolean;
  /** Amounts never group their thousands: a comma is the decimal mark. */
  readonly noGrouping?: boolean;
  /** Amounts have two decimals at most, so three digits behind a point are thousands: 90.000 rupiah, and 2.000 visits in counts. */
  readonly twoDecimals?: boolean;
  /** Amounts may have more decimals than the currency (net prices): they are rounded to what a buyer can be asked. */
  readonly rounded?: boolean;
  /** Fields of which 0 means that there is none. */
  readonly zeroIsNone?: readonly FieldName[];
  /** Stamp inside a row that says how new it is. A day counts from its first moment in the store's time zone. */
  readonly stamp?: FieldName;
  /**
   * Period reports: where the period stands. `none`: the file does not say; it must come from its name or `--period`. `span`:
   * rows only tell the first and last day with traffic of their own (`firstDay`, `lastDay`, `dateRange`), so the period comes
   * from the name or `--period`, else it is the span of all rows: at most what was asked for, and said to be assumed. `preamble`: a
   * cell above the header says it (what `periodIn` finds there), else the name or `--period` must. `snapshot`: the report shows one
   * moment, so its period is the day of its evidence. Where the file has a `day` column, or `fromDay` and `toDay`, all of these are
   * `rows`. Rows of a `week` or `month` cover these days, cut to the report's period where that is known.
   */
  readonly period?: 'rows' | 'none' | 'span' | 'preamble' | 'snapshot';
  /** Where the period stands in a cell above the header; the whole cell where this is left out. A group `period` cuts it out. */
  readonly periodIn?: RegExp;
  /** The format that tells its days, where a file of it lies in the same archive or workbook. */
  readonly daysFrom?: string;
  /** A line above the header that says that the download was cut to a part (a device, a search word): it would stand for the whole, so it is refused. */
  readonly partIf?: RegExp;
  /** Values that a line above the header says for all rows: what the group `value` of the pattern finds there. */
  readonly fromPreamble?: readonly { readonly field: FieldName; readonly in: RegExp }[];
  /** Its rows may also be weeks or months, and nothing in the file says so: it is only read where two rows are one day apart. */
  readonly provenDays?: boolean;
  /**
   * Days that the unit or the period needs and that the rows tell otherwise: the local day of one of their instants, or the first
   * (`fromDay`) and last (`toDay`) day of a period. `postedOn` is the day of an amount whose period is its settlement's.
   */
  readonly days?: readonly { readonly day: 'day' | 'fromDay' | 'toDay' | 'postedOn'; readonly of: FieldName }[];
  /**
   * Columns that hold parts of the row's amount (transactions) or movements of stock, one a kind. Parts that are zero are left out. Where
   * the row's `amount` is there too, what the parts leave of it becomes a part of its own, so an unknown column is never lost.
   */
  readonly parts?: { readonly kind: 'money' | 'integer'; readonly columns: readonly PartSpec[] };
  /** The amount may come without its sign: another column says whether money came in or went out. What says neither is rejected. */
  readonly signedBy?: { readonly field: FieldName; readonly came: RegExp; readonly went: RegExp };
  /** Columns that together are one value: "Searches: Oct 2020", "Searches: Nov 2020" become JSON by what group 1 of the header says. */
  readonly collect?: readonly { readonly into: FieldName; readonly headers: RegExp }[];
  /** What one row of a period report is about: part of the unit, since two grains are never added. */
  readonly grain?: string;
  /** Days after the click within which a sale counts: as the header says it ("7 Day Total Sales"), or for all reports of this kind. */
  readonly attribution?: boolean | number;
  /** Dates with figures only: which comes first. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  /** Text cells that say that there is nothing to say: `--`. */
  readonly noText?: RegExp;
  /** Text cells hold HTML entities. */
  readonly htmlEntities?: boolean;
  /** Other columns become the listing's free attributes. These do not: too long, or shown elsewhere. */
  readonly noAttributes?: readonly RegExp[];
}

/** What reports about ads export whole, whatever their rows are about: a campaign in its days, or the whole account where no row names one. */
export const AD_UNIT: readonly FieldName[] = ['campaign', 'day', 'fromDay', 'toDay'];

/** Declares a report format. It is checked by the generic tests: every format has a fixture that it alone recognises. */
export function defineReport(format: ReportFormat): ReportFormat {
  return format;
}
