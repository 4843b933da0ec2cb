/** `eco db check|backup|sql|schema|rebuild|erase-buyer` */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';

export function configure(command: Command, act: Act): void {
  command
    .command('check')
    .description('is the file whole, is every import still readable, do the facts show all of them')
    .option('--deep', 'fold everything again in a copy and compare (takes as long as importing all files)')
    .addHelpText('before', '  $ eco db check\n  $ eco db check --deep\n')
    .action(act(async (session, flags: { deep?: boolean }) => (await import('./check.js')).check(session, flags)));

  command
    .command('backup')
    .description('a consistent copy, also while another command is writing')
    .argument('[file]', 'where to; default: beside the database, with the time in its name')
    .addHelpText('before', '  $ eco db backup\n  $ eco db backup /media/usb/eco.db\n')
    .action(act(async (session, file: string | undefined) => (await import('./backup.js')).backup(session, file)));

  command
    .command('sql')
    .description('a query that only reads; build on the views (eco db schema)')
    .argument('<query>', 'SELECT …')
    .addHelpText(
      'before',
      `  $ eco db sql "SELECT store, day, sum(units) AS units FROM v_sales_daily GROUP BY store, day"
  $ eco db sql "SELECT * FROM v_orders WHERE day = '2026-11-20'" --format csv --output orders.csv
`,
    )
    .action(act(async (session, query: string) => (await import('./sql.js')).query(session, query)));

  command
    .command('schema')
    .description('the views and what their columns mean')
    .argument('[view]', 'only this one')
    .addHelpText('before', '  $ eco db schema\n  $ eco db schema v_sales_daily\n')
    .action(act(async (session, view: string | undefined) => (await import('./schema.js')).schema(session, view)));

  command
    .command('rebuild')
    .description('make all facts again from the kept cells of the files; what people made stays')
    .addHelpText('before', '  $ eco db rebuild\n')
    .action(act(async (session) => (await import('./rebuild.js')).rebuild(session)));

  command
    .command('erase-buyer')
    .description("take one buyer's traces out: from facts, earlier versions and kept cells")
    .argument('<buyer>', "the buyer's mail or name as the platform exports it, or the hash (behind a -- where it begins with a hyphen)")
    .option('--dry-run', 'say what was found; change nothing')
    .addHelpText('before', '  $ eco db erase-buyer jane@example.com --dry-run\n  $ eco db erase-buyer jane@example.com\n')
    .action(
      act(async (session, buyer: string, flags: { dryRun?: boolean }) =>
        (await import('./eraseBuyer.js')).eraseBuyer(session, buyer, flags),
      ),
    );
}
