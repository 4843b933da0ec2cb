/**
 * Which listing an ad group advertises. Search term reports do not name the advertised product, but sellers name their ad groups
 * and campaigns after it: "AG_B0BBDYPFDQ", "SP | Kettles | KETTLE-17". In this order: a SKU, listing id or ASIN in the ad group's
 * name; in the campaign's, where the ASIN that is bid on does not count; an own ASIN that is bid on. What none of them tells is
 * left to the words (relate.ts).
 *
 * A name counts where it stands between other signs, case aside; a SKU inside a longer name only with a digit and four characters
 * or more, since "RED" in "Summer RED Test" is none. Of two, the longer wins: KETTLE-17-CRM is not KETTLE-17.
 */
import type { ListingText } from './listingText.js';
import type { BelongsBy } from './searchTerm.js';

export interface Advertised {
  readonly indexes: readonly number[];
  readonly by: BelongsBy | null;
  readonly stranger: string | null;
}

interface AdNames {
  readonly storeId: number;
  readonly campaign: string | null;
  readonly adGroup: string | null;
  readonly targeting: string | null;
}

const ASIN = /(?<![a-z0-9])b0[a-z0-9]{8}(?![a-z0-9])/gi;
const MOST_TOKENS = 8;

/** A function from the names of an ad to what it advertises. `asins`: ASIN of each listing that has one. */
export function advertisedBy(texts: readonly ListingText[], asins: ReadonlyMap<number, string>): (ad: AdNames) => Advertised {
  const names = namesOf(texts, asins);
  const inside = (storeId: number, text: string): number[] | null => {
    const exact = names.get(`${storeId} ${normal(text)}`);
    if (exact) return exact.indexes;
    let best: NamedTexts | null = null;
    for (const part of partsOf(text)) {
      const found = names.get(`${storeId} ${part}`);
      if (found?.standsOut && (best === null || part.length > best.length)) best = { ...found, length: part.length };
    }
    return best === null ? null : best.indexes;
  };
  return ({ storeId, campaign, adGroup, targeting }) => {
    const ofGroup = adGroup === null ? null : inside(storeId, adGroup);
    if (ofGroup) return { indexes: ofGroup, by: 'ad group', stranger: null };
    const bidOn = asinsIn(targeting ?? '');
    const rest = bidOn.reduce((text, asin) => text.replaceAll(new RegExp(asin, 'gi'), ' '), campaign ?? '');
    const ofCampaign = inside(storeId, rest);
    if (ofCampaign) return { indexes: ofCampaign, by: 'campaign', stranger: null };
    const ofTarget = bidOn.length === 1 ? inside(storeId, bidOn[0] as string) : null;
    if (ofTarget) return { indexes: ofTarget, by: 'targeting', stranger: null };
    return { indexes: [], by: null, stranger: asinsIn(adGroup ?? '')[0] ?? asinsIn(rest)[0] ?? null };
  };
}

interface NamedTexts {
  readonly indexes: number[];
  /** Long and odd enough to be recognised inside a longer name. */
  readonly standsOut: boolean;
  readonly length: number;
}

function namesOf(texts: readonly ListingText[], asins: ReadonlyMap<number, string>): Map<string, NamedTexts> {
  const names = new Map<string, NamedTexts>();
  for (const text of texts) {
    for (const listing of text.owned.listings) {
      for (const name of [listing.sku, listing.listingId, listing.productId, asins.get(listing.listingPk) ?? null]) {
        if (name === null) continue;
        const key = `${text.storeId} ${normal(name)}`;
        const known = names.get(key);
        if (known && !known.indexes.includes(text.index)) known.indexes.push(text.index);
        else if (!known) names.set(key, { indexes: [text.index], standsOut: name.length >= 4 && /\d/.test(name), length: name.length });
      }
    }
  }
  return names;
}

function asinsIn(text: string): string[] {
  return [...text.matchAll(ASIN)].map(([asin]) => asin.toUpperCase());
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
    .join(' ');
}

/** Every run of whole tokens of a name. */
function partsOf(text: string): string[] {
  const tokens = normal(text).split(' ');
  return tokens.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_TOKENS, tokens.length - from) }, (__, more) => tokens.slice(from, from + more + 1).join(' ')),
  );
}
