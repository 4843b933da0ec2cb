/** A verb of `eco report`, run for its page instead of its print: whatever that group can tell, the night can write. */
import { Command } from 'commander';
import type { Act } from '../../commands.js';
import type { Page } from '../../core/page.js';
import type { Table } from '../../core/table.js';
import type { Session } from '../../session.js';

/** The verbs that there are. */
export async function reportVerbs(): Promise<string[]> {
  const command = await reportCommand(() => async () => undefined);
  return command.commands.map((verb) => verb.name());
}

/** What the verb would print in this session. */
export async function reportPage(session: Session, verb: string): Promise<Page | Table> {
  let page: Page | Table | null = null;
  const reading: Session = {
    ...session,
    print: async (value) => {
      page = value;
    },
  };
  const command = await reportCommand(
    (action) =>
      async (...args) =>
        action(reading, ...args),
  );
  await command.parseAsync([verb], { from: 'user' });
  if (page === null) throw new Error(`report ${verb} printed nothing`);
  return page;
}

async function reportCommand(act: Act): Promise<Command> {
  const { configure } = await import('../../report/command.js');
  const command = new Command('report').exitOverride().configureOutput({ writeErr: () => undefined });
  configure(command, act);
  return command;
}
