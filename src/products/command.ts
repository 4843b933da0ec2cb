/** `eco products`: list, show, profit, identity, costs. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { addDays } from '../core/day.js';
import { UserError } from '../core/errors.js';
import type { ProfitFlags } from '../measures/profit/options.js';
import { configureCosts } from './runCosts.js';
import { configureIdentity } from './runIdentity.js';

/** Finished days that sales are counted over. */
const SALES_DAYS = 30;

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', EXAMPLES);
  configureList(command, act);
  configureShow(command, act);
  configureProfit(command, act);
  configureIdentity(command, act);
  configureCosts(command, act);
}

function configureList(command: Command, act: Act): void {
  command
    .command('list')
    .description('every listing with its price, stock, and sales of the last 30 days')
    .option('--all', 'removed listings too')
    .option('--parents', 'also products that only hold variations')
    .addHelpText('before', LIST_EXAMPLES)
    .action(
      act(async (session, flags: { all?: boolean; parents?: boolean }) => {
        const db = await session.database();
        const { withCurrency } = await import('../facts/salesQueries.js');
        const stores = withCurrency(db, await session.stores(db));
        const asOf = session.asOf(stores);
        const { listProducts } = await import('./list.js');
        const { listFacts } = await import('./queries.js');
        const { LOOK_BACK_DAYS } = await import('../measures/coverage.js');
        const { untilMorning } = await import('../measures/morning.js');
        const period = { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) };
        const facts = listFacts(db, untilMorning(stores, asOf, session.context.now()), period, LOOK_BACK_DAYS);
        await session.print(listProducts({ asOf, period, stores, ...facts }, { all: flags.all === true, parents: flags.parents === true }));
      }),
    );
}

function configureProfit(command: Command, act: Act): void {
  command
    .command('profit')
    .description('what each listing earned, the best first')
    .option('--period <period>', 'a month (2026-10), a year (2026), or days (2026-10-01..2026-10-15)')
    .option('--from <day>', 'first day (default: 30 days before --as-of)')
    .option('--to <day>', 'last day (default: the day before --as-of)')
    .option('--refunds <view>', 'by-refund-date or by-order-date (default: by-refund-date)')
    .option('--cost <method>', 'period, average or fifo (default: period)')
    .option('--currency <code>', 'all amounts in this currency, at the imported rate of their day')
    .addHelpText('before', PROFIT_EXAMPLES)
    .action(
      act(async (session, flags: ProfitFlags) => {
        const { runProfit } = await import('./runProfit.js');
        await runProfit(session, flags);
      }),
    );
}

function configureShow(command: Command, act: Act): void {
  command
    .command('show')
    .description('everything known about one listing')
    .argument('<sku>', 'its SKU, the listing id, the ASIN, or your own SKU of the product')
    .addHelpText('before', SHOW_EXAMPLES)
    .action(
      act(async (session, word: string) => {
        const db = await session.database();
        const { withCurrency } = await import('../facts/salesQueries.js');
        const stores = withCurrency(db, await session.stores(db));
        const asOf = session.asOf(stores);
        const { knownNames, listingsByNumber, listingsNamed, showFacts } = await import('./queries.js');
        const { listingsSaidToBe } = await import('../facts/identityQueries.js');
        const { besideOf } = await import('./identity/beside.js');
        const { readMap } = await import('./identity/runList.js');
        const storeIds = stores.map((store) => store.storeId);
        const named = listingsNamed(db, storeIds, word);
        const listings = named.length > 0 ? named : listingsByNumber(db, listingsSaidToBe(db, storeIds, word));
        const around = listings.map((listing) => listing.listingPk);
        const map = readMap(db, storeIds, around);
        if (listings.length === 0) throw new UserError(await notFound(word, knownNames(db, storeIds)));
        const { showProduct } = await import('./show.js');
        const { weeksBefore } = await import('./figures.js');
        const { LOOK_BACK_DAYS } = await import('../measures/coverage.js');
        const { untilMorning } = await import('../measures/morning.js');
        const month = { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) };
        const periods = { weeks: weeksBefore(asOf), month, lookBack: LOOK_BACK_DAYS };
        const all = listings.map((listing) => {
          const store = stores.find((each) => each.storeId === listing.storeId) as (typeof stores)[number];
          const [until] = untilMorning([store], asOf, session.context.now());
          return {
            store,
            ...showFacts(db, listing, until as { storeId: number; until: number }, periods, besideOf(map, listing.listingPk)),
          };
        });
        await session.print(showProduct(all, { asOf, month, word, verbose: session.flags.verbose === true }));
      }),
    );
}

/** Names the nearest SKUs: most unknown words are slips of the finger. */
async function notFound(word: string, names: readonly string[]): Promise<string> {
  if (names.length === 0) return `There is no listing "${word}", and none at all yet. Import a catalogue first: eco import FOLDER`;
  const { nearestName } = await import('../output/nearest.js');
  const nearest: string[] = [];
  for (let count = 0; count < NEAREST_NAMES; count++) {
    const name = nearestName(
      word,
      names.filter((known) => !nearest.includes(known)),
    );
    if (name !== null) nearest.push(name);
  }
  return `There is no listing with the SKU, id or ASIN "${word}". Nearest: ${nearest.join(', ')}. "eco products list" shows all.`;
}

const NEAREST_NAMES = 3;

const EXAMPLES = `  $ eco products list
  $ eco products show KETTLE-17
`;

const LIST_EXAMPLES = `  $ eco products list
  $ eco products list --sort -sales_30d_amount --limit 20
  $ eco products list --where 'available<5' --where 'units_30d>0' --store us
  $ eco products list --columns sku,title,price_amount,currency --format csv --output prices.csv
`;

const SHOW_EXAMPLES = `  $ eco products show KETTLE-17
  $ eco products show KETTLE-17 --store us --format md > kettle.md
  $ eco products show B0EXAMPL01 --as-of 2026-11-01
`;

const PROFIT_EXAMPLES = `  $ eco products profit
  $ eco products profit --period 2026-10 --where 'profit_amount<0' --columns sku,units,sales_amount,ads_amount,profit_amount
  $ eco products profit --cost fifo --format csv --output profit.csv
`;
