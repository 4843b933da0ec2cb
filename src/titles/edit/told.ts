/** What the steps of an edit are in words, for the reason of its change. */
import type { EditStep } from './engine.js';

interface Rules {
  /** `edit.case`, or `edit.rules` for several. */
  readonly code: string;
  /** Those that changed the text, each once, in their order: `trim, case`. */
  readonly rules: string;
}

export interface Told extends Rules {
  /** What they did, in a sentence: `spaces trimmed; case: title case`. */
  readonly did: string;
}

/** Few combinations of rules change all texts of a catalogue. */
const combinations = new Map<string, Rules>();

export function toldOf(steps: readonly EditStep[]): Told {
  const names: string[] = [];
  const parts: string[] = [];
  for (const { rule, did } of steps) {
    if (!names.includes(rule)) names.push(rule);
    // A step that begins with its rule's name does not say it twice.
    const saysRule = did.startsWith(rule) && (did.length === rule.length || did[rule.length] === ' ');
    if (!saysRule) parts.push(rule, ': ');
    parts.push(did, '; ');
  }
  parts.pop();
  const { code, rules } = combinationOf(names);
  return { code, rules, did: parts.join('') };
}

function combinationOf(names: readonly string[]): Rules {
  const rules = names.length === 1 ? (names[0] as string) : names.join(', ');
  let known = combinations.get(rules);
  if (known === undefined) {
    known = { code: names.length === 1 ? `edit.${rules}` : 'edit.rules', rules };
    combinations.set(rules, known);
  }
  return known;
}
