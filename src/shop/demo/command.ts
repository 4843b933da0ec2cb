/** `eco demo` */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';
import type { DemoFlags } from './run.js';

export function configure(command: Command, act: Act): void {
  command
    .option('--folder <dir>', 'where the demo lives (default: eco-demo)')
    .option('--seed <n>', 'another seller of the same kind (default: 1)')
    .option('--last-day <day>', 'the last day of its 18 months (default: yesterday)')
    .option('--keep', 'look at the demo that is there, instead of making it anew')
    .addHelpText(
      'before',
      `  $ eco demo
  $ eco demo --keep
  $ eco demo --folder /tmp/shop --seed 7 --last-day 2026-11-20

Writes the downloads of a made-up seller with four shops (Amazon.com, Amazon.ca, Shopify, Tmall), imports them into a
database of their own, and shows the daily report. Your own database is not touched.
`,
    )
    .action(
      act(async (session, flags: DemoFlags) => {
        const { runDemo } = await import('./run.js');
        await runDemo(session, flags);
      }),
    );
}
