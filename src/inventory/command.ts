/** `eco inventory`: status. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { addDays } from '../core/day.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco inventory status --sort days_of_cover --limit 20\n`);
  command
    .command('status')
    .description('what lies where, how fast it sells, how long it lasts, what it is worth')
    .addHelpText('before', STATUS_EXAMPLES)
    .action(
      act(async (session) => {
        const db = await session.database();
        const { withCurrency } = await import('../facts/salesQueries.js');
        const stores = withCurrency(db, await session.stores(db));
        const asOf = session.asOf(stores);
        const { stockStatus } = await import('./status.js');
        const { statusFacts } = await import('./queries.js');
        const { LOOK_BACK_DAYS } = await import('../measures/coverage.js');
        const { untilMorning } = await import('../measures/morning.js');
        const { VELOCITY_DAYS } = await import('../measures/velocity.js');
        const period = { from: addDays(asOf, -VELOCITY_DAYS), to: addDays(asOf, -1) };
        const until = untilMorning(stores, asOf, session.context.now());
        await session.print(stockStatus({ asOf, period, stores, ...statusFacts(db, until, period, LOOK_BACK_DAYS) }));
      }),
    );
}

const STATUS_EXAMPLES = `  $ eco inventory status --sort days_of_cover --limit 20
  $ eco inventory status --where 'days_of_cover<14' --store us
  $ eco inventory status --columns sku,available,locations,stock_on
  $ eco inventory status --as-of 2026-11-22 --format json
`;
