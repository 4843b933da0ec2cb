/** The demo as a whole: the same bytes every time, files that hold exactly what the truth says happened. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import { gbkLength } from '../../../src/shop/demo/encode.js';
import { type DemoShop, generateDemo } from '../../../src/shop/demo/index.js';
import type { ListingTruth, StoreId } from '../../../src/shop/demo/truth.js';
import { createWorld } from '../../../src/shop/demo/world.js';
import { newest, type Row, readCsv, readSheet, readTsv, sumBy } from './reading.js';

const LAST = '2026-11-20' as Day;
const demo = generateDemo({ seed: 7, lastDay: LAST });
const { truth } = demo;
const files = (pattern: RegExp) => demo.files.filter((file) => pattern.test(file.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
const file = (path: string) => {
  const found = demo.files.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const listing = (store: StoreId, key: string) => truth.listings.find((l) => l.store === store && l.listing === key) as ListingTruth;
const pool = (key: string) => {
  const found = truth.pools.find((candidate) => candidate.pool === key);
  if (!found) throw new Error(`no pool ${key}`);
  return found;
};
const sold = (store: StoreId, name: (l: ListingTruth) => string) =>
  sumBy(
    truth.listings.filter((l) => l.store === store),
    name,
    (l) => sum(l.daily.sold),
  );

function hash(shop: DemoShop): string {
  const sha = createHash('sha256');
  for (const { path, bytes } of shop.files) sha.update(path).update(bytes);
  sha.update(shop.lists.costs).update(shop.lists.rates);
  return sha.digest('hex');
}

describe('the same bytes', () => {
  it('for the same seed and day, in any time zone; other orders for another seed', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    const again = hash(generateDemo({ seed: 7, lastDay: LAST }));
    process.env.TZ = zone ?? '';
    if (zone === undefined) delete process.env.TZ;
    expect(again).toBe(hash(demo));
    expect(createWorld(8, LAST).truth.orders.slice(0, 50)).not.toEqual(truth.orders.slice(0, 50));
  });

  it('within the size that was promised', () => {
    expect(sum(demo.files.map(({ bytes }) => bytes.length))).toBeLessThan(40_000_000);
    expect(truth.orders.length).toBeGreaterThan(40_000);
    expect(truth.orders.length).toBeLessThan(60_000);
    expect(new Set(demo.files.map(({ path }) => path)).size).toBe(demo.files.length);
  });
});

describe('order files and truth', () => {
  it('agree on the units that every SKU sold on Amazon, however often an order was downloaded', () => {
    const rows = files(/^amazon\/\d{18}\.txt$/).flatMap((orderFile) => readTsv(orderFile));
    const current = newest(rows, (row) => `${row['amazon-order-id']}/${row.sku}`);
    expect(rows.length).toBeGreaterThan(current.length * 1.2);
    const units = (channel: string) =>
      sumBy(
        current.filter((row) => row['sales-channel'] === channel && row['order-status'] !== 'Cancelled'),
        (row) => row.sku ?? '',
        (row) => Number(row.quantity),
      );
    expect(units('Amazon.com')).toEqual(sold('us', (l) => l.listing));
    expect(units('Amazon.ca')).toEqual(sold('ca', (l) => l.listing));
    const byAmazon = truth.listings.filter((l) => l.store === 'web' && l.pool.startsWith('fba:'));
    expect(byAmazon.length).toBe(5);
    expect(units('Non-Amazon')).toEqual(
      sumBy(
        byAmazon,
        (l) => l.sku ?? '',
        (l) => sum(l.daily.sold),
      ),
    ); // prettier-ignore
  });

  it('show an order become Shipped or Cancelled in a later download, its stamp never going back', () => {
    const seen = new Map<string, Row>();
    const moves = new Set<string>();
    const wrong: string[] = [];
    for (const row of files(/^amazon\/\d{18}\.txt$/).flatMap((orderFile) => readTsv(orderFile))) {
      const key = `${row['amazon-order-id']}/${row.sku}`;
      const before = seen.get(key);
      if (before) {
        moves.add(`${before['order-status']} → ${row['order-status']}`);
        if ((row['last-updated-date'] ?? '') < (before['last-updated-date'] ?? '')) wrong.push(key);
      }
      const isPriced = row['order-status'] === 'Shipped' || row['order-status'] === 'Unshipped';
      if ((row['item-price'] !== '') !== (isPriced && row['sales-channel'] !== 'Non-Amazon')) wrong.push(key);
      seen.set(key, row);
    }
    expect(wrong).toEqual([]);
    expect(moves).toContain('Pending → Shipped');
    expect(moves).toContain('Pending → Cancelled');
    expect(moves).not.toContain('Shipped → Pending');
  });

  it('agree on Shopify, by line item name, with order-level cells on the first row only', () => {
    const rows = files(/^shopify\/orders_export/)
      .sort((a, b) => (a.path.slice(-14) < b.path.slice(-14) ? -1 : 1))
      .flatMap((orderFile) => readCsv(orderFile));
    const current = newest(rows, (row) => `${row.Name}/${row['Lineitem name']}`);
    const cancelled = new Set(current.filter((row) => row['Cancelled at'] !== '').map((row) => row.Name));
    const name = ({ listing: key, family }: ListingTruth) => `${family}:${key.split('/').slice(1).join(' / ')}`;
    const family = new Map(truth.listings.filter((l) => l.store === 'web').map((l) => [l.listing.split('/')[0], l.family]));
    const handles = new Map(readCsv(file('shopify/products_export_2026-11-21.csv')).map((row) => [row.Title, row.Handle]));
    const units = sumBy(
      current.filter((row) => !cancelled.has(row.Name)),
      (row) => {
        const [title = '', variant = 'Default Title'] = (row['Lineitem name'] ?? '').split(' - ');
        return `${family.get(handles.get(title) ?? '')}:${variant}`;
      },
      (row) => Number(row['Lineitem quantity']),
    );
    expect(units).toEqual(sold('web', name));
    const heads = new Map<string, number>();
    for (const row of current) heads.set(row.Name ?? '', (heads.get(row.Name ?? '') ?? 0) + (row.Total === '' ? 0 : 1));
    expect(new Set(heads.values())).toEqual(new Set([1]));
    expect(current.every((row) => /^buyer\d+@example\.com$/.test(row.Email ?? ''))).toBe(true);
    expect(sum(current.map((row) => Number(row['Refunded Amount'] || 0)))).toBeGreaterThan(1000);
  });

  it('agree on Tmall: what was paid was sold', () => {
    const rows = files(/^tmall\/ExportItemlList/).flatMap((orderFile) => readCsv(orderFile, 'gb18030'));
    const current = newest(rows, (row) => row.子订单编号 ?? '');
    expect(current.every((row) => /^="\d{19}"$/.test(row.子订单编号 ?? ''))).toBe(true);
    const units = sumBy(
      current.filter((row) => row.订单付款时间 !== ''),
      (row) => row.商家编码 ?? '',
      (row) => Number(row.购买数量),
    );
    expect(units).toEqual(sold('tmall', (l) => l.listing));
    expect(new Set(current.map((row) => row.订单状态))).toContain('交易关闭');
    expect(current.every((row) => /^\d+\.\d\d$/.test(row.商品价格 ?? '') && /^\d+\.\d\d$/.test(row.买家应付货款 ?? ''))).toBe(true);
    expect(current.filter((row) => row.退款状态 === '退款成功').every((row) => Number(row.退款金额) > 0)).toBe(true);
  });

  it('number every order once', () => {
    const ids = truth.orders.flatMap((order) => [order.id, ...(order.deliveryId === null ? [] : [order.deliveryId])]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(truth.orders.every((order) => order.store !== 'us' || /^11[1-4]-\d{7}-\d{7}$/.test(order.id))).toBe(true);
  });
});

describe('stock', () => {
  it('is never negative, adds up every day, and sells nothing on a day that opens without it', () => {
    const byPool = new Map<string, ListingTruth[]>();
    for (const l of truth.listings) byPool.set(l.pool, [...(byPool.get(l.pool) ?? []), l]);
    // One assertion a kind: a hundred thousand would take longer than the demo itself.
    const wrong: string[] = [];
    for (const { pool: key, opening, closing, received } of truth.pools) {
      const own = byPool.get(key) ?? [];
      opening.forEach((units, t) => {
        const left = units - sum(own.map((l) => l.daily.sold[t] ?? Number.NaN));
        const before = t === 0 ? units : (closing[t - 1] ?? 0) + (received[t] ?? 0);
        if (closing[t] !== left || left < 0 || units !== before) wrong.push(`${key} on day ${t}`);
      });
    }
    expect(wrong).toEqual([]);
    const opening = new Map(truth.pools.map((p) => [p.pool, p.opening]));
    const sellsNothing = truth.orders.filter((order) =>
      order.lines.some((line) => !opening.get(truth.listings[line.listing]?.pool ?? '')?.[order.day]),
    );
    expect(sellsNothing).toEqual([]);
  });

  it('runs out now and then, as it does for sellers who reorder by the last four weeks', () => {
    const empty = sum(truth.pools.map(({ opening }) => opening.filter((units) => units === 0).length));
    const share = empty / (truth.pools.length * truth.days.length);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.08);
  });

  it('is what the newest stock files of all shops say', () => {
    const last = truth.days.length - 1;
    for (const row of readTsv(file('amazon/Manage FBA Inventory 2026-11-21.txt'), 'windows-1252')) {
      expect(Number(row['afn-fulfillable-quantity'])).toBe(pool(`fba:${row.sku}`).closing[last]);
    }
    for (const row of readCsv(file('amazon/FBA Inventory 2026-11-21.csv'))) {
      expect(Number(row.available)).toBe(pool(`fba:${row.sku}`).closing[last]);
      const ages = ['0-to-90', '91-to-180', '181-to-270', '271-to-365', '366-to-455'].map((age) => Number(row[`inv-age-${age}-days`]));
      expect(sum(ages) + Number(row['inv-age-456-plus-days'])).toBe(Number(row.available));
    }
    const rows = readCsv(file('shopify/inventory_export_2026-11-21.csv'));
    const stocked = rows.filter((row) => row['Available (not editable)'] !== 'Not stocked');
    const available = sumBy(
      stocked,
      (row) => [row.Handle, row['Option1 Value'], row['Option2 Value']].filter(Boolean).join('/'),
      (row) => Number(row['Available (not editable)']),
    );
    const own = truth.listings.filter((l) => l.store === 'web' && l.pool.startsWith('own:'));
    expect(available).toEqual(
      sumBy(
        own,
        (l) => l.listing,
        (l) => pool(l.pool).closing[last] ?? 0,
      ),
    ); // prettier-ignore
    expect(new Set(rows.map((row) => row.Location)).size).toBe(2);
  });
});

describe('demand', () => {
  it('is sold, cancelled or lost, and on average what the model expects', () => {
    for (const { daily } of truth.listings) {
      const parts = daily.sold.map((units, t) => units + (daily.cancelled[t] ?? 0) + (daily.lost[t] ?? 0));
      expect(daily.drawnDemand).toEqual(parts);
    }
    for (const store of ['us', 'ca', 'web', 'tmall'] as const) {
      const own = truth.listings.filter((l) => l.store === store);
      const expected = sum(own.map((l) => sum(l.daily.expectedDemand)));
      const drawn = sum(own.map((l) => sum(l.daily.drawnDemand)));
      expect(Math.abs(drawn / expected - 1)).toBeLessThan(0.05);
    }
  });

  it('answers to the price: LAMP-3 sells more in the week after its cut, by its elasticity at least', () => {
    const lamp = listing('us', 'LAMP-3');
    const cut = truth.days.length - 1 - 200;
    expect([lamp.daily.listPriceMinor[cut - 1], lamp.daily.listPriceMinor[cut]]).toEqual([3900, 3400]);
    const week = (from: number) => sum(lamp.daily.expectedDemand.slice(from, from + 7));
    // The season takes 3 % a week off a lamp in May.
    expect(week(cut) / week(cut - 7)).toBeGreaterThan(0.95 * (39 / 34) ** lamp.elasticity);
  });

  it('peaks in the season and at the events', () => {
    const units = (l: ListingTruth, month: string) => sum(l.daily.expectedDemand.filter((_, t) => truth.days[t]?.startsWith(month)));
    const mug = listing('us', 'MUG-4-SAND');
    expect(units(mug, '2025-12')).toBeGreaterThan(1.7 * units(mug, '2026-02'));
    const brew = listing('us', 'COLDBREW-15');
    expect(units(brew, '2026-07')).toBeGreaterThan(2.5 * units(brew, '2026-01'));
    const kettle = listing('tmall', 'KETTLE-17');
    const on = (day: string) => kettle.daily.expectedDemand[truth.days.indexOf(day as Day)] ?? 0;
    expect(on('2025-11-11')).toBeGreaterThan(3 * on('2025-11-04'));
    expect(truth.events.map((event) => event.id)).toContain('2025-black-friday');
  });
});

describe('ads', () => {
  const terms = truth.searchTerms;

  it('have about 400 search terms, most of them sparse, some that can never sell', () => {
    expect(terms.length).toBeGreaterThan(380);
    expect(terms.length).toBeLessThan(420);
    const months = truth.days.length / 30;
    const clicks = sumBy(
      truth.adDays,
      (day) => String(day.term),
      (day) => day.clicks,
    ); // prettier-ignore
    const sparse = terms.filter((_, i) => (clicks[String(i)] ?? 0) / months <= 3);
    expect(sparse.length / terms.length).toBeGreaterThan(0.5);
    const waste = terms.map((term, i) => ({ term, clicks: clicks[String(i)] ?? 0, i })).filter(({ term }) => term.cvr === 0);
    expect(waste.length).toBe(36);
    expect(sum(waste.map((term) => term.clicks))).toBeGreaterThan(500);
    const wasted = new Set(waste.map(({ i }) => i));
    expect(truth.adDays.every((day) => !wasted.has(day.term) || day.orders.length === 0)).toBe(true);
  });

  it('sell no more than was ordered', () => {
    const ordered = (sku: string, t: number) => {
      const { daily } = listing('us', sku);
      return (daily.sold[t] ?? 0) + (daily.cancelled[t] ?? 0);
    };
    const byAds = sumBy(
      truth.adDays.flatMap((day) => day.orders),
      (order) => `${order.sku}/${order.day}`,
      (order) => order.units,
    );
    for (const [key, units] of Object.entries(byAds)) {
      const [sku = '', day = ''] = key.split('/');
      expect(units).toBeLessThanOrEqual(ordered(sku, Number(day)));
    }
  });

  it('are restated: a later download of the same day shows at least as many orders, and some more', () => {
    const key = (row: Record<string, unknown>) =>
      ['Date', 'Campaign Name', 'Ad Group Name', 'Targeting', 'Customer Search Term'].map((k) => row[k]).join('|');
    const seen = new Map<string, Record<string, unknown>>();
    const wrong: string[] = [];
    let more = 0;
    let again = 0;
    for (const workbook of files(/^amazon\/Sponsored.*xlsx$/)) {
      for (const row of readSheet(workbook)) {
        const before = seen.get(key(row));
        if (before) {
          again += 1;
          const fewer = Number(row['7 Day Total Orders (#)']) < Number(before['7 Day Total Orders (#)']);
          if (fewer || Number(row.Clicks) > Number(before.Clicks)) wrong.push(key(row));
          if (Number(row['7 Day Total Orders (#)']) > Number(before['7 Day Total Orders (#)'])) more += 1;
        }
        seen.set(key(row), row);
      }
    }
    expect(wrong).toEqual([]);
    expect(again).toBeGreaterThan(1000);
    expect(more).toBeGreaterThan(20);
  });
});

describe('the stories that are visible yesterday', () => {
  const last = truth.days.length - 1;

  it('KETTLE-17 lost the buy box three days ago to an offer of 24.90', () => {
    const kettle = listing('us', 'KETTLE-17');
    expect(kettle.daily.buyBoxRatio.slice(-4)).toEqual([0.97, 0.4061, 0.4061, 0.4061]);
    const before = sum(kettle.daily.expectedDemand.slice(-10, -3)) / 7;
    expect(sum(kettle.daily.expectedDemand.slice(-3)) / 3).toBeLessThan(0.55 * before);
    const report = readCsv(file('amazon/BusinessReport 2026-11-20..2026-11-20.csv'));
    expect(report.find((row) => row.Title?.includes('1.7 L, Black'))?.['Featured Offer (Buy Box) Percentage']).toBe('40.61%');
    expect(readCsv(file('amazon/FBA Inventory 2026-11-21.csv')).find((row) => row.sku === 'KETTLE-17')?.['featuredoffer-price']).toBe(
      '24.90',
    );
  });

  it('MUG-4-BLUE runs out before its supplier could deliver, and nothing is on the way', () => {
    const stock = pool('fba:MUG-4-BLUE').closing[last] ?? 0;
    const daily = sum(['us', 'ca'].map((store) => sum(listing(store as StoreId, 'MUG-4-BLUE').daily.expectedDemand.slice(-7)))) / 7;
    expect(stock).toBeGreaterThan(0);
    expect(stock / daily).toBeLessThan(18);
    expect(truth.purchases.filter((p) => p.pool === 'fba:MUG-4-BLUE' && p.arrivesOn > LAST)).toEqual([]);
    expect(truth.suppliers.find((s) => s.key === 'ceramics')?.leadTimeMeanDays).toBeGreaterThan(18);
  });

  it('LAMP-4 lies dead, MATCHA-SET rises, COLDBREW-1L missed a part of July', () => {
    const lamp = listing('us', 'LAMP-4');
    expect(sum(lamp.daily.sold.slice(-120))).toBe(0);
    expect(pool('fba:LAMP-4').closing[last]).toBeGreaterThan(150);
    const matcha = listing('us', 'MATCHA-SET');
    expect(sum(matcha.daily.drawnDemand.slice(0, -77))).toBe(0);
    expect(sum(matcha.daily.expectedDemand.slice(-28))).toBeGreaterThan(sum(matcha.daily.expectedDemand.slice(-75, -47)));
    const july = truth.days.flatMap((day, t) => (day.startsWith('2026-07') ? [t] : []));
    expect(july.filter((t) => pool('fba:COLDBREW-1L').opening[t] === 0).length).toBeGreaterThan(12);
  });

  it('eight Amazon titles are above 75 characters; Tmall has titles above, at and below 60 bytes', () => {
    const titles = readTsv(file('amazon/All Listings Report 2026-11-21.txt'), 'windows-1252').map((row) => row['item-name'] ?? '');
    expect(titles.length).toBe(60);
    expect(titles.filter((title) => title.length > 75).length).toBe(8);
    expect(titles.some((title) => title.includes('Crème'))).toBe(true);
    const lengths = newest(readCsvTitles(), (title) => title).map(gbkLength);
    expect(lengths.length).toBe(30);
    expect(lengths.filter((length) => length > 60).length).toBe(3);
    expect(lengths.filter((length) => length === 60).length).toBe(5);
  });

  it('a title and prices change between two downloads of the listings', () => {
    const read = (day: Day) => readTsv(file(`amazon/All Listings Report ${day}.txt`), 'windows-1252');
    const of = (rows: readonly Row[], sku: string) => rows.find((row) => row['seller-sku'] === sku);
    const [before, now] = [read(addDays('2026-11-21' as Day, -180)), read('2026-11-21' as Day)];
    expect(of(before, 'GOOSE-09-BLK')?.['item-name']).not.toBe(of(now, 'GOOSE-09-BLK')?.['item-name']);
    expect([of(before, 'TEA-EARL-100')?.price, of(now, 'TEA-EARL-100')?.price]).toEqual(['14.90', '16.90']);
    expect(of(before, 'MATCHA-SET')).toBeUndefined();
  });
});

function readCsvTitles(): string[] {
  return files(/^tmall\/ExportItemlList/).flatMap((orderFile) => readCsv(orderFile, 'gb18030').map((row) => row.商品标题 ?? ''));
}
