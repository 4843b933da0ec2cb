/** Rows of the plan tables as values, and back. */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import type { Change, ChangePlan, PlanEvent, PlanEventName, Reason } from '../../core/plan.js';

export interface PlanRow {
  readonly planPk: number;
  readonly id: string;
  readonly kind: ChangePlan['kind'];
  readonly title: string;
  readonly group: string | null;
  readonly asOf: Day;
  /** JSON, as are notes. */
  readonly createdFrom: string;
  readonly notes: string;
  readonly keptAt: number;
}

export interface ChangeRow {
  readonly changeId: string;
  readonly action: string;
  readonly platform: string;
  readonly store: string;
  readonly entity: string;
  readonly entityId: string;
  readonly sku: string | null;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly currency: string | null;
  /** JSON, as is expected. */
  readonly reason: string;
  readonly expected: string | null;
  readonly inverse: string;
}

export interface EventRow {
  readonly changeId: string | null;
  readonly event: string;
  readonly at: number;
  readonly details: string;
}

export function changeOf(row: ChangeRow): Change {
  return {
    id: row.changeId,
    action: row.action as Change['action'],
    target: { platform: row.platform, store: row.store, entity: row.entity as Change['target']['entity'], id: row.entityId },
    sku: row.sku,
    field: row.field as ListingFieldName,
    before: row.before,
    after: row.after,
    currency: row.currency,
    reason: JSON.parse(row.reason) as Reason,
    expected: row.expected === null ? null : (JSON.parse(row.expected) as Reason),
    inverse: row.inverse as Change['inverse'],
  };
}

export function changeRow(change: Change): Omit<ChangeRow, 'platform'> {
  return {
    changeId: change.id,
    action: change.action,
    store: change.target.store,
    entity: change.target.entity,
    entityId: change.target.id,
    sku: change.sku,
    field: change.field,
    before: change.before,
    after: change.after,
    currency: change.currency,
    reason: JSON.stringify(change.reason),
    expected: change.expected === null ? null : JSON.stringify(change.expected),
    inverse: change.inverse,
  };
}

export function eventOf(row: EventRow): PlanEvent {
  return {
    changeId: row.changeId,
    event: row.event as PlanEventName,
    at: row.at,
    details: JSON.parse(row.details) as PlanEvent['details'],
  };
}
