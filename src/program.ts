/** The command line as commander sees it: global options, the list of commands, and the called command's own. */
import { Command, Option } from 'commander';
import { type Act, COMMANDS, type CommandModule } from './commands.js';
import type { Context } from './context.js';
import { harmless } from './core/harmless.js';
import { type GlobalFlags, openSession } from './session.js';

const FORMATS = ['table', 'csv', 'tsv', 'json', 'jsonl', 'md', 'html'];
/** Formats of a single command: SARIF holds the findings of `titles audit`. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = { titles: ['sarif'] };

export interface Program {
  readonly command: Command;
  /** Whether these words name a command that only holds verbs. */
  isGroup(words: readonly string[]): boolean;
  /** Whether it is an option of the whole program. */
  hasOption(name: string): boolean;
  run(argv: readonly string[]): Promise<number>;
}

/** Builds the program with one command loaded (all others by name only). `bare`: no command was given. */
export function buildProgram(context: Context, loaded: { name: string; module: CommandModule } | null, bare: boolean): Program {
  let exitCode = 0;
  const program = new Command('eco');
  program
    .description('Exports of your shops in, one local SQLite file, answers out. Offline.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.stdout.write(text), writeErr: (text) => context.stderr.write(harmless(text)) })
    .configureHelp({ helpWidth: Math.min(context.stdout.isTTY ? context.stdout.columns : 100, 120), showGlobalOptions: false })
    .helpCommand(false)
    .showHelpAfterError('(eco COMMAND --help shows how)');
  addGlobalOptions(program, [...FORMATS, ...(FORMATS_OF[loaded?.name ?? ''] ?? [])]);

  const act: Act =
    (action) =>
    async (...args) => {
      const session = await openSession(context, program.opts() as GlobalFlags);
      try {
        await action(session, ...args);
      } catch (error) {
        throw await session.explained(error);
      } finally {
        session.close();
      }
      exitCode = Math.max(exitCode, session.exitCode);
    };

  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary);
    command.helpGroup(`${entry.group}:`).helpCommand(false).copyInheritedSettings(program);
    if (loaded?.name === entry.name) loaded.module.configure(command, act);
  }
  program.addHelpText('before', EXAMPLES);
  program.addHelpText(
    'after',
    '\neco COMMAND --help shows examples and options; eco help config the configuration file;\neco help exit-codes the exit codes.',
  );
  // With an action of its own the program would take an unknown command for an argument too many.
  if (bare) {
    program.action(
      act(async (session) => {
        const { welcome } = await import('./shop/welcome/welcome.js');
        await welcome(session);
      }),
    );
  }
  return {
    command: program,
    isGroup: (words) => {
      const named = words.reduce<Command | undefined>(
        (within, name) => within?.commands.find((command) => command.name() === name),
        program,
      );
      return (named?.commands.length ?? 0) > 0;
    },
    hasOption: (name) => program.options.some((option) => option.long === name || option.short === name),
    async run(argv) {
      await program.parseAsync([...argv], { from: 'user' });
      return exitCode;
    },
  };
}

const EXAMPLES = `  $ eco demo                          look around in a made-up shop
  $ eco import ~/Downloads            read your exports
  $ eco report daily                  yesterday, and what it is compared with
  $ eco inventory status --sort days_of_cover --limit 20
  $ eco titles audit --format csv --output findings.csv
`;

function addGlobalOptions(program: Command, formats: readonly string[]): void {
  const option = (flags: string, text: string) => program.addOption(new Option(flags, text).helpGroup('Everywhere:'));
  option('--db <file>', 'the database (else $ECO_DB, "database" in eco.config.yaml, your data folder)');
  program.addOption(new Option('--store <name>', 'only this store (repeatable)').argParser(collect).helpGroup('Everywhere:'));
  option('--client <name>', 'only the stores of this client');
  option('--as-of <day>', 'as on the morning of this day (default: today)');
  option('--known-at <time>', 'by what the imports up to then said');
  program.addOption(new Option('-f, --format <format>', 'how the result is written').choices(formats).helpGroup('Everywhere:'));
  option('-o, --output <file>', 'write the result to a file');
  program.addOption(new Option('--columns <keys>', 'only these columns: a,b').argParser(collect).helpGroup('Everywhere:'));
  program.addOption(new Option('--sort <keys>', 'sort rows: key,-key').argParser(collect).helpGroup('Everywhere:'));
  program.addOption(
    new Option('--where <condition>', "only rows with 'key<op>value' (repeatable; = != < <= > >= ~)")
      .argParser(collect)
      .helpGroup('Everywhere:'),
  );
  option('--limit <n>', 'only the first n rows');
  option('--bom', 'CSV for Excel: begin with a byte order mark');
  option('--exit-code', 'exit with 3 when there are findings');
  option('--no-input', 'never ask');
  option('-y, --yes', 'take every question for answered with yes');
  option('-q, --quiet', 'no notes and no progress');
  option('--verbose', 'more detail');
  program.addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).helpGroup('Everywhere:'));
  program.option('-V, --version', 'print the version').helpOption('-h, --help', 'show help');
}

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}
