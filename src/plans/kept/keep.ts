/**
 * Plans in the database: kept under an id (t-0042), listed, loaded with their events, and the events that are added. Changes are
 * kept as proposed and never written again; events are only ever added.
 */
import { UserError } from '../../core/errors.js';
import { nearestName } from '../../core/nearest.js';
import { type Change, type ChangePlan, PLAN_SCHEMA, type PlanEvent } from '../../core/plan.js';
import { type Database, inTransaction } from '../../db/connection.js';
import { soundPlan } from '../sound.js';
import { type ChangeRow, changeOf, changeRow, type EventRow, eventOf, type PlanRow } from './planRows.js';
import { type ChangeState, foldPlan, step } from './status.js';

/** A plan that is kept, with its life so far. */
export interface KeptPlan {
  readonly plan: ChangePlan & { readonly id: string };
  readonly keptAt: number;
  readonly events: readonly PlanEvent[];
  /** One a change, in the order of the plan. */
  readonly states: readonly ChangeState[];
}

/** Keeps a plan and records it as proposed. It comes back with its id. `now`: epoch seconds. */
export function keepPlan(db: Database, plan: ChangePlan, now: number): KeptPlan {
  soundPlan(plan);
  const stores = new Map(db.prepare('SELECT name, store_id FROM stores').raw().all() as [string, number][]);
  return inTransaction(db, () => {
    const id = plan.id ?? nextId(db, plan.kind);
    const { lastInsertRowid } = db
      .prepare('INSERT INTO plans (plan_id, kind, title, plan_group, as_of, created_from, notes, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, plan.kind, plan.title, plan.group, plan.asOf, JSON.stringify(plan.createdFrom), JSON.stringify(plan.notes), now);
    const insert = db.prepare(
      `INSERT INTO plan_changes (plan_pk, position, change_id, action, store_id, entity, entity_id, sku, field, before, after, currency, reason, expected, inverse)
       VALUES (@planPk, @position, @changeId, @action, @storeId, @entity, @entityId, @sku, @field, @before, @after, @currency, @reason, @expected, @inverse)`,
    );
    plan.changes.forEach((change, position) => {
      const storeId = stores.get(change.target.store);
      if (storeId === undefined) throw new UserError(`There is no store "${change.target.store}". "eco store list" shows them.`);
      insert.run({ ...changeRow(change), planPk: lastInsertRowid, position, storeId });
    });
    writeEvents(db, id, [{ changeId: null, event: 'proposed', at: now, details: {} }], now);
    return loadPlan(db, id);
  });
}

function nextId(db: Database, kind: ChangePlan['kind']): string {
  const letter = kind.slice(0, 1);
  const last = db
    .prepare("SELECT max(CAST(substr(plan_id, 3) AS INTEGER)) FROM plans WHERE plan_id GLOB ? || '-[0-9]*'")
    .pluck()
    .get(letter) as number | null;
  return `${letter}-${String((last ?? 0) + 1).padStart(4, '0')}`;
}

const PLAN = `SELECT plan_pk AS planPk, plan_id AS id, kind, title, plan_group AS "group", as_of AS asOf, created_from AS createdFrom, notes,
  kept_at AS keptAt FROM plans`;

/** A kept plan by its id; t-42 is t-0042. An unknown id is an error that names the nearest. */
export function loadPlan(db: Database, id: string): KeptPlan {
  const row = planRow(db, id);
  if (!row) throw unknownPlan(db, id);
  return loaded(db, row);
}

/** Whether a plan of this id is kept. */
export function isKept(db: Database, id: string): boolean {
  return planRow(db, id) !== undefined;
}

/** All kept plans, the oldest first; of one group where it is given. */
export function listPlans(db: Database, group: string | null = null): KeptPlan[] {
  const rows = db.prepare(`${PLAN} WHERE @group IS NULL OR plan_group = @group ORDER BY plan_pk`).all({ group }) as PlanRow[];
  if (group !== null && rows.length === 0) {
    const groups = db.prepare('SELECT DISTINCT plan_group FROM plans WHERE plan_group IS NOT NULL ORDER BY 1').pluck().all() as string[];
    const known = groups.length === 0 ? 'No plan is in a group yet: eco plan group NAME ID.' : `Groups: ${groups.join(', ')}.`;
    throw new UserError(`There is no plan of group "${group}". ${known}`);
  }
  return rows.map((row) => loaded(db, row));
}

/** The plans of which something was exported or uploaded that is about a store: about these listings and products, or any (null). The oldest first. */
export function plansSentTo(db: Database, store: string, ids: ReadonlySet<string> | null): KeptPlan[] {
  const found = db
    .prepare(
      `SELECT DISTINCT p.plan_id FROM stores s CROSS JOIN plan_changes c USING (store_id) JOIN plans p USING (plan_pk)
       WHERE s.name = @store AND (@ids IS NULL OR c.entity_id IN (SELECT value FROM json_each(@ids)))
       AND c.plan_pk IN (SELECT plan_pk FROM plan_events WHERE event IN ('exported', 'uploaded')) ORDER BY p.plan_pk`,
    )
    .pluck()
    .all({ store, ids: ids === null ? null : JSON.stringify([...ids]) }) as string[];
  return found.map((id) => loadPlan(db, id));
}

/** The plans of which something was marked as uploaded that changes one of these fields, the oldest first. */
export function plansUploadedTo(db: Database, fields: readonly Pick<Change, 'target' | 'field'>[]): KeptPlan[] {
  const found = db
    .prepare(
      `WITH wanted AS (SELECT DISTINCT value ->> 0 AS store, value ->> 1 AS entity_id, value ->> 2 AS field FROM json_each(?))
       SELECT DISTINCT p.plan_id FROM wanted w JOIN stores s ON s.name = w.store
       CROSS JOIN plan_changes c ON c.store_id = s.store_id AND c.entity_id = w.entity_id AND c.field = w.field JOIN plans p USING (plan_pk)
       WHERE c.plan_pk IN (SELECT plan_pk FROM plan_events WHERE event = 'uploaded') ORDER BY p.plan_pk`,
    )
    .pluck()
    .all(JSON.stringify(fields.map(({ target, field }) => [target.store, target.id, field]))) as string[];
  return found.map((id) => loadPlan(db, id));
}

function planRow(db: Database, id: string): PlanRow | undefined {
  const [, letter, number] = /^([a-z])-?(\d{1,9})$/i.exec(id.trim()) ?? [];
  if (letter === undefined || number === undefined) return undefined;
  const canonical = `${letter.toLowerCase()}-${number.replace(/^0+(?=\d)/, '').padStart(4, '0')}`;
  return db.prepare(`${PLAN} WHERE plan_id = ?`).get(canonical) as PlanRow | undefined;
}

function unknownPlan(db: Database, id: string): UserError {
  const ids = db.prepare('SELECT plan_id FROM plans ORDER BY plan_pk DESC').pluck().all() as string[];
  if (ids.length === 0) return new UserError(`There is no plan "${id}", and none at all yet. Make one: eco titles edit … --save`);
  return new UserError(`There is no plan "${id}". The nearest is ${nearestName(id, ids)}; "eco plan list" shows all.`);
}

function loaded(db: Database, row: PlanRow): KeptPlan {
  const changes = db
    .prepare(
      `SELECT c.change_id AS changeId, c.action, a.platform, s.name AS store, c.entity, c.entity_id AS entityId, c.sku, c.field, c.before, c.after,
         c.currency, c.reason, c.expected, c.inverse
       FROM plan_changes c JOIN stores s USING (store_id) JOIN accounts a USING (account_id) WHERE c.plan_pk = ? ORDER BY c.position`,
    )
    .all(row.planPk) as ChangeRow[];
  const events = db
    .prepare('SELECT change_id AS changeId, event, at, details FROM plan_events WHERE plan_pk = ? ORDER BY event_pk')
    .all(row.planPk) as EventRow[];
  const plan: KeptPlan['plan'] = {
    schema: PLAN_SCHEMA,
    id: row.id,
    kind: row.kind,
    title: row.title,
    group: row.group,
    asOf: row.asOf,
    createdFrom: JSON.parse(row.createdFrom) as ChangePlan['createdFrom'],
    changes: changes.map(changeOf),
    notes: JSON.parse(row.notes) as string[],
  };
  const life = events.map(eventOf);
  return { plan, keptAt: row.keptAt, events: life, states: foldPlan(plan, life) };
}

/**
 * Adds events to a plan, in one transaction. An event that cannot follow what became of its change is left out; one of all changes
 * (`changeId` null) is written for those that it can happen to. Returns the plan as it is then. `now`: epoch seconds.
 */
export function appendEvents(db: Database, planId: string, events: readonly PlanEvent[], now: number): KeptPlan {
  return inTransaction(db, () => {
    const states = new Map(loadPlan(db, planId).states.map((state) => [state.change.id, state]));
    const written: PlanEvent[] = [];
    for (const event of events) {
      const meant = event.changeId === null ? [...states.values()] : [states.get(event.changeId)].filter((state) => state !== undefined);
      const stepped = meant.map((state) => step(state, event)).filter((state) => state !== null);
      for (const state of stepped) states.set(state.change.id, state);
      if (event.changeId === null && stepped.length === states.size) written.push(event);
      else written.push(...stepped.map((state) => ({ ...event, changeId: state.change.id })));
    }
    writeEvents(db, planId, written, now);
    return loadPlan(db, planId);
  });
}

function writeEvents(db: Database, planId: string, events: readonly PlanEvent[], now: number): void {
  const insert = db.prepare(
    `INSERT INTO plan_events (plan_pk, change_id, event, at, recorded_at, details)
     SELECT plan_pk, ?, ?, ?, ?, ? FROM plans WHERE plan_id = ?`,
  );
  for (const { changeId, event, at, details } of events) insert.run(changeId, event, at, now, JSON.stringify(details), planId);
}

/** Puts plans into a group, or takes them out of theirs (null). */
export function setGroup(db: Database, ids: readonly string[], group: string | null): void {
  inTransaction(db, () => {
    for (const id of ids) db.prepare('UPDATE plans SET plan_group = ? WHERE plan_id = ?').run(group, loadPlan(db, id).plan.id);
  });
}
