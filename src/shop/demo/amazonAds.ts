/**
 * Sponsored Products search term reports with a row per day, ad group and search term that was clicked.
 *
 * Workbooks: one a week over the last 14 days, the newest over 30; dates are serial numbers, ratios fractions, ACOS empty
 * without sales. So most days are in two downloads, and the later one shows more sales and fewer (invalid) clicks. Before
 * that a CSV a month: dates as "Nov 01, 2025", money with "$", ratios in per cent.
 */
import type { Day } from '../../core/day.js';
import { addDays, daysBetween } from '../../core/day.js';
import { monthsOf } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { csv, grouped, type SheetCell, utf8, workbook } from './encode.js';
import { at } from './rng.js';
import type { AdDay, SearchTermTruth } from './truth.js';
import type { World } from './world.js';

export const SEARCH_TERM_HEADER =
  'Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,Total Return on Advertising Spend (ROAS),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate,7 Day Advertised SKU Units (#),7 Day Other SKU Units (#),7 Day Advertised SKU Sales ,7 Day Other SKU Sales '.split(
    ',',
  );

const SHEET = 'Sponsored Product Search Term R';
const RECENT_DAYS = 60;
const WEEKLY_FILES = 9;
const DAYS_A_FILE = 14;
const NEWEST_DAYS = 30;
const INVALID_AFTER_DAYS = 3;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Where the file's kind decides: how a value becomes a cell. */
type Kind = 'count' | 'money' | 'ratio' | 'decimal';
type Value = string | Day | null | { readonly kind: Kind; readonly value: number };

export function amazonAdFiles(world: World): DemoFile[] {
  const { axis } = world;
  const morning = addDays(axis.last, 1);
  const byDay = axis.days.map((): AdDay[] => []);
  for (const adDay of world.truth.adDays) at(byDay, adDay.day).push(adDay);
  const lastCsvDay = addDays(morning, -RECENT_DAYS - 1);
  // Nothing can be downloaded for the months before the first ad.
  const firstAd = world.truth.adDays[0]?.day ?? axis.count;
  const months = monthsOf(axis.day(firstAd), lastCsvDay).map(({ from, to }) => {
    // A finished month is downloaded two weeks later; the last, cut one the morning after its last day.
    const knownOn = to === lastCsvDay ? to : addDays(to, 14);
    const rows = reportRows(world, byDay, from, to, knownOn).map((row) => row.map(csvCell));
    const path = `amazon/Sponsored_Products_Search_term_report ${from}..${to}.csv`;
    return demoFile(path, utf8(csv([SEARCH_TERM_HEADER, ...rows])), 'us', addDays(knownOn, 1));
  });
  const weeks = Array.from({ length: WEEKLY_FILES }, (_, i) => addDays(morning, -7 * (WEEKLY_FILES - 1 - i))).map((download) => {
    const days = download === morning ? NEWEST_DAYS : DAYS_A_FILE;
    const rows = reportRows(world, byDay, addDays(download, -days), addDays(download, -1), addDays(download, -1));
    const path = `amazon/Sponsored_Products_Search_term_report_${download}.xlsx`;
    const bytes = workbook(SHEET, [SEARCH_TERM_HEADER, ...rows.map((row) => row.map(sheetCell))]);
    return demoFile(path, bytes, 'us', download);
  });
  return [...months, ...weeks];
}

/** The rows of a period as they stood on the evening of `knownOn`. */
function reportRows(world: World, byDay: readonly (readonly AdDay[])[], from: Day, to: Day, knownOn: Day): Value[][] {
  const rows: Value[][] = [];
  const known = world.axis.indexOf(knownOn);
  for (let t = world.axis.indexOf(from); t <= world.axis.indexOf(to); t += 1) {
    for (const adDay of at(byDay, t)) rows.push(reportRow(world, adDay, at(world.truth.searchTerms, adDay.term), known));
  }
  return rows;
}

function reportRow(world: World, adDay: AdDay, term: SearchTermTruth, known: number): Value[] {
  const refunded = known - adDay.day >= INVALID_AFTER_DAYS ? adDay.invalidClicks : 0;
  const clicks = adDay.clicks - refunded;
  const spend = Math.round((adDay.spendMinor * clicks) / adDay.clicks) / 100;
  const orders = adDay.orders.filter((order) => order.day <= known);
  const sum = (isOwn: boolean | null, key: 'units' | 'salesMinor') =>
    orders.filter((o) => isOwn === null || (o.sku === term.sku) === isOwn).reduce((total, o) => total + o[key], 0);
  const sales = sum(null, 'salesMinor') / 100;
  const cell = (kind: Kind, value: number | null): Value => (value === null ? null : { kind, value });
  return [
    at(world.axis.days, adDay.day),
    'Tarn & Kettle',
    'USD',
    term.campaign,
    term.adGroup,
    term.targeting,
    term.matchType,
    term.term,
    cell('count', adDay.impressions),
    cell('count', clicks),
    cell('ratio', clicks / adDay.impressions),
    cell('money', clicks === 0 ? null : spend / clicks),
    cell('money', spend),
    cell('money', sales),
    cell('ratio', sales === 0 ? null : spend / sales),
    cell('decimal', spend === 0 ? null : sales / spend),
    cell('count', orders.length),
    cell('count', sum(null, 'units')),
    cell('ratio', clicks === 0 ? null : orders.length / clicks),
    cell('count', sum(true, 'units')),
    cell('count', sum(false, 'units')),
    cell('money', sum(true, 'salesMinor') / 100),
    cell('money', sum(false, 'salesMinor') / 100),
  ];
}

const SHEET_FORMATS: Readonly<Record<Kind, string>> = {
  count: '0',
  money: '[$$]#,##0.00;\\([$$]#,##0.00\\)',
  ratio: '0.0000%',
  decimal: '0.00',
};

function sheetCell(value: Value, column: number): SheetCell {
  if (value === null) return null;
  if (typeof value !== 'string') return { value: value.value, format: SHEET_FORMATS[value.kind] };
  // Excel counts days from 30 December 1899.
  return column === 0 ? { value: daysBetween('1970-01-01' as Day, value as Day) + 25_569, format: 'mmm\\ dd\\,\\ yyyy' } : value;
}

function csvCell(value: Value, column: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return column === 0 ? dateText(value) : value;
  if (value.kind === 'money') return `$${grouped(value.value, 2)}`;
  if (value.kind === 'ratio') return `${grouped(value.value * 100, 4)}%`;
  return value.kind === 'count' ? String(value.value) : value.value.toFixed(2);
}

function dateText(day: string): string {
  return `${at(MONTHS, Number(day.slice(5, 7)) - 1)} ${day.slice(8, 10)}, ${day.slice(0, 4)}`;
}
