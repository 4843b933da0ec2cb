/**
 * What the demo seller sells: kitchen and tea goods of the invented brand Tarn & Kettle, in four shops. This list is the
 * same for every seed; the seed draws demand, elasticities, lead times, competitors, searches and buyers.
 *
 * | what the demo contains | where to see it |
 * |---|---|
 * | Lost buy box: a reseller undercuts KETTLE-17 (24.90 against 27.50) since three days; buy box 41 %, sales down | Business Reports, featured offer in FBA Inventory |
 * | About to run out: MUG-4-BLUE has about ten days of stock and nothing on the way, its supplier needs about 21 | FBA stock, order files |
 * | Stocked out last summer: COLDBREW-1L, about three weeks of July without stock, a delayed container | no orders, few sessions |
 * | Season: mugs, gift sets and the advent calendar at Christmas, cold brew and pitchers in summer, lamps and teas in the dark months | 18 months of orders |
 * | Price raise: TEA-EARL-100 14.90 → 16.90, 120 days ago; price cut: LAMP-3 39.00 → 34.00, 200 days ago | listings at several dates, orders |
 * | Launch: MATCHA-SET, 75 days ago, rising; dying: INFUSER-BALL, sales halve every 80 days or so | orders |
 * | Dead stock: LAMP-4 has sold nothing for 120 days and 180 lie at Amazon | FBA inventory age |
 * | A title that paid: GOOSE-09-BLK was rewritten 40 days ago, conversion +12 % | listings at several dates, Business Reports |
 * | Titles too long: eight on Amazon above 75 characters, three on Tmall above 60 GBK bytes and some exactly at it | listing files |
 * | A bad batch: KETTLE-08 leaks, returns four times as high since 60 days | truth, refunds on Shopify |
 * | Ads: about 400 search terms, most with 0–3 clicks a month; some that can never sell ("kettle lid replacement") spend every week | search term reports |
 * | Late sales: an ad's orders arrive up to 7 days after the click, invalid clicks are taken back after 3 days | the same day in two downloads |
 * | Events: Black Friday, Prime Day, Prime Big Deal Days, Mother's Day, 38, 618, Double 11, Double 12, Spring Festival | uplifts in the truth |
 * | Settlements of Amazon, six fortnights, the newest twelve days old: fees by name, refunds, reserves, storage, ads, lost units paid for, and a fee that is in no list ("Inbound Pallet Recount") | settlements, FBA returns and reimbursements |
 * | Costs: Harbor Electric 6 % dearer since 150 days, Lin Ceramics 4 % since 60, deliveries of three SKUs; LAMP-4, JAR-3, JAR-5 and TEA-GIFT-6 have none | costs.csv, rates.csv beside the downloads |
 * | Slow movers, random stock-outs, promotions, competitors' price moves | truth |
 * | Shopify's oddities: variants without SKU, two variants with one SKU (TIMER-4), variants delivered by Amazon (Non-Amazon rows there) | product, stock and order files |
 *
 * A family is a Shopify product; its variants are what is stocked. Rates are units a day on Amazon.com, Shopify and Tmall
 * in an average week of an average month, before ads; 0 means not sold there.
 */
import { BREWING } from './catalogueBrewing.js';
import { TABLE } from './catalogueTable.js';

export type Season = 'flat' | 'gift' | 'winter' | 'summer' | 'dark' | 'advent' | 'festival';
export type SupplierKey = 'ceramics' | 'electric' | 'tea' | 'paper' | 'glass';

/** code, options ("Blue", or "1.2 L / Blue"), price in USD, unit cost in USD, units a day on Amazon, Shopify, Tmall, options in Chinese. */
export type VariantRow = readonly [
  code: string,
  options: string,
  usd: number,
  cost: number,
  amazon: number,
  web: number,
  tmall: number,
  zh?: string,
];

export interface Family {
  readonly code: string;
  readonly title: string;
  readonly type: string;
  /** Shopify's standard taxonomy. */
  readonly category: string;
  readonly optionNames: readonly string[];
  readonly season: Season;
  readonly supplier: SupplierKey;
  /** Share of units that come back. */
  readonly returnRate: number;
  readonly grams: number;
  /** Bought by twos and threes more often than the rest. */
  readonly bulk?: boolean;
  readonly zhTitle?: string;
  readonly variants: readonly VariantRow[];
}

export const BRAND = 'Tarn & Kettle';
export const BRAND_ZH = '塘壶';

/** What the long Amazon titles add to the plain ones. */
export const LONG_TITLES: Readonly<Record<string, string>> = {
  'KETTLE-17-CRM': ' with Temperature Display, Auto Shut-Off, Boil-Dry Protection and BPA Free Lid',
  'GOOSE-09-SLV': ' for Pour Over Coffee and Tea, Precise Pouring Spout, Ergonomic Handle',
  'MUG-4-SAND': ', Stoneware Coffee Mugs with Large Handle, Microwave and Dishwasher Safe, Gift Boxed',
  'TEAPOT-CI-GREEN': ' with Stainless Steel Infuser, Japanese Tetsubin Style, Stovetop Safe, Enameled',
  'COLDBREW-15': ' with Fine Mesh Filter, Airtight Lid, Fits the Fridge Door, Iced Coffee and Iced Tea',
  'TEA-GIFT-6': ', Loose Leaf Sampler for Tea Lovers, Birthday and Christmas Gift for Women and Men',
  'CFILTER-02-200': ' Unbleached Natural Brown Cone Filters for Pour Over Drippers',
  'JAR-5': ' with Bamboo Lids, Airtight Kitchen Canisters for Coffee, Tea, Sugar, Flour and Pasta',
};

export const FAMILIES: readonly Family[] = [...BREWING, ...TABLE];

/** The seller's own code of a variant; on Amazon and Tmall always its SKU. */
export function skuOf(family: Family, variant: VariantRow): string {
  return variant[0] === '' ? family.code : `${family.code}-${variant[0]}`;
}
