/** Runs `--by client|store|category|sku` of the reports about KPIs. */
import type { Day } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import { currencyOption } from '../../measures/profit/options.js';
import type { Against, FigureOf } from '../kpis/compared.js';
import { comparedIn, exchangeNotes, figuresIn, SAME_RATE } from '../kpis/exchange.js';
import type { StoreRead } from '../kpis/factQueries.js';
import type { Figures } from '../kpis/figures.js';
import { exchangesOf } from '../kpis/run.js';
import { LEVELS, type LevelName, type LevelStore, levelTable } from './levels.js';
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

export interface LevelFlags {
  readonly by?: string;
  readonly currency?: string;
}

/** What a table is about and in which currency; null: the page is asked for. */
export interface AskedLevel {
  readonly by: LevelName;
  readonly currency: string | null;
}

export function levelOption({ by, currency }: LevelFlags): AskedLevel | null {
  if (currency !== undefined && by !== 'client' && by !== 'store')
    throw new UsageError('--currency goes with --by client or --by store; line by line: eco report profit --currency');
  if (by === undefined) return null;
  const level = LEVELS.find((name) => name === by);
  if (!level) throw new UsageError(`--by ${by}: one of ${LEVELS.join(', ')} expected`);
  return { by: level, currency: currency === undefined ? null : currencyOption(currency) };
}

export function runLevels(db: Database, { by, currency }: AskedLevel, inputs: readonly LevelInput[], asOf: Day): Table {
  const stores = inputs.map(({ read, ...told }) => ({
    ...told,
    store: { ...read.store, currency: read.facts.currency },
    things: by === 'sku' || by === 'category' ? thingsIn(db, read, told, by) : [],
  }));
  return currency === null ? levelTable(stores, by, asOf) : levelTable(...inOneCurrency(db, stores, currency, by, asOf));
}

/** Each store at the rate of the last day that is told of any of them. */
function inOneCurrency(db: Database, stores: readonly LevelStore[], to: string, by: LevelName, asOf: Day): Parameters<typeof levelTable> {
  const infos = stores.map(({ store }) => store);
  const day =
    stores
      .map(({ now }) => now.to)
      .sort()
      .at(-1) ?? asOf;
  const exchanges = exchangesOf(
    db,
    infos.map(({ currency }) => currency),
    to,
    day,
  );
  const converted = stores.map((each) => {
    const exchange = exchanges.get(each.store.currency ?? '');
    if (!exchange) return each;
    const store = { ...each.store, currency: to };
    return { ...each, store, now: figuresIn(each.now, exchange), figures: comparedIn(each.figures, exchange) };
  });
  const notes = exchangeNotes(infos, to, day, exchanges);
  return [converted, by, asOf, exchanges.size > 0 ? [...notes, SAME_RATE] : notes];
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
