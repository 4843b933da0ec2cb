/**
 * A bulk edit without a rule file. Whatever the order on the command line, the options act in this one: find and replace, remove words,
 * template, prepend, append, case, dedupe, shorten. With a rule file they come after its rules.
 */
import { UsageError, UserError } from '../../core/errors.js';
import { parseCondition } from '../../measures/conditionParse.js';
import type { PlacedCondition, PlacedRule } from './ruleFile.js';
import { RULE_KINDS } from './ruleKinds.js';

export interface EditFlags {
  readonly field?: string;
  readonly find?: string;
  readonly replace?: string;
  readonly regex?: boolean;
  readonly ignoreCase?: boolean;
  readonly wholeWords?: boolean;
  readonly removeWord?: readonly string[];
  readonly template?: string;
  readonly prepend?: string;
  readonly append?: string;
  readonly case?: string;
  readonly dedupe?: boolean | string;
  readonly shorten?: string;
  readonly only?: readonly string[];
  readonly sku?: readonly string[];
  readonly allow?: readonly string[];
  readonly test?: boolean;
  readonly explain?: boolean;
  readonly preview?: boolean;
  readonly save?: boolean;
}

/** The rules that options ask for, in their fixed order. */
export function optionRules(flags: EditFlags): PlacedRule[] {
  if (flags.find === undefined && flags.replace !== undefined) throw new UsageError('--replace needs --find: what is to be replaced');
  if (flags.find !== undefined && flags.replace === undefined) {
    throw new UsageError('--find needs --replace: what comes in its place; --replace "" takes it out');
  }
  for (const [name, value] of [
    ['--regex', flags.regex],
    ['--ignore-case', flags.ignoreCase],
    ['--whole-words', flags.wholeWords],
  ] as const) {
    if (value && flags.find === undefined) throw new UsageError(`${name} says how --find looks: it needs --find and --replace`);
  }
  if (flags.regex && flags.wholeWords)
    throw new UsageError('--whole-words is for plain texts; in a --regex write \\b at the ends of words');
  return [
    ...(flags.find === undefined ? [] : [flags.regex ? rule('--find', 'regex', found(flags)) : rule('--find', 'replace', found(flags))]),
    ...(flags.removeWord === undefined ? [] : [rule('--remove-word', 'remove', flags.removeWord)]),
    ...(flags.template === undefined ? [] : [rule('--template', 'template', flags.template)]),
    ...(flags.prepend === undefined ? [] : [rule('--prepend', 'prepend', flags.prepend)]),
    ...(flags.append === undefined ? [] : [rule('--append', 'append', flags.append)]),
    ...(flags.case === undefined ? [] : [rule('--case', 'case', flags.case)]),
    ...(flags.dedupe === undefined || flags.dedupe === false
      ? []
      : [rule('--dedupe', 'dedupe', flags.dedupe === true ? 'words' : flags.dedupe)]),
    ...(flags.shorten === undefined
      ? []
      : [rule('--shorten', 'shorten', /^\d+$/u.test(flags.shorten) ? Number(flags.shorten) : flags.shorten)]),
  ];
}

function found(flags: EditFlags): Record<string, unknown> {
  const letters = flags.ignoreCase ? { case: 'ignore' } : {};
  return { find: flags.find, with: flags.replace, ...letters, ...(flags.wholeWords ? { words: true } : {}) };
}

/** An option read as the rule of a file would be; its complaints name the option instead of a line. */
function rule(option: string, name: string, value: unknown): PlacedRule {
  const located = { value, lineOf: () => 1 };
  try {
    const read = (RULE_KINDS[name] as (typeof RULE_KINDS)[string])({ value, path: [], line: 1, file: option, located });
    return { name, where: null, ...read, line: null, place: option };
  } catch (error) {
    if (error instanceof UserError)
      throw new UsageError(error.message.replace(`${option}, line 1: `, `${option}: `).replace(/: (?:find|with): /u, ': '));
    throw error;
  }
}

/** `--only 'condition'`, each of which must hold. */
export function onlyConditions(texts: readonly string[]): PlacedCondition[] {
  return texts.map((text) => {
    const condition = parseCondition(text);
    if ('problem' in condition) throw new UsageError(`--only "${text}": column ${condition.at + 1}: ${condition.problem}`);
    return { condition, place: `--only "${text}"` };
  });
}
