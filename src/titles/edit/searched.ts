/**
 * The search terms that a text answers, for conditions: those of the store whose words all stand in it (by stems), in sums of 30 days.
 *
 * `searched_words` counts the words of the text that occur in any search term; `acos` is ad_cost ÷ ad_sales, unknown without sales.
 */
import { sumKnown } from '../../measures/grouping.js';
import { stemOf } from '../../measures/words/stems.js';
import { wordsOf } from '../../measures/words/words.js';
import type { TermIndex, TermSums } from './termIndex.js';

/** One of `TERM_FIELDS` of a text; null is unknown. */
export function searchedFigure(index: TermIndex, text: string, language: string, name: string): number | null {
  if (!index.isKnown) return null;
  const own = new Set(wordsOf(text).map((word) => stemOf(word.key, language)));
  if (name === 'searched_words') return [...own].filter((stem) => index.has(stem)).length;
  const terms = index.answeredBy(own);
  const total = (key: Exclude<keyof TermSums, 'term'>) => {
    const sum = sumKnown(terms.map(({ sums }) => sums[key]));
    return sum === null ? null : sum * index.monthFactor;
  };
  const amount = (micros: number | null) => (micros === null ? null : micros / 1e6);
  switch (name) {
    case 'clicks':
      return total('clicks');
    case 'orders':
      return total('orders');
    case 'ad_cost':
      return amount(total('costMicros'));
    case 'ad_sales':
      return amount(total('salesMicros'));
    case 'acos': {
      const [cost, sales] = [total('costMicros'), total('salesMicros')];
      return cost === null || sales === null || sales === 0 ? null : cost / sales;
    }
    default:
      return null;
  }
}
