import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countLength } from '../../../src/measures/listingRules/length.js';
import { lintText } from '../../../src/measures/listingRules/lint.js';
import { lintSubject } from '../../../src/titles/keywords/titleLimit.js';
import { anatomyOf } from '../../../src/titles/suggest/anatomy.js';
import { suggestPlan } from '../../../src/titles/suggest/plan.js';
import type { SolveLp } from '../../../src/titles/suggest/program.js';
import { AS_OF, type Search, suggested, suggestedFromList } from './scene.js';
import { solver } from './solver.js';

let solve: SolveLp;
beforeAll(async () => {
  solve = await solver();
});

const KETTLE = 'ACME Electric Kettle, 1.7 L, Black';
/** Enough clicks and orders to be judged by, all covered by the title. */
const ENOUGH: Search = ['electric kettle', 500, 50, 600];

describe('a suggested title', () => {
  it('keeps what is there as typed and adds what is worth most, in forms that people write', () => {
    const { result, after } = suggested(solve, KETTLE, [
      ENOUGH,
      ['tea kettle', 100, 10, 200],
      ['water boiler', 60, 6, 100],
      ['kettle for office', 40, 4, 100],
    ]);
    expect(after).toBe('ACME Electric Tea Kettle for Office, 1.7 L, Black, Water Boiler');
    const [suggestion] = result.suggestions;
    // 600 of 1,000 before, all of it after.
    expect(suggestion?.coverageBefore.ratio).toBeCloseTo(0.6, 9);
    expect(suggestion?.coverageAfter.ratio).toBe(1);
    expect([suggestion?.lengthBefore, suggestion?.lengthAfter, suggestion?.limit]).toEqual([34, 63, 75]);
    expect(suggestion?.added).toEqual([
      { text: 'Tea', value: 200e6, clicks: 100, orders: 10 },
      { text: 'Water Boiler', value: 100e6, clicks: 60, orders: 6 },
      { text: 'for Office', value: 100e6, clicks: 40, orders: 4 },
    ]);
    expect([...(suggestion?.newWords ?? [])].sort()).toEqual(['boiler', 'office', 'tea', 'water']);
  });

  it('tells how sure the coverage is', () => {
    // Covered 600 ± √600, open 400 ± √400, each in millions of millionths: variances 600e6 and 400e6 of 600e6 and 400e6. That is nothing.
    const { result } = suggested(solve, KETTLE, [ENOUGH, ['tea kettle', 100, 10, 400]]);
    const { low, high, ratio } = result.suggestions[0]?.coverageBefore ?? { low: 0, high: 0, ratio: 0 };
    expect(low).toBeLessThan(ratio);
    expect(high).toBeGreaterThan(ratio);
    // z × √(U² var C + C² var U) ÷ (C + U)² = 1.2816 × √((4e8)² × 6e8 + (6e8)² × 4e8) ÷ 1e18 = 1.2816 × 1.5492e-5
    expect(high - ratio).toBeCloseTo(1.281552 * 1.549193e-5, 11);
  });

  it('states nothing about the product that none of its texts says, until the seller confirms it', () => {
    const searches: Search[] = [
      ENOUGH,
      ['cordless electric kettle', 100, 10, 300],
      ['electric kettle 2 l', 50, 5, 100],
      ['glass electric kettle', 90, 9, 200],
    ];
    const { after, result } = suggested(solve, KETTLE, searches);
    expect(after).toBeNull();
    expect(result.without[0]?.why).toBe('nothing to gain');
    expect([...(result.without[0]?.demand?.refused ?? [])]).toEqual([
      ['cordless', 'property'],
      ['2', 'property'],
      ['glass', 'property'],
    ]);
    expect(suggested(solve, KETTLE, searches, { allow: ['cordless'] }).after).toBe('ACME Cordless Electric Kettle, 1.7 L, Black');
    // A column of the catalogue vouches for it, too.
    const listing = { attributes: JSON.stringify({ 'item-description': 'A cordless kettle.' }) };
    expect(suggested(solve, KETTLE, searches, { listing }).after).toBe('ACME Cordless Electric Kettle, 1.7 L, Black');
  });

  it('takes no word that did not sell, no name of others, and nothing that another product is', () => {
    const searches: Search[] = [
      ENOUGH,
      ['kettle corn machine', 90, 1, 100],
      ['bodum kettle', 80, 9, 200],
      ['kettle lamp', 70, 7, 150],
      ['desk lamp', 70, 7, 150],
      ['tea kettle', 80, 8, 100],
    ];
    const others = [{ sku: 'LAMP', title: 'ACME Desk Lamp', brand: 'ACME' }];
    const { after, result } = suggested(solve, KETTLE, searches, { others, exclude: ['tea'] });
    expect(after ?? '').not.toMatch(/corn|bodum|desk|tea/i);
    const demand = result.suggestions[0]?.demand ?? result.without[0]?.demand;
    expect(demand?.leftOut.map(({ term, why }) => [term, why])).toEqual([
      ['bodum kettle', 'another brand'],
      ['desk lamp', 'another product'],
    ]);
    expect(demand?.refused.get('corn')).toBe('evidence');
    expect(demand?.refused.get('tea')).toBe('excluded');
  });

  it('takes no word that tells a sibling apart', () => {
    const others = [{ sku: 'BALL', title: 'ACME Tea Infuser, Ball', brand: 'ACME' }];
    const searches: Search[] = [
      ['tea infuser', 400, 40, 500],
      ['ball tea infuser', 50, 5, 200],
      ['tea steeper', 50, 5, 200],
    ];
    const { after } = suggested(solve, 'ACME Tea Infuser, Basket', searches, { others });
    expect(after).toBe('ACME Tea Infuser, Basket, Tea Steeper');
  });

  it('puts the brand first', () => {
    const title = 'Electric Kettle, 1.7 L, Black by ACME';
    expect(suggested(solve, title, [ENOUGH, ['tea kettle', 100, 10, 200]]).after).toBe('ACME Electric Tea Kettle, 1.7 L, Black');
  });

  it('drops what nobody types from a title that is too long, and never brand, type or facts', () => {
    const title = 'ACME Electric Kettle, 1.7 L, Crème with Temperature Display, Boil-Dry Protection, Auto Shut-Off and BPA Free Lid';
    const { after, result } = suggested(solve, title, [ENOUGH, ['kettle temperature display', 60, 6, 80]]);
    expect(after).toBe('ACME Electric Kettle, 1.7 L, Crème with Temperature Display');
    expect(result.suggestions[0]?.dropped.map(({ text, value }) => [text, value])).toEqual([
      ['Auto Shut-Off and BPA Free Lid', 0],
      ['Boil-Dry Protection', 0],
    ]);
  });

  it('says nothing where the data is too thin, and nothing where there is little to gain', () => {
    const why = (...searches: Search[]) => suggested(solve, KETTLE, searches).result.without[0]?.why;
    expect(why(['electric kettle', 99, 20, 100], ['tea kettle', 0, 0, 50])).toBe('too thin');
    expect(why(['electric kettle', 500, 9, 100])).toBe('too thin');
    expect(why()).toBe('nothing searched');
    expect(why(['electric kettle', 500, 50, 980], ['tea kettle', 10, 2, 20])).toBe('nothing to gain');
  });

  it('writes new words in the case of the title', () => {
    const searches: Search[] = [ENOUGH, ['tea kettle', 100, 10, 200], ['usb kettle', 50, 5, 150]];
    expect(suggested(solve, 'ACME electric kettle, 1.7 l, black', searches, { allow: ['usb'] }).after).toBe(
      'ACME USB electric tea kettle, 1.7 l, black',
    );
  });
});

describe('what a suggestion says of words', () => {
  const planOf = ({ result }: ReturnType<typeof suggested>, stores: readonly string[] = []) =>
    suggestPlan({ ...result, asOf: AS_OF, imports: [], params: {}, storesWithoutTerms: stores });

  it('tells words that nobody searches from words that are searched and cover nothing alone', () => {
    const title = 'ACME Electric Kettle, 1.7 L, Crème with Temperature Display, Boil-Dry Protection, Auto Shut-Off and BPA Free Lid';
    const plan = planOf(
      suggested(solve, title, [
        ENOUGH,
        ['kettle temperature display', 60, 6, 80],
        ['kettle boil fast', 159, 11, 0.001],
        ['bpa kettle teapot', 28, 1, 0.001],
      ]),
    );
    expect(plan.changes[0]?.reason.text).toContain(
      '“Boil-Dry Protection” (no search is covered only through it: 159 clicks and 11 orders came from searches with its words)',
    );
    expect(plan.changes[0]?.reason.text).toContain('28 clicks and 1 order came from');
    expect(planOf(suggested(solve, title, [ENOUGH])).changes[0]?.reason.text).toContain('“with Temperature Display” (no searches)');
  });

  it('gives the worth by a list of the seller’s as a part of the list', () => {
    const listing = {
      sku: 'K',
      title: 'ACME Kettle, 1.7 L, Black',
      brand: 'ACME',
      attributes: '{"item-description":"An electric kettle."}',
    };
    const scene = suggestedFromList(solve, listing, [
      ['kettle', 1140],
      ['electric kettle', 100],
    ]);
    expect(planOf(scene).changes[0]?.reason.text).toBe("adds “Electric” (100 of your list's 1,240)");
  });

  it('names the store where there are several, and stores without any search terms in one sentence', () => {
    const scene = suggested(solve, KETTLE, [ENOUGH]);
    const of = (sku: string, store: string, storeId: number) => ({ ...scene.text, label: sku, store, storeId });
    const result = {
      ...scene.result,
      without: [
        { text: of('KETTLE-17-CRM', 'us', 1), why: 'nothing to gain' as const, demand: null },
        { text: of('KETTLE-17-CRM', 'web', 2), why: 'nothing searched' as const, demand: null },
        { text: of('mug', 'shopee', 3), why: 'nothing searched' as const, demand: null },
        { text: of('electric-kettle', 'shopee', 3), why: 'nothing searched' as const, demand: null },
      ],
    };
    expect(planOf({ ...scene, result }, ['shopee']).notes).toEqual([
      'No search terms are known of shopee (2 titles): no ad report of theirs, and no list of yours (--terms FILE).',
      '1 title has nothing to gain (us:KETTLE-17-CRM).',
      '1 title has no search terms: no ad report is about them, and no list of yours fits them (--terms FILE) (web:KETTLE-17-CRM).',
    ]);
  });

  it('takes no property that only tags say, and names other words that only tags say', () => {
    const searches: Search[] = [ENOUGH, ['whistling electric kettle', 100, 10, 300], ['tea kettle', 100, 10, 200]];
    const listing = { platform: 'shopify', attributes: '{"Tags":"whistling, tea, stovetop"}' };
    const scene = suggested(solve, 'ACME Electric Kettle', searches, { listing });
    expect(scene.after).toBe('ACME Electric Tea Kettle');
    expect(scene.result.suggestions[0]?.demand.refused.get('whistl')).toBe('property');
    expect(planOf(scene).changes[0]?.reason.text).toBe(
      'adds “Tea” (200 USD a month); only tags of the listing say “tea”: check that it is true',
    );
    const said = { platform: 'shopify', attributes: '{"Tags":"tea","Body (HTML)":"A whistling kettle."}' };
    expect(suggested(solve, 'ACME Electric Kettle', searches, { listing: said }).after).toMatch(/Whistling/);
  });

  it('makes no empty bags with drawstrings of filters, no farmhouse of a mug, and ends in no single word', () => {
    const filters: Search[] = [
      ['paper tea filters', 400, 40, 500],
      ['empty drawstring tea bags', 90, 9, 300],
    ];
    expect(suggested(solve, 'ACME Paper Tea Filters', filters).after ?? '').not.toMatch(/empty|drawstring/i);
    const mugs: Search[] = [
      ['stoneware mugs', 400, 40, 500],
      ['farmhouse mugs', 90, 9, 200],
      ['mugs gift', 90, 9, 200],
    ];
    const after = suggested(solve, 'ACME Stoneware Mugs, Set of 2', mugs).after ?? '';
    expect(after).not.toMatch(/farmhouse/i);
    expect(after).not.toMatch(/, \p{L}+$/u);
  });
});

describe('a list of search terms for a whole shop', () => {
  const DESCRIBED = JSON.stringify({
    'item-description': 'Fits office desks. Comes with a large lid. The tea kettle of our range.',
  });
  const listing = { sku: 'K', title: 'ACME Electric Kettle, 1.7 L', brand: 'ACME', attributes: DESCRIBED };
  const list: [string, number][] = [
    ['electric kettle', 1000],
    ['tea kettle', 900],
    ['tetra kettle', 800],
    ['large kettle', 700],
    ['kettle camping', 600],
    ['office kettle', 500],
    ['water boiler', 400],
    ['water kettle filter', 300],
  ];

  it('proves nothing of one listing: only what its own texts say word for word is taken', () => {
    const { after, result } = suggestedFromList(solve, listing, list);
    // "tea kettle" is said; that it is large, Tetra's or for camping is not, and a lid, filter or desk is something else.
    expect(after).toBe('ACME Electric Tea Kettle, 1.7 L');
    const { refused } = result.suggestions[0]?.demand ?? { refused: new Map() };
    expect([refused.get('tetra'), refused.get('camp')]).toEqual(['unsaid', 'unsaid']);
    expect(result.notes.join()).toContain('tetra');
  });

  it('is believed as far as the seller confirms it', () => {
    const { after } = suggestedFromList(solve, listing, list, { allow: ['camping'] });
    expect(after).toBe('ACME Electric Tea Kettle for Camping, 1.7 L');
  });

  it('is written into no title of a language whose grammar and properties are not known', () => {
    const dutch = ['Hondenmand met kussen en deken', 'Krabpaal met mand voor de kat', 'Tent met matras voor een kind'].flatMap(
      (title, at) => [1, 2].map((more) => ({ platform: 'shopify', sku: `S${at}${more}`, title: `${title} ${more}`, brand: 'ACME' })),
    );
    const basket = { platform: 'shopify', sku: 'H', title: 'Hondenmand - wasbaar - 120x90 cm', brand: 'ACME', attributes: null };
    const searches: [string, number][] = [
      ['hondenmand', 100],
      ['hondenmand orthopedisch', 90],
      ['zwart hondenmand', 80],
    ];
    expect(suggestedFromList(solve, basket, searches, { others: dutch }).after).toBeNull();
    expect(suggestedFromList(solve, basket, searches, { others: dutch, isChosen: true }).after).toBeNull();
  });
});

describe('parts of a title', () => {
  const parts = (title: string) => {
    const { text } = suggested(solve, title, [ENOUGH], { listing: { brand: 'ACME' } });
    return anatomyOf(text, [])?.parts.map(({ role, text: part }) => `${role}: ${part}`);
  };

  it.each([
    ['ACME 250pcs Decaf Coffee Sticks, Red', ['brand: ACME', 'fact: 250pcs', 'type: Decaf Coffee Sticks', 'fact: Red']],
    ['ACME Teapot with Infuser, 1 l for Tea', ['brand: ACME', 'type: Teapot', 'fact: with Infuser', 'fact: 1 l', 'phrase: for Tea']],
    ['ACME 1970s, Brass Lamp', ['brand: ACME', 'fact: 1970s', 'type: Brass Lamp']],
    ['ACME Pasta, Perfect for Roast Dinners', ['brand: ACME', 'type: Pasta', 'phrase: Perfect for Roast Dinners']],
    ['ACME Sauce 2 l, Creamy Horseradish with Bold Heat', ['brand: ACME', 'type: Sauce 2 l', 'phrase: Creamy Horseradish with Bold Heat']],
    ['ACME Sauce, Ideal for Beef, Sandwiches & Sauces', ['brand: ACME', 'type: Sauce', 'phrase: Ideal for Beef, Sandwiches & Sauces']],
    ['ACME Stand (Set of 2, 18", 24") for Home', ['brand: ACME', 'type: Stand', 'fact: (Set of 2, 18", 24")', 'phrase: for Home']],
    [
      'ACME Curry Paste, Massaman, Red, Green & Yellow Sauce',
      ['brand: ACME', 'type: Curry Paste', 'fact: Massaman, Red, Green & Yellow Sauce'],
    ],
    ['ACME Syrup, 100 Percent Natural Plant Flavours', ['brand: ACME', 'type: Syrup', 'fact: 100 Percent Natural Plant Flavours']],
  ])('%s', (title, expected) => {
    expect(parts(title)).toEqual(expected);
  });
});

describe('words that would be wrong', () => {
  it('takes a property only for what it is said of', () => {
    const attributes = JSON.stringify({ 'item-description': 'Coffee mugs with large handle.' });
    const searches: Search[] = [ENOUGH, ['stoneware mugs', 400, 40, 400], ['large coffee mug', 90, 9, 300]];
    const { after } = suggested(solve, 'ACME Stoneware Mugs, Set of 4', searches, { listing: { attributes } });
    expect(after ?? '').not.toMatch(/large/i);
    const said = JSON.stringify({ 'item-description': 'Large coffee mugs.' });
    // In the number of the title.
    expect(suggested(solve, 'ACME Stoneware Mugs, Set of 4', searches, { listing: { attributes: said } }).after).toBe(
      'ACME Stoneware Mugs, Set of 4, Large Coffee Mugs',
    );
  });

  it('says for whom a thing is only where the listing does', () => {
    const searches: Search[] = [
      ['travel backpack', 400, 40, 400],
      ['backpack for women', 90, 9, 300],
    ];
    expect(suggested(solve, 'ACME Travel Backpack', searches).after).toBeNull();
    const attributes = JSON.stringify({ 'item-description': 'Made for women.' });
    expect(suggested(solve, 'ACME Travel Backpack', searches, { listing: { attributes } }).after).toBe('ACME Travel Backpack for Women');
    // Of two named, one alone would shut out the other.
    const both = JSON.stringify({ 'item-description': 'Made for women and men.' });
    expect(suggested(solve, 'ACME Travel Backpack', searches, { listing: { attributes: both } }).after).toBeNull();
  });

  it('calls the product by another name only where several bought it by that', () => {
    const boughtBy = (orders: number) => suggested(solve, KETTLE, [ENOUGH, ['water boiler', 60, orders, 100]]).after;
    expect(boughtBy(4)).toBeNull();
    expect(boughtBy(5)).toBe(`${KETTLE}, Water Boiler`);
  });

  it('makes no phrases of what stands behind the product, and says nothing twice', () => {
    const searches: Search[] = [
      ['coconut milk', 400, 40, 400],
      ['coconut milk tin', 90, 9, 300],
      ['coconut milk mild', 90, 9, 300],
      ['milk carton', 90, 9, 300],
      ['gift milk', 90, 9, 300],
    ];
    expect(suggested(solve, 'ACME Coconut Milk, 6 x 400 ml', searches).after).toBeNull();
    const mugs: Search[] = [
      ['stoneware mugs', 400, 40, 400],
      ['tea stoneware mugs', 90, 9, 300],
    ];
    expect(suggested(solve, 'ACME Large Blue Stoneware Mugs', mugs).after).toBeNull();
  });

  it('puts a purpose behind the product and not behind brackets, and no adjective alone', () => {
    const searches: Search[] = [
      ['metal stand', 400, 40, 400],
      ['stand for living room', 90, 9, 300],
      ['stand for outdoor', 90, 9, 300],
    ];
    const attributes = JSON.stringify({ 'item-description': 'An outdoor stand.' });
    expect(suggested(solve, 'ACME Metal Stand (Set of 2, 18" and 24")', searches, { listing: { attributes } }).after).toBe(
      'ACME Metal Stand for Living Room (Set of 2, 18" and 24")',
    );
  });
});

describe('languages without spaces', () => {
  it('fills a Taobao title up to 60 bytes of GBK, a character counting two', () => {
    const listing = { platform: 'taobao', marketplace: 'Tmall', sku: 'T1', title: '塘壶马克杯家用咖啡杯', brand: '塘壶' };
    const list: [string, number][] = [
      ['马克杯', 5000],
      ['咖啡杯', 3000],
      ['情侣水杯', 4000],
      ['办公室喝水杯子', 2500],
      ['不锈钢马克杯', 9000],
      ['早餐杯', 1500],
      ['生日礼物马克杯', 2000],
      ['简约风马克杯', 1000],
    ];
    const { after, result } = suggestedFromList(solve, listing, list, { isChosen: true });
    const [suggestion] = result.suggestions;
    expect(after?.startsWith('塘壶马克杯家用咖啡杯')).toBe(true);
    expect(countLength(after ?? '', 'gbk-bytes')).toBeLessThanOrEqual(60);
    expect([suggestion?.limit, suggestion?.unit, suggestion?.lengthBefore]).toEqual([60, 'gbk-bytes', 20]);
    expect(after).toContain('生日礼物');
    expect(after).not.toContain('不锈钢');
    // The list has no orders: no thin data, and its values have no currency.
    expect(suggestion?.demand.isOwnList).toBe(true);
  });

  it('puts spaces between the words of a Rakuten title, as its guideline asks', () => {
    const listing = { platform: 'rakuten', marketplace: null, sku: 'R1', title: 'タルン 水筒 500ml 子供', brand: 'タルン' };
    const { after } = suggestedFromList(
      solve,
      listing,
      [
        ['水筒', 9000],
        ['水筒 直飲み', 4000],
        ['水筒 ステンレス', 6000],
      ],
      { isChosen: true },
    );
    expect(after).toBe('タルン 水筒 500ml 子供 直飲み');
  });
});

describe('every suggestion', () => {
  const word = fc.constantFrom(
    'tea',
    'water',
    'office',
    'gift',
    'hot',
    'boiler',
    'kettle',
    'electric',
    'rustic',
    'camping',
    'steeper',
    'cordless',
    'for',
    'pot',
    'large',
    'kettles',
    'free shipping',
    '!',
  );
  const search = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.integer({ min: 0, max: 80 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 400 }),
  );
  const title = fc.constantFrom(
    KETTLE,
    'ACME Gooseneck Kettle 0.9 L, Silver for Pour Over Coffee and Tea, Precise Pouring Spout, Ergonomic Handle',
    'Kettle by ACME',
    'ACME Kettle | Steel | 2-Pack',
  );

  it('fits, keeps brand, type and facts, breaks no rule that was kept, and is the same again', () => {
    fc.assert(
      fc.property(title, fc.array(search, { maxLength: 8 }), (before, searches) => {
        const { text, after, result } = suggested(solve, before, [ENOUGH, ...searches]);
        if (after === null) return;
        expect(after.length).toBeLessThanOrEqual(75);
        expect(after.startsWith('ACME ')).toBe(true);
        for (const fact of ['1.7 L', 'Black', '0.9 L', 'Silver', 'Steel', '2-Pack', 'Kettle'])
          if (before.includes(fact)) expect(after).toContain(fact);
        const rules = (of: string) =>
          new Set(
            lintText(lintSubject(text), 'title', of, { asOf: AS_OF })
              .filter(({ severity }) => severity !== 'hint')
              .map(({ rule }) => rule),
          );
        const known = rules(before);
        expect([...rules(after)].filter((rule) => !known.has(rule))).toEqual([]);
        expect(after).not.toMatch(/\s{2}|,,|!/);
        expect(suggested(solve, before, [ENOUGH, ...searches]).after).toBe(after);
        const [{ coverageAfter, coverageBefore, lengthBefore, limit } = { coverageAfter: null }] = result.suggestions as readonly Partial<
          (typeof result.suggestions)[number]
        >[];
        const isTooLong = (lengthBefore ?? 0) > (limit ?? 0);
        if (!isTooLong) expect((coverageAfter?.ratio ?? 0) - (coverageBefore?.ratio ?? 0)).toBeGreaterThanOrEqual(0.03);
      }),
      { numRuns: 60 },
    );
  });
});
