/** `eco files list|show|undo|formats|map` */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';
import { UsageError } from '../../core/errors.js';
import type { MapFlags } from './mapOptions.js';

export function configure(command: Command, act: Act): void {
  command
    .command('list')
    .description('what came in, the newest first')
    .addHelpText(
      'before',
      `  $ eco files list
  $ eco files list --where status=rejected
  $ eco files list --store us --columns import_id,file,period_from,period_to,rows_read
`,
    )
    .action(act(async (session) => (await import('./list.js')).listFiles(session)));

  command
    .command('show')
    .description('everything about one import: how each row ended, what was kept, what decided how new it is')
    .argument('<import>', 'its number (eco files list)')
    .option('--rejects', 'only its rejected rows, as a table')
    .addHelpText(
      'before',
      `  $ eco files show 12
  $ eco files show 12 --rejects --format csv --output bad.csv
`,
    )
    .action(
      act(async (session, number: string, flags: { rejects?: boolean }) => (await import('./show.js')).showFile(session, number, flags)),
    );

  command
    .command('undo')
    .description('take imports back: facts are again what the other imports say')
    .argument('<import...>', 'their numbers (eco files list)')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText(
      'before',
      `  $ eco files undo 12
  $ eco files undo 12 13 --dry-run
`,
    )
    .action(
      act(async (session, numbers: string[], flags: { dryRun?: boolean }) =>
        (await import('./undo.js')).undoFiles(session, numbers, flags),
      ),
    );

  command
    .command('formats')
    .description('the reports that eco can read; with a name: its columns in every known spelling')
    .argument('[format]', 'a report, such as amazon.orders')
    .addHelpText(
      'before',
      `  $ eco files formats
  $ eco files formats --where fills~orders
  $ eco files formats amazon.orders
`,
    )
    .action(act(async (session, format: string | undefined) => (await import('./formats.js')).listFormats(session, format)));

  command
    .command('map')
    .description(
      'a profile for a file that eco does not know: what its columns mean, proposed, asked or told; from then on a format like any other',
    )
    .argument('[file]', 'a file that no report fits')
    .option('--fills <subjects>', 'what its rows are about, such as listings,stock or orders')
    .option('--platform <name>', 'the platform that it is of (default: other)')
    .option('--name <name>', 'what the profile is called; my-erp.stock and my-erp.orders are of one shop')
    .option('--report <text>', 'what the file is called in lists')
    .option('--unit <fields>', 'what a newer file replaces whole, such as orderId')
    .option('--currency <code>', 'the currency of all amounts')
    .option('--date-order <order>', 'dmy, mdy or ymd, where the dates do not say')
    .option('--dry-run', 'only show the proposal')
    .option('--like <format>', 'write a report that eco knows as a profile, to be edited')
    .option('--fields', 'list what a column can mean')
    .option('--forget <name>', 'a profile of yours is not used any more')
    .addHelpText(
      'before',
      `  $ eco files map erp-stock.csv
  $ eco files map erp-stock.csv --columns 'sku=Art.-Nr.,price=VK brutto,none=Notiz' --name my-erp.stock --currency EUR
  $ eco files map sales.xlsx --fills orders --date-order dmy --dry-run
  $ eco files map --like amazon.orders --output my-orders.yaml
  $ eco files map --fields
`,
    )
    .action(
      act(async (session, file: string | undefined, flags: MapFlags) => {
        if (flags.fields) return session.print((await import('./mapTable.js')).fieldsTable());
        if (flags.like !== undefined) return (await import('./mapLike.js')).writeLike(session, flags.like);
        if (flags.forget !== undefined) return (await import('./mapLike.js')).forget(session, flags.forget);
        if (file === undefined)
          throw new UsageError('eco files map FILE: a file that no report fits expected (or --like, --fields, --forget)');
        return (await import('./map.js')).mapFile(session, file, flags);
      }),
    );
}
