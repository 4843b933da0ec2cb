/** Orders out of the sales and back in, in one transaction with the lines that they make count or not. */
import { counted } from '../../core/count.js';
import { type Database, inTransaction } from '../../db/connection.js';
import {
  type Counting,
  countingIn,
  excludeOrders,
  formatsOfImports,
  includeOrders,
  listOrders,
  type OrderRow,
} from '../../facts/orderQueries.js';
import { displayMoney } from '../../output/amount.js';
import type { Session } from '../../session.js';
import { chooseOrders, type ExcludeFlags } from './choose.js';
import { orderTable } from './list.js';

export async function exclude(session: Session, ids: readonly string[], flags: ExcludeFlags): Promise<void> {
  const { db, chosen } = await open(session, ids, flags);
  const now = Math.floor(session.context.now() / 1000);
  const pks = chosen.map((order) => order.orderPk);
  const left = countingIn(db, pks);
  if (!flags.dryRun) inTransaction(db, () => excludeOrders(db, chosen, flags.reason as string, now));
  await print(
    session,
    'orders.exclude/1',
    chosen,
    told(left, flags.dryRun ? 'dry run; would no longer be counted' : 'no longer counted', chosen.length),
  );
}

export async function include(session: Session, ids: readonly string[], flags: ExcludeFlags): Promise<void> {
  const { db, chosen } = await open(session, ids, flags);
  const excluded = chosen.filter((order) => order.reason !== null);
  const { stateReader } = await import('../../importing/subjects.js');
  const { formatsOf } = await import('../../importing/formats.js');
  const formats = formatsOfImports(db);
  const lineCounts = (order: OrderRow, status: string | null) =>
    status === null || stateReader(formatsOf(db).find(formats.get(order.importId) ?? '')?.states)(status) !== 'cancelled';
  let back: Counting[] = [];
  const work = () => {
    includeOrders(db, excluded, lineCounts);
    back = countingIn(
      db,
      excluded.map((order) => order.orderPk),
    );
    if (flags.dryRun) throw new DryRun();
  };
  try {
    inTransaction(db, work);
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  const notes = told(back, flags.dryRun ? 'dry run; would be counted again' : 'counted again', excluded.length);
  const others = chosen.length - excluded.length;
  if (others > 0) notes.push(`${others} ${others === 1 ? 'was' : 'were'} not excluded`);
  await print(session, 'orders.include/1', chosen, notes);
}

class DryRun extends Error {}

async function open(session: Session, ids: readonly string[], flags: ExcludeFlags): Promise<{ db: Database; chosen: OrderRow[] }> {
  const db = await session.existingDatabase();
  const storeIds = (await session.stores(db)).map((store) => store.storeId);
  return { db, chosen: chooseOrders(session, (orderIds) => listOrders(db, { storeIds, orderIds }), ids, flags.file) };
}

/** The rows stand as they were when they were chosen, so that what chose them (`--where`) is true of them; people see what stays true. */
async function print(session: Session, id: string, chosen: readonly OrderRow[], notes: readonly string[]): Promise<void> {
  const table = orderTable(id, chosen, notes);
  const columns = table.columns.map((column) =>
    column.key === 'counts' || column.key === 'reason' ? { ...column, detail: true } : column,
  );
  await session.print({ ...table, columns });
}

function told(counting: readonly Counting[], what: string, chosen: number): string[] {
  if (chosen === 0) return ['no order was chosen'];
  if (counting.length === 0) return ['none of them is a sale that counts, so no figure changes'];
  return counting.map(({ currency, orders, units, goodsMinor }) => {
    const amount = displayMoney(goodsMinor, currency, { sign: true });
    return `${what}: ${counted(orders, 'order', 'orders')}, ${counted(units, 'unit', 'units')}, ${amount}`;
  });
}
