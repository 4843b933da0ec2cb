/** Runs `eco report coverage`: how much of each store the imports tell, what the gaps hide, and what closes them. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Subject } from '../../core/fields.js';
import { currencyDigits } from '../../core/money.js';
import { startOfDay, zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { costEntries } from '../../facts/costQueries.js';
import { orderEvidence, type SkuSales, salesBySku, withCurrency } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { knownDaysByStore, LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Platform } from '../../platforms/define.js';
import { reportFormat } from '../../platforms/registry.js';
import { surestReport } from '../../platforms/surest.js';
import type { Session } from '../../session.js';
import { type Area, coverageOf, filesByReport, type Remedy, type StoreFacts } from './coverage.js';
import { adSpend, newestStock, reportFiles, reportSpans, salesDays } from './queries.js';
import { coverageTable } from './table.js';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 731;

export async function runCoverage(session: Session, flags: { readonly days?: string }): Promise<void> {
  const count = flags.days === undefined ? DEFAULT_DAYS : Number(flags.days);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DAYS)
    throw new UsageError(`--days ${flags.days}: a whole number of days from 1 to ${MOST_DAYS} expected`);
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const period = { from: addDays(asOf, -count), to: addDays(asOf, -1) };
  const covered = storeFacts(db, stores, period, asOf).map(coverageOf);
  await session.print(coverageTable(covered, period, asOf));
  session.findings(covered.flatMap(({ gaps }) => gaps.filter(({ gap }) => gap !== '')).length);
}

function storeFacts(db: Database, stores: readonly Store[], period: Period, asOf: Day): StoreFacts[] {
  const storeIds = stores.map((store) => store.storeId);
  const evidence = orderEvidence(db, storeIds, addDays(period.from, -LOOK_BACK_DAYS));
  const known = knownDaysByStore(period, stores, evidence.orderFiles, evidence.orderDays);
  const sales = salesDays(db, storeIds, period);
  const sold = salesBySku(db, storeIds, period);
  const costed = new Set(costEntries(db, storeIds).map((entry) => nameOf(entry.storeId, entry.listingPk, entry.sku)));
  // A variation that is sold under the listing of its product may have a cost of its own.
  const hasCost = ({ storeId, listingPk, sku }: SkuSales) =>
    costed.has(nameOf(storeId, listingPk, sku)) || costed.has(nameOf(storeId, null, sku));
  const spans = reportSpans(db, storeIds);
  const spends = adSpend(db, storeIds, period);
  const until = Math.max(...stores.map((store) => startOfDay(asOf, store.timeZone)));
  const stock = newestStock(db, storeIds, until + DAY_SECONDS);
  const files = reportFiles(db, storeIds, until + DAY_SECONDS);
  return stores.map((store) => {
    const isOwn = (row: { readonly storeId: number }) => row.storeId === store.storeId;
    const inCurrency = (row: { readonly currency: string | null }) => row.currency === null || row.currency === store.currency;
    const dayOf = (at: number) => zone(store.timeZone).dayOf(at) as Day;
    const spend = spends.find((row) => isOwn(row) && inCurrency(row));
    const taken = stock.find(isOwn);
    return {
      name: store.name,
      currency: store.currency,
      period,
      knownOrderDays: known.get(store.storeId) ?? [],
      sales: sales.filter((row) => isOwn(row) && inCurrency(row)),
      things: sold
        .filter((row) => isOwn(row) && inCurrency(row))
        .map((row) => ({
          sales: row.salesMinor ?? 0,
          isListed: row.listingPk !== null,
          hasCost: hasCost(row),
        })),
      spans: spans.filter(isOwn).map((span) => ({ from: span.from, to: span.to, area: AREA_OF[span.subject] })),
      adSpendPerDay: spend ? Math.round(spend.perDay / 10 ** (6 - currencyDigits(store.currency))) : null,
      stockOn: taken ? dayOf(taken.takenAt) : null,
      reports: reportsOf(store.platform as Platform),
      files: filesByReport(
        files.filter(isOwn).map((file) => ({ ...file, report: nameOfReport(file.reportFormat), madeOn: dayOf(file.evidenceAt) })),
      ),
    };
  });
}

const DAY_SECONDS = 86_400;
const AREA_OF = { traffic: 'traffic', shop: 'traffic', ads: 'ads', transactions: 'fees' } as const;
const TOLD_BY: Readonly<Partial<Record<Area, readonly Subject[]>>> = {
  orders: ['orders'],
  catalogue: ['listings'],
  fees: ['transactions'],
  traffic: ['traffic', 'shop'],
  ads: ['ads'],
  stock: ['stock'],
};

function reportsOf(platform: Platform): ReadonlyMap<Area, Remedy> {
  return new Map(
    (Object.keys(TOLD_BY) as Area[]).flatMap((area) => {
      const [format] = (TOLD_BY[area] as readonly Subject[]).flatMap((subject) => surestReport(platform, subject) ?? []);
      return format ? [[area, { what: format.report, where: format.download }] as const] : [];
    }),
  );
}

function nameOfReport(id: string): Remedy {
  const format = reportFormat(id);
  return { what: format?.report ?? id, where: format?.download ?? '' };
}

function nameOf(storeId: number, listingPk: number | null, sku: string | null): string {
  return listingPk === null ? `${storeId}/${sku}` : `l${listingPk}`;
}
