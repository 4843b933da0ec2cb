/** What became of the changes that were sent off: one sentence a plan, one row a change, dated. */
import type { Block, Page, Sentence } from '../../core/page.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import { countStatuses, type PlanStatus } from '../../plans/kept/status.js';
import { statusWord } from '../../plans/shown/planPage.js';
import { type Overwritten, overwrittenChanges, type Verified, verifyPlans } from '../../plans/verified/verify.js';
import type { Session } from '../../session.js';
import { nowOf, openPlan } from './openPlan.js';

export const VERIFY_COLUMNS: readonly Column[] = [
  { key: 'plan_id', header: 'Plan', kind: 'text' },
  { key: 'change_id', header: 'Change', kind: 'text', detail: true },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'entity_id', header: 'Id', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text' },
  { key: 'before', header: 'Before', kind: 'text', detail: true },
  { key: 'after', header: 'Wanted', kind: 'text' },
  { key: 'current', header: 'Now', kind: 'text' },
  { key: 'status', header: 'Status', kind: 'text' },
  { key: 'status_at', header: 'Since', kind: 'instant' },
  { key: 'new', header: 'New', kind: 'boolean', detail: true },
  { key: 'message', header: 'Why', kind: 'text' },
];

const FAILED: readonly PlanStatus[] = ['not_applied', 'refused', 'overridden', 'drifted'];

export async function verifyVerb(session: Session, word: string | undefined): Promise<void> {
  const db = await session.existingDatabase();
  const ids = word === undefined ? undefined : [openPlan(session, db, word).plan.id];
  const judged = verified(session, db, ids);
  const page = verifyPage(judged, overwrittenChanges(db, judged, ids));
  await session.print(page);
  session.findings(page.data.rows.filter((row) => FAILED.includes(row.status as PlanStatus)).length);
}

function verified(session: Session, db: Database, ids: readonly string[] | undefined): Verified[] {
  return verifyPlans(db, nowOf(session), ids);
}

/** The page of a verification; the nightly run prints it too. */
export function verifyPage(judged: readonly Verified[], overwritten: readonly Overwritten[] = []): Page {
  const plans = [...new Set(judged.map(({ plan }) => plan.plan.id))];
  const data: Table = { id: 'plan.verify/1', columns: VERIFY_COLUMNS, rows: judged.map(rowOf) };
  const blocks: Block[] = plans.map((id) => ({
    type: 'sentence',
    parts: sentence(
      id,
      judged.filter(({ plan }) => plan.plan.id === id),
    ),
  }));
  blocks.push(...overwrittenBlocks(overwritten));
  const failed = judged.filter(({ status }) => FAILED.includes(status));
  if (failed.length > 0) {
    blocks.push({ type: 'heading', text: 'Not as planned' });
    blocks.push({ type: 'table', table: { ...data, rows: failed.map(rowOf) } });
  }
  return {
    title:
      plans.length + overwritten.length === 0
        ? 'no change was exported or uploaded: nothing to verify'
        : 'Verified by what was imported since',
    blocks,
    data,
  };
}

/** "plan t-0042: 2 written over by e-0001 (KETTLE-17 title, …)". No export can tell of them any more. */
function overwrittenBlocks(overwritten: readonly Overwritten[]): Block[] {
  return [...new Set(overwritten.map(({ plan }) => plan.plan.id))].map((id) => {
    const own = overwritten.filter(({ plan }) => plan.plan.id === id);
    const names = own.map(({ state: { change } }) => `${change.sku ?? change.target.id} ${change.field}`);
    const some = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
    const by = [...new Set(own.flatMap((each) => each.by))].join(', ');
    return { type: 'sentence', parts: [`plan ${id}: ${own.length.toLocaleString('en')} written over by ${by} (${some})`], tone: 'dim' };
  });
}

/** "t-0042: 36 applied · 2 refused ("brand restricted") · 1 overridden on 24 Nov". */
function sentence(planId: string, judged: readonly Verified[]): Sentence {
  const parts = countStatuses(judged.map(({ status }) => status)).map(({ status, count }) => {
    const own = judged.filter((each) => each.status === status);
    const words = [...new Set(own.flatMap(({ why }) => (why === null ? [] : [status === 'refused' ? `“${why}”` : why])))];
    const said = words.length === 0 ? '' : ` (${words.slice(0, 2).join('; ')}${words.length > 2 ? '; …' : ''})`;
    const days = [...new Set(own.flatMap(({ at }) => (at === null ? [] : [new Date(at * 1000).toISOString().slice(0, 10)])))].sort();
    const when = days.length === 0 ? '' : days.length === 1 ? ` on ${days[0]}` : ` from ${days[0]} to ${days.at(-1)}`;
    return `${count.toLocaleString('en')} ${statusWord(status)}${when}${said}`;
  });
  return [`plan ${planId}: ${parts.join(' · ')}`];
}

function rowOf({ plan, state, status, at, now, why, isNew }: Verified): Row {
  const { change } = state;
  return {
    plan_id: plan.plan.id,
    change_id: change.id,
    store: change.target.store,
    entity_id: change.target.id,
    sku: change.sku,
    field: change.field,
    before: change.before,
    after: change.after,
    current: now,
    status,
    status_at: at,
    new: isNew,
    message: why,
  };
}
