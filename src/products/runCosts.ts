/** `eco products costs set|import|list|remove`: what a unit costs, dated; and `rates`, by which costs in other currencies are converted. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { ImportFlags } from './costs/runImport.js';
import type { SetFlags } from './costs/runSet.js';
import { configureRates } from './runRates.js';

/** Adds the group with its verbs. */
export function configureCosts(products: Command, act: Act): void {
  const command = products
    .command('costs')
    .description('what a unit costs, from which day on, and in which parts')
    .addHelpText('before', EXAMPLES);

  command
    .command('list')
    .description('dated costs from whoever says them: which holds today, and what is missing with the sales it hides')
    .argument('[sku]', 'only what goes by this SKU, listing id or ASIN')
    .option('--missing', 'only listings without a cost today, those that sell most first')
    .addHelpText('before', LIST_EXAMPLES)
    .action(
      act(async (session, word: string | undefined, flags: { missing?: boolean }) =>
        (await import('./costs/runList.js')).listCosts(session, word, flags),
      ),
    );

  command
    .command('set')
    .description('say what a unit costs; said again of the same day, it replaces what was said')
    .argument('<sku>', 'its SKU, listing id or ASIN; in every store that has it, or in those that --store names')
    .option('--cost <amount>', 'what the goods cost, a piece')
    .option('--part <name=amount>', 'another part of what a piece costs: freight, duty, packaging or other; repeatable', gather)
    .option('--currency <code>', 'currency of the amounts (default: the one that the store sells in)')
    .option('--from <day>', 'first day that it holds for (default: for as long as anybody knows)')
    .option('--quantity <n>', 'pieces of a delivery that came at this cost')
    .option('--batch <number>', 'number of the delivery, where a day has several')
    .addHelpText('before', SET_EXAMPLES)
    .action(act(async (session, word: string, flags: SetFlags) => (await import('./costs/runSet.js')).setCost(session, word, flags)));

  command
    .command('import')
    .description(
      'read a cost file: sku or listing_id, cost, and, where you have them, store, currency, from, quantity, batch, freight, duty, packaging, other',
    )
    .argument('<file>', 'CSV, TSV or Excel; what it says of the same listing and day replaces what it said before')
    .option('--from <day>', 'first day, for rows without one (default: for as long as anybody knows)')
    .option('--currency <code>', 'currency, for rows without one (default: the one that the store sells in)')
    .option('--date-order <order>', 'dmy, mdy or ymd, where the file writes 05/12/2026')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText('before', IMPORT_EXAMPLES)
    .action(
      act(async (session, file: string, flags: ImportFlags) => (await import('./costs/runImport.js')).importCosts(session, file, flags)),
    );

  command
    .command('remove')
    .description('take back what was said by hand of a listing, or all that a cost file says')
    .argument('[sku]', 'its SKU, listing id or ASIN')
    .option('--from <day>', 'only what holds from this day on; "ever" for what has no day (default: all)')
    .option('--file <file>', 'take back all that this cost file says')
    .addHelpText('before', REMOVE_EXAMPLES)
    .action(
      act(async (session, word: string | undefined, flags: { from?: string; file?: string }) =>
        (await import('./costs/runSet.js')).removeCost(session, word, flags),
      ),
    );

  configureRates(command, act);
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

const EXAMPLES = `  $ eco products costs list --missing
  $ eco products costs set KETTLE-17 --cost 11.20 --part freight=0.85 --part duty=0.31
  $ eco products costs import costs.csv
  $ eco products costs rates import eurofxref-hist.zip
`;

const LIST_EXAMPLES = `  $ eco products costs list
  $ eco products costs list KETTLE-17
  $ eco products costs list --missing --limit 20
  $ eco products costs list --where state=today --columns store,sku,cost_amount,currency --format csv --output costs-now.csv
`;

const SET_EXAMPLES = `  $ eco products costs set KETTLE-17 --cost 11.20
  $ eco products costs set KETTLE-17 --cost 12.40 --from 2026-11-01             # the new price, from that day on
  $ eco products costs set MUG-4-BLUE --cost 31.50 --currency CNY --part freight=4.20 --part duty=1.10
  $ eco products costs set MUG-4-BLUE --cost 4.20 --quantity 480 --from 2026-10-12 --batch PO-118 --store us
`;

const IMPORT_EXAMPLES = `  $ eco products costs import costs.csv --dry-run
  $ eco products costs import costs.csv
  $ eco products costs import 采购成本.xlsx --currency CNY --from 2026-11-01
`;

const REMOVE_EXAMPLES = `  $ eco products costs remove KETTLE-17 --from 2026-11-01
  $ eco products costs remove KETTLE-17 --store us
  $ eco products costs remove --file costs.csv
`;
