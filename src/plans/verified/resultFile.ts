/**
 * A platform's processing report: which rows of an upload it refused, in its own words. Any CSV or tab-separated file will do that
 * has a column that names the item (SKU, item number, handle) and one that says what is wrong; lines above the header are skipped.
 * A row counts as refused where its error is filled; rows that a type or status column calls a warning or a success do not.
 *
 * Not read: workbooks. Save the sheet as CSV first.
 */
import { UserError } from '../../core/errors.js';
import { decodeBytes, possibleEncodings } from '../../files/encoding.js';
import { firstRows, type TextRow } from '../../files/firstRows.js';

export interface Refusal {
  readonly line: number;
  /** What the report calls the item, in the order of its columns. */
  readonly names: readonly string[];
  /** The platform's words. */
  readonly message: string;
}

const ITEM =
  /^(seller |item |merchant )?sku( id)?$|^custom ?label( sku)?$|^item ?(number|id|code|sku)?$|^(url )?handle$|^(product |listing |offer )?id$|^商家编码$|^商品(管理番号.*|コード|id)$|^出品者sku$|^卖家 ?sku$|^code$|^name$/;
const ERROR =
  /^error( ?(message|description|text|details?))?s?$|^(message|messages|reason|upload ?error|failure reason|issue( description)?)$|^エラー(内容|メッセージ)?$|^(错误|失败)(信息|原因|描述)$/;
const CODE = /^error ?(code|number)$|^エラーコード$|^错误代码$/;
const KIND = /^(error ?type|severity|status|result|type|level|结果|ステータス|結果)$/;
const NO_REFUSAL = /^(warn(ing)?|info(rmation)?|success(ful)?|ok|processed|active|成功|正常|警告)$/i;
/** Rows above the header: a summary of the processing. */
const MOST_PREAMBLE = 40;

/** The refusals in a report. */
export function readRefusals(bytes: Uint8Array, name: string): Refusal[] {
  for (const encoding of possibleEncodings(bytes, true)) {
    const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true }).replace(/^\ufeff/, '');
    for (const delimiter of ['\t', ',', ';']) {
      const rows = firstRows(text, { delimiter, quoting: delimiter === '\t' ? 'none' : 'double' }, Number.POSITIVE_INFINITY, true);
      const header = rows.slice(0, MOST_PREAMBLE).findIndex(({ cells }) => isHeader(cells));
      if (header >= 0) return refusalsIn((rows[header] as TextRow).cells.map(folded), rows.slice(header + 1));
    }
  }
  throw new UserError(
    `${name}: no header was found with a column for the item (sku, item number, handle) and one for what is wrong (error message, reason). Give the columns such names, or save the sheet of the report as CSV.`,
  );
}

function folded(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_()\s]+/g, ' ')
    .trim();
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map(folded);
  return names.some((name) => ITEM.test(name)) && names.some((name) => ERROR.test(name));
}

function refusalsIn(header: readonly string[], rows: readonly TextRow[]): Refusal[] {
  const columns = (pattern: RegExp) => header.flatMap((name, at) => (pattern.test(name) ? [at] : []));
  const [items, errors, codes, kinds] = [ITEM, ERROR, CODE, KIND].map(columns) as [number[], number[], number[], number[]];
  return rows.flatMap(({ line, cells }): Refusal[] => {
    const filled = (places: readonly number[]) => places.map((at) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    const message = filled(errors).join('; ');
    const names = filled(items);
    if (message === '' || names.length === 0 || filled(kinds).some((kind) => NO_REFUSAL.test(kind))) return [];
    return [{ line, names, message: [...filled(codes), message].join(': ') }];
  });
}
