/**
 * Conditions on named values: `platform = amazon and (length > 75 or not title ~ "set of")`, as a tree, its text, and its test. How the
 * text is read: conditionParse.ts.
 *
 * Texts are compared in any case (NFKC); `~` is "contains". Numbers are compared as numbers. Unknown is neither less, greater, equal nor
 * different: a comparison with an unknown value is unknown, `not` leaves it unknown, `and` and `or` decide where the other side is enough
 * (three-valued logic, Kleene), and what is unknown at the end does not hold. `is unknown` and `is known` ask for it.
 */
import { wordKey } from './words/words.js';

export const OPERATORS = ['!=', '<=', '>=', '=', '<', '>', '~'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A name in the text of a condition, and where it stands (UTF-16 offset). */
export interface FieldName {
  readonly name: string;
  readonly at: number;
}

export interface Operand {
  readonly text: string;
  /** The number that it can be read as; `30%` is 0.3. */
  readonly number: number | null;
  readonly at: number;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly field: FieldName; readonly operator: Operator; readonly operand: Operand }
  | { readonly kind: 'in'; readonly field: FieldName; readonly operands: readonly Operand[] }
  | { readonly kind: 'known'; readonly field: FieldName; readonly known: boolean };

export type ConditionValue = string | number | null;

/** Whether a condition holds; what is unknown does not. */
export function holds(condition: Condition, lookup: (name: string) => ConditionValue): boolean {
  return truth(condition, lookup) === true;
}

function truth(condition: Condition, lookup: (name: string) => ConditionValue): boolean | null {
  switch (condition.kind) {
    case 'and':
      return combined(condition.parts, lookup, false);
    case 'or':
      return combined(condition.parts, lookup, true);
    case 'not': {
      const part = truth(condition.part, lookup);
      return part === null ? null : !part;
    }
    case 'known':
      return (lookup(condition.field.name) !== null) === condition.known;
    case 'compare':
      return compared(lookup(condition.field.name), condition.operator, condition.operand);
    case 'in': {
      const value = lookup(condition.field.name);
      return value === null ? null : condition.operands.some((operand) => compared(value, '=', operand) === true);
    }
  }
}

/** `decisive`: the truth of one part that decides the whole. */
function combined(parts: readonly Condition[], lookup: (name: string) => ConditionValue, decisive: boolean): boolean | null {
  let isUnknown = false;
  for (const part of parts) {
    const value = truth(part, lookup);
    if (value === decisive) return decisive;
    if (value === null) isUnknown = true;
  }
  return isUnknown ? null : !decisive;
}

function compared(value: ConditionValue, operator: Operator, operand: Operand): boolean | null {
  if (value === null) return null;
  if (operator === '~') return wordKey(String(value)).includes(wordKey(operand.text));
  const number = typeof value === 'number' ? value : numberIn(value);
  const order = number !== null && operand.number !== null ? number - operand.number : textOrder(String(value), operand.text);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function textOrder(a: string, b: string): number {
  const [left, right] = [wordKey(a), wordKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The number a text is: `12`, `-1.5`, `30%` (0.3); null for any other text. */
export function numberIn(text: string): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(%?)$/.exec(text);
  if (!match) return null;
  return match[2] ? Number(`${match[1]}e-2`) : Number(match[1]);
}

/** The names that a condition asks for, in their order. */
export function fieldsIn(condition: Condition): FieldName[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(fieldsIn);
    case 'not':
      return fieldsIn(condition.part);
    default:
      return [condition.field];
  }
}

/** The condition as a text that reads back as the same condition. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts
        .map((part) => (binds(part) > binds(condition) ? conditionText(part) : `(${conditionText(part)})`))
        .join(` ${condition.kind} `);
    case 'not':
      return `not ${binds(condition.part) >= 2 ? conditionText(condition.part) : `(${conditionText(condition.part)})`}`;
    case 'known':
      return `${quoted(condition.field.name)} is ${condition.known ? 'known' : 'unknown'}`;
    case 'in':
      return `${quoted(condition.field.name)} in (${condition.operands.map(operandText).join(', ')})`;
    case 'compare':
      return `${quoted(condition.field.name)} ${condition.operator} ${operandText(condition.operand)}`;
  }
}

function binds({ kind }: Condition): number {
  return kind === 'or' ? 0 : kind === 'and' ? 1 : kind === 'not' ? 2 : 3;
}

/** "2" in quotes is a text, 2 without them a number. */
function operandText({ text, number }: Operand): string {
  return number === null && numberIn(text) !== null ? inQuotes(text) : quoted(text);
}

function quoted(text: string): string {
  return PLAIN.test(text) && !KEYWORDS.has(text.toLowerCase()) ? text : inQuotes(text);
}

function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** What needs no quotes. */
const PLAIN = /^[^\s()=!<>~,"'\\]+$/;
export const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'is']);
