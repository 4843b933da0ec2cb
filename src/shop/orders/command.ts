/** `eco orders list|exclude|include` */
import { type Command, Option } from 'commander';
import type { Act } from '../../commands.js';
import type { ExcludeFlags } from './choose.js';
import type { ListFlags } from './list.js';

export function configure(command: Command, act: Act): void {
  command
    .command('list')
    .description('orders with their amounts; nothing about people')
    .option('--from <day>', 'from this day on')
    .option('--to <day>', 'up to this day')
    .addOption(new Option('--state <state>', 'only these').choices(['placed', 'pending', 'cancelled']))
    .option('--excluded', 'only those that were excluded')
    .addHelpText(
      'before',
      `  $ eco orders list --from 2026-11-01 --to 2026-11-20
  $ eco orders list --store us --where 'units>=10' --sort -goods_amount
  $ eco orders list --excluded --format csv --output excluded.csv
`,
    )
    .action(act(async (session, flags: ListFlags) => (await import('./list.js')).printOrders(session, flags)));

  command
    .command('exclude')
    .description('take orders out of sales, velocity, conversion and profit: samples, replacements, suspicious ones')
    .argument('[order...]', 'their ids; or --where, or --file')
    .option('--file <file>', 'ids from a file: one a line, or the first column of a CSV file')
    .requiredOption('--reason <text>', 'why they are no sales')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText(
      'before',
      `  $ eco orders exclude 111-0000001-0000001 --reason sample
  $ eco orders exclude --where 'units>=200' --reason 'bulk order by a friend' --dry-run
  $ eco orders exclude --file samples.csv --reason sample
`,
    )
    .action(act(async (session, ids: string[], flags: ExcludeFlags) => (await import('./exclude.js')).exclude(session, ids, flags)));

  command
    .command('include')
    .description('let excluded orders count again')
    .argument('[order...]', 'their ids; or --where, or --file')
    .option('--file <file>', 'ids from a file: one a line, or the first column of a CSV file')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText(
      'before',
      `  $ eco orders include 111-0000001-0000001
  $ eco orders include --where reason=sample
`,
    )
    .action(act(async (session, ids: string[], flags: ExcludeFlags) => (await import('./exclude.js')).include(session, ids, flags)));
}
