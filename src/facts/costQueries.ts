/**
 * What units cost, from whoever says it: people (by hand, in cost files), reports that tell costs, and catalogues with a cost column.
 * One list of dated entries for every department; how sales are costed with them is decided elsewhere.
 */
import type { Day } from '../core/day.js';
import type { DatedCost } from '../core/unitCost.js';
import { COST_PARTS } from '../core/unitCost.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import { prepared } from '../db/prepared.js';
import { remembered } from '../db/remembered.js';
import { partsOf } from './ownCosts.js';

/** Who says it. People count more than reports, reports more than catalogues. */
export type CostSource = 'hand' | 'file' | 'report' | 'catalogue';

export interface CostEntry extends DatedCost {
  readonly storeId: number;
  /**
   * The listing; null where no listing has that name: then `sku` is the name, and it speaks of every item with that SKU, also of one that
   * belongs to a listing (a variation that is sold under the listing of its product). That comes before what is said of the listing.
   */
  readonly listingPk: number | null;
  /** The platform's key of the listing, or the name as it was said. */
  readonly listing: string;
  readonly sku: string | null;
  readonly saidBy: CostSource;
  /** File that says it, and its line where one is known; null: by hand. */
  readonly file: string | null;
  readonly line: number | null;
  /** Epoch seconds: when people said it, or how new the export is. */
  readonly saidAt: number;
}

type Row = Omit<CostEntry, 'parts' | 'saidBy'>;

const STORES = '(SELECT value FROM json_each(@stores))';

/**
 * All dated costs of the stores that count, by store, listing, day (those for ever first), delivery and who says it. Of what people say
 * about the same day and delivery of a listing only what holds; what reports and catalogues say once for as long as they say the same.
 */
export function costEntries(db: Database, storeIds: readonly number[]): CostEntry[] {
  return [...new Set(storeIds)].sort((a, b) => a - b).flatMap((storeId) => costsOf(db, storeId));
}

function costsOf(db: Database, storeId: number): CostEntry[] {
  return remembered(db, `costs: ${storeId}`, () => {
    const stores = JSON.stringify([storeId]);
    return [...peoplesCosts(db, [storeId]), ...reportedCosts(db, stores), ...catalogueCosts(db, stores)].sort(inOrder);
  });
}

const RANK: Readonly<Record<CostSource, number>> = { hand: 0, file: 1, report: 2, catalogue: 3 };

function inOrder(a: CostEntry, b: CostEntry): number {
  return (
    a.storeId - b.storeId ||
    byText(a.listing, b.listing) ||
    byText(a.from ?? '', b.from ?? '') ||
    byText(a.batch ?? '', b.batch ?? '') ||
    RANK[a.saidBy] - RANK[b.saidBy] ||
    a.saidAt - b.saidAt ||
    a.unitCostMicros - b.unitCostMicros
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Asked for all stores at once: to know which of two costs counts, all of them are gone through, whichever store is meant. */
function peoplesCosts(db: Database, storeIds: readonly number[]): CostEntry[] {
  const rows = remembered(
    db,
    'costs that people told',
    () =>
      db
        .prepare(
          `SELECT c.store_id AS storeId, c.listing_pk AS listingPk, coalesce(l.listing_key, c.listing) AS listing,
             CASE WHEN l.listing_pk IS NULL THEN c.listing ELSE l.sku END AS sku, c.from_day AS "from", c.quantity, c.batch,
             c.cost_micros AS unitCostMicros, c.currency, ${COST_PARTS.map((part) => `c.${part}_micros AS ${part}`).join(', ')},
             f.name AS file, c.line, c.said_at AS saidAt, c.file_pk IS NULL AS byHand
           FROM own_costs_told c LEFT JOIN listings l USING (listing_pk) LEFT JOIN cost_files f USING (file_pk)
           WHERE c.counts = 1`,
        )
        .all() as (Row & Record<(typeof COST_PARTS)[number], number | null> & { byHand: number })[],
  );
  return rows
    .filter(({ storeId }) => storeIds.includes(storeId))
    .map(({ goods, freight, duty, packaging, other, byHand, ...row }) => ({
      ...row,
      parts: partsOf({ goods, freight, duty, packaging, other }),
      saidBy: byHand === 1 ? 'hand' : 'file',
    }));
}

/** A daily export that says the same for weeks says it once, from its first day on. */
function reportedCosts(db: Database, stores: string): CostEntry[] {
  const rows = prepared(
    db,
    `WITH told AS (
         SELECT u.store_id AS storeId, i.listing_pk AS listingPk, coalesce(p.listing_key, i.sku, i.platform_item, i.title) AS listing,
           coalesce(i.sku, p.sku) AS sku, u.period_to AS "from", c.cost_micros AS unitCostMicros, coalesce(c.currency, s.currency) AS currency,
           f.file, c.line, u.evidence_at AS saidAt, i.item_pk,
           lag(c.cost_micros) OVER item AS beforeMicros, lag(coalesce(c.currency, s.currency)) OVER item AS beforeCurrency
         FROM costs c JOIN period_units u USING (unit_pk) JOIN imports f USING (import_id) JOIN stores s ON s.store_id = u.store_id
           JOIN items i ON i.item_pk = c.item_pk LEFT JOIN listings p ON p.listing_pk = i.listing_pk
         WHERE u.superseded_by IS NULL AND u.store_id IN ${STORES}
         WINDOW item AS (PARTITION BY u.store_id, coalesce('l' || i.listing_pk, 'i' || i.item_pk), c.supplier ORDER BY u.period_to, c.unit_pk, c.line))
       SELECT storeId, listingPk, listing, sku, "from", unitCostMicros, currency, file, line, saidAt FROM told
       WHERE beforeMicros IS NOT unitCostMicros OR beforeCurrency IS NOT currency`,
  ).all({ stores }) as Pick<CostEntry, Exclude<keyof Row, 'quantity' | 'batch'>>[];
  return rows.map((row) => ({ ...row, quantity: null, batch: null, parts: [], saidBy: 'report' }));
}

/** What the catalogue says now, and what it said before it changed: each from the first export that had it. */
function catalogueCosts(db: Database, stores: string): CostEntry[] {
  const rows = prepared(
    db,
    `WITH spans AS (
         SELECT l.listing_pk, c.changed_at AS since, c.after AS cost, c.currency, c.import_id
         FROM listing_changes c JOIN listings l USING (store_id, listing_key) WHERE c.field = 'cost' AND l.store_id IN ${STORES}
         UNION ALL
         SELECT l.listing_pk, l.first_seen_at,
           (SELECT c.before FROM listing_changes c WHERE c.store_id = l.store_id AND c.listing_key = l.listing_key AND c.field = 'cost'
            ORDER BY c.changed_at, c.rowid LIMIT 1), l.currency, NULL
         FROM listings l WHERE l.store_id IN ${STORES}
           AND EXISTS (SELECT 1 FROM listing_changes c WHERE c.store_id = l.store_id AND c.listing_key = l.listing_key AND c.field = 'cost')
         UNION ALL
         SELECT l.listing_pk, l.first_seen_at, l.cost_micros, l.currency, l.import_id
         FROM listings l WHERE l.store_id IN ${STORES} AND l.cost_micros IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM listing_changes c WHERE c.store_id = l.store_id AND c.listing_key = l.listing_key AND c.field = 'cost'))
       SELECT l.store_id AS storeId, x.listing_pk AS listingPk, l.listing_key AS listing, l.sku, x.since AS saidAt,
         CAST(x.cost AS INTEGER) AS unitCostMicros, coalesce(x.currency, l.currency, s.currency) AS currency, f.file, s.time_zone AS timeZone
       FROM spans x JOIN listings l USING (listing_pk) JOIN stores s USING (store_id) LEFT JOIN imports f ON f.import_id = x.import_id
       WHERE x.cost IS NOT NULL AND l.role IS NOT 'parent'`,
  ).all({ stores }) as (Pick<CostEntry, 'storeId' | 'listingPk' | 'listing' | 'sku' | 'saidAt' | 'unitCostMicros' | 'currency' | 'file'> & {
    timeZone: string;
  })[];
  return rows.map(({ timeZone, ...row }) => ({
    ...row,
    from: zone(timeZone).dayOf(row.saidAt) as Day,
    quantity: null,
    batch: null,
    parts: [],
    saidBy: 'catalogue',
    line: null,
  }));
}

/** What people say that a unit costs on a day, by listing; that of the day's last delivery where there are several. */
export function ownCostsOn(db: Database, storeIds: readonly number[], day: Day): Map<number, { unitCostMicros: number; currency: string }> {
  const rows = prepared(
    db,
    `SELECT listing_pk AS listingPk, cost_micros AS unitCostMicros, currency FROM (
         SELECT listing_pk, cost_micros, currency, row_number() OVER (PARTITION BY listing_pk ORDER BY from_day DESC, batch DESC) AS place
         FROM own_costs_told
         WHERE counts = 1 AND listing_pk IS NOT NULL AND store_id IN ${STORES} AND (from_day IS NULL OR from_day <= @day))
       WHERE place = 1`,
  ).all({ stores: JSON.stringify(storeIds), day }) as { listingPk: number; unitCostMicros: number; currency: string }[];
  return new Map(rows.map(({ listingPk, ...cost }) => [listingPk, cost]));
}

/** Listings with what people say that they cost on a day in the place of the catalogue's cost; null where they say it in another currency. */
export function withOwnCosts<
  Listing extends { readonly listingPk: number; readonly costMicros: number | null; readonly currency: string | null },
>(db: Database, listings: readonly Listing[], storeIds: readonly number[], day: Day): Listing[] {
  const own = ownCostsOn(db, storeIds, day);
  return listings.map((listing) => {
    const said = own.get(listing.listingPk);
    if (said === undefined) return listing;
    return { ...listing, costMicros: said.currency === listing.currency ? said.unitCostMicros : null };
  });
}
