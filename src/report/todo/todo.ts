/**
 * The morning list of all departments, in one place: each contributes its own steps, which are ranked by what they are worth. To add
 * a department: its `todo.ts`, one line here.
 */
import { addDays, type Day } from '../../core/day.js';
import { once } from '../../core/once.js';
import { shellWord } from '../../core/shellWord.js';
import type { TodoStep } from '../../core/todo.js';
import type { Database } from '../../db/connection.js';
import { costEntries } from '../../facts/costQueries.js';
import { hasListings } from '../../facts/listingQueries.js';
import { ratesUpTo } from '../../facts/rates.js';
import type { Store } from '../../facts/stores.js';
import { type PricedUnits, pricedUnits } from '../../facts/unitQueries.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import { convertMinor, rateTable } from '../../measures/profit/rates.js';
import { type UnitValue, unitValues } from '../../measures/unitValue.js';
import { type RankedStep, ranked, type Scales } from './rank.js';
import { unitFees } from './runUnitFees.js';

export interface TodoInput {
  readonly db: Database;
  readonly stores: readonly Store[];
  readonly asOf: Day;
  /** Epoch milliseconds where `asOf` is today, else null. */
  readonly now: number | null;
  readonly stock: StockAtRisk;
  /** The stores and the client that were asked for, for commands about several stores. */
  readonly chosen: { readonly stores: readonly string[]; readonly client: string | null };
}

/** What units bring, learned once for all departments. */
interface Values extends Scales {
  readonly of: (thing: string) => UnitValue | null;
  readonly marginOf: (store: Store) => number | null;
}

const DEPARTMENTS: readonly (readonly [name: string, steps: (input: TodoInput, values: Values) => Promise<TodoStep[]>])[] = [
  [
    'inventory',
    async ({ db, stores, stock }, values) => {
      const { inventoryTodo, thingsOfRows } = await import('../../inventory/todo.js');
      const thingOf = thingsOfRows(db, stores);
      return inventoryTodo(stock, (row) => values.of(thingOf(row)));
    },
  ],
  [
    'products',
    async ({ db, stores, asOf, now }, values) => {
      const { costsTodo, downTodo } = await import('../../products/todo.js');
      const storeIds = stores.map(({ storeId }) => storeId);
      return [...downTodo(db, stores, asOf, now, values.of), ...costsTodo(db, storeIds, asOf)];
    },
  ],
  [
    'bids',
    async ({ db, stores, asOf }, values) => {
      const { bidsTodo } = await import('../../bids/todo.js');
      return bidsTodo(db, stores, asOf, values.marginOf);
    },
  ],
  [
    'titles',
    async ({ db, stores, asOf }) => {
      const storeIds = stores.map(({ storeId }) => storeId);
      // The rules about titles are much to load where there is no title.
      if (!hasListings(db, storeIds)) return [];
      const { titlesTodo } = await import('../../titles/todo.js');
      return titlesTodo(db, storeIds, asOf);
    },
  ],
  [
    'health',
    async ({ db, stores, asOf }) => {
      const { healthTodo } = await import('../health/todo.js');
      return healthTodo(db, stores, asOf);
    },
  ],
  [
    'calendar',
    async ({ stores, asOf }) => {
      const { calendarTodo } = await import('../../calendar/todo.js');
      return calendarTodo(stores, asOf);
    },
  ],
  [
    'plans',
    async ({ db, stores }) => {
      const { plansTodo } = await import('../../plans/todo.js');
      return plansTodo(
        db,
        stores.map(({ name }) => name),
      );
    },
  ],
];

/** Days whose sales tell what a unit brings; of a thing that sold on none of them, these. */
const VALUE_DAYS = 30;
const EARLIER_DAYS = 90;

/** The steps of all departments, what is worth most first. */
export async function todoSteps(input: TodoInput): Promise<RankedStep[]> {
  const values = valuesOf(input);
  const steps: RankedStep[] = [];
  for (const [department, stepsOf] of DEPARTMENTS) {
    for (const step of await stepsOf(input, values)) steps.push({ ...step, command: commandOf(step, input.chosen), department });
  }
  return ranked(steps, values);
}

/** Plans and events are found by their names; what one store is asked names it already. */
function commandOf({ command, kind, store }: TodoStep, { stores, client }: TodoInput['chosen']): string | undefined {
  if (command === undefined || store !== null || kind === 'plan' || kind === 'promotion') return command;
  const options = [...stores.map((name) => ` --store ${shellWord(name)}`), ...(client === null ? [] : [` --client ${shellWord(client)}`])];
  return command + options.join('');
}

/** Asked for when the first step needs it: a shop without stock and ads pays for none of it. */
function valuesOf({ db, stores, asOf }: TodoInput): Values {
  const storeIds = stores.map(({ storeId }) => storeId);
  const yesterday = addDays(asOf, -1);
  const since = (days: number) => ({ from: addDays(asOf, -days), to: yesterday });
  const sold = once(() => pricedUnits(db, storeIds, since(VALUE_DAYS)));
  const costs = once(() => costEntries(db, storeIds));
  const rates = once(() => rateTable(ratesUpTo(db, yesterday, { since: yesterday })));
  // Only of things whose cost is known: a shop without costs pays for none of it.
  const feesOf = unitFees(db, stores, yesterday);
  const values = once(() => unitValues(sold(), costs(), yesterday, rates(), feesOf));
  const soldADay = once(() => {
    const byCurrency = new Map<string, number>();
    for (const { currency, salesMinor } of sold()) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + salesMinor / VALUE_DAYS);
    return byCurrency;
  });
  /** Of a listing that has not sold for a month. */
  const earlier = (thing: string) => {
    const listingPk = Number(/^l(\d+)$/.exec(thing)?.[1] ?? Number.NaN);
    if (Number.isNaN(listingPk)) return null;
    return unitValues(pricedUnits(db, storeIds, since(EARLIER_DAYS), listingPk), costs(), yesterday, rates(), feesOf).get(thing) ?? null;
  };
  return {
    of: (thing) => values().get(thing) ?? earlier(thing),
    marginOf: ({ storeId }) => marginOf(sold(), values(), storeId),
    get soldADay() {
      return soldADay();
    },
    converted: (minor, currency, to) => {
      const rate = currency === null ? null : rates()(currency, to, yesterday);
      return rate === null ? null : convertMinor(minor, currency as string, to, rate);
    },
  };
}

/**
 * What is left of the sales after the goods, of the things whose cost is known; null where these are less than half of the sales. Before
 * fees: what is called a waste of ads by it loses whatever the platform keeps.
 */
function marginOf(sold: readonly PricedUnits[], values: ReadonlyMap<string, UnitValue>, storeId: number): number | null {
  const own = sold.filter((row) => row.storeId === storeId);
  const costed = own.flatMap((row) => {
    const cost = values.get(row.thing)?.cost ?? null;
    return cost === null ? [] : [{ sales: row.salesMinor, cost: cost * row.units }];
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const sales = sum(costed.map((row) => row.sales));
  if (sales <= 0 || sales < sum(own.map((row) => row.salesMinor)) / 2) return null;
  return 1 - sum(costed.map((row) => row.cost)) / sales;
}
