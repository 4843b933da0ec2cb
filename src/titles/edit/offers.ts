/** Words that a rule takes out of one text, offered to another field of the listing: a change of its own. */
import type { ListingFieldName } from '../../core/listingField.js';
import { countLength } from '../../measures/listingRules/length.js';
import { wordsOf } from '../../measures/words/words.js';
import { textOf } from '../textListing.js';
import type { Edited } from './engine.js';
import type { ContextMaker } from './makeContext.js';
import type { Offer } from './rule.js';
import { toldOf } from './told.js';

/** Words that a rule took out, put behind what the other field says, as many as fit. */
export function offered(main: Edited, offers: readonly Offer[], make: ContextMaker): Edited[] {
  if (offers.length === 0) return [];
  const byField = new Map<ListingFieldName, string[]>();
  for (const { field, words } of offers) if (field !== main.field) byField.set(field, [...(byField.get(field) ?? []), ...words]);
  return [...byField].flatMap(([field, words]) => {
    const context = make(main.owned, field);
    // Without a known limit the platform has no such field.
    if (context.limit === null) return [];
    const listing = main.owned.listings[0];
    const before = textOf(listing, field);
    const said = new Set(wordsOf(`${before ?? ''} ${main.after}`).map((word) => word.key));
    let after = before ?? '';
    const taken: string[] = [];
    for (const word of words) {
      if (wordsOf(word).every(({ key }) => said.has(key))) continue;
      const longer = after === '' ? word : `${after}${field === 'search_terms' ? ' ' : ', '}${word}`;
      if (countLength(longer, context.limit.unit) > context.limit.limit) continue;
      after = longer;
      taken.push(word);
    }
    if (taken.length === 0) return [];
    const did = `took over ${taken.map((word) => `"${word}"`).join(', ')} from the ${main.field}`;
    const steps = [{ rule: 'shorten', after, did }];
    return [{ owned: main.owned, field, before, after, told: toldOf(steps), steps, limit: context.limit }];
  });
}
