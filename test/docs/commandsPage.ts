/** docs/COMMANDS.md, made of the help that the commands print. */
import type { Command } from 'commander';
import { type Act, COMMANDS, type CommandEntry } from '../../src/commands.js';
import { buildProgram, type Program } from '../../src/program.js';
import { testContext } from '../cli/testContext.js';

/** Actions that do nothing: a parsed command line is all that is asked for. */
const noAction: Act = () => async () => undefined;

/** The program with this command loaded, its actions doing nothing. */
export async function programWith(entry: CommandEntry): Promise<Program> {
  const module = await entry.load();
  return buildProgram(
    testContext({ dir: '.' }),
    { name: entry.name, module: { configure: (command) => module.configure(command, noAction) } },
    false,
  );
}

export interface LeafCommand {
  /** `orders list` */
  readonly path: string;
  readonly command: Command;
  readonly entry: CommandEntry;
}

/** Every command that does something, in the order of the help. */
export async function leafCommands(): Promise<LeafCommand[]> {
  const leaves: LeafCommand[] = [];
  for (const entry of COMMANDS) {
    const command = (await programWith(entry)).command.commands.find((each) => each.name() === entry.name) as Command;
    leaves.push(...leavesOf(command, entry.name, entry));
  }
  return leaves;
}

function leavesOf(command: Command, path: string, entry: CommandEntry): LeafCommand[] {
  if (command.commands.length === 0) return [{ path, command, entry }];
  return command.commands.flatMap((verb) => leavesOf(verb, `${path} ${verb.name()}`, entry));
}

/** The help of a command as it is printed where there is no terminal. */
export function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text.trimEnd();
}

/** Lines of a help that show how: `$ eco …`, without the remark behind it. */
export function examplesIn(help: string): string[] {
  return [...help.matchAll(/^\s*\$ (eco .*?)(?:\s{3,}.*|\s+#.*)?$/gm)].map((match) => match[1] as string);
}

export async function commandsPage(): Promise<string> {
  const root = helpOf(buildProgram(testContext({ dir: '.' }), null, false).command);
  const sections: string[] = [];
  let group = '';
  for (const { path, command, entry } of await leafCommands()) {
    if (entry.group !== group) sections.push(`## ${entry.group}`);
    group = entry.group;
    sections.push(`### eco ${path}\n\n${block(helpOf(command))}`);
  }
  return `# Commands

Generated from the help of the program itself (\`UPDATE_GOLDEN=1 npx vitest run test/docs.test.ts\`). Every command also takes the options
under "Everywhere".

${block(root)}

${sections.join('\n\n')}
`;
}

function block(text: string): string {
  return `\`\`\`text\n${text.replace(/^\n+/, '')}\n\`\`\``;
}
