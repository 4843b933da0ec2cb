import { expect, it } from 'vitest';
import { parseDay } from '../../src/core/day.js';
import { zone } from '../../src/core/zone.js';
import { evidenceOf, periodOf } from '../../src/importing/evidence.js';

const UTC = zone('UTC');
const JULY = '2026-06-16..2026-07-15';

it.each([
  ['ads 2026-06-16..2026-07-15.csv', JULY],
  ['ads_2026-06-16_to_2026-07-15.csv', JULY],
  ['ads 2026-06-16 to 2026-07-15.csv', JULY],
  ['店铺_2026-06-16至2026-07-15.xlsx', JULY],
  ['bulk-a1b2c3-20260616-20260715-1777500000000.xlsx', JULY],
  ['report_20260616_20260715.csv', JULY],
  ['【生意参谋平台】商品_全部_2026-06-16_2026-07-15.xls', JULY],
  ['【生意参谋平台】商品_全部_2026-07-15_2026-07-15.xls', '2026-07-15..2026-07-15'],
  ['商品卡分析_2026_06_16~2026_07_15.xlsx', JULY],
  ['2026.06.16-2026.07.15 计划.csv', JULY],
  ['2026年6月16日-2026年07月15日.xlsx', JULY],
  ['shop-20260801_2026-06-16_2026-07-15.csv', JULY],
  ['folder 2026-06-16_2026-07-15/ads.csv', JULY],
  ['店铺_商品明细_2026-07-15_sku.xlsx', null],
  ['2026-07-15_2026-06-16.csv', null],
  ['2026-06-31_2026-07-15.csv', null],
  ['2026-06-16 and 2026-07-15.csv', null],
])('%s speaks of %s', (name, period) => {
  const found = periodOf(`/downloads/${name}`);
  expect(found && `${found.from}..${found.to}`).toBe(period);
});

it.each([
  ['stock 2026-07-15.csv', '2026-07-15'],
  ['库存2026年7月15日.xlsx', '2026-07-15'],
  ['stock_2026_07_15.csv', '2026-07-15'],
  ['stock 2026-06-16_2026-07-15.csv', null],
  ['stock.csv', null],
])('%s was made on %s', (name, day) => {
  const modified = Date.parse('2026-11-01T12:00:00Z') / 1000;
  const evidence = evidenceOf(name, modified, UTC);
  expect(evidence.source === 'name' ? UTC.dayOf(evidence.at) : null).toBe(day && parseDay(day));
});
