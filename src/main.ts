/**
 * argv + Context → exit code. Registers the commands by name and loads only the one that is called; the only place where
 * errors become messages and exit codes.
 */
import { operands } from './calledVerb.js';
import { COMMANDS, type CommandModule } from './commands.js';
import type { Context } from './context.js';
import { UserError } from './core/errors.js';
import { harmless } from './core/harmless.js';
import { HELP_TOPICS } from './help.js';
import { version } from './version.js';

export { systemContext } from './context.js';

/** Runs a command line. Never throws. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    context.stdout.write(`${version()}\n`);
    return 0;
  }
  const topic = argv[0] === 'help' && argv.length === 2 ? HELP_TOPICS[argv[1] as string] : undefined;
  if (topic !== undefined) {
    context.stdout.write(topic);
    return 0;
  }
  const verbose = argv.includes('--verbose');
  try {
    return await run(argv, context);
  } catch (error) {
    return report(error, context, verbose);
  }
}

async function run(argv: readonly string[], context: Context): Promise<number> {
  const words = operands(argv);
  const entry = COMMANDS.find((command) => command.name === words[0]);
  const [{ buildProgram }, module]: [typeof import('./program.js'), CommandModule | null] = await Promise.all([
    import('./program.js'),
    entry?.load() ?? null,
  ]);
  const program = buildProgram(context, entry && module ? { name: entry.name, module } : null, words.length === 0);
  // A bare group prints its help; help about an unknown command is a mistake to point out.
  if (entry && program.isGroup(words)) return program.run([...words, '--help']);
  if (entry || words.length === 0) return program.run(expandHelp(argv));
  // What follows a misspelled option is no command: the option is the mistake to point out.
  const strange = argv.find((word) => word.startsWith('-') && !HELP.has(word) && !program.hasOption(word.split('=')[0] as string));
  return program.run(strange === undefined ? words : [strange]);
}

const HELP = new Set(['--help', '-h']);

/** `eco help inventory reorder` is `eco inventory reorder --help`. */
function expandHelp(argv: readonly string[]): string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv];
}

function report(error: unknown, context: Context, verbose: boolean): number {
  if (error instanceof UserError) {
    context.stderr.write(`eco: ${harmless(error.message)}\n`);
    return error.exitCode;
  }
  const { code, exitCode } = error as { code?: string; exitCode?: number };
  if (typeof code === 'string' && code.startsWith('commander.')) return exitCode === 0 ? 0 : 2;
  const failure = error instanceof Error ? error : new Error(String(error));
  context.stderr.write(`eco: this should not have happened: ${harmless(failure.message)}\n`);
  context.stderr.write(
    verbose
      ? `${harmless(failure.stack ?? '')}\n`
      : 'Your data is as it was. Run it again with --verbose for the details that a report of this defect needs.\n',
  );
  return 1;
}
