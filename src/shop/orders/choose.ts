/** Which orders a command means: by id, by condition, or by a file of ids. An id that is not there stops the whole command. */
import { UsageError, UserError } from '../../core/errors.js';
import type { OrderRow } from '../../facts/orderQueries.js';
import { readNamedFile } from '../../namedFile.js';
import { select } from '../../output/select.js';
import type { Session } from '../../session.js';
import { orderTable } from './list.js';

export interface ExcludeFlags {
  readonly file?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
}

/** `find`: the orders of the stores in question, all of them or those of some ids. */
export function chooseOrders(
  session: Session,
  find: (orderIds?: readonly string[]) => OrderRow[],
  ids: readonly string[],
  file: string | undefined,
): OrderRow[] {
  const where = session.flags.where ?? [];
  const ways = [ids.length > 0, where.length > 0, file !== undefined].filter(Boolean).length;
  if (ways !== 1) throw new UsageError("Say which orders in one way: their ids, --where 'units>=200', or --file ids.csv");
  if (session.flags.limit !== undefined) {
    throw new UsageError('--limit would only shorten what is printed, not what is changed. Leave it out');
  }
  if (where.length > 0) return matching(find(), where);
  const wanted = [...new Set(file === undefined ? ids : idsIn(session, file))];
  return byId(find(wanted), wanted, file ?? null);
}

function matching(all: readonly OrderRow[], where: readonly string[]): OrderRow[] {
  const table = orderTable('orders.list/1', all);
  const chosen = new Set(select(table, { where }).rows);
  return all.filter((_, at) => chosen.has(table.rows[at] as (typeof table.rows)[number]));
}

function byId(all: readonly OrderRow[], wanted: readonly string[], file: string | null): OrderRow[] {
  const found = new Map<string, OrderRow[]>();
  for (const order of all) found.set(order.orderId, [...(found.get(order.orderId) ?? []), order]);
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length > 0) {
    const shown = missing.slice(0, 5).join(', ');
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
    const where = file === null ? '' : ` (from ${file})`;
    throw new UserError(`There is no order ${shown}${more}${where}. Nothing was changed. "eco orders list" shows the orders.`);
  }
  for (const id of wanted) {
    const orders = found.get(id) as OrderRow[];
    if (orders.length > 1)
      throw new UserError(
        `Order ${id} is one of ${orders.map((order) => order.store).join(' and one of ')}. Say which: --store ${orders[0]?.store}`,
      );
  }
  return wanted.flatMap((id) => found.get(id) as OrderRow[]);
}

/** The first cell of each line; empty lines, lines that begin with # and a header line are none. */
function idsIn(session: Session, file: string): string[] {
  // Of a platform's file only the numbers matter, whatever its letters are written in.
  const text = new TextDecoder().decode(readNamedFile(session.context.cwd, file, 'a list of order numbers, one a line'));
  const cells = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => (/^\s*"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/)[0] ?? '').trim());
  const ids = /^(amazon-)?order[ _-]?id$|^order$|^name$/i.test(cells[0] ?? '') ? cells.slice(1) : cells;
  if (ids.length === 0)
    throw new UserError(`${file} holds no order id. One id a line expected, or a CSV file with the ids in its first column.`);
  return ids;
}
