/** Completion for fish, with the summary of every command and option beside it. */
import { allCommands, type CompletionOption, type CompletionTree, groups, STORE_NAMES, valuedNames } from './tree.js';

export function fishScript(tree: CompletionTree): string {
  const lines = [
    ...at('', tree.commands),
    ...tree.options.map((option) => optionLine(option, null)),
    ...allCommands(tree).flatMap((command) => [
      ...at(command.key, command.verbs),
      ...command.choices.map((choice) => `complete -c eco -n ${quoted(`__eco_at ${quoted(command.key)}`)} -f -a ${quoted(choice)}`),
      ...command.options.map((option) => optionLine(option, command.key)),
    ]),
  ];
  return `# Completion of eco for fish. To use it: eco completion fish > ~/.config/fish/completions/eco.fish
function __eco_at
  set -l skip 0
  set -l found
  for word in (commandline -opc)[2..-1]
    if test $skip = 1
      set skip 0
      continue
    end
    switch $word
      case ${valuedNames(tree).join(' ')}
        set skip 1
      case '-*'
      case '*'
        contains -- "$found" ${['', ...groups(tree)].map(quoted).join(' ')}; and set -a found $word
    end
  end
  test "$found" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function at(key: string, commands: readonly { readonly name: string; readonly summary: string }[]): string[] {
  const condition = quoted(`__eco_at ${quoted(key)}`);
  return commands.map((command) => `complete -c eco -n ${condition} -f -a ${command.name} -d ${quoted(command.summary)}`);
}

function optionLine(option: CompletionOption, key: string | null): string {
  const condition = key === null ? '' : ` -n ${quoted(`__eco_at ${quoted(key)}`)}`;
  const names = option.names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`)).join('');
  return `complete -c eco${condition}${names}${valueAfter(option)} -d ${quoted(option.summary)}`;
}

function valueAfter(option: CompletionOption): string {
  switch (option.value.kind) {
    case 'none':
      return '';
    case 'text':
      return ' -x';
    case 'file':
      return ' -r -F';
    case 'store':
      return ` -x -a ${quoted(`(${STORE_NAMES})`)}`;
    case 'choices':
      return ` -x -a ${quoted(option.value.choices.join(' '))}`;
  }
}

/** In fish's single quotes a backslash takes the quote and itself. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
