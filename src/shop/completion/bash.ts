/** Completion for bash. Where it has nothing to offer, bash completes names of files. */
import { allCommands, type CompletionOption, type CompletionTree, groups, quoted, STORE_NAMES, valuedNames } from './tree.js';

export function bashScript(tree: CompletionTree): string {
  return `# Completion of eco for bash. To use it: source <(eco completion bash)
_eco() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} key= skip= word i words= options=
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $skip ]]; then skip=; continue; fi
    case $word in
      ${valuedNames(tree).join('|')}) skip=1 ;;
      -*) ;;
      *) case $key in ${['', ...groups(tree)].map(quoted).join('|')}) key="\${key:+$key }$word" ;; esac ;;
    esac
  done
  if [[ -n $skip ]]; then
    case "$key $prev" in
${valueCases(tree).join('\n')}
    esac
    return
  fi
  case $key in
    '') words=${quoted(tree.commands.map((command) => command.name).join(' '))} ;;
${allCommands(tree).map(commandCase).join('\n')}
  esac
  if [[ $cur == -* ]]; then words="$options ${names(tree.options)}"; fi
  [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _eco eco
`;
}

function names(options: readonly CompletionOption[]): string {
  return options.flatMap((option) => option.names.filter((name) => name.startsWith('--'))).join(' ');
}

function commandCase(command: ReturnType<typeof allCommands>[number]): string {
  const words = [...command.verbs.map((verb) => verb.name), ...command.choices].join(' ');
  return `    ${quoted(command.key)}) words=${quoted(words)} options=${quoted(names(command.options))} ;;`;
}

function valueCases(tree: CompletionTree): string[] {
  const own = allCommands(tree).flatMap((command) =>
    command.options.flatMap((option) => valueCase(option, (name) => quoted(`${command.key} ${name}`))),
  );
  return [...own, ...tree.options.flatMap((option) => valueCase(option, (name) => `*${quoted(` ${name}`)}`))];
}

function valueCase(option: CompletionOption, pattern: (name: string) => string): string[] {
  const patterns = option.names.map(pattern).join('|');
  if (option.value.kind === 'choices')
    return [`      ${patterns}) COMPREPLY=($(compgen -W ${quoted(option.value.choices.join(' '))} -- "$cur")) ;;`];
  if (option.value.kind === 'store') return [`      ${patterns}) COMPREPLY=($(compgen -W "$(${STORE_NAMES})" -- "$cur")) ;;`];
  return [];
}
