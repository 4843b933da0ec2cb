/**
 * The seller's own list of search terms: for platforms without ad reports, and as the dictionary that cuts Chinese and Japanese
 * texts into words. A table with the term in the first column and, if it has a second, what it is worth: any number that grows with
 * it (monthly searches, 搜索人气, sales); without one every term counts the same.
 *
 * A first row whose second cell is no number is a header. The same term twice is added up. A value that is no number, or below 0,
 * is refused by line: a list that is half understood would weigh words wrongly.
 */
import { UserError } from '../../core/errors.js';
import { MICRO } from '../../core/money.js';
import { normalTerm, termWords } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import type { SearchTerm } from './searchTerm.js';

export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface FileTerm {
  readonly term: string;
  readonly value: number;
}

/** The terms of a file, in its order. `name`: what a message calls the file. */
export function termsOfFile(rows: readonly FileRow[], name: string): FileTerm[] {
  const [first] = rows;
  const isHeader =
    first !== undefined && (first.cells.length > 1 ? numberOf(first.cells[1] ?? '') === null : isHeading(first.cells[0] ?? ''));
  const values = new Map<string, number>();
  for (const { line, cells } of isHeader ? rows.slice(1) : rows) {
    const term = normalTerm(cells[0] ?? '');
    if (term === '') continue;
    const text = (cells[1] ?? '').trim();
    const value = text === '' ? 1 : numberOf(text);
    if (value === null) {
      throw new UserError(
        `${name}, line ${line}: the value of "${term}" is "${text}", a number such as 1200 or 12.5 expected. The file is a table: term, value.`,
      );
    }
    values.set(term, (values.get(term) ?? 0) + value);
  }
  if (values.size === 0)
    throw new UserError(`${name} holds no search term. Expected: one a row, in the first column, and its value in the second.`);
  return [...values].map(([term, value]) => ({ term, value }));
}

/** "1,234", "12.5", "1 234"; null where it is no number of 0 or more. */
function numberOf(text: string): number | null {
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const HEADINGS: ReadonlySet<string> = new Set([
  'term',
  'terms',
  'keyword',
  'keywords',
  'search term',
  'search terms',
  'query',
  '关键词',
  '搜索词',
  'キーワード',
  '検索語',
]);

function isHeading(cell: string): boolean {
  return HEADINGS.has(normalTerm(cell));
}

/** The list as search terms of a store, which belong to listings by their words. */
export function fileTerms(terms: readonly FileTerm[], storeId: number, language: string, dictionary?: Dictionary): SearchTerm[] {
  return terms.map(({ term, value }) => ({
    storeId,
    currency: null,
    term,
    words: termWords(term, language, dictionary),
    cells: [{ ...NOTHING, value: Math.round(value * MICRO) }],
    source: 'file' as const,
  }));
}

const NOTHING = {
  adGroup: '',
  advertised: [],
  by: null,
  stranger: null,
  impressions: null,
  clicks: 0,
  cost: null,
  orders: null,
  units: null,
  sales: null,
  cvr: null,
  variance: 0,
} as const;
