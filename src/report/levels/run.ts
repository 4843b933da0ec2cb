/** Runs `--by client|store|category|sku` of the reports about KPIs. */
import type { Day } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { Against, FigureOf } from '../kpis/compared.js';
import type { StoreRead } from '../kpis/factQueries.js';
import type { Figures } from '../kpis/figures.js';
import { LEVELS, type LevelName, levelTable } from './levels.js';
import { chosenItemAds, chosenTraffic, type Thing, thingsOf } from './listingFigures.js';
import { adsByLevel, type Level, ordersByLevel, trafficByLevel } from './queries.js';

/** What a report found of a store, to be told by level. */
export interface LevelInput {
  readonly read: StoreRead;
  readonly now: Figures;
  readonly against: Against;
  readonly basis: 'usual' | 'previous';
  readonly figures: FigureOf;
}

export function levelOption(text: string): LevelName {
  const level = LEVELS.find((name) => name === text);
  if (!level) throw new UsageError(`--by ${text}: one of ${LEVELS.join(', ')} expected`);
  return level;
}

export function runLevels(db: Database, by: LevelName, inputs: readonly LevelInput[], asOf: Day): Table {
  const stores = inputs.map(({ read, ...told }) => ({
    ...told,
    store: { ...read.store, currency: read.facts.currency },
    things: by === 'sku' || by === 'category' ? thingsIn(db, read, told, by) : [],
  }));
  return levelTable(stores, by, asOf);
}

function thingsIn(db: Database, { store, facts }: StoreRead, { now, against }: Pick<LevelInput, 'now' | 'against'>, level: Level): Thing[] {
  const periods = [now, ...against.previous, ...against.usual, ...against.lastYear].map(({ from, to }) => ({ from, to }));
  // The day before Saturday may be the usual Friday, too.
  const once = [...new Map(periods.map((period) => [`${period.from} ${period.to}`, period])).values()];
  return thingsOf(
    {
      orders: ordersByLevel(db, store.storeId, once, facts.currency, level),
      traffic: trafficByLevel(
        db,
        once.flatMap((period) => chosenTraffic(facts, period)),
        level,
      ),
      ads: adsByLevel(
        db,
        once.flatMap((period) => chosenItemAds(facts, period)),
        facts.currency,
        level,
      ),
    },
    facts.currency,
  );
}
