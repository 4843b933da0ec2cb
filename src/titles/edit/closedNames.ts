/**
 * Names of platforms and of their rules in rule files: closed sets, so that a slip (`platform = amazn`, which would choose nothing) is
 * told with its place before a catalogue is there.
 */

import { nearWord, unknownWord } from '../../core/spot.js';
import type { Condition, Operand } from '../../measures/condition.js';
import { platformName } from '../../measures/listingRules/rule.js';
import { RULED_PLATFORMS } from '../../measures/listingRules/textRules.js';
import { wordKey } from '../../measures/words/words.js';
import { likelyRules } from '../chosen.js';
import { nameOf } from './attributes.js';

/** As `where: platform = …` finds them. */
const PLATFORMS: readonly string[] = [...new Set([...RULED_PLATFORMS, 'google'])].sort();

/** A test may also speak of Tmall, and of no platform in particular. */
export function isTestPlatform(word: string): boolean {
  return word === 'any' || PLATFORMS.includes(platformName(word));
}

export function unknownPlatform(word: string): string {
  return unknownWord('platform', word, PLATFORMS);
}

/** `there is no rule "amazon/titel-length". Did you mean amazon/title-length?`, else what is known. `besides`: what else may stand there. */
export function unknownRule(word: string, besides: readonly string[] = []): string {
  const likely = likelyRules(word);
  const names = likely.map((rule) => rule.slice(rule.indexOf('/') + 1));
  const near = nearWord(word.slice(word.indexOf('/') + 1), names);
  if (near !== null) return `there is no rule "${word}". Did you mean ${likely[names.indexOf(near)]}?`;
  return `there is no rule "${word}". Known: ${[...besides, ...likely].join(', ')}`;
}

/** The first platform of a condition that there is none of. Parts of names (`platform ~ ama`) are no slips. */
export function platformSlip(condition: Condition): { readonly problem: string; readonly at: number } | null {
  const wrong = operandsOf(condition).find(({ text }) => !PLATFORMS.includes(wordKey(text)));
  if (wrong === undefined) return null;
  const tmall = wordKey(wrong.text) === 'tmall' ? '. Stores of Tmall are of the platform taobao' : '';
  return { problem: `${unknownPlatform(wrong.text)}${tmall}`, at: wrong.at };
}

function operandsOf(condition: Condition): Operand[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(operandsOf);
    case 'not':
      return operandsOf(condition.part);
    case 'compare':
      return isPlatform(condition.field.name) && ['=', '!='].includes(condition.operator) ? [condition.operand] : [];
    case 'in':
      return isPlatform(condition.field.name) ? [...condition.operands] : [];
    case 'known':
      return [];
  }
}

function isPlatform(name: string): boolean {
  return nameOf(name) === 'platform';
}
