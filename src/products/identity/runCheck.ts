/** `eco products identity check`: what keeps listings apart, beside what they sell. */
import { addDays } from '../../core/day.js';
import { orderEvidence, salesByThing, withCurrency } from '../../facts/salesQueries.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { identityCheck } from './checkTable.js';
import { readMap } from './runList.js';

/** Finished days that sales are counted over. */
const SALES_DAYS = 30;

export async function checkIdentities(session: Session): Promise<void> {
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  const storeIds = stores.map((store) => store.storeId);
  const asOf = session.asOf(stores);
  const period = { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) };
  const table = identityCheck({
    asOf,
    period,
    map: readMap(db, storeIds),
    stores,
    sales: salesByThing(db, storeIds, period),
    ...orderEvidence(db, storeIds, addDays(period.from, -LOOK_BACK_DAYS)),
  });
  await session.print(table);
  session.findings(table.rows.length);
}
