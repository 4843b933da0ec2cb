import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import type { ListingFieldName } from '../../../src/core/listingField.js';
import { type LintOptions, type LintSubject, lengthLimit, lintText, mendedText } from '../../../src/measures/listingRules/lint.js';

const TODAY = '2026-11-22' as Day;

function subject(platform: string, changes: Partial<LintSubject> = {}): LintSubject {
  return { platform, marketplace: null, productType: null, brand: null, variation: null, role: null, ...changes };
}

const lint = (of: LintSubject, text: string, options: Partial<LintOptions> = {}, field: ListingFieldName = 'title') =>
  lintText(of, field, text, { asOf: TODAY, ...options });

/** The rules that a title breaks, without the platform. */
const broken = (platform: string, text: string, changes: Partial<LintSubject> = {}, options: Partial<LintOptions> = {}) =>
  lint(subject(platform, changes), text, options).map(({ rule }) => rule.replace(/^[^/]*\/title-/, ''));

describe('a title that breaks nothing', () => {
  it.each([
    ['amazon', 'ACME Electric Kettle, 1.7 L, Stainless Steel, BPA Free'],
    ['amazon', 'De’Longhi Café Crème Maker – 1,5 L (2 Pack) <10 lb'],
    ['etsy', 'Garden Swing Plans PDF | 50% Scale: Wood & Rope + Guide'],
    ['shopify', 'Nordhaus Wool Throw, XL'],
    ['taobao', '自然堂雪域精粹纯粹滋润霜50g 补水保湿 滋润水润面霜'],
    ['rakuten', '【送料無料】ACME 電気ケトル 1.7L ステンレス'],
    ['ebay', 'Hartwell Stoneware Mug Set of 4 Blue'],
  ])('%s: %s', (platform, title) => {
    expect(lint(subject(platform), title)).toEqual([]);
  });
});

describe('slips', () => {
  it.each([
    [' Mug', 'Mug', 'at the beginning'],
    ['Mug ', 'Mug', 'at the end'],
    ['Blue  Mug', 'Blue Mug', 'in a row'],
    ['  Blue \u3000 Mug\u00a0', 'Blue Mug', 'at the beginning, in a row, at the end'],
  ])('spaces: %j', (title, fix, where) => {
    const [found] = lint(subject('shopify'), title);
    expect(found).toMatchObject({ rule: 'shopify/title-spaces', severity: 'warning', fix });
    expect(found?.message).toContain(where);
  });

  it.each([
    ['Blue \u200bMug', 'Blue Mug'],
    ['白\u200b色 Mug', '白色 Mug'],
    ['Men\u0092s Mug \u0096 Blue', 'Men’s Mug – Blue'],
    ['Blue\tMug', 'Blue Mug'],
    ['\ufeffMug', 'Mug'],
    ['Mug\u00ad', 'Mug'],
    ['Mug\u200d Blue', 'Mug Blue'],
    ['Mug\u200e', 'Mug'],
  ])('characters that nobody sees: %j', (title, fix) => {
    expect(lint(subject('ebay'), title)).toMatchObject([{ rule: 'ebay/title-invisible', fix }]);
  });

  it.each(['Blue\u200bMug', 'Ä\u008d Mug'])('no mending where a space, nothing or half a letter may be meant: %j', (title) => {
    expect(lint(subject('ebay'), title)).toMatchObject([{ rule: 'ebay/title-invisible', fix: null }]);
  });

  it.each(['ภาษา\u200bไทย Mug', '👨‍👩‍👧 Mug', 'קומקום \u200eACME', 'کتاب\u200cها'])(
    'joiners and marks of direction where they belong: %j',
    (title) => {
      expect(broken('amazon', title)).not.toContain('invisible');
    },
  );

  it.each([
    ['Tom &amp; Jerry Mug', 'Tom & Jerry Mug'],
    ['5&quot; Plate', '5" Plate'],
    ['Tom &amp;amp; Jerry', 'Tom & Jerry'],
    ['<b>Blue</b> Mug', 'Blue Mug'],
    ['Mug<br/>Blue', 'Mug Blue'],
    ['Caf&eacute; Mug &#8211; Blue', 'Café Mug – Blue'],
    ['Cr&egrave;me br&ucirc;l&eacute;e &#150; 10 m&sup2;', 'Crème brûlée – 10 m²'],
    ['Tom &Amp; Jerry', 'Tom & Jerry'],
    ['<p>Blue Mug</p>', 'Blue Mug'],
    ['Blue &nbsp; Mug&nbsp;', 'Blue Mug'],
    ['ACME<sup>TM</sup> Rug', 'ACME™ Rug'],
    ['Rug, 2 m<sup>2</sup>', 'Rug, 2 m²'],
  ])('HTML: %j', (title, fix) => {
    expect(lint(subject('shopify'), title)).toMatchObject([{ rule: 'shopify/title-html', fix }]);
  });

  it.each(['Poster <Small>', 'H<sub>2</sub>O Bottle', '10<sup>6</sup> Mugs', '&lt;script&gt;x&lt;/script&gt; Mug'])(
    'HTML that is no certain refuse: %j',
    (title) => {
      expect(lint(subject('shopify'), title)).toMatchObject([{ rule: 'shopify/title-html', fix: null }]);
    },
  );

  it.each(['AT&T; Phone', 'Tom & Jerry; Mug', 'Shirt <10 lb', 'A < B > C', '&c. Mug'])('no HTML: %j', (title) => {
    expect(broken('shopify', title)).not.toContain('html');
  });

  it.each([
    ['Kidâ€™s Mug', 'Kid’s Mug'],
    ['CafÃ© Mug', 'Café Mug'],
    ['Mug â€“ Blue', 'Mug – Blue'],
    ['LEGOÂ® Set', 'LEGO® Set'],
    ['æ—¥æœ¬ Mug', '日本 Mug'],
    ['Mug â€œBlueâ€', 'Mug “Blue”'],
    // All of it is UTF-8, so that the "TÃ©" is no name in capitals and "Å½" no word.
    ['TÃ© Nero, TÃ¨', 'Té Nero, Tè'],
    ['Å½idle â€“ Mug', 'Židle – Mug'],
    ['BÃ©ghin Sugar', 'Béghin Sugar'],
  ])('wrong encoding: %j', (title, fix) => {
    expect(lint(subject('shopify'), title)).toMatchObject([{ rule: 'shopify/title-mojibake', fix }]);
  });

  // The second and the third lack a byte.
  it.each([
    '锟斤拷 Mug',
    'æ–°å“æ–° Mug',
    'ï¼ˆæ–°å“ï¼‰ Mug',
    'Caf\ufffd Mug',
    'Muesli 1?kg Bag',
    'Cold?pressed Oil',
    '倩碧卓越润肤ㄠ 125ml',
    '清爽护手ㄠㄇ嵊Ｊ┗な炙60g',
  ])('lost for good: %j', (title) => {
    expect(lint(subject('shopify'), title)).toMatchObject([{ rule: 'shopify/title-mojibake', fix: null }]);
  });

  it.each(['CAFÉ® Mug', 'Café™ Mug', 'Crème brûlée – «Été»', 'MAÇÃ® Mug', 'Mug “Ã”', 'Who? What? Mug', 'ㄅㄆㄇ 注音積木', 'Ça va ?'])(
    'right encoding: %j',
    (title) => {
      expect(broken('shopify', title)).not.toContain('mojibake');
    },
  );

  it('full and half width', () => {
    expect(lint(subject('rakuten'), 'ＡＣＭＥ　ケトル １．７L')).toMatchObject([
      { rule: 'rakuten/title-full-width', fix: 'ACME ケトル 1.7L', severity: 'warning' },
    ]);
    expect(lint(subject('rakuten'), 'ACME ｹﾄﾙ ﾊﾞｯｸﾞ')).toMatchObject([
      { rule: 'rakuten/title-half-width-katakana', fix: 'ACME ケトル バッグ' },
    ]);
    expect(broken('taobao', '保温杯（不锈钢）５００ml大容量便携学生女士运动水壶办公室')).toEqual(['full-width']);
    expect(broken('taobao', '保温杯（不锈钢），500ml大容量便携学生女士运动水壶办公室！')).toEqual([]);
  });

  it('an empty title, and no unknown one', () => {
    expect(lint(subject('ozon'), '  ')).toMatchObject([{ rule: 'ozon/title-missing', severity: 'error', fix: null }]);
    expect(lintText(subject('ozon'), 'title', null, { asOf: TODAY })).toEqual([]);
  });
});

describe('characters', () => {
  it('that Amazon bans, but in the brand', () => {
    expect(lint(subject('amazon', { brand: 'ACME' }), 'ACME Mug {Blue} 5_pack')).toMatchObject([
      { rule: 'amazon/title-banned-characters', severity: 'error', found: '{ } _' },
    ]);
    expect(broken('amazon', 'Yahoo! Mug', { brand: 'Yahoo!' })).toEqual([]);
    expect(broken('amazon', 'Yahoo! Mug! Blue', { brand: 'Yahoo!' })).toEqual(['banned-characters']);
  });

  it('that may be of a brand nobody told only warn', () => {
    expect(lint(subject('amazon'), 'Mug, so blue!')).toMatchObject([{ severity: 'warning' }]);
    expect(lint(subject('amazon'), 'OATLY! Oat Drink')).toMatchObject([{ severity: 'hint' }]);
    expect(broken('amazon', 'EP!C Marshmallows')).toEqual([]);
    expect(lint(subject('amazon'), 'Mug ^blue^!')).toMatchObject([{ severity: 'error' }]);
  });

  it('that decorate, and the same that measure', () => {
    for (const title of ['Beach Coverup << Size Kids >>', '*Twin Pack* Mug', '~ Blue Mug ~', 'Mug # Blue']) {
      expect(broken('amazon', title), title).toEqual(['decorative-characters']);
    }
    for (const title of ['Style #4301 Mug', 'Case <10 lb', 'Rope ~5 m', 'AA 2*2 Cable', 'Filter #HF-201']) {
      expect(broken('amazon', title), title).toEqual([]);
    }
  });

  it('that Etsy refuses or takes once', () => {
    expect(lint(subject('etsy'), 'Mug $5 ♥ Blue')).toMatchObject([{ rule: 'etsy/title-characters', severity: 'error', found: '$ ♥' }]);
    expect(broken('etsy', 'Crème Mug™ – “Été” (2+2=4)')).toEqual([]);
    expect(lint(subject('etsy'), 'Mug & Cup & Plate: Set')).toMatchObject([
      { rule: 'etsy/title-once-only', found: 2, limit: 1, span: [10, 11] },
    ]);
    expect(broken('etsy', 'Mug, Cup, Plate, Set & Lid: 100% Wool + Box')).toEqual([]);
  });

  it('that are emoji or ornaments', () => {
    expect(broken('amazon', 'Mug 😀')).toEqual(['symbols']);
    expect(broken('google', '★ Mug ★')).toEqual(['symbols']);
    expect(broken('amazon', 'LEGO® Mug™ 100 °C ½ “x”')).toEqual([]);
    expect(broken('rakuten', '★ACME ケトル① ㌔')).toEqual(['machine-dependent-characters']);
  });
});

describe('words', () => {
  it('a word more than twice on Amazon', () => {
    const [found] = lint(subject('amazon'), 'ACME Kettle kettle 1.7 L Electric Kettle');
    expect(found).toMatchObject({ rule: 'amazon/title-repeated-word', severity: 'error', found: 3, limit: 2, span: [34, 40] });
    expect(found?.message).toBe('"kettle" stands 3 times, more than twice.');
  });

  it.each([
    ['twice', 'Kettle and Lid for Kettle'],
    ['function words', 'Mug for Tea, for Coffee and for Milk, with Lid, with Box, with Spoon'],
    ['measures and numbers', 'Box 10 cm x 20 cm x 30 cm, 2 x 2 x 2'],
    ['parts of words', 'Teapot Tea Teaspoon Steam'],
  ])('not %s', (_, title) => {
    expect(broken('amazon', title)).toEqual([]);
  });

  it('function words by the language of the marketplace', () => {
    const title = 'Tasse für Tee, für Kaffee und für Milch';
    expect(broken('amazon', title, { marketplace: 'Amazon.de' })).toEqual([]);
    const die = 'Die Cast Die Car Die Set';
    expect(broken('amazon', die, { marketplace: 'Amazon.de' })).toEqual([]);
    expect(broken('amazon', 'Mug mit Mug mit Lid mit Box', { marketplace: 'Amazon.fr' })).toEqual(['repeated-word']);
  });

  it('singular and plural together only warn', () => {
    expect(lint(subject('amazon'), 'Pickle Jar, Indian Pickle, Pickles')).toMatchObject([
      { rule: 'amazon/title-repeated-form', severity: 'warning', found: 3 },
    ]);
    expect(broken('amazon', 'Oatly Oat Drink, Oat Milk')).toEqual([]);
    expect(broken('amazon', 'Glass Jar, Glasses, Glass Lid')).toEqual(['repeated-form']);
    expect(broken('amazon', 'Berry Jam, Berries, Wild Berry')).toEqual(['repeated-form']);
    expect(broken('amazon', 'Blue Sky Print, Red Skies, Night Sky')).toEqual(['repeated-form']);
    expect(broken('amazon', 'Axes, Felling Ax, Hand Ax')).toEqual(['repeated-form']);
  });

  it('Chinese words after segmentation', () => {
    expect(lint(subject('taobao'), '雅诗兰黛粉盒 沁水粉底凝霜配套粉盒 空粉盒大容量便携')).toMatchObject([
      { rule: 'taobao/title-repeated-word', severity: 'hint', found: 3 },
    ]);
  });

  it('names a Chinese word whole that the segmenter cut', () => {
    const [found] = lint(subject('taobao'), '欧莱雅 玻尿酸套装 玻尿酸晶露、玻尿酸乳液／玻尿酸面霜');
    expect(found?.message).toBe('"玻尿酸" stands 4 times, more than twice.');
  });

  it.each([
    ['amazon', 'KNORR CURRY PASTE - BALTI, TANDOORI', true],
    ['amazon', 'REGGIA - Cannelloni Tubes', false],
    ['amazon', 'NIELSEN MASSEY Vanilla Extract', false],
    ['amazon', 'ACME LED USB HDMI PVC Cable XL XXL BPA', false],
    ['amazon', 'SAMSUNG Galaxy SM-G991B Case', false],
    ['shopify', 'FITNESS TRAMPOLINE - 101 cm Diameter', false],
    ['shopify', 'IGLOO desk lamp by Tommaso Cimini', false],
  ])('capitals: %s %s: %s', (platform, title, expected) => {
    expect(broken(platform, title).includes('all-caps')).toBe(expected);
  });

  it.each([
    [
      'NORTH RIDGE KETTLE STEEL BLACK GIFT STOVE QUICK Mug',
      '6 words in capitals besides the first two, which may be a brand: KETTLE, STEEL, BLACK, GIFT, …',
    ],
    ['KNORR Curry PASTE BALTI', '2 words in capitals besides the first, which may be a brand: PASTE, BALTI.'],
    ['FITNESS TRAMPOLINE LAMP', '3 words in capitals: FITNESS, TRAMPOLINE, LAMP.'],
  ])('capitals of %s are counted as the message says', (title, message) => {
    expect(lint(subject('amazon'), title).find(({ rule }) => rule.endsWith('all-caps'))?.message).toBe(message);
  });

  it('leaves the brand its capitals, and the head where no brand is known', () => {
    expect(broken('shopify', 'FITNESS TRAMPOLINE - 101 cm Diameter', { brand: 'Shop' })).toEqual(['all-caps']);
    expect(broken('amazon', 'Mug by TARN KETTLE', { brand: 'Other' })).toEqual(['brand-first', 'all-caps'].reverse());
    expect(broken('amazon', 'TARN KETTLE Mug', { brand: 'Tarn Kettle' })).toEqual([]);
  });

  it.each([
    ['Mug, free shipping', 'promotional-phrase'],
    ['Mug 100% quality guaranteed', 'promotional-phrase'],
    ['Mug -20% ', 'promotional-phrase'],
    ['Mug 20% OFF', 'promotional-phrase'],
    ['SALE Mug', 'promotional-phrase'],
    ['Tasse versandkostenfrei', 'promotional-phrase'],
    ['Tasse, livraison gratuite', 'promotional-phrase'],
    ['Taza envío gratis', 'promotional-phrase'],
    ['Tazza spedizione gratuita', 'promotional-phrase'],
    ['Best-Seller Mug', 'subjective-phrase'],
    ['Mug, the perfect gift', 'subjective-phrase'],
  ])('phrases: %s', (title, rule) => {
    expect(broken('amazon', title)).toContain(rule);
  });

  it.each([
    'Wholesale Box',
    'Garage for Sale Sign',
    'Pasta al Sale',
    'Free Standing Shelf',
    'Gluten-Free Delivery Box',
    '100% Cotton',
    'Money Box',
  ])('no phrase of the offer: %s', (title) => {
    expect(broken('amazon', title)).toEqual([]);
  });

  it('sales words of Rakuten only in brackets at the head', () => {
    expect(broken('rakuten', '【送料無料】【ポイント10倍】ACME ケトル')).toEqual([]);
    expect(broken('rakuten', 'ACME ケトル 送料無料')).toEqual(['promotion-outside-brackets']);
    expect(broken('rakuten', 'ACME ケトル ポイント10倍')).toEqual(['promotion-outside-brackets']);
  });

  it('ways past the platform', () => {
    for (const title of ['Mug www.acme-mugs.com', 'Mug https://x.y/z', 'Mug shop@acme.com', 'Mug acmemugs.com']) {
      expect(broken('ebay', title), title).toContain('contact');
    }
    expect(broken('taobao', '保温杯不锈钢便携大容量 加微信 abc123 办公室家用学生')).toContain('contact');
    expect(broken('taobao', '保温杯不锈钢便携大容量 13912345678 办公室家用学生')).toContain('contact');
    for (const title of ['Mug No.5 Ver.2 Blue', 'Mug EAN 4006381333931', 'T.N.T. Mug', 'Dr.Com Mug'])
      expect(broken('ebay', title), title).toEqual([]);
    expect(broken('ebay', 'Booking.com Mug', { brand: 'Booking.com' })).toEqual([]);
  });

  it('names of other platforms', () => {
    expect(broken('taobao', '抖音同款保温杯不锈钢便携大容量办公室家用学生女士')).toEqual(['other-platform']);
    expect(broken('ebay', 'Mug as on Etsy')).toEqual(['other-platform']);
    expect(broken('etsy', 'Etsy Seller Mug')).toEqual([]);
    expect(broken('ebay', 'Echo Stand for Amazon Echo, Target Practice Mug')).toEqual([]);
  });
});

describe('a listing', () => {
  it('has its brand first', () => {
    expect(lint(subject('amazon', { brand: 'ACME' }), 'Blue Mug by ACME')).toMatchObject([
      { rule: 'amazon/title-brand-first', severity: 'hint' },
    ]);
    expect(broken('amazon', 'DeLonghi Mug', { brand: "De'Longhi" })).toEqual([]);
    expect(broken('amazon', 'Blue Mug', { brand: 'Generic' })).toEqual([]);
    expect(broken('rakuten', '【送料無料】エーシーエム ケトル', { brand: 'ACME/エーシーエム' })).toEqual([]);
  });

  it('says its variation, and the parent does not', () => {
    expect(broken('amazon', 'ACME Mug', { variation: 'Color: Black / Size: 2 L' })).toEqual(['variation-missing']);
    expect(broken('amazon', 'ACME Mug, Black, 2 L', { variation: 'Color: Black / Size: 2 L' })).toEqual([]);
    const parent = { role: 'parent', childVariations: ['Black / 2 L', 'White / 2 L'] };
    expect(lint(subject('amazon', parent), 'ACME Mug, Black')).toMatchObject([
      { rule: 'amazon/title-variation-on-parent', found: 'Black' },
    ]);
    expect(broken('amazon', 'ACME Mug, 2 L', parent)).toEqual([]);
    expect(broken('amazon', 'ACME Blackberry Mug', parent)).toEqual([]);
  });

  it('has item highlights only beside a short title', () => {
    const highlights = (title: string, text: string, marketplace = 'US') =>
      lint(subject('amazon', { marketplace, texts: { title } }), text, {}, 'item_highlights').map(({ rule }) => rule);
    expect(highlights('x'.repeat(75), 'y'.repeat(125))).toEqual([]);
    expect(highlights('x'.repeat(76), 'y')).toEqual(['amazon/item-highlights-title-too-long']);
    expect(highlights('x', 'y'.repeat(126))).toEqual(['amazon/item-highlights-length']);
    expect(highlights('x'.repeat(76), 'y', 'AE')).toEqual([]);
  });

  it('has tags that Etsy takes', () => {
    const tags = (text: string) => lint(subject('etsy'), text, {}, 'tags').map(({ message }) => message);
    expect(tags('garden_plans,pdf,o’clock'.replace('’', "'"))).toEqual([]);
    expect(tags(Array.from({ length: 14 }, (_, n) => `t${n}`).join(','))).toEqual(['14 tags; at most 13 are allowed.']);
    expect(tags('a tag that is far too long')).toEqual(['The tag "a tag that is far too long" has 26 characters, 20 are allowed.']);
    expect(tags('mug,Mug')).toEqual(['The tag "Mug" stands twice.']);
    expect(tags('mug!')).toEqual(["! is not allowed: letters, digits, spaces, - ' ™ © ®."]);
  });

  it('is not too short where platforms advise more', () => {
    expect(lint(subject('walmart'), 'Mug')).toMatchObject([{ rule: 'walmart/title-short', severity: 'hint', found: 3, limit: 50 }]);
    expect(lint(subject('taobao'), '保温杯')).toMatchObject([{ rule: 'taobao/title-short', found: 6, limit: 40 }]);
    expect(broken('amazon', 'Mug')).toEqual([]);
  });
});

describe('dates and exceptions', () => {
  const repeated = 'Kettle kettle kettle';

  it('a rule begins on its day, and is announced before where that is asked for', () => {
    const on = (day: string, upcoming = false) =>
      lint(subject('amazon'), repeated, { asOf: day as Day, upcoming }).map(({ rule, severity }) => [rule, severity]);
    expect(on('2025-01-20')).toEqual([]);
    expect(on('2025-01-21')).toEqual([['amazon/title-repeated-word', 'error']]);
    expect(on('2025-01-20', true)).toEqual([['amazon/title-repeated-word-upcoming', 'warning']]);
    const [found] = lint(subject('amazon'), repeated, { asOf: '2025-01-20' as Day, upcoming: true });
    expect(found?.message).toBe('"kettle" stands 3 times, more than twice. In force from 2025-01-21.');
  });

  it('media may repeat words and be long', () => {
    const long = `${repeated} ${'x'.repeat(80)}`;
    expect(broken('amazon', long, { productType: 'ABIS_BOOK' })).toEqual([]);
    expect(broken('amazon', long, { productType: 'KETTLE' }).sort()).toEqual(['length', 'repeated-word']);
  });

  it('states the version of the limit that was broken', () => {
    const [found] = lint(subject('amazon', { productType: 'ABIS_BOOK' }), 'x'.repeat(201));
    expect(found).toMatchObject({ limit: 200, basis: { limit: 200, effectiveFrom: null } });
    expect(lengthLimit(subject('amazon'), 'title', TODAY)).toEqual({ limit: 75, unit: 'characters' });
  });
});

describe('settings', () => {
  it('switch rules off by id, beginning, platform or name', () => {
    for (const word of [
      'amazon/title-repeated-word',
      'amazon/title-repeated',
      'amazon/',
      'amazon',
      'repeated-word',
      'title-repeated-word',
      'amazon/repeated-word',
    ]) {
      expect(broken('amazon', 'Kettle kettle kettle', {}, { disabled: [word] }), word).toEqual([]);
    }
    for (const word of ['ebay', 'amazon/title-length', 'wor', 'amaz']) {
      expect(broken('amazon', 'Kettle kettle kettle', {}, { disabled: [word] }), word).toEqual(['repeated-word']);
    }
  });

  it('change severities, allow words, ask for optional rules, or for errors only', () => {
    expect(lint(subject('amazon'), 'FITNESS TRAMPOLINE LAMP', { severity: { 'all-caps': 'error' } })).toMatchObject([
      { severity: 'error' },
    ]);
    expect(broken('amazon', 'FITNESS TRAMPOLINE LAMP', {}, { allowWords: ['fitness', 'trampoline'] })).toEqual([]);
    expect(broken('amazon', 'Mug, best seller', {}, { allowWords: ['Best Seller'] })).toEqual([]);
    const low = '专柜正品保温杯不锈钢便携大容量办公室家用学生女士';
    expect(broken('taobao', low)).toEqual([]);
    expect(broken('taobao', low, {}, { enabled: ['taobao/title-ad-words-low'] })).toEqual(['ad-words-low']);
    expect(broken('amazon', 'Kettle kettle kettle 😀  x', {}, { errorsOnly: true })).toEqual(['repeated-word']);
  });

  it('puts errors first', () => {
    const severities = lint(subject('amazon'), 'Kettle kettle kettle 😀 ').map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'warning', 'warning']);
  });
});

describe('mendedText', () => {
  const mended = (text: string, platform = 'shopify') => mendedText(subject(platform), 'title', text, { asOf: TODAY });

  it('makes all certain mendings, one after the other', () => {
    expect(mended(' Tom\u200b &amp;amp;  JerryÂ® <b>Mug</b> ')).toEqual({
      text: 'Tom & Jerry® Mug',
      rules: ['shopify/title-mojibake', 'shopify/title-spaces', 'shopify/title-invisible', 'shopify/title-html'],
    });
    // The soft hyphen and the spaces are bytes of letters: the encoding goes first.
    expect(mended('Kidâ\u0080\u0099s Mug').text).toBe('Kid’s Mug');
    // Read wrongly twice: Ž is C5 BD, read as "Å½", which is C3 85 C2 BD.
    expect(mended('Ã…Â½idle Ã¢â‚¬â€œ Mug').text).toBe('Židle – Mug');
    expect(mended('ä¸\u00adå›½ Ã\u00a0  Mug').text).toBe('中国 à Mug');
    expect(mended('Blue Mug')).toEqual({ text: 'Blue Mug', rules: [] });
  });

  it('leaves out a mending that breaks another rule', () => {
    // 255 bytes of half-width katakana are 510 of full width.
    const text = 'ｹ'.repeat(255);
    expect(mended(text, 'rakuten')).toEqual({ text, rules: [] });
    expect(mended(`${text.slice(0, 20)} `, 'rakuten').text).toBe('ケ'.repeat(20));
  });

  it('ends in a text that has no certain mending left, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 60 }), (text) => {
        const once = mended(text).text;
        expect(mended(once).text).toBe(once);
      }),
    );
  });

  it('finds the same in a text however often it is asked, with spans inside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('amazon', 'etsy', 'taobao', 'rakuten', 'shopify'),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (platform, text) => {
          const first = lint(subject(platform), text);
          expect(lint(subject(platform), text)).toEqual(first);
          for (const { span } of first) {
            if (span === null) continue;
            expect(span[0]).toBeGreaterThanOrEqual(0);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
