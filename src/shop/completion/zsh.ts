/** Completion for zsh, with the summary of every command and option beside it. */
import {
  allCommands,
  type CompletionCommand,
  type CompletionOption,
  type CompletionTree,
  groups,
  quoted,
  STORE_NAMES,
  valuedNames,
} from './tree.js';

export function zshScript(tree: CompletionTree): string {
  return `#compdef eco
# Completion of eco for zsh. To use it: eco completion zsh > "\${fpath[1]}/_eco", or source it after compinit.
_eco() {
  local key= skip= word
  local -a found options
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    if [[ -n $skip ]]; then skip=; continue; fi
    case $word in
      (${valuedNames(tree).join('|')}) skip=1 ;;
      (-*) ;;
      (*) case $key in (${['', ...groups(tree)].map(quoted).join('|')}) key="\${key:+$key }$word" ;; esac ;;
    esac
  done
  if [[ -n $skip ]]; then
    case "$key $words[CURRENT-1]" in
${valueCases(tree).join('\n')}
    esac
    return
  fi
  case $key in
    ('') found=(${tree.commands.map(described).join(' ')}) ;;
${allCommands(tree).map(commandCase).join('\n')}
  esac
  options+=(${tree.options.flatMap(describedOption).join(' ')})
  if [[ $words[CURRENT] == -* ]]; then _describe -o option options
  elif (( $#found )); then _describe command found
  else _files
  fi
}
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then _eco "$@"; else compdef _eco eco; fi
`;
}

/** name:summary, as _describe wants it. */
function described(command: Pick<CompletionCommand, 'name' | 'summary'>): string {
  return quoted(`${command.name}:${command.summary}`);
}

function describedOption(option: CompletionOption): string[] {
  return option.names.map((name) => quoted(`${name}:${option.summary}`));
}

function commandCase(command: CompletionCommand): string {
  const found = [...command.verbs.map(described), ...command.choices.map(quoted)].join(' ');
  return `    (${quoted(command.key)}) found=(${found}) options=(${command.options.flatMap(describedOption).join(' ')}) ;;`;
}

function valueCases(tree: CompletionTree): string[] {
  const own = allCommands(tree).flatMap((command) =>
    command.options.flatMap((option) => valueCase(option, (name) => quoted(`${command.key} ${name}`))),
  );
  return [...own, ...tree.options.flatMap((option) => valueCase(option, (name) => `*${quoted(` ${name}`)}`))];
}

function valueCase(option: CompletionOption, pattern: (name: string) => string): string[] {
  const patterns = `(${option.names.map(pattern).join('|')})`;
  switch (option.value.kind) {
    case 'choices':
      return [`      ${patterns} compadd -- ${option.value.choices.map(quoted).join(' ')} ;;`];
    case 'store':
      return [`      ${patterns} compadd -- \${(f)"$(${STORE_NAMES})"} ;;`];
    case 'file':
      return [`      ${patterns} _files ;;`];
    default:
      return [];
  }
}
