/** What the health of a shop is told by: orders with their cancellations and refunds, scores, reviews. */
import type { Day, Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { THING } from '../../facts/salesQueries.js';

export interface OrdersOfDay {
  readonly day: Day;
  readonly orders: number;
  readonly cancelled: number;
  /** Of orders that the seller ships; 0 of 0 where the report does not tell who ships. */
  readonly merchantOrders: number;
  readonly merchantCancelled: number;
  /** Orders with money paid back; null where no order of the day tells. */
  readonly refunded: number | null;
}

/** Orders by the day on which they were placed; those that are no sales (replacements) are left out. */
export function ordersByDay(db: Database, storeId: number, period: Period): OrdersOfDay[] {
  return db
    .prepare(
      `SELECT ordered_on AS day, sum(orders) AS orders, sum(orders * (state = 'cancelled')) AS cancelled,
         coalesce(sum(orders * (fulfilment = 'Merchant')), 0) AS merchantOrders,
         coalesce(sum(orders * (fulfilment = 'Merchant' AND state = 'cancelled')), 0) AS merchantCancelled,
         CASE WHEN sum(tell_refunds) > 0 THEN sum(refunds) END AS refunded
       FROM order_days JOIN order_profiles USING (profile_pk)
       WHERE store_id = @storeId AND ordered_on BETWEEN @from AND @to AND is_sale = 1 GROUP BY ordered_on ORDER BY ordered_on`,
    )
    .all({ storeId, ...period }) as OrdersOfDay[];
}

export interface ScoresOfDay {
  readonly day: Day;
  readonly dsrDescription: number | null;
  readonly dsrService: number | null;
  readonly dsrShipping: number | null;
  readonly experienceScore: number | null;
}

/** Scores of the shop as reports of single days state them; where two do, the newer. */
export function scoresByDay(db: Database, storeId: number, period: Period): ScoresOfDay[] {
  return db
    .prepare(
      `SELECT u.period_to AS day, s.dsr_description AS dsrDescription, s.dsr_service AS dsrService, s.dsr_shipping AS dsrShipping,
         s.experience_score AS experienceScore
       FROM period_units u JOIN shop s USING (unit_pk)
       WHERE u.subject = 'shop' AND u.store_id = @storeId AND u.superseded_by IS NULL AND u.period_from = u.period_to
         AND u.period_to BETWEEN @from AND @to
         AND coalesce(s.dsr_description, s.dsr_service, s.dsr_shipping, s.experience_score) IS NOT NULL
       ORDER BY u.period_to, u.evidence_at, u.unit_pk, s.line`,
    )
    .all({ storeId, ...period }) as ScoresOfDay[];
}

export interface RatingOfDay {
  readonly thing: string;
  readonly label: string;
  readonly day: Day;
  readonly reviews: number;
  readonly stars: number;
}

/** Stars of reviews by thing and day: how many, and their sum. */
export function ratingsByDay(db: Database, storeId: number, period: Period): RatingOfDay[] {
  return db
    .prepare(
      `SELECT ${THING} AS thing, coalesce(min(i.sku), min(i.platform_item), min(i.title)) AS label, r.reviewed_on AS day, count(*) AS reviews, sum(r.stars) AS stars
       FROM period_units u JOIN reviews r USING (unit_pk) JOIN items i USING (item_pk)
       WHERE u.subject = 'reviews' AND u.store_id = @storeId AND u.superseded_by IS NULL AND r.stars IS NOT NULL
         AND r.reviewed_on BETWEEN @from AND @to
       GROUP BY thing, r.reviewed_on ORDER BY thing, r.reviewed_on`,
    )
    .all({ storeId, ...period }) as RatingOfDay[];
}
