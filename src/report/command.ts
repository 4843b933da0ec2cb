/** `eco report`: what happened, why, what it earned, what is missing, and what to do. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { ClientsFlags } from './clients/run.js';
import type { ReportProfitFlags } from './profit/runProfit.js';
import { configurePeriods } from './runPeriods.js';
import { configureWatch } from './runWatch.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText(
    'before',
    `  $ eco report daily
  $ eco report todo
  $ eco report profit --period 2026-10
`,
  );
  configurePeriods(command, act);
  configureProfit(command, act);
  configureWatch(command, act);
  configurePeople(command, act);
}

function configureProfit(command: Command, act: Act): void {
  command
    .command('profit')
    .description('profit line by line: what was sold, what it cost, what is estimated and what is missing')
    .option('--period <period>', 'a month (2026-10), a year (2026), or days (2026-10-01..2026-10-15)')
    .option('--from <day>', 'first day (default: 30 days before --as-of)')
    .option('--to <day>', 'last day (default: the day before --as-of)')
    .option('--by <keys>', 'client, store, channel, listing, category, day, week, month, line (default: store,line)')
    .option('--refunds <view>', 'by-refund-date or by-order-date (default: by-refund-date)')
    .option('--cost <method>', 'period, average or fifo (default: period)')
    .option('--currency <code>', 'all amounts in this currency, at the imported rate of their day')
    .option('--settlements', 'settlement by settlement: whether its rows add up to its total')
    .option('--explain', 'formula, files and lines behind each line')
    .option('--line <line>', 'with --explain: this line only, row by row')
    .option('--sku <sku>', 'with --explain: this listing only, row by row')
    .addHelpText('before', PROFIT_EXAMPLES)
    .action(
      act(async (session, flags: ReportProfitFlags) => {
        const { runProfit } = await import('./profit/runProfit.js');
        await runProfit(session, flags);
      }),
    );
}

function configurePeople(command: Command, act: Act): void {
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

  command
    .command('clients')
    .description('a line a client: sales of the last days beside the days before and a year ago, ads, profit, stock, what is missing')
    .option('--days <n>', 'the last finished days (default: 7)')
    .option('--currency <code>', 'all amounts in this currency, at the imported rate of the last day: one line a client')
    .addHelpText(
      'before',
      `  $ eco report clients
  $ eco report clients --days 30 --sort change_ratio --format csv
  $ eco report clients --currency EUR
`,
    )
    .action(
      act(async (session, flags: ClientsFlags) => {
        const { runClients } = await import('./clients/run.js');
        await runClients(session, flags);
      }),
    );
}

const PROFIT_EXAMPLES = `  $ eco report profit
  $ eco report profit --period 2026-10 --by listing --sort -profit_amount --limit 20
  $ eco report profit --period 2026 --by month,line --refunds by-order-date --format csv
  $ eco report profit --by store --currency EUR
  $ eco report profit --settlements
  $ eco report profit --explain --line commission --sku KETTLE-17
`;
