/**
 * What stood before a moment, and what stands now.
 *
 * Two ways to say "before". By the age of the files (`since`): the facts are a fold in the order of evidence and keep what they
 * superseded, so what the files up to a moment said is what stands from them, and what later files superseded of it. By the time
 * of the import (`--known-at`): a database folded without the later imports, attached beside the present one.
 */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { SALE } from '../../facts/orderDays.js';
import type { FileSpanAt, OrderChange, OrderState, PeriodFigure } from './changes.js';
import type { StandingDay } from './table.js';

/** Where the earlier state comes from. */
export type Before =
  | { readonly kind: 'evidence'; readonly since: number }
  /** The connection is to the earlier database; the present one is attached as `now`. */
  | { readonly kind: 'imported'; readonly until: number };

/** Where what stands now lies. */
function present(before: Before): 'main' | 'now' {
  return before.kind === 'evidence' ? 'main' : 'now';
}

/** Attaches the present database to an earlier one, which is folded without what was imported after a moment. */
export function attachPresent(earlier: Database, presentFile: string): void {
  earlier.prepare('ATTACH ? AS now').run(presentFile);
}

/** The moment at which the newest file of these stores before another moment was made, epoch seconds; null without any. */
export function newestEvidence(db: Database, storeIds: readonly number[], until: number): number | null {
  return db
    .prepare(
      `SELECT max(evidence_at) FROM imports WHERE status IN ('imported', 'partial') AND evidence_at < @until
         AND account_id IN (SELECT account_id FROM stores WHERE store_id IN (SELECT value FROM json_each(@stores)))`,
    )
    .pluck()
    .get({ stores: JSON.stringify(storeIds), until }) as number | null;
}

/** Imports whose files are not older than the moment. */
const LATER = `SELECT import_id FROM imports WHERE evidence_at >= @since`;

const LINES = `sum(l.counts) AS counting,
  CASE WHEN count(l.quantity) FILTER (WHERE l.counts = 1) = sum(l.counts) THEN sum(l.quantity) FILTER (WHERE l.counts = 1) END AS units,
  sum(l.amount_minor) FILTER (WHERE l.counts = 1) AS sales, coalesce(sum(l.amount_minor IS NULL) FILTER (WHERE l.counts = 1), 0) > 0 AS unpriced`;

function standing(schema: string, which: string): string {
  return `SELECT h.account_id, h.order_id, h.store_id, h.ordered_on AS day, p.currency, h.import_id, ${LINES}
    FROM ${schema}.order_heads h JOIN ${schema}.order_profiles p USING (profile_pk) LEFT JOIN ${schema}.order_lines l USING (order_pk)
    ${which} GROUP BY h.order_pk`;
}

const SUPERSEDED = `SELECT u.account_id, u.unit AS order_id, u.content ->> 'store_id' AS store_id, u.content ->> 'ordered_on' AS day,
    u.content ->> 'currency' AS currency, u.import_id, sum(l.value ->> 'counts') AS counting,
    CASE WHEN count(l.value ->> 'quantity') FILTER (WHERE l.value ->> 'counts' = 1) = sum(l.value ->> 'counts')
      THEN sum(l.value ->> 'quantity') FILTER (WHERE l.value ->> 'counts' = 1) END AS units,
    sum(l.value ->> 'amount_minor') FILTER (WHERE l.value ->> 'counts' = 1) AS sales,
    coalesce(sum(l.value ->> 'amount_minor' IS NULL) FILTER (WHERE l.value ->> 'counts' = 1), 0) > 0 AS unpriced
  FROM superseded_units u LEFT JOIN json_each(u.content, '$.lines') l
  WHERE u.subject = 'orders' AND u.superseded_by IN (${LATER}) AND u.import_id NOT IN (${LATER}) GROUP BY u.rowid`;

/** Orders of which something else is said now than before, or only now, or no more; by store and order. Those that people excluded are no sales either way. */
export function changedOrders(db: Database, storeIds: readonly number[], before: Before): OrderChange[] {
  const [was, is] =
    before.kind === 'evidence'
      ? [SUPERSEDED, standing('main', `WHERE h.import_id IN (${LATER})`)]
      : [standing('main', ''), standing('now', '')];
  const rows = db
    .prepare(
      `WITH was AS MATERIALIZED (${was}), stands AS MATERIALIZED (${is})
       SELECT coalesce(b.account_id, a.account_id) AS accountId, coalesce(b.order_id, a.order_id) AS orderId, a.import_id AS importId,
         ${STATE.map((key) => `b.${key} AS was_${key}, a.${key} AS is_${key}`).join(', ')}
       FROM was b FULL JOIN stands a ON a.account_id = b.account_id AND a.order_id = b.order_id
       WHERE coalesce(a.store_id, b.store_id) IN (SELECT value FROM json_each(@stores))
         AND NOT EXISTS (SELECT 1 FROM order_exclusions e WHERE e.account_id = coalesce(a.account_id, b.account_id) AND e.order_id = coalesce(a.order_id, b.order_id))
         AND (b.order_id IS NULL OR a.order_id IS NULL OR ${STATE.map((key) => `b.${key} IS NOT a.${key}`).join(' OR ')})
       ORDER BY coalesce(a.store_id, b.store_id), orderId, accountId`,
    )
    .all({ stores: JSON.stringify(storeIds), ...(before.kind === 'evidence' ? { since: before.since } : {}) }) as Record<
    string,
    number | string | null
  >[];
  return rows.map((row) => ({
    orderId: row.orderId as string,
    importId: row.importId as number | null,
    was: stateOf(row, 'was'),
    is: stateOf(row, 'is'),
  }));
}

const STATE = ['store_id', 'day', 'currency', 'counting', 'units', 'sales', 'unpriced'] as const;

function stateOf(row: Readonly<Record<string, number | string | null>>, when: 'was' | 'is'): OrderState | null {
  const of = (key: (typeof STATE)[number]) => row[`${when}_${key}`] ?? null;
  if (of('store_id') === null) return null;
  return {
    storeId: of('store_id') as number,
    day: of('day') as Day | null,
    currency: of('currency') as string | null,
    counts: Number(of('counting') ?? 0) > 0,
    units: of('units') as number | null,
    sales: of('sales') as number | null,
    unpriced: of('unpriced') === 1,
  };
}

/** Files of orders as they were known before, for each store: which days their orders span, and when they were made. */
export function orderFilesBefore(db: Database, storeIds: readonly number[], before: Before): FileSpanAt[] {
  const [column, limit] = before.kind === 'evidence' ? ['evidence_at', before.since - 1] : ['imported_at', before.until];
  return db
    .prepare(
      `SELECT s.store_id AS storeId, i.period_from AS "from", i.period_to AS "to", i.evidence_at AS evidenceAt
       FROM imports i JOIN stores s ON s.account_id = i.account_id AND s.store_id IN (SELECT value FROM json_each(@stores))
       WHERE i.status IN ('imported', 'partial') AND i.${column} <= @limit AND i.period_from IS NOT NULL AND i.report_format IN
         (SELECT DISTINCT f.report_format FROM imports f WHERE f.import_id IN (SELECT DISTINCT import_id FROM order_heads))
       ORDER BY s.store_id, i.evidence_at, i.import_id`,
    )
    .all({ stores: JSON.stringify(storeIds), limit }) as FileSpanAt[];
}

/** Days with an order, by store. */
export function daysWithOrders(db: Database, storeIds: readonly number[], since: Day): { readonly storeId: number; readonly day: Day }[] {
  return db
    .prepare(
      `SELECT DISTINCT store_id AS storeId, ordered_on AS day FROM order_days
       WHERE store_id IN (SELECT value FROM json_each(?)) AND ordered_on >= ? ORDER BY store_id, ordered_on`,
    )
    .all(JSON.stringify(storeIds), since) as { storeId: number; day: Day }[];
}

/**
 * Sums of reports about single days: amounts in minor units, ad money in millionths. An item's sessions and views are repeated on each
 * of its rows, its units and sales are not. People are no sum: a shop's visitors count where the report has one row a day.
 */
const SUMS = {
  traffic: {
    metrics: ['sessions', 'page_views'],
    rows: (schema: string, which: string) =>
      `SELECT unit_pk, max(r.currency) AS currency, max(r.sessions) AS sessions, max(r.page_views) AS page_views
       FROM ${schema}.traffic r JOIN ${schema}.items i USING (item_pk) WHERE unit_pk IN (${which}) GROUP BY unit_pk, coalesce(i.platform_item, i.item_pk)`,
  },
  ads: {
    metrics: ['ad_spend', 'ad_sales', 'ad_orders', 'clicks'],
    rows: (schema: string, which: string) =>
      `SELECT unit_pk, r.currency, r.cost_micros AS ad_spend, r.sales_micros AS ad_sales, r.orders AS ad_orders, r.clicks
       FROM ${schema}.ads r WHERE unit_pk IN (${which})`,
  },
  shop: {
    metrics: ['visitors', 'page_views', 'buyers', 'sales', 'refunds'],
    rows: (schema: string, which: string) =>
      `SELECT unit_pk, max(r.currency) AS currency, max(r.visitors) AS visitors, max(r.page_views) AS page_views, max(r.buyers) AS buyers,
         max(r.sales_minor) AS sales, max(r.refunded_minor) AS refunds
       FROM ${schema}.shop r WHERE unit_pk IN (${which}) GROUP BY unit_pk HAVING count(*) = 1`,
  },
} as const;

/** Sums of single days that are not what they were; by store, day, subject, channel, grain, currency and metric. */
export function changedPeriods(db: Database, storeIds: readonly number[], before: Before): PeriodFigure[] {
  return (Object.keys(SUMS) as (keyof typeof SUMS)[]).flatMap((subject) => changedOf(db, storeIds, before, subject));
}

function changedOf(db: Database, storeIds: readonly number[], before: Before, subject: keyof typeof SUMS): PeriodFigure[] {
  const { metrics, rows } = SUMS[subject];
  const units = (schema: string, which: string) =>
    `SELECT u.unit_pk FROM ${schema}.period_units u WHERE u.subject = '${subject}' AND u.period_from = u.period_to
       AND u.store_id IN (SELECT value FROM json_each(@stores)) AND ${which}`;
  const side = (schema: string, which: string) =>
    `SELECT u.store_id, u.channel, u.grain, u.period_from AS day, r.currency, max(u.import_id) AS import_id,
       ${metrics.map((metric) => `sum(r.${metric}) AS ${metric}`).join(', ')}
     FROM (${rows(schema, units(schema, which))}) r JOIN ${schema}.period_units u USING (unit_pk)
     GROUP BY u.store_id, u.channel, u.grain, u.period_from, r.currency`;
  const standing = 'u.superseded_by IS NULL';
  const was =
    before.kind === 'evidence'
      ? side('main', `u.import_id NOT IN (${LATER}) AND (${standing} OR u.superseded_by IN (${LATER}))`)
      : side('main', standing);
  const found = db
    .prepare(
      `WITH was AS MATERIALIZED (${was}), stands AS MATERIALIZED (${side(present(before), standing)})
         SELECT a.store_id AS storeId, a.channel, a.grain, a.day, a.currency, a.import_id AS importId,
         ${metrics.map((metric) => `b.${metric} AS was_${metric}, a.${metric} AS is_${metric}`).join(', ')}
       FROM stands a JOIN was b ON b.store_id = a.store_id AND b.channel = a.channel AND b.grain = a.grain AND b.day = a.day AND b.currency IS a.currency
       WHERE ${metrics.map((metric) => `b.${metric} IS NOT a.${metric}`).join(' OR ')}
       ORDER BY a.store_id, a.day, a.channel, a.grain, a.currency`,
    )
    .all({ stores: JSON.stringify(storeIds), ...(before.kind === 'evidence' ? { since: before.since } : {}) }) as Found[];
  return found.flatMap(({ storeId, channel, grain, day, currency, importId, ...values }) =>
    metrics.map((metric) => ({
      ...{ storeId, subject, channel, grain, day, currency, importId, metric },
      was: values[`was_${metric}`] as number | null,
      is: values[`is_${metric}`] as number | null,
    })),
  );
}

interface Found {
  readonly storeId: number;
  readonly channel: string;
  readonly grain: string;
  readonly day: Day;
  readonly currency: string | null;
  readonly importId: number;
  readonly [value: `was_${string}` | `is_${string}`]: number | null;
}

/** What stands now on some days of orders, by store, day and currency. */
export function standingDays(
  db: Database,
  storeIds: readonly number[],
  days: readonly { readonly day: Day }[],
  before: Before,
): StandingDay[] {
  const now = present(before);
  return db
    .prepare(
      `SELECT d.store_id AS storeId, d.ordered_on AS day, p.currency, sum(d.orders) AS orders,
         CASE WHEN sum(d.unknown_units) = 0 THEN sum(d.units) END AS units, coalesce(sum(d.sales_minor), 0) AS sales
       FROM ${now}.order_days d JOIN ${now}.order_profiles p USING (profile_pk)
       WHERE d.store_id IN (SELECT value FROM json_each(?)) AND d.ordered_on IN (SELECT value FROM json_each(?)) AND d.sale > ${SALE.none}
       GROUP BY d.store_id, d.ordered_on, p.currency ORDER BY d.store_id, d.ordered_on, p.currency`,
    )
    .all(JSON.stringify(storeIds), JSON.stringify([...new Set(days.map(({ day }) => day))])) as StandingDay[];
}

/** Names of files by import. */
export function fileNames(db: Database, importIds: readonly number[], before: Before): ReadonlyMap<number, string> {
  const rows = db
    .prepare(`SELECT import_id AS importId, file FROM ${present(before)}.imports WHERE import_id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(importIds)) as { importId: number; file: string }[];
  return new Map(rows.map(({ importId, file }) => [importId, file]));
}
