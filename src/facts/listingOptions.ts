/**
 * The options of a variation with their names, as far as a catalogue tells them: `{"Color":"Black","Size":"S"}`.
 *
 * | where they stand | platform |
 * |---|---|
 * | columns for name and value (`Option1 Name`, `Option1 Value`) | Shopify |
 * | one cell: `Colour=Blue` or `[Size=S|Colour=Blue]` | eBay |
 * | free attributes in pairs of columns (`Attribute 1 name`, `Attribute 1 value(s)`) | WooCommerce |
 */
import type { FieldValue } from '../core/fields.js';

/** Two headers of free attributes: what one names, the other gives the value of. */
export interface OptionColumns {
  readonly name: string;
  readonly value: string;
}

type Row = Readonly<Record<string, FieldValue | undefined>>;

/** Pairs among the headers of free attributes: a value stands behind the name of the same number. */
export function optionColumns(headers: readonly string[], isValue: RegExp | null): OptionColumns[] {
  if (isValue === null) return [];
  return headers.flatMap((value, at) => {
    const name = headers[at - 1];
    return name !== undefined && isValue.test(value) && numberIn(name) === numberIn(value) ? [{ name, value }] : [];
  });
}

function numberIn(header: string): string | null {
  return /\d+/.exec(header)?.[0] ?? null;
}

/** JSON; null where the variation has none, undefined where the file does not speak of them. A row that holds variations has none. */
export function optionsOf(row: Row, columns: readonly OptionColumns[], isParent: boolean): string | null | undefined {
  const speaks = row.option1Name !== undefined || columns.length > 0 || named(row.variation).length > 0;
  if (!speaks) return undefined;
  const pairs = isParent ? [] : [...numbered(row), ...named(row.variation), ...inAttributes(row, columns)];
  return pairs.length === 0 ? null : JSON.stringify(Object.fromEntries(pairs));
}

type Pair = readonly [name: string, value: string];

/** Shopify writes `Title: Default Title` where there is nothing to choose. */
function numbered(row: Row): Pair[] {
  return [1, 2, 3].flatMap((number): Pair[] => {
    const [name, value] = [row[`option${number}Name`], row[`option${number}`]];
    return typeof name === 'string' && typeof value === 'string' && value !== 'Default Title' ? [[name, value]] : [];
  });
}

function named(variation: FieldValue | undefined): Pair[] {
  if (typeof variation !== 'string' || !variation.includes('=')) return [];
  const parts = variation.replace(/^\[(.*)\]$/s, '$1').split('|');
  const pairs = parts.map((part) => /^\s*([^=]+?)\s*=\s*(.*?)\s*$/s.exec(part));
  return pairs.every((pair) => pair !== null && pair[2] !== '') ? pairs.map((pair) => [pair?.[1] as string, pair?.[2] as string]) : [];
}

/** Only of what is a variation: a simple product's attributes describe it, and tell it from nothing. */
function inAttributes(row: Row, columns: readonly OptionColumns[]): Pair[] {
  if (columns.length === 0 || (row.variation ?? null) === null || typeof row.attributes !== 'string') return [];
  const attributes = JSON.parse(row.attributes) as Record<string, string>;
  return columns.flatMap(({ name, value }): Pair[] => {
    const pair = [attributes[name], attributes[value]];
    return pair.every((text) => text !== undefined && text !== '') ? [pair as [string, string]] : [];
  });
}
