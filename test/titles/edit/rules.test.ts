import { describe, expect, it } from 'vitest';
import { countLength } from '../../../src/measures/listingRules/length.js';
import { editAll, edited, listing, terms } from './edited.js';

const ALLOW = (rules: string) => `settings: { allow: [all] }\nrules:\n${rules.replace(/^/gm, '  ')}`;

/** A platform without rules, in Chinese. */
const CHINESE = { platform: 'any', marketplace: 'CN' };

describe('replace and regex', () => {
  it('replaces text as it stands, in any case, and as whole words', () => {
    expect(edited('- replace: { find: Tea-pot, with: Teapot }', 'Glass Tea-pot, tea-pot lid')).toBe('Glass Teapot, tea-pot lid');
    expect(edited('- replace: { find: Tea-pot, with: Teapot, case: ignore }', 'Glass Tea-pot, tea-pot lid')).toBe(
      'Glass Teapot, Teapot lid',
    );
    expect(edited('- replace: { find: tea, with: Chai, words: true }', 'tea teapot BPA-tea')).toBe('Chai teapot BPA-tea');
    expect(edited('- replace: { find: $5, with: "$1 & more" }', 'Gift $5 card')).toBe('Gift $1 & more card');
  });

  it('puts groups in by number and name', () => {
    expect(edited(`- regex: { find: '(\\d+) ?pcs\\b', with: 'Set of $1' }`, 'Mugs 4 pcs')).toBe('Mugs Set of 4');
    expect(edited(`- regex: { find: '(?P<n>\\d+)x', with: '\${n} × ' }`, 'Cups 12x250 ml')).toBe('Cups 12 × 250 ml');
    expect(edited(`- regex: { find: '^acme\\b', with: ACME, flags: i }`, 'Acme kettle of acme')).toBe('ACME kettle of acme');
    expect(edited(`- regex: { find: '\\s+$', with: '' }`, 'Kettle ')).toBe('Kettle');
  });

  it('translates whole words, the longest first', () => {
    const rule = '- translate: { kettle: Wasserkocher, electric kettle: elektrischer Wasserkocher, lid: Deckel }';
    expect(edited(rule, 'Electric Kettle, kettle lid, lids')).toBe('elektrischer Wasserkocher, Wasserkocher Deckel, lids');
    expect(edited('- translate: { 水壶: 烧水壶 }', '不锈钢水壶大容量', { platform: 'taobao', marketplace: null })).toBe(
      '不锈钢烧水壶大容量',
    );
  });
});

describe('remove and dedupe', () => {
  it('takes words out with their separators, and what would be left dangling', () => {
    expect(edited('- remove: [best price]', 'Kettle, BEST PRICE, Black')).toBe('Kettle, Black');
    expect(edited('- remove: [best price]', 'Kettle 1.7L BEST PRICE Black')).toBe('Kettle 1.7L Black');
    expect(edited('- remove: [coffee]', 'Mug for Tea and Coffee')).toBe('Mug for Tea');
    expect(edited('- remove: [coffee]', 'Mug for Coffee, Blue')).toBe('Mug, Blue');
    expect(edited('- remove: [sale]', 'Mug (sale) Blue')).toBe('Mug Blue');
    expect(edited('- remove: [free]', 'BPA-free Bottle')).toBe('BPA-free Bottle');
    expect(edited('- remove: [Tasse]', 'Becher mit Tasse und Löffel', { marketplace: 'DE' })).toBe('Becher mit Löffel');
    expect(edited('- remove: [包邮]', '不锈钢水壶包邮大容量', CHINESE)).toBe('不锈钢水壶大容量');
  });

  it('leaves no listing without a title', () => {
    expect(edited('- remove: [kettle]', 'Kettle')).toBe('[remove would leave nothing]');
  });

  it('keeps the first of equal words, but brands, small words and numbers', () => {
    expect(edited('- dedupe: words', 'ACME Kettle kettle 1.7L for Tea for Coffee 1.7L')).toBe('ACME Kettle 1.7L for Tea for Coffee 1.7L');
    expect(edited('- dedupe: words', 'Tarn & Kettle Electric Kettle', { brand: 'Tarn & Kettle' })).toBe('Tarn & Kettle Electric Kettle');
    expect(edited('- dedupe: words', 'Mug, Mugs, Mug, Blue')).toBe('Mug, Mugs, Blue');
    expect(edited('- dedupe: stems', 'Mug, Mugs, Mug, Blue')).toBe('Mug, Blue');
    expect(edited('- dedupe: { by: words, most: 2 }', 'Mug, Mug, Mug, Blue')).toBe('Mug, Mug, Blue');
    expect(edited('- dedupe: stems', 'Tasse, Tassen für Kaffee', { marketplace: 'DE' })).toBe('Tasse für Kaffee');
    // The ending of these reaches the first three letters.
    expect(edited('- dedupe: stems', 'Sky, Skies, Blue')).toBe('Sky, Blue');
    expect(edited('- dedupe: stems', 'Ei, Eier aus Holz', { marketplace: 'DE' })).toBe('Ei aus Holz');
    expect(edited('- dedupe: words', '不锈钢水壶 大容量 水壶', CHINESE)).toBe('不锈钢水壶 大容量');
  });
});

describe('case', () => {
  it.each([
    ['electric KETTLE with bpa free lid and led', 'Electric Kettle with BPA Free Lid and LED'],
    ['MCDONALD KETTLE 1.7L 500ML', 'Mcdonald Kettle 1.7L 500ml'],
    ['McDonald stand for iPhone', 'McDonald Stand for iPhone'],
    ['mug, 12 OZ, 2 KG – the large one', 'Mug, 12 oz, 2 kg – The Large One'],
    ['louis XIV chair, size XL', 'Louis XIV Chair, Size XL'],
    ['v60 dripper 4K TV usb-c', 'v60 Dripper 4K TV USB-C'],
    ["women's ready-to-use shut-off lid", "Women's Ready-to-Use Shut-Off Lid"],
    ['kettle to', 'Kettle To'],
  ])('writes %s in title case', (before, after) => {
    expect(edited(ALLOW('- case: title'), before)).toBe(after);
  });

  it('knows brands, and languages by the marketplace', () => {
    expect(edited('- case: title', 'acme KETTLE', { brand: 'ACME' })).toBe('ACME Kettle');
    expect(edited('settings: { brands: [iForm], acronyms: [DDR] }\nrules: [{ case: title }]', 'IFORM lamp ddr')).toBe('iForm Lamp DDR');
    expect(edited('- case: title', 'wasserkocher mit deckel für tee', { marketplace: 'DE' })).toBe('Wasserkocher mit Deckel für Tee');
    expect(edited('- case: title', "verre d'eau de la maison", { marketplace: 'FR' })).toBe("Verre d'Eau de la Maison");
    expect(edited('- case: title', 'çay bardağı ince belli', { marketplace: 'TR' })).toBe('Çay Bardağı İnce Belli');
  });

  it('has sentence, upper, lower and first', () => {
    expect(edited('- case: sentence', 'Electric Kettle With BPA Lid by ACME', { brand: 'ACME' })).toBe(
      'Electric kettle with BPA lid by ACME',
    );
    expect(edited('- case: sentence', 'WASSERKOCHER Mit Deckel', { marketplace: 'DE' })).toBe('Wasserkocher mit Deckel');
    expect(edited(ALLOW('- case: upper'), 'Kettle für Tee')).toBe('KETTLE FÜR TEE');
    expect(edited('- case: lower', 'KETTLE')).toBe('kettle');
    expect(edited('- case: first', 'electric Kettle')).toBe('Electric Kettle');
    expect(edited('- case: first', 'iPhone stand')).toBe('iPhone stand');
    expect(edited('- case: title', '不锈钢水壶', { platform: 'taobao', marketplace: null })).toBe('不锈钢水壶');
  });
});

describe('template, prepend and append', () => {
  const kettle = { brand: 'ACME', productType: 'Electric Kettle', variation: 'Black / 1.7 L' };

  it('fills in what is known, and names what is not', () => {
    expect(edited('- template: "{brand} {product type}, {size}, {Colour}"', 'x', kettle)).toBe('ACME Electric Kettle, 1.7 L, Black');
    expect(edited('- template: "{brand} {product_type}"', 'Kettle', { productType: 'Kettle' })).toBe('[no brand known]');
    expect(edited('- template: "{product_type} ({color?}), {size?} – {text}"', 'Kettle', { productType: 'Pot' })).toBe('Pot – Kettle');
    expect(edited('- template: "{title}, {material}"', 'Kettle', { attributes: '{"Material (product.metafields.x)":"Steel"}' })).toBe(
      'Kettle, Steel',
    );
    expect(
      edited('- template: "{title}, {fit}"', 'Shirt', { attributes: '{"Attribute 1 name":"Fit","Attribute 1 value(s)":"Slim"}' }),
    ).toBe('Shirt, Slim');
  });

  it('takes the brand with which the title begins where the catalogue has none', () => {
    const rules = 'settings: { brands: [Tarn & Kettle] }\nrules: [{ template: "{brand} {product_type}" }]';
    expect(edited(rules, 'Tarn & Kettle Gooseneck', { productType: 'Kettle' })).toBe('Tarn & Kettle Kettle');
    expect(edited(rules, 'Lid for Tarn & Kettle', { productType: 'Lid' })).toBe('[no brand known]');
    expect(
      edited('settings: { defaults: { brand: ACME } }\nrules: [{ template: "{brand} {product_type}" }]', 'x', { productType: 'Pot' }),
    ).toBe('ACME Pot');
  });

  it('says of a product with variations only what they share', () => {
    const shop = { platform: 'shopify', marketplace: null, productId: 'mug', productType: 'Mug' };
    const two = [
      listing('Mug', { ...shop, listingId: 'mug/Blue', listingPk: 1, variation: 'Blue / L' }),
      listing('Mug', { ...shop, listingId: 'mug/Red', listingPk: 2, variation: 'Red / L' }),
    ];
    expect(editAll('- append: ", {color}"', two).notChanged[0]?.reason).toBe('color differs between its variations');
    expect(editAll('- append: ", {size}"', two).changed[0]).toMatchObject({
      after: 'Mug, L',
      owned: { owner: 'product', id: 'mug', sku: null },
    });
  });

  it('offers the best terms of the text, without what is weak, said already or forbidden', () => {
    const rule = '- template: "{brand} {product_type} – {best_terms}"';
    const stuffed = 'ACME Electric Kettle for Tea Coffee Office Home FREE SHIPPING 2024';
    expect(edited(rule, stuffed, kettle)).toBe('ACME Electric Kettle – Tea, Coffee, Office, Home');
    const sales = terms({ 'tea kettle': 31, 'coffee kettle': 22, 'office kettle': 0.4, 'home kettle': 0.1 });
    expect(edited(rule, stuffed, kettle, sales)).toBe('ACME Electric Kettle – Tea, Coffee');
    expect(edited(rule, 'ACME Electric Kettle', kettle)).toBe('ACME Electric Kettle');
    // Words that shoppers type together are one term; a word of the listing's own search terms may come in.
    const typed = terms({ 'stainless steel kettle': 40, 'gooseneck kettle': 30 });
    const own = { ...kettle, attributes: '{"generic_keywords":"gooseneck spout"}' };
    expect(edited(rule, 'ACME Kettle Made Stainless Steel Strong', own, typed)).toBe(
      'ACME Electric Kettle – Made, Stainless Steel, Strong, gooseneck',
    );
  });

  it('puts text before and after unless it stands there', () => {
    expect(edited('- prepend: ACME', 'Kettle')).toBe('ACME Kettle');
    expect(edited('- prepend: ACME', 'Kettle by Acme')).toBe('Kettle by Acme');
    expect(edited('- append: ", Set of 4"', 'Mugs')).toBe('Mugs, Set of 4');
    expect(edited('- append: ", Set of 4"', 'Mugs, set of 4, blue')).toBe('Mugs, set of 4, blue');
    // Of the listing's own words only those that the title does not say, and none where an optional one is missing.
    const typed = terms({ 'gooseneck kettle': 30 });
    const own = { attributes: '{"generic_keywords":"gooseneck spout"}' };
    expect(edited('- append: " – {best_terms}"', 'Kettle 350 ml', own, typed)).toBe('Kettle 350 ml – gooseneck');
    expect(edited('- append: " – {best_terms}"', 'Kettle 350 ml')).toBe('Kettle 350 ml');
    expect(edited('- append: ", {color?}"', 'Kettle')).toBe('Kettle');
    expect(edited('- prepend: 【正品】', '不锈钢水壶', { platform: 'jd', marketplace: null })).toBe('【正品】不锈钢水壶');
  });
});

describe('where of a rule', () => {
  it('speaks of the text as it stands then, and of attributes by any spelling', () => {
    const rules = '- append: ", Large Set"\n- trim: spaces\n  where: length > 10\n- append: "!"\n  where: \'"Variant Grams" >= 620\'';
    const grams = { platform: 'shopify', marketplace: null, attributes: '{"Variant Grams":"620.0"}' };
    expect(edited(rules, 'Mug  4', grams)).toBe('Mug 4, Large Set!');
    expect(edited('- trim: spaces\n  where: length > 10', 'Mug  4')).toBe('Mug  4');
  });
});

describe('reorder', () => {
  it('moves what the text says, and adds nothing', () => {
    const lamp = { brand: 'ACME', productType: 'Desk Lamp', variation: 'Black' };
    expect(edited('- reorder: [brand, product_type, rest]', 'LED Desk Lamp by ACME, Black', lamp)).toBe('ACME Desk Lamp LED, Black');
    expect(edited('- reorder: [product_type, rest, color]', 'Black LED Desk Lamp', lamp)).toBe('Desk Lamp LED Black');
    expect(edited('- reorder: [size, rest]', 'LED Desk Lamp', lamp)).toBe('LED Desk Lamp');
    expect(edited('- reorder: { order: [brand, rest], separator: ", " }', 'Desk Lamp ACME', lamp)).toBe('ACME, Desk Lamp');
  });
});

describe('remove and case, a second time', () => {
  it('finds nothing that it left', () => {
    expect(edited('- remove: [tea, best price]', 'Kettle best tea price')).toBe('Kettle');
    expect(edited('- case: title', 'a AA ACME', { brand: 'ACME' })).toBe('A AA ACME');
    expect(edited('- case: title', 'A AA ACME', { brand: 'ACME' })).toBe('A AA ACME');
  });
});

describe('shorten', () => {
  const TRAY = 'Bamboo Serving Tray, Medium, with Handles, for Breakfast in Bed, Coffee Table, Tea and Drinks';

  it('takes whole clauses from the end where nothing is known of their worth', () => {
    expect(edited('- shorten: 75', TRAY)).toBe('Bamboo Serving Tray, Medium, with Handles, for Breakfast in Bed');
    expect(edited('- shorten: { to: limit }', TRAY)).toBe('Bamboo Serving Tray, Medium, with Handles, for Breakfast in Bed');
    expect(edited('- shorten: 75', 'Short title')).toBe('Short title');
    expect(edited('- shorten: limit', TRAY, { platform: 'woocommerce', marketplace: null })).toBe(TRAY);
  });

  it('takes the least valuable first, and says what they earned', () => {
    const sales = terms({ 'tea tray': 31, 'breakfast tray': 60, 'coffee table tray': 2 });
    const { changed } = editAll('- shorten: 66', [listing(TRAY)], sales);
    expect(changed[0]?.after).toBe('Bamboo Serving Tray, Medium, for Breakfast in Bed, Tea and Drinks');
    expect(changed[0]?.told.did).toBe('shorten: dropped "Handles" (not measured), "Coffee Table" ($2.00 a month)');
  });

  it('keeps attributes, words, brands and figures, and the beginning longest', () => {
    const kettle = { brand: 'ACME', variation: 'Black / 1.7 L' };
    const title = 'ACME Electric Kettle Fast Boil Stainless Black 1.7 L for Tea Coffee Office Home';
    expect(edited('- shorten: { to: 52, keep: [color] }', title, kettle)).toBe('ACME Electric Kettle Fast Boil Stainless Black 1.7 L');
    expect(edited('- shorten: { to: 61, keep: [color, size, Home] }', title, kettle)).toBe(
      'ACME Electric Kettle Fast Boil Stainless Black 1.7 L for Home',
    );
    // Which of the words before its last noun says what it is, nobody knows but a person.
    expect(edited('- shorten: 40', title, kettle)).toBe('[cannot be shortened to 40: what must stay has 52]');
    expect(edited('- shorten: 5', 'Kettlewarmer with Lid')).toBe('[cannot be shortened to 5: what must stay has 12]');
  });

  it('counts in the unit of the platform: 30 Han characters are 60 bytes', () => {
    const taobao = { platform: 'taobao', marketplace: null };
    const title = '不锈钢电热水壶大容量家用自动断电保温一体烧水壶泡茶壶宿舍学生办公室'; // 34 characters
    const after = edited('- shorten: limit', title, taobao);
    expect(countLength(after, 'gbk-bytes')).toBeLessThanOrEqual(60);
    expect(after.startsWith('不锈钢电热水壶大容量家用')).toBe(true);
    expect(edited('- shorten: { to: 10, unit: gbk-bytes }', '水壶 大号 新款', CHINESE)).toBe('水壶 大号');
  });

  it('offers what it took to the highlights, as a change of its own', () => {
    const { changed } = editAll('- shorten: { to: 75, offer: item_highlights }', [listing(TRAY)]);
    expect(changed.map(({ field, before, after }) => ({ field, before, after }))).toMatchObject([
      { field: 'title' },
      { field: 'item_highlights', before: null, after: 'Coffee Table, Tea and Drinks' },
    ]);
    const known = listing(TRAY, { attributes: '{"title_differentiation":"Dishwasher safe"}' });
    expect(editAll('- shorten: { to: 75, offer: item_highlights }', [known]).changed[1]).toMatchObject({
      before: 'Dishwasher safe',
      after: 'Dishwasher safe, Coffee Table, Tea and Drinks',
    });
    // eBay has no such field.
    const ebay = editAll('- shorten: { to: 60, offer: item_highlights }', [listing(TRAY, { platform: 'ebay' })]);
    expect(ebay.changed.map(({ field }) => field)).toEqual(['title']);
  });
});

describe('units, trim and fullwidth', () => {
  it.each([
    ['units: metric', 'Pan 10 inch, 12 in', 'Pan 25 cm, 30 cm'],
    ['units: metric', 'Tray 10 x 20 in', 'Tray 25 x 51 cm'],
    ['units: metric', 'Knife 5" and 10 in 1 tool', 'Knife 12.7 cm and 10 in 1 tool'],
    ['units: metric', 'Bag 2 lb, bottle 16 fl oz', 'Bag 0.9 kg, bottle 473 ml'],
    ['units: metric', 'Mug 12 oz', 'Mug 12 oz'],
    ['units: { to: metric, ounces: ml }', 'Mug 12 oz', 'Mug 355 ml'],
    ['units: { to: metric, ounces: g }', 'Tea 12 oz', 'Tea 340 g'],
    ['units: { to: metric, mode: append }', 'Pan 10-inch', 'Pan 10-inch (25 cm)'],
    ['units: { to: metric, mode: append }', 'Pan 10 inch (25 cm)', 'Pan 10 inch (25 cm)'],
    ['units: imperial', 'Kettle 1.7 L, 25 cm, 500 g', 'Kettle 1.8 qt, 9.8 in, 17.6 oz'],
    ['trim: spaces', '  Mug   blue ', 'Mug blue'],
    ['trim: punctuation', '- Mug ,, blue () |', 'Mug, blue'],
    ['fullwidth: half', 'Ｍｕｇ　２００ｍｌ！カップ', 'Mug 200ml!カップ'],
  ])('%s: %s → %s', (rule, before, after) => {
    expect(edited(ALLOW(`- ${rule}`), before)).toBe(after);
  });

  it('writes decimals as the language does', () => {
    expect(edited('- units: metric', 'Pfanne 5 inch', { marketplace: 'DE' })).toBe('Pfanne 12,7 cm');
    expect(edited('- units: imperial', 'Pfanne 12,7 cm', { marketplace: 'DE' })).toBe('Pfanne 5 in');
  });
});
