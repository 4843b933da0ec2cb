/** Runs `eco report funnel`: the steps of each store beside its periods before, or of its listings, campaigns or sources beside each other. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { parsePeriod } from '../kpis/calendar.js';
import { readFacts, type StoreRead } from '../kpis/factQueries.js';
import { figuresOfStore, type PeriodFigures } from '../kpis/periodFigures.js';
import { lastDayOver, overPeriod } from '../kpis/run.js';
import { isSame, lengthOf } from '../kpis/storeFacts.js';
import { chosenItemAds, chosenTraffic, thingsOf } from '../levels/listingFigures.js';
import { adsByLevel, ordersByLevel, trafficByLevel } from '../levels/queries.js';
import { campaignCounts, sourceCounts, storeCounts } from './counts.js';
import { type Funnel, storeFunnel, thingFunnels } from './funnel.js';
import { funnelPage } from './funnelPage.js';
import { FUNNEL_LEVELS, type FunnelLevel, funnelTable, type StoreFunnels } from './funnelTable.js';
import { keptOrders, returnsUntil, sourcesOf } from './queries.js';

export interface FunnelFlags {
  readonly period?: string;
  readonly by?: string;
}

/** Four whole weeks: every weekday as often as any other. */
const USUAL_DAYS = 28;
/** Periods before it that tell what is usual. */
const USUAL_PERIODS = 6;

export async function runFunnel(session: Session, flags: FunnelFlags): Promise<void> {
  const by = FUNNEL_LEVELS.find((level) => level === (flags.by ?? 'store'));
  if (!by) throw new UsageError(`--by ${flags.by}: one of ${FUNNEL_LEVELS.join(', ')} expected`);
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const period = periodOf(flags, lastDayOver(session, stores));
  const periods = by === 'store' ? [period, ...earlier(period)] : [period];
  const read = readFacts(
    db,
    stores.map((store) => ({ store, periods })),
    LOOK_BACK_DAYS,
  );
  const told = read.map((each) => funnelsOf(db, each, periods, by));
  await session.print(by === 'store' ? funnelPage(told, asOf) : funnelTable(told, by, asOf));
}

function periodOf(flags: FunnelFlags, lastDay: Day): Period {
  if (flags.period === undefined) return { from: addDays(lastDay, 1 - USUAL_DAYS), to: lastDay };
  const period = parsePeriod(flags.period, lastDay);
  if (period) return overPeriod(`--period ${flags.period}`, period, lastDay);
  throw new UsageError(`--period ${flags.period}: a period such as 2026-10, W47 or 2026-10-01..2026-10-31 expected`);
}

/** The periods of the same length that end before it. */
function earlier(period: Period): Period[] {
  const days = lengthOf(period);
  return Array.from({ length: USUAL_PERIODS }, (_, at) => ({
    from: addDays(period.from, -days * (at + 1)),
    to: addDays(period.to, -days * (at + 1)),
  }));
}

function funnelsOf(db: Database, read: StoreRead, periods: readonly Period[], by: FunnelLevel): StoreFunnels {
  const { store, facts } = read;
  const period = periods[0] as Period;
  const figures = figuresOfStore(facts, period.to);
  const now = figures(period);
  const visits = now.sessions !== null ? 'sessions' : now.visitors !== null ? 'visitors' : null;
  const told = { store: store.name, period, visits, notes: [] } as const;
  if (by === 'store') return { ...told, funnels: [ofStore(db, read, periods, figures)] };
  if (by === 'listing') return { ...told, ...ofListings(db, read, now) };
  if (by === 'campaign') {
    const funnels = thingFunnels(campaignCounts(facts, period));
    return { ...told, funnels, notes: funnels.length > 0 ? [] : [`${store.name}: no ad report by campaign lies inside the period`] };
  }
  const sources = thingFunnels(sourceCounts(sourcesOf(db, store.storeId, period)));
  return {
    ...told,
    visits: 'visitors',
    funnels: sources,
    notes:
      sources.length > 0
        ? []
        : [
            `${store.name}: no report of traffic sources covers exactly ${period.from}..${period.to} (people of shorter ones are not added)`,
          ],
  };
}

function ofStore(db: Database, { store }: StoreRead, periods: readonly Period[], figures: (period: Period) => PeriodFigures): Funnel {
  const kept = keptOrders(db, store.storeId, periods, false);
  const until = returnsUntil(db, store.storeId);
  const counts = periods.map((period) =>
    storeCounts(
      figures(period),
      kept.find((each) => isSame(each, period)),
      until,
    ),
  );
  const [now, ...before] = counts;
  return storeFunnel(now as (typeof counts)[number], before);
}

function ofListings(db: Database, { store, facts }: StoreRead, now: PeriodFigures): Pick<StoreFunnels, 'funnels' | 'notes'> {
  const period = { from: now.from, to: now.to };
  const things = thingsOf(
    {
      orders: ordersByLevel(db, store.storeId, [period], facts.currency, 'sku'),
      traffic: trafficByLevel(db, chosenTraffic(facts, period), 'sku'),
      ads: adsByLevel(db, chosenItemAds(facts, period), facts.currency, 'sku'),
    },
    facts.currency,
  );
  const kept = new Map(keptOrders(db, store.storeId, [period], true).map((each) => [each.key, each]));
  const until = returnsUntil(db, store.storeId);
  const counted = things.map(({ key, label, on }) => {
    const figures = on(now);
    const own = kept.get(key) ?? (figures.orders === 0 ? { ...period, key, orders: 0, told: 0, refunded: 0, returned: 0 } : undefined);
    return { name: label, counts: storeCounts(figures, own, until) };
  });
  return { funnels: thingFunnels(counted), notes: ['an order counts for each listing in it'] };
}
