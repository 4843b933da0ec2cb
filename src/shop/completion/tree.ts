/** What a completion script must know of the commands: names, summaries, options and what follows an option. */
import type { Command, Option } from 'commander';

/** What comes after an option. */
type OptionValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text' }
  | { readonly kind: 'file' }
  | { readonly kind: 'store' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] };

export interface CompletionOption {
  /** `--format`, then `-f` where it has one. */
  readonly names: readonly string[];
  readonly summary: string;
  readonly value: OptionValue;
}

export interface CompletionCommand {
  /** `import`, `orders list`, `products identity set`. */
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly verbs: readonly CompletionCommand[];
  readonly options: readonly CompletionOption[];
  /** What its arguments may be, where that is a choice. */
  readonly choices: readonly string[];
}

export interface CompletionTree {
  readonly commands: readonly CompletionCommand[];
  /** Options that every command takes. */
  readonly options: readonly CompletionOption[];
}

const HELP: CompletionOption = { names: ['--help', '-h'], summary: 'show help', value: { kind: 'none' } };

export function completionTree(global: readonly Option[], commands: readonly Command[]): CompletionTree {
  return { options: [...global.map(optionOf), HELP], commands: commands.map((command) => commandOf(command, '')) };
}

function commandOf(command: Command, parent: string): CompletionCommand {
  const key = parent === '' ? command.name() : `${parent} ${command.name()}`;
  return {
    key,
    name: command.name(),
    summary: command.description(),
    verbs: command.commands.map((verb) => commandOf(verb, key)),
    options: command.options.map(optionOf),
    choices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  };
}

function optionOf(option: Option): CompletionOption {
  const names = [option.long, option.short].filter((name) => name !== undefined && name !== null);
  return { names, summary: option.description, value: valueAfter(option) };
}

function valueAfter(option: Option): OptionValue {
  if (!option.required && !option.optional) return { kind: 'none' };
  if (option.argChoices) return { kind: 'choices', choices: option.argChoices };
  if (option.long === '--store') return { kind: 'store' };
  return /[<[](file|folder|dir|path)/.test(option.flags) ? { kind: 'file' } : { kind: 'text' };
}

/** Every command and verb, and the verbs of verbs. */
export function allCommands(tree: CompletionTree): CompletionCommand[] {
  const withVerbs = (command: CompletionCommand): CompletionCommand[] => [command, ...command.verbs.flatMap(withVerbs)];
  return tree.commands.flatMap(withVerbs);
}

/** Commands of which the next word is a verb, by their keys. */
export function groups(tree: CompletionTree): string[] {
  return allCommands(tree)
    .filter((command) => command.verbs.length > 0)
    .map((command) => command.key);
}

/** Names of options after which the next word is their value, wherever they stand. */
export function valuedNames(tree: CompletionTree): string[] {
  const all = [...tree.options, ...allCommands(tree).flatMap((command) => command.options)];
  const valued = all.filter((option) => option.value.kind !== 'none').flatMap((option) => option.names);
  return [...new Set(valued)].sort();
}

/** What lists the names of the stores. */
export const STORE_NAMES = 'eco store list --columns store --format tsv 2>/dev/null | tail -n +2';

/** A text in single quotes, for bash and zsh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
