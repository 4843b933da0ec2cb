/** Completion for PowerShell, with the summary of every command and option as its tooltip. */
import { allCommands, type CompletionOption, type CompletionTree, groups, valuedNames } from './tree.js';

export function powershellScript(tree: CompletionTree): string {
  return `# Completion of eco for PowerShell. To use it: eco completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName eco -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $valued = ${list(valuedNames(tree))}
  $groups = ${list(groups(tree))}
  $words = @{
    '' = ${pairs(tree.commands.map((command) => [command.name, command.summary]))}
${allCommands(tree)
  .map(
    (command) =>
      `    ${quoted(command.key)} = ${pairs([...command.verbs.map((verb) => [verb.name, verb.summary] as const), ...command.choices.map((choice) => [choice, choice] as const)])}`,
  )
  .join('\n')}
  }
  $options = @{
    '' = ${optionPairs(tree.options)}
${allCommands(tree)
  .map((command) => `    ${quoted(command.key)} = ${optionPairs(command.options)}`)
  .join('\n')}
  }
  $values = @{
${valueLines(tree).join('\n')}
  }
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $found = @(); $skip = $null
  foreach ($word in $before) {
    if ($skip) { $skip = $null; continue }
    if ($valued -ccontains $word) { $skip = $word }
    elseif (-not $word.StartsWith('-') -and ($found.Count -eq 0 -or $groups -contains ($found -join ' '))) { $found += $word }
  }
  $key = $found -join ' '
  if ($skip -eq '--store') { $offers = @(eco store list --columns store --format tsv 2>$null | Select-Object -Skip 1 | ForEach-Object { ,@($_, $_) }) }
  elseif ($skip) { $offers = @(if ($values.ContainsKey("$key $skip")) { $values["$key $skip"] } else { $values[" $skip"] }) }
  elseif ($wordToComplete.StartsWith('-')) { $offers = @($options[$key]) + @($options['']) }
  else { $offers = $words[$key] }
  $offers | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

function list(texts: readonly string[]): string {
  return `@(${texts.map(quoted).join(', ')})`;
}

/** A list of lists stays one, even with one element, by the comma in front. */
function pairs(entries: readonly (readonly [string, string])[]): string {
  return `@(${entries.map(([name, summary]) => `,@(${quoted(name)}, ${quoted(summary || name)})`).join('; ')})`;
}

function optionPairs(options: readonly CompletionOption[]): string {
  return pairs(
    options.flatMap((option) => option.names.filter((name) => name.startsWith('--')).map((name) => [name, option.summary] as const)),
  );
}

function valueLines(tree: CompletionTree): string[] {
  const lines = (options: readonly CompletionOption[], key: string) =>
    options.flatMap(({ names, value }) =>
      value.kind === 'choices'
        ? names.map((name) => `    ${quoted(`${key} ${name}`)} = ${pairs(value.choices.map((choice) => [choice, choice] as const))}`)
        : [],
    );
  return [...lines(tree.options, ''), ...allCommands(tree).flatMap((command) => lines(command.options, command.key))];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
