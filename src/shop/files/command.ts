/** `eco files list|show|undo|formats` */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';

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
}
