/** `eco report daily` */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco report daily\n`);
  command
    .command('daily')
    .description('a day of each store: what it is compared with, and why sales moved')
    .option('--day <day>', 'this day (default: the last one that is over, the day before --as-of)')
    .addHelpText(
      'before',
      `  $ eco report daily
  $ eco report daily --store us --day 2026-11-20
  $ eco report daily --format html --output daily.html
  $ eco report daily --format json | jq '.rows[] | select(.metric == "sales")'
`,
    )
    .action(
      act(async (session, flags: { readonly day?: string }) => {
        const { runDaily } = await import('./daily/runDaily.js');
        await runDaily(session, flags);
      }),
    );

  command
    .command('todo')
    .description('what to do this morning, of all departments, what is worth most first')
    .addHelpText(
      'before',
      `  $ eco report todo
  $ eco report todo --store us --format csv --columns rank,step,worth_amount,currency,command
  $ eco report todo --format json | jq '.rows[] | {step, how}'
`,
    )
    .action(
      act(async (session) => {
        const { runTodo } = await import('./todo/run.js');
        await runTodo(session);
      }),
    );

  command
    .command('restated')
    .description('days that newer files tell otherwise: late orders, cancellations, ad sales that were still on their way')
    .option('--since <day>', 'files made since this day count as newer (default: the day of the newest file)')
    .option('--curve', 'how much of a day is there after so many days, as learned from the files of the shop')
    .addHelpText(
      'before',
      `  $ eco report restated
  $ eco report restated --since 2026-11-15 --where metric=sales
  $ eco report restated --known-at 2026-11-20T06:00:00Z     # what was imported by then, against now
  $ eco report restated --curve
`,
    )
    .action(
      act(async (session, flags: { readonly since?: string; readonly curve?: boolean }) => {
        const { runRestated } = await import('./restated/run.js');
        await runRestated(session, flags);
      }),
    );

  command
    .command('coverage')
    .description('what is missing of each store, the money that it hides, and the report or command that closes it')
    .option('--days <n>', 'the last finished days that are looked at (default: 30)')
    .addHelpText(
      'before',
      `  $ eco report coverage
  $ eco report coverage --days 90 --where 'hides_amount>0' --sort -hides_amount
`,
    )
    .action(
      act(async (session, flags: { readonly days?: string }) => {
        const { runCoverage } = await import('./coverage/run.js');
        await runCoverage(session, flags);
      }),
    );

  command
    .command('customers')
    .description('who buys, how often, and who comes again; buyers are keyed hashes, nobody is named')
    .option('--by <what>', 'store, segment (how recent and how often) or cohort (month of the first purchase)', 'store')
    .option('--days <n>', 'the last finished days whose buyers are counted (default: 365)')
    .addHelpText(
      'before',
      `  $ eco report customers
  $ eco report customers --by cohort --store web
  $ eco report customers --by segment --format csv
`,
    )
    .action(
      act(async (session, flags: { readonly by?: string; readonly days?: string }) => {
        const { runCustomers } = await import('./customers/run.js');
        await runCustomers(session, flags);
      }),
    );
}
