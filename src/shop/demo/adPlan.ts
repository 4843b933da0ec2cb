/**
 * The Sponsored Products campaigns of Amazon.com: for each of twelve advertised SKUs an exact, a broad and an automatic
 * campaign's ad group, together about 400 search terms. A few heads carry the clicks; three terms of four get 0–3 clicks a
 * month. `waste` terms get clicks every week and can never sell.
 *
 * True values a term: clicks a day at normal traffic (a steep fall by rank, × 0.7 … 1.3), click-through rate
 * (exact 0.5–1.4 %, else 0.2–0.8 %), conversion ~ Gamma(shape 2.2) around the SKU's own, cost per click around
 * 30 % of price × conversion (so ACOS is about 30 % on average and very different from term to term).
 */
import { identifier, type Listing } from './listings.js';
import { at, createRng, type Rng } from './rng.js';
import type { SearchTermTruth } from './truth.js';

interface AdProduct {
  readonly sku: string;
  readonly group: string;
  /** How much more or less than the others it is advertised. */
  readonly weight: number;
  readonly nouns: readonly string[];
  readonly modifiers: readonly string[];
  readonly waste: readonly string[];
}

const product = (sku: string, group: string, weight: number, nouns: string, modifiers: string, waste: string): AdProduct => ({
  sku,
  group,
  weight,
  nouns: nouns.split(', '),
  modifiers: modifiers.split(', '),
  waste: waste.split(', '),
});

// biome-ignore format: a product in two lines reads as a table
const PRODUCTS: readonly AdProduct[] = [
  product('KETTLE-17', 'Kettles', 1.6, 'electric kettle, tea kettle, water boiler, hot water kettle',
    'black, 1.7l, stainless, fast boil, cordless, for office, quiet, bpa free, small kitchen, auto off, for tea', 'kettle lid replacement, electric kettle parts, kettle corn machine'),
  product('GOOSE-09-BLK', 'Kettles', 1.1, 'gooseneck kettle, pour over kettle, coffee kettle, drip kettle',
    'black, electric, matte, small, temperature, camping, 1 liter, barista, for v60, gift', 'gooseneck faucet, goose decoy, gooseneck hitch'),
  product('MUG-4-BLUE', 'Mugs', 1.2, 'coffee mug set, stoneware mugs, ceramic mugs set of 4, blue mugs',
    'large, handmade, farmhouse, 16 oz, dishwasher safe, microwave safe, rustic, gift, navy, tea', 'mug warmer, mug rack, custom photo mug'),
  product('MUG-1-BLUE', 'Mugs', 0.6, 'blue coffee mug, ceramic mug, cafe mug, stoneware cup',
    '12 oz, single, pottery, handmade, cute, office, large handle, for her, matte, speckled', 'mug with name, disposable coffee cups, beer mug'),
  product('TEAPOT-GL-800', 'Teapots', 0.9, 'glass teapot, teapot with infuser, loose leaf teapot, glass tea kettle stovetop',
    'small, 27 oz, blooming tea, heat resistant, clear, set, for one, borosilicate, with warmer, gift', 'teapot lamp, teapot lid only, teapot cookie jar'),
  product('INFUSER-BASKET', 'Teapots', 0.8, 'tea infuser, tea strainer, loose leaf tea steeper, tea basket',
    'stainless steel, fine mesh, for mug, large, with lid, single cup, extra fine, reusable, for teapot, set', 'infuser water bottle fruit, essential oil infuser, herbal butter infuser'),
  product('FILTER-300', 'Filters', 0.9, 'tea bags empty, tea filter bags, disposable tea filters, paper tea bags',
    'drawstring, 300 count, unbleached, large, loose leaf, natural, with string, compostable, for herbs, small', 'tea bag organizer, vacuum filter bags, ziplock bags small'),
  product('COLDBREW-1L', 'Cold drinks', 1.1, 'cold brew maker, cold brew coffee maker, iced coffee maker, cold brew pitcher',
    '1 liter, glass, fridge, airtight, fine mesh, for tea, 32 oz, large, with filter, easy clean', 'cold brew concentrate, iced coffee machine electric, nitro cold brew keg'),
  product('TEA-EARL-100', 'Tea', 1, 'earl grey tea, loose leaf earl grey, earl grey loose leaf tea, bergamot tea',
    'organic, 4 oz, black tea, cream, strong, english, lavender, bulk, gift, premium', 'earl grey candle, earl grey tea bags decaf, earl grey cookies'),
  product('TEA-GIFT-6', 'Tea', 1, 'tea gift set, tea sampler, tea gift box, loose leaf tea gift set',
    'for women, for men, christmas, birthday, assorted, luxury, herbal, get well, mothers day, unique', 'coffee gift set, gift basket spa, hot chocolate gift set'),
  product('LAMP-3', 'Lamps', 0.8, 'kitchen counter lamp, small table lamp, brass lamp, cordless lamp small',
    'dimmable, vintage, warm light, mini, night light, rustic, plug in, gold, for shelf, mushroom', 'lamp shade replacement, led strip kitchen, under cabinet lighting'),
  product('MATCHA-SET', 'Tea', 1, 'matcha whisk set, matcha kit, matcha set, matcha bowl and whisk',
    'japanese, ceremonial, bamboo, gift, beginner, with bowl, with stand, traditional, green, 4 piece', 'matcha powder costco, electric milk frother, egg whisk'),
];

const EXACT_CLICKS = [3, 1.1, 0.45, 0.2];
const BROAD_CLICKS = [1.1, 0.45, 0.25];
const AUTO_CLICKS = [0.55, 0.25];

/** Every search term of every ad group, with its true values. `conversionOf` is a SKU's own conversion. */
export function createSearchTerms(
  seed: number,
  listingOf: (sku: string) => Listing,
  conversionOf: (sku: string) => number,
): SearchTermTruth[] {
  const terms: SearchTermTruth[] = [];
  for (const ad of PRODUCTS) {
    const rng = createRng(seed, `ads/${ad.sku}`);
    const price = listingOf(ad.sku).listPriceMinor;
    const draw = (base: TermBase) => terms.push(drawTerm(rng, ad, base, price, conversionOf(ad.sku)));
    exactTerms(ad).forEach(draw);
    broadTerms(ad).forEach(draw);
    autoTerms(rng, ad).forEach(draw);
  }
  return terms;
}

interface TermBase {
  readonly term: string;
  readonly type: 'Exact' | 'Broad' | 'Auto';
  readonly targeting: string;
  readonly clicks: number | null;
  readonly sells: boolean;
}

function exactTerms(ad: AdProduct): TermBase[] {
  return ad.nouns.map((noun, i) => ({ term: noun, type: 'Exact', targeting: noun, clicks: at(EXACT_CLICKS, i), sells: true }));
}

function broadTerms(ad: AdProduct): TermBase[] {
  const terms: TermBase[] = [];
  ad.modifiers.forEach((modifier, i) => {
    const noun = at(ad.nouns, i % 2);
    const term = i % 3 === 0 ? `${modifier} ${noun}` : `${noun} ${modifier}`;
    terms.push({ term, type: 'Broad', targeting: noun, clicks: BROAD_CLICKS[i] ?? null, sells: true });
  });
  const noun = at(ad.nouns, 2);
  for (const modifier of ad.modifiers.slice(0, 3)) {
    terms.push({ term: `${noun} ${modifier}`, type: 'Broad', targeting: noun, clicks: null, sells: true });
  }
  terms.push({ term: at(ad.waste, 0), type: 'Broad', targeting: at(ad.nouns, 0), clicks: 0.5, sells: false });
  return terms;
}

function autoTerms(rng: Rng, ad: AdProduct): TermBase[] {
  const terms: TermBase[] = [];
  const add = (term: string, targeting: string, clicks: number | null, sells = true) =>
    terms.push({ term, type: 'Auto', targeting, clicks, sells });
  for (const [i, modifier] of ad.modifiers.slice(3, 9).entries()) {
    add(`${at(ad.nouns, 3)} ${modifier}`, 'close-match', AUTO_CLICKS[i] ?? null);
  }
  for (const modifier of ad.modifiers.slice(0, 3)) add(`${modifier} ${ad.group.toLowerCase()}`, 'loose-match', null);
  add(at(ad.waste, 1), 'loose-match', 0.4, false);
  add(at(ad.waste, 2), 'loose-match', 0.3, false);
  for (let i = 0; i < 3; i += 1) add(foreignAsin(rng), 'substitutes', null);
  add(foreignAsin(rng), 'complements', null);
  return terms;
}

/** A competitor's ASIN as reports show it in the search term column: lower case. */
function foreignAsin(rng: Rng): string {
  return `b0xx${identifier(`foreign/${rng.int(1_000_000_000)}`, '0123456789abcdefghjkmnpqrstvwxyz', 6)}`;
}

function drawTerm(rng: Rng, ad: AdProduct, base: TermBase, priceMinor: number, conversion: number): SearchTermTruth {
  const isExact = base.type === 'Exact';
  const clicks = (base.clicks ?? rng.between(0.015, 0.1)) * ad.weight * rng.between(0.7, 1.3);
  const cvr = Math.min(0.4, rng.gamma(2.2, (conversion * (isExact ? 1.15 : 0.9)) / 2.2));
  const cpc = Math.max(16, priceMinor * conversion * 0.3 * rng.between(0.65, 1.5));
  const targeting = base.type === 'Exact' ? base.term : base.targeting;
  return {
    term: base.term,
    campaign: `SP | ${ad.group} | ${base.type}`,
    adGroup: ad.sku,
    targeting,
    matchType: base.type === 'Auto' ? '-' : isExact ? 'EXACT' : 'BROAD',
    sku: ad.sku,
    clicksPerDay: Math.round(clicks * 1e4) / 1e4,
    ctr: Math.round((isExact ? rng.between(0.005, 0.014) : rng.between(0.002, 0.008)) * 1e5) / 1e5,
    cvr: base.sells ? Math.round(cvr * 1e5) / 1e5 : 0,
    cpcMinor: Math.round(cpc),
  };
}
