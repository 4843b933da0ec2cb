/** What the KPIs ask of the facts: of periods (a day is one), what lies fully inside them. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { prepared } from '../../db/prepared.js';
import { SALE } from '../../facts/orderDays.js';
import type { OrderFacts } from './orderFigures.js';
import type { AdSums, BuyerFacts, CoveringFile, ReviewFacts, ShopUnit, TrafficUnit } from './reportFacts.js';

/** SQL of `period_units u` of one subject that lie inside one of the asked periods; each once. */
function unitsInside(subject: string): string {
  return `inside AS MATERIALIZED (
    SELECT DISTINCT u.unit_pk FROM json_each(@periods) p
      CROSS JOIN period_units u ON u.subject = '${subject}' AND u.store_id = @storeId AND u.period_from BETWEEN p.value ->> 'from' AND p.value ->> 'to'
        AND u.period_to <= p.value ->> 'to'
    WHERE u.superseded_by IS NULL)`;
}

/** Orders that count, by day and currency. An order is without price when one of its lines is; where all are, it has no currency. */
export function ordersByDay(db: Database, storeId: number, periods: readonly Period[]): OrderFacts[] {
  // By its number: by its name, SQLite would take the currency that the profile has.
  return prepared(
    db,
    `SELECT d.ordered_on AS day, CASE WHEN d.sale = ${SALE.priced} THEN o.currency END AS currency, sum(d.orders) AS orders,
       CASE WHEN sum(d.unknown_units) = 0 THEN sum(d.units) END AS units, sum(d.sales_minor) AS sales, sum(d.unpriced) AS unpriced,
       sum(d.refunded_minor) AS refunded
     FROM json_each(@periods) p
       CROSS JOIN order_days d ON d.store_id = @storeId AND d.ordered_on BETWEEN p.value ->> 'from' AND p.value ->> 'to' AND d.sale > ${SALE.none}
       CROSS JOIN order_profiles o USING (profile_pk)
     GROUP BY day, 2 ORDER BY day, 2`,
  ).all({ storeId, periods: JSON.stringify(disjoint(periods)) }) as OrderFacts[];
}

/** Periods in order and without what they share, so that no order is found twice. */
function disjoint(periods: readonly Period[]): Period[] {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: { from: Day; to: Day }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else joined.push({ from, to });
  }
  return joined;
}

/** Traffic reports about items. An item's sessions and views are repeated on each of its rows, its units and sales are not. */
export function trafficUnits(db: Database, storeId: number, periods: readonly Period[]): TrafficUnit[] {
  return prepared(
    db,
    `WITH ${unitsInside('traffic')}
       SELECT unit_pk AS id, @storeId AS storeId, grain, '' AS about, "from", "to", evidenceAt, reportFormat, max(currency) AS currency,
         sum(sessions) AS sessions, sum(page_views) AS pageViews, sum(units) AS units, sum(sales_minor) AS sales, sum(refunded) AS unitsRefunded,
         sum(CASE WHEN box IS NOT NULL THEN page_views END) AS boxViews, sum(box * page_views) AS boxWon
       FROM (SELECT u.unit_pk, u.period_from AS "from", u.period_to AS "to", u.grain, u.evidence_at AS evidenceAt, m.report_format AS reportFormat,
               max(t.currency) AS currency, max(t.sessions) AS sessions, max(t.page_views) AS page_views, sum(t.units) AS units,
               sum(t.sales_minor) AS sales_minor, sum(t.units_refunded) AS refunded, max(t.buy_box_ratio) AS box
             FROM inside CROSS JOIN period_units u USING (unit_pk) CROSS JOIN traffic t USING (unit_pk) JOIN items i USING (item_pk)
               JOIN imports m ON m.import_id = u.import_id
             WHERE u.grain IN ('child', 'sku', 'parent') GROUP BY u.unit_pk, coalesce(i.platform_item, i.item_pk))
       GROUP BY unit_pk ORDER BY "from", "to", grain, unit_pk`,
  ).all({ storeId, periods: JSON.stringify(periods) }) as TrafficUnit[];
}

/** Reports about the shop as a whole. A report of several rows (devices, live streams) tells no number of people. */
export function shopUnits(db: Database, storeId: number, periods: readonly Period[]): ShopUnit[] {
  const alone = (column: string) => `CASE WHEN count(*) = 1 THEN max(h.${column}) END`;
  return prepared(
    db,
    `WITH ${unitsInside('shop')}
       SELECT u.unit_pk AS id, @storeId AS storeId, u.grain, u.about, u.period_from AS "from", u.period_to AS "to", u.evidence_at AS evidenceAt,
         m.report_format AS reportFormat, max(h.currency) AS currency, sum(h.sessions) AS sessions, sum(h.page_views) AS pageViews,
         sum(h.units) AS units, sum(h.sales_minor) AS sales, sum(h.paid_orders) AS orders, sum(h.refunded_minor) AS refunded, sum(h.reviews) AS reviews,
         ${alone('visitors')} AS visitors, ${alone('cart_users')} AS cartUsers, ${alone('buyers')} AS buyers, ${alone('new_buyers')} AS newBuyers,
         ${alone('returning_buyers')} AS returningBuyers, ${alone('live_visitors')} AS liveViewers, max(h.followers) AS followers,
         ${alone('dsr_description')} AS dsrDescription, ${alone('dsr_service')} AS dsrService, ${alone('dsr_shipping')} AS dsrShipping,
         ${alone('experience_score')} AS experience
       FROM inside CROSS JOIN period_units u USING (unit_pk) CROSS JOIN shop h USING (unit_pk) JOIN imports m ON m.import_id = u.import_id
       GROUP BY u.unit_pk ORDER BY u.period_from, u.period_to, u.grain, u.unit_pk`,
  ).all({ storeId, periods: JSON.stringify(periods) }) as ShopUnit[];
}

/** Sums of ad reports inside the periods, by report and currency. */
export function adSumsByUnit(db: Database, storeId: number, periods: readonly Period[], currency: string | null): AdSums[] {
  return prepared(
    db,
    `WITH ${unitsInside('ads')}
       SELECT u.unit_pk AS id, u.store_id AS storeId, u.grain, u.channel, u.about, u.period_from AS "from", u.period_to AS "to",
         min(g.campaign) AS campaign, coalesce(a.currency, @currency) AS currency, sum(a.cost_micros) AS costMicros, sum(a.sales_micros) AS salesMicros,
         sum(a.impressions) AS impressions, sum(a.clicks) AS clicks, sum(a.orders) AS orders, max(a.attribution_days) AS attributionDays,
         u.evidence_at AS evidenceAt, m.report_format AS reportFormat
       FROM inside CROSS JOIN period_units u USING (unit_pk) CROSS JOIN ads a USING (unit_pk) JOIN ad_targets g USING (target_pk)
         JOIN imports m ON m.import_id = u.import_id
       GROUP BY u.unit_pk, coalesce(a.currency, @currency) ORDER BY u.channel, u.about, u.period_from, u.period_to, u.unit_pk, 9`,
  ).all({ storeId, periods: JSON.stringify(periods), currency }) as AdSums[];
}

/** SQL of what makes an order of `order_heads h` and its profile `x` one that tells of its buyer. */
const COUNTED = `x.state <> 'cancelled' AND x.is_sale = 1
  AND NOT EXISTS (SELECT 1 FROM order_exclusions e WHERE e.account_id = h.account_id AND e.order_id = h.order_id)`;

/**
 * Buyers by period: how many the orders name, how many of them had not ordered before, and orders that name none. A period of which one
 * order that is looked at first names none is left out: most reports name no buyers at all, and their orders need not be gone through.
 */
export function buyersByPeriod(db: Database, storeId: number, periods: readonly Period[]): BuyerFacts[] {
  const ordersInside = `order_heads h ON h.store_id = @storeId AND h.ordered_on BETWEEN p."from" AND p."to" CROSS JOIN order_profiles x USING (profile_pk)`;
  return prepared(
    db,
    `WITH p AS (SELECT value ->> 'from' AS "from", value ->> 'to' AS "to" FROM json_each(@periods)),
       told AS MATERIALIZED (
         SELECT * FROM p WHERE (SELECT h.buyer FROM (SELECT 1) CROSS JOIN ${ordersInside} WHERE ${COUNTED} LIMIT 1) IS NOT NULL)
     SELECT "from", "to", count(buyer) AS buyers, coalesce(sum(buyer IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM order_heads e JOIN order_profiles x USING (profile_pk)
           WHERE e.store_id = @storeId AND e.buyer = found.buyer AND e.ordered_on < found."from" AND x.state <> 'cancelled' AND x.is_sale = 1)), 0) AS newBuyers,
         coalesce(sum(CASE WHEN buyer IS NULL THEN orders END), 0) AS nameless,
         (SELECT min(ordered_on) FROM order_heads WHERE store_id = @storeId) AS since
       FROM (SELECT p."from", p."to", h.buyer, count(*) AS orders FROM told p CROSS JOIN ${ordersInside} WHERE ${COUNTED} GROUP BY 1, 2, h.buyer) found
       GROUP BY "from", "to" ORDER BY "from", "to"`,
  ).all({ storeId, periods: JSON.stringify(periods) }) as BuyerFacts[];
}

/** Reviews by period, and all up to its end. None for a store without a review report. */
export function reviewsByPeriod(db: Database, storeId: number, periods: readonly Period[]): ReviewFacts[] {
  return prepared(
    db,
    `WITH seen AS MATERIALIZED (
         SELECT r.reviewed_on AS day, r.stars, u.evidence_at FROM period_units u CROSS JOIN reviews r USING (unit_pk)
         WHERE u.subject = 'reviews' AND u.store_id = @storeId AND u.superseded_by IS NULL AND r.reviewed_on IS NOT NULL)
       SELECT p.value ->> 'from' AS "from", p.value ->> 'to' AS "to", sum(day >= p.value ->> 'from' AND day <= p.value ->> 'to') AS reviews,
         count(CASE WHEN day <= p.value ->> 'to' THEN stars END) AS rated, sum(CASE WHEN day <= p.value ->> 'to' THEN stars END) AS stars,
         min(day) AS since, max(evidence_at) AS evidenceAt
       FROM json_each(@periods) p CROSS JOIN seen GROUP BY 1, 2 ORDER BY 1, 2`,
  ).all({ storeId, periods: JSON.stringify(periods) }) as ReviewFacts[];
}

/** Which of traffic, ads and shop the store has ever had for single days, and the newest of those days. */
export function dailySubjects(db: Database, storeId: number): { readonly subject: 'traffic' | 'ads' | 'shop'; readonly newest: Day }[] {
  return prepared(
    db,
    `SELECT subject, max(period_from) AS newest FROM period_units
       WHERE store_id = ? AND subject IN ('traffic', 'ads', 'shop') AND period_from = period_to AND superseded_by IS NULL GROUP BY subject`,
  ).all(storeId) as { subject: 'traffic' | 'ads' | 'shop'; newest: Day }[];
}

/** Active imports of a store that cover a period, whatever they fill. The facts do not name a newer file that only confirmed them. */
export function reportFiles(db: Database, storeId: number): CoveringFile[] {
  return prepared(
    db,
    `SELECT report_format AS reportFormat, evidence_at AS evidenceAt, period_from AS "from", period_to AS "to" FROM imports
       WHERE store_id = ? AND status IN ('imported', 'partial') AND period_from IS NOT NULL ORDER BY evidence_at, import_id`,
  ).all(storeId) as CoveringFile[];
}
