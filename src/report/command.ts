/** `eco report`: daily, profit. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { ReportProfitFlags } from './profit/runProfit.js';

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
        const { runDaily } = await import('./runDaily.js');
        await runDaily(session, flags);
      }),
    );
  configureProfit(command, act);
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

const PROFIT_EXAMPLES = `  $ eco report profit
  $ eco report profit --period 2026-10 --by listing --sort -profit_amount --limit 20
  $ eco report profit --period 2026 --by month,line --refunds by-order-date --format csv
  $ eco report profit --by store --currency EUR
  $ eco report profit --settlements
  $ eco report profit --explain --line commission --sku KETTLE-17
`;
