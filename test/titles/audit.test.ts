import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import type { AuditListing } from '../../src/titles/audit.js';
import { auditTitles } from '../../src/titles/audit.js';
import { type Searched, searchedIn } from '../../src/titles/auditSearched.js';

const BEFORE = '2026-07-26' as Day;
const TODAY = '2026-11-22' as Day;

function listing(title: string | null, changes: Partial<AuditListing> = {}): AuditListing {
  return {
    store: 'us',
    platform: 'amazon',
    marketplace: 'US',
    listingId: 'B0KETTLE17',
    sku: 'KETTLE-17',
    title,
    productType: 'KETTLE',
    ...changes,
  };
}

const audit = (listings: AuditListing[], asOf: Day = TODAY) => auditTitles(listings, { asOf });
const findings = (listings: AuditListing[], asOf: Day = TODAY) =>
  audit(listings, asOf).rows.map((row) => [row.rule, row.severity, row.found, row.limit]);
/** Of the length rules alone. */
const lengths = (listings: AuditListing[]) => findings(listings).filter(([rule]) => String(rule).includes('-length'));

describe('auditTitles', () => {
  it('has the promised keys first', () => {
    const table = audit([listing('x'.repeat(76))]);
    const keys = table.columns.map((column) => column.key);
    expect(table.id).toBe('titles.audit/1');
    expect(keys.slice(0, 11)).toEqual([
      'store',
      'listing_id',
      'sku',
      'field',
      'text',
      'rule',
      'severity',
      'message',
      'found',
      'limit',
      'fix',
    ]);
    for (const row of table.rows) expect(Object.keys(row)).toEqual(keys);
  });

  it('says what is wrong with the kettle', () => {
    const title = 'ACME Kettle kettle 1.7L BEST PRICE Electric Kettle Black Stainless for Tea Coffee Office Home';
    expect(audit([listing(title)]).rows[0]).toEqual({
      store: 'us',
      listing_id: 'B0KETTLE17',
      sku: 'KETTLE-17',
      field: 'title',
      text: title,
      rule: 'amazon/title-length',
      severity: 'error',
      message: '93 characters, 18 over the limit of 75 since 2026-07-27. Amazon shortens longer titles itself.',
      found: 93,
      limit: 75,
      fix: null,
      platform: 'amazon',
      matched: null,
      span_start: null,
      span_end: null,
      level: null,
      unit: 'characters',
      effective_from: '2026-07-27',
      certainty: 'quoted',
      source: expect.stringContaining('145b6d0f-999c-4555-896c-c694bda2e470'),
    });
  });

  it('allows exactly the limit and not one more', () => {
    expect(findings([listing('x'.repeat(75))])).toEqual([]);
    expect(findings([listing('x'.repeat(76))])).toEqual([['amazon/title-length', 'error', 76, 75]]);
  });

  it('counts é and an emoji as one character on Amazon', () => {
    expect(lengths([listing(`${'é'.repeat(74)}😀`)])).toEqual([]);
    expect(lengths([listing(`${'é'.repeat(75)}😀`)])).toEqual([['amazon/title-length', 'error', 76, 75]]);
  });

  it('warns before 27 July 2026 of the limit that will come then', () => {
    expect(findings([listing('x'.repeat(75))], BEFORE)).toEqual([]);
    const table = audit([listing('x'.repeat(76))], BEFORE);
    expect(table.rows.map((row) => [row.rule, row.severity, row.message])).toEqual([
      [
        'amazon/title-length-upcoming',
        'warning',
        '76 characters, longer than the limit of 75 that comes into force on 2026-07-27. Amazon shortens longer titles itself.',
      ],
    ]);
    expect(findings([listing('x'.repeat(201))], BEFORE)).toEqual([
      ['amazon/title-length', 'error', 201, 200],
      ['amazon/title-length-upcoming', 'warning', 201, 75],
    ]);
  });

  it('leaves media and the marketplaces that kept 200 alone', () => {
    const long = 'x'.repeat(200);
    expect(findings([listing(long, { marketplace: 'Amazon.ae' }), listing(long, { productType: 'ABIS_BOOK' })])).toEqual([]);
    expect(findings([listing(`${long}x`, { marketplace: 'SA' })])).toEqual([['amazon/title-length', 'error', 201, 200]]);
    expect(findings([listing(long, { productType: 'ABIS_BOOK' })], BEFORE)).toEqual([]);
  });

  it('counts Taobao’s titles in bytes', () => {
    const taobao = (title: string) => listing(title, { platform: 'taobao', marketplace: 'CN', productType: null });
    expect(findings([taobao('保'.repeat(30))])).toEqual([]);
    expect(findings([taobao(`${'保'.repeat(28)}500m`)])).toEqual([]);
    expect(findings([taobao('保'.repeat(31))])).toEqual([['taobao/title-length', 'error', 62, 60]]);
    expect(findings([taobao(`${'保'.repeat(29)}500`)])).toEqual([['taobao/title-length', 'error', 61, 60]]);
    expect(audit([taobao('保'.repeat(31))]).rows[0]?.message).toBe(
      '62 bytes (a Chinese character counts 2), 2 over the limit of 60. Books on Tmall may have 120.',
    );
  });

  it('counts Rakuten’s names in CP932 bytes', () => {
    const rakuten = (title: string) => listing(title, { platform: 'rakuten', marketplace: 'JP', productType: null });
    expect(findings([rakuten(`${'電'.repeat(127)}a`)])).toEqual([]);
    expect(findings([rakuten('電'.repeat(128))])).toEqual([['rakuten/title-length', 'error', 256, 255]]);
    expect(lengths([rakuten('ｹ'.repeat(255))])).toEqual([]);
  });

  it('only warns about a limit that has no source', () => {
    const table = audit([listing('x'.repeat(256), { platform: 'shopify', marketplace: null })]);
    expect(table.rows.map((row) => [row.severity, row.message])).toEqual([
      ['warning', '256 characters, 1 over the limit of 255. No source for this limit is at hand: check it.'],
    ]);
  });

  it('reports a blank title on every platform, and does not judge an unknown one', () => {
    const table = audit([
      listing('', { listingId: 'A', platform: 'woocommerce', marketplace: null }),
      listing('  ', { listingId: 'B' }),
      listing(null, { listingId: 'C' }),
    ]);
    expect(table.rows.map((row) => [row.listing_id, row.rule, row.severity, row.message, row.found, row.limit])).toEqual([
      ['A', 'woocommerce/title-missing', 'error', 'The title is empty.', 0, null],
      ['B', 'amazon/title-missing', 'error', 'The title is empty.', 0, null],
    ]);
    expect(table.notes).toContain('1 listing without a title in any import, not judged: C.');
  });

  it('judges other fields where they are given', () => {
    const rows = audit([
      listing('Short', {
        otherFields: { item_highlights: 'x'.repeat(126), search_terms: 'é'.repeat(125), subtitle: null },
      }),
      listing('Other', {
        listingId: 'S',
        platform: 'shopify',
        marketplace: null,
        otherFields: { seo_title: 'x'.repeat(71) },
      }),
    ]).rows;
    expect(rows.map((row) => [row.listing_id, row.field, row.rule, row.severity, row.found, row.limit])).toEqual([
      ['B0KETTLE17', 'item_highlights', 'amazon/item-highlights-length', 'error', 126, 125],
      ['B0KETTLE17', 'search_terms', 'amazon/search-terms-length', 'error', 250, 249],
      ['S', 'seo_title', 'shopify/seo-title-length', 'warning', 71, 70],
    ]);
  });

  it('sorts errors first, then by store and listing, whatever the order of the listings', () => {
    const listings = [
      listing('x'.repeat(256), { store: 'a-web', platform: 'shopify', listingId: '1' }),
      listing('x'.repeat(90), { store: 'us', listingId: 'B2' }),
      listing('x'.repeat(80), { store: 'ca', listingId: 'B9' }),
      listing('x'.repeat(80), { store: 'us', listingId: 'B1' }),
    ];
    const table = audit(listings);
    expect(table.rows.map((row) => `${row.store} ${row.listing_id}`)).toEqual(['ca B9', 'us B1', 'us B2', 'a-web 1']);
    expect(audit([...listings].reverse())).toEqual(table);
  });

  it('says how much was judged and what could not be', () => {
    expect(
      audit([
        listing('x'.repeat(80), { productType: null }),
        listing('fine', { store: 'w', platform: 'woocommerce', marketplace: null }),
        listing('fine', { store: 'o', platform: 'ozon', marketplace: 'RU' }),
        listing('also fine', { store: 'o', platform: 'ozon', marketplace: 'RU', listingId: '2' }),
      ]).notes,
    ).toEqual([
      '4 listings: 1 error, 0 warnings, 0 hints.',
      'No title length rule of ozon is known: 2 listings not checked for length.',
      'woocommerce has no title limit to check (WooCommerce keeps a product’s name as a WordPress post title, a text column of 65,535 bytes): 1 listing.',
      '1 listing of amazon without a product type, judged as no media (books, music, video and software may be longer).',
    ]);
  });

  it('finds the same title of different products, not of one', () => {
    const rows = (changes: Partial<AuditListing>[]) =>
      audit(changes.map((each) => listing('Blue Mug', each))).rows.map((row) => [row.listing_id, row.rule, row.severity, row.message]);
    expect(
      rows([{ listingId: 'A' }, { listingId: 'B', title: ' blue  ＭＵＧ' }]).filter(([, rule]) => rule === 'amazon/title-duplicate'),
    ).toEqual([
      ['A', 'amazon/title-duplicate', 'hint', 'Same title as B.'],
      ['B', 'amazon/title-duplicate', 'hint', 'Same title as A.'],
    ]);
    expect(rows([{ listingId: 'A' }, { listingId: 'B' }, { listingId: 'C' }])[0]?.[3]).toBe('Same title as B and 1 more.');
    expect(
      rows([
        { listingId: 'A', productId: 'P' },
        { listingId: 'B', productId: 'P' },
      ]),
    ).toEqual([]);
    expect(rows([{ listingId: 'A' }, { listingId: 'B', store: 'de' }])).toEqual([]);
    expect(
      rows([
        { listingId: 'A', platform: 'ebay' },
        { listingId: 'B', platform: 'ebay' },
      ])[0]?.[2],
    ).toBe('warning');
  });

  it('finds words that nobody searches, where enough is known of what shoppers type', () => {
    const terms = Array.from({ length: 200 }, (_, n) => `electric kettles black ${n}`);
    const searched = searchedIn(terms, 'amazon', 'US');
    expect(searchedIn([...terms.slice(1), 'b0abcdefgh'], 'amazon', 'US')).toBeNull();
    const rows = (title: string, changes: Partial<AuditListing> = {}) =>
      auditTitles([listing(title, changes)], { asOf: TODAY, searched: new Map([['us', searched as Searched]]) }).rows.map((row) => [
        row.rule,
        row.message,
        row.found,
      ]);
    expect(rows('Electric Kettle, Black, Gooseneck, 2 L')).toEqual([
      ['amazon/title-unsearched-words', 'A word that none of 200 search terms has: Gooseneck.', 1],
    ]);
    expect(
      rows('Electric Kettle, Black, for Gooseneck', { brand: 'Gooseneck' }).filter(([rule]) => rule !== 'amazon/title-brand-first'),
    ).toEqual([]);
    // Not advertised: the terms speak of something else.
    expect(rows('Stoneware Mug, Black')).toEqual([]);
  });

  it('does not hold colours and model numbers against a title, which tell siblings apart', () => {
    const terms = Array.from({ length: 200 }, (_, n) => `electric kettles black gooseneck ${n}`);
    const searched = searchedIn(terms, 'amazon', 'US') as Searched;
    const hints = (...titles: (string | [string, string])[]) =>
      auditTitles(
        titles.map((each, at) => {
          const [title, productId] = typeof each === 'string' ? [each, `P${at}`] : each;
          return listing(title, { listingId: `L${at}`, sku: `S${at}`, productId });
        }),
        { asOf: TODAY, searched: new Map([['us', searched]]) },
      ).rows.flatMap((row) => (row.rule === 'amazon/title-unsearched-words' ? [row.message] : []));
    const found = (word: string) => `A word that none of 200 search terms has: ${word}.`;
    // Alone, nothing tells that it is a colour of several.
    expect(hints('Electric Gooseneck Kettle, Moss')).toEqual([found('Moss')]);
    expect(hints('Electric Gooseneck Kettle, Moss', 'Electric Gooseneck Kettle, Black')).toEqual([]);
    expect(hints('Electric Gooseneck Kettle, Moss', 'Electric Gooseneck Kettle, Sand', 'Electric Gooseneck Kettle, Silver')).toEqual([]);
    // What all of them say is still said in vain; so is what is said beside the colour.
    expect(hints('Artisan Electric Gooseneck Kettle, Moss', 'Artisan Electric Gooseneck Kettle, Sand')).toEqual([
      found('Artisan'),
      found('Artisan'),
    ]);
    // Variations of one product, however many words their colours have.
    expect(hints(['Electric Gooseneck Kettle, Moss', 'P'], ['Electric Gooseneck Kettle, Dark Fern Sand', 'P'])).toEqual([]);
    expect(hints('Electric Gooseneck Kettle KTX17')).toEqual([]);
    expect(hints('Electric Gooseneck Kettle, Model 3')).toEqual([]);
    // One sibling was written longer than the other.
    expect(hints('Electric Gooseneck Kettle, Sand, Precise Electric Kettle', 'Electric Gooseneck Kettle, Black')).toEqual([
      found('Precise'),
    ]);
  });

  it('finds a Chinese head without a searched word', () => {
    const terms = Array.from(
      { length: 100 },
      (_, n) => [`保温杯${n}款`, `便携水壶${n}款`, '不锈钢', '大容量'][n % 2 === 0 ? 0 : 1] as string,
    );
    const searched = searchedIn(
      [...terms, ...Array.from({ length: 120 }, (_, n) => `保温杯 不锈钢 大容量 ${n}`)],
      'taobao',
      null,
    ) as Searched;
    const heads = (title: string) =>
      auditTitles([listing(title, { platform: 'taobao', marketplace: null })], {
        asOf: TODAY,
        searched: new Map([['us', searched]]),
      }).rows.filter((row) => row.rule === 'taobao/title-head').length;
    expect(heads('清风徐来月下独酌山间竹影不锈钢保温杯大容量')).toBe(1);
    expect(heads('不锈钢保温杯大容量清风徐来月下独酌山间竹影')).toBe(0);
  });

  it('goes by the settings of each store', () => {
    const listings = [listing('FITNESS TRAMPOLINE LAMP', { store: 'us' }), listing('FITNESS TRAMPOLINE LAMP', { store: 'de' })];
    const settings = { '': {}, us: { disabled: ['all-caps'] }, de: { severity: { 'amazon/all-caps': 'error' as const } } };
    expect(auditTitles(listings, { asOf: TODAY, settings }).rows.map((row) => [row.store, row.severity])).toEqual([['de', 'error']]);
    const double = [listing('Mug', { listingId: 'A' }), listing('Mug', { listingId: 'B' })];
    expect(auditTitles(double, { asOf: TODAY, settings: { '': { disabled: ['duplicate'] } } }).rows).toEqual([]);
  });

  it('finds nothing in nothing', () => {
    const table = audit([]);
    expect(table.rows).toEqual([]);
    expect(table.notes).toEqual(['0 listings: 0 errors, 0 warnings, 0 hints.']);
  });
});
