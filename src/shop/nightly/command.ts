/** `eco nightly` */
import { type Command, Option } from 'commander';
import type { Act } from '../../commands.js';
import { SCHEDULERS } from './schedule.js';
import type { NightlyFlags } from './settings.js';

export function configure(command: Command, act: Act): void {
  command
    .addOption(
      new Option('--inbox <folder>', 'a folder that exports are downloaded to (repeatable)').argParser(
        (value: string, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option('--out <folder>', 'where the reports go (default: the folder "reports" beside the database)')
    .addOption(new Option('--print-schedule <scheduler>', 'print what has it run every morning at six').choices(SCHEDULERS))
    .addHelpText(
      'before',
      `  $ eco nightly --inbox ~/exports --out ~/reports
  $ eco nightly --print-schedule systemd
  $ eco nightly --as-of 2026-11-22 --out again
`,
    )
    .addHelpText(
      'after',
      `
Imports what is new in the inbox, verifies plans that were uploaded, writes the reports of the morning (a weekly one on Mondays, a
monthly one on the first) and of mornings that were missed to OUT/DAY/, keeps OUT/index.html, and prints a digest. Of an agency each
client has a folder. A file that was refused is tried again when it or eco, its profiles or the stores change.
Exit codes: 0 done; 4 something failed or was refused, the rest is done; 1 nothing was done (another run is at work, say).
In eco.config.yaml, all optional:
  nightly: { inbox: [~/exports], out: reports, reports: [daily, weekly, monthly], formats: [html, md, json] }
  mail: { host: smtp.example.com, user: me, password_env: MAIL_PASSWORD, from: me@example.com, to: [me@example.com] }
  webhook: { url: "https://hooks.slack.com/…", format: slack }
`,
    )
    .action(
      act(async (session, flags: NightlyFlags) => {
        const { runNightly } = await import('./run.js');
        await runNightly(session, flags);
      }),
    );
}
