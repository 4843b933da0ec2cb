/**
 * Listings that cannot be bought though their goods lie in stock: those whose status says so in their platform's words, and those that
 * are gone from the catalogue (stranded).
 *
 * What a day without the listing costs is told from when it sold: the units of the 30 days up to its last sale ÷ 30. One without a
 * sale in 90 days is told without a worth.
 */
import { addDays, type Day, daysBetween } from '../core/day.js';

/** Status words as the exports write them, lower case, and what they come to. What a platform's own word is not in here is on sale. */
const DOWN: Readonly<Record<string, Readonly<Record<string, 'inactive' | 'suppressed' | 'off sale' | 'draft'>>>> = {
  amazon: {
    ...words('inactive', 'inactive|inaktiv|inactif|inactivo|inattivo|inactief|nieaktywny|inativo|停止中|出品停止|停售|不可售'),
    ...words(
      'suppressed',
      'incomplete|suppressed|search suppressed|blocked|detail page removed|unvollständig|incomplet|incompleto|不完全|不完整',
    ),
  },
  shopify: words('draft', 'draft|archived|false'),
  woocommerce: words('draft', 'draft|private|pending|0|-1'),
  taobao: words('off sale', '下架|仓库|仓库中|已下架'),
  jd: words('off sale', '下架|下柜'),
  douyin: words('off sale', '下架|已下架|封禁'),
  pinduoduo: words('off sale', '下架|已下架'),
  rakuten: words('off sale', '倉庫'),
  qoo10: words('off sale', 'not on sale|deleted'),
  lazada: words('inactive', 'inactive|suspended|deleted'),
  walmart: { ...words('suppressed', 'system_problem|system problem'), ...words('inactive', 'unpublished|retired|archived') },
};

function words<Meaning extends string>(meaning: Meaning, list: string): Record<string, Meaning> {
  return Object.fromEntries(list.split('|').map((word) => [word, meaning]));
}

export interface StockedListing {
  readonly listingPk: number;
  readonly platform: string;
  readonly status: string | null;
  readonly removed: boolean;
}

/** What is wrong with a listing, or null where it is on sale as far as its export tells. */
export function downAs({ platform, status, removed }: Pick<StockedListing, 'platform' | 'status' | 'removed'>): string | null {
  if (removed) return 'stranded';
  return status === null ? null : (DOWN[platform]?.[status.trim().toLowerCase()] ?? null);
}

export const USUAL_DAYS = 30;
export const LOOK_BACK_DAYS = 90;

/** Units a day while it sold; null without a sale. `sold`: days with a sale, in any order. */
export function usualUnits(sold: readonly { readonly day: Day; readonly units: number }[]): number | null {
  const last = sold
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const from = addDays(last, -(USUAL_DAYS - 1));
  const units = sold.filter(({ day }) => daysBetween(from, day) >= 0).reduce((sum, each) => sum + each.units, 0);
  return units > 0 ? units / USUAL_DAYS : null;
}
