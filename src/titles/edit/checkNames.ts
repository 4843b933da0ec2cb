/**
 * Names in conditions and templates against what the catalogue knows. Free attributes go by their column's header, so a name can only be
 * told to be wrong once the catalogue is there.
 */
import { UserError } from '../../core/errors.js';
import { nearWord, unknownWord } from '../../core/spot.js';
import { type Condition, fieldsIn } from '../../measures/condition.js';
import { wordKey } from '../../measures/words/words.js';
import type { OwnedText } from '../textListing.js';
import { attributeNames, nameOf } from './attributes.js';
import { platformSlip } from './closedNames.js';
import type { EditSettings, PlacedCondition, PlacedRule } from './ruleFile.js';
import { NUMBER_FIELDS, SUBJECT_NAMES } from './subject.js';

export interface Named {
  readonly where: readonly PlacedCondition[];
  readonly rules: readonly PlacedRule[];
  readonly settings: EditSettings;
}

/** Free attributes that a message lists: catalogues have hundreds. */
const SHOWN_ATTRIBUTES = 30;

/** Complains about the first name that neither eco nor the catalogue knows, and about words where a number belongs. */
export function checkNames(named: Named, texts: readonly OwnedText[]): void {
  let attributes: ReadonlySet<string> | null = null;
  const isKnown = (name: string) => {
    if (SUBJECT_NAMES.includes(name) || name in named.settings.defaults) return true;
    attributes ??= attributeNames(texts.flatMap((owned) => owned.listings));
    return attributes.has(name);
  };
  const check = (name: string, place: string) => {
    if (isKnown(name)) return;
    const free = [...(attributes ?? [])].sort();
    const known = [...SUBJECT_NAMES, ...free.slice(0, SHOWN_ATTRIBUTES)];
    const more = free.length > SHOWN_ATTRIBUTES ? ` and ${free.length - SHOWN_ATTRIBUTES} more columns of the catalogue` : '';
    throw new UserError(`${place}: ${unknownWord('field', name, known)}${more}`);
  };
  for (const { condition, place } of conditionsOf(named)) {
    for (const field of fieldsIn(condition)) check(nameOf(field.name), `${place}, column ${field.at + 1}`);
    checkNumbers(condition, place);
    const slip = platformSlip(condition);
    if (slip !== null) throw new UserError(`${place}, column ${slip.at + 1}: ${slip.problem}`);
  }
  for (const rule of named.rules) for (const name of rule.attributes) check(name, `${rule.place}: ${rule.name}`);
}

/**
 * Words of `keep` that look like a slip: near the name of an attribute, and in no text that is edited. A word may be kept for texts to
 * come, so that this is a warning.
 */
export function keepSlips({ rules, settings }: Named, texts: readonly OwnedText[]): string[] {
  const always = [...SUBJECT_NAMES, ...Object.keys(settings.defaults)];
  const kept = rules.flatMap(({ keep, name, place }) =>
    (keep ?? []).flatMap((word) => (always.includes(nameOf(word)) ? [] : [{ word, place: `${place}: ${name}.keep` }])),
  );
  if (kept.length === 0) return [];
  const names = [...new Set([...always, ...attributeNames(texts.flatMap((owned) => owned.listings))])];
  return kept.flatMap(({ word, place }) => {
    if (names.includes(nameOf(word))) return [];
    const near = nearWord(nameOf(word), names);
    if (near === null || texts.some(({ text }) => text !== null && wordKey(text).includes(wordKey(word)))) return [];
    return [`${place}: no text has the word "${word}". Did you mean the attribute ${near}?`];
  });
}

function conditionsOf({ where, rules }: Named): PlacedCondition[] {
  return [
    ...where,
    ...rules.flatMap(({ where: own, place, name }) => (own === null ? [] : [{ condition: own, place: `${place}: where of ${name}` }])),
  ];
}

function checkNumbers(condition: Condition, place: string): void {
  if (condition.kind === 'and' || condition.kind === 'or') for (const part of condition.parts) checkNumbers(part, place);
  else if (condition.kind === 'not') checkNumbers(condition.part, place);
  else if (condition.kind === 'compare' && condition.operator !== '~' && NUMBER_FIELDS.has(nameOf(condition.field.name))) {
    const { operand, field } = condition;
    if (operand.number === null) {
      throw new UserError(
        `${place}, column ${operand.at + 1}: ${field.name} is a number: a number such as 75 or 30% expected, found "${operand.text}"`,
      );
    }
  }
}
