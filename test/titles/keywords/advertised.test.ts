import { describe, expect, it } from 'vitest';
import { advertisedBy } from '../../../src/titles/keywords/advertised.js';
import { sharedBeginning } from '../../../src/titles/keywords/brand.js';
import { listingTexts } from '../../../src/titles/keywords/listingText.js';
import { productTypeOf } from '../../../src/titles/keywords/productType.js';
import { textListing } from '../textListings.js';

const texts = listingTexts([
  textListing({ sku: 'KETTLE-17', title: 'ACME Electric Kettle' }),
  textListing({ sku: 'KETTLE-17-CRM', title: 'ACME Electric Kettle, Crème' }),
  textListing({ sku: 'RED', title: 'ACME Red Mug' }),
  textListing({ sku: 'X-9', title: 'ACME Tray' }),
]);
const advertised = advertisedBy(texts, new Map([[texts[3]?.owned.listings[0].listingPk as number, 'B0BBDYPFDQ']]));
const ad = (adGroup: string | null, campaign: string | null = null, targeting: string | null = null) => {
  const { indexes, by, stranger } = advertised({ storeId: 1, adGroup, campaign, targeting });
  return [indexes.map((index) => texts[index]?.label).join(), by, stranger];
};

describe('what an ad group advertises', () => {
  it('is read off its name, the longer SKU first', () => {
    expect(ad('KETTLE-17')).toEqual(['KETTLE-17', 'ad group', null]);
    expect(ad('SP | kettle-17-crm | Exact')).toEqual(['KETTLE-17-CRM', 'ad group', null]);
    expect(ad('AG_B0BBDYPFDQ_20230511')).toEqual(['X-9', 'ad group', null]);
    expect(ad('Exact', 'Brand | KETTLE-17 | 2026')).toEqual(['KETTLE-17', 'campaign', null]);
  });

  it('is not what is bid on, unless nothing else tells', () => {
    expect(ad('AG_1', 'OP_B0BBDYPFDQ_b08m6fyyft', 'asin="b08m6fyyft"')).toEqual(['X-9', 'campaign', null]);
    expect(ad('Products', 'Defence', 'asin="B0BBDYPFDQ"')).toEqual(['X-9', 'targeting', null]);
    expect(ad('Products', 'OP_b08m6fyyft', 'asin="b08m6fyyft"')).toEqual(['', null, null]);
  });

  it('is not a word that happens to be a SKU', () => {
    expect(ad('Summer red test')).toEqual(['', null, null]);
    expect(ad('red')).toEqual(['RED', 'ad group', null]);
  });

  it('may be a product that is in no catalogue', () => {
    expect(ad('AG_B07D5ZLCJ1')).toEqual(['', null, 'B07D5ZLCJ1']);
  });
});

describe('what a title says', () => {
  const type = (title: string, brandEnd = 0, language = 'en') => {
    const found = productTypeOf(title, brandEnd, language);
    return found === null ? null : [title.slice(found.start, found.end), [...found.heads].join()];
  };

  it('names the product up to the first separator, preposition or figure', () => {
    expect(type('ACME Gooseneck Kettle 0.9 L, Black', 4)).toEqual(['Gooseneck Kettle', 'kettl']);
    expect(type('Tea Bottle with Infuser 450 ml')).toEqual(['Tea Bottle', 'bottl']);
    expect(type('Cone Coffee Filters No. 2')).toEqual(['Cone Coffee Filters', 'filter']);
    expect(type('Bouilloire électrique, inox', 0, 'fr')).toEqual(['Bouilloire électrique', 'bouilloir']);
    expect(type('不锈钢保温杯', 0, 'zh')).toBeNull();
  });

  it('begins with the brand, where most titles of the store begin so', () => {
    const titles = ['A & B Mug', 'A & B Kettle', 'A & B Tray', 'a & b Lamp', 'Other Tea'];
    expect(sharedBeginning(titles)).toBe('A & B');
    expect(sharedBeginning(titles.slice(0, 4))).toBeNull();
    expect(sharedBeginning(['塘壶陶瓷杯', '塘壶玻璃壶', '塘壶茶叶', '塘壶木盘', '塘壶铁壶'])).toBe('塘壶');
  });
});
