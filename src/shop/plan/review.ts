/**
 * The review of a plan: every proposed change is accepted, declined or edited. On a terminal one by one; without one by conditions
 * (`--accept 'where'`), or by what was written into a plan file. Where both conditions hold, the change is declined.
 */
import { UsageError } from '../../core/errors.js';
import type { PlanEvent } from '../../core/plan.js';
import type { Row, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import { parseWhere } from '../../output/where.js';
import { appendEvents, type KeptPlan } from '../../plans/kept/keep.js';
import { OPEN } from '../../plans/kept/status.js';
import { printPlan } from '../../plans/propose.js';
import { planTable } from '../../plans/shown/planTable.js';
import { standings } from '../../plans/standing/stale.js';
import type { Session } from '../../session.js';
import { chosenPlans } from './choose.js';
import { isPlanFile, nowOf } from './openPlan.js';
import { askAbout } from './reviewAsk.js';
import { nextSteps } from './show.js';
import { textsOf } from './texts.js';

export interface ReviewFlags {
  readonly accept?: readonly string[];
  readonly decline?: readonly string[];
  readonly group?: string;
}

export async function reviewVerb(session: Session, word: string | undefined, flags: ReviewFlags): Promise<void> {
  const isByRule = flags.accept !== undefined || flags.decline !== undefined || session.flags.yes === true;
  const isByFile = word !== undefined && isPlanFile(session, word);
  if (!isByRule && !isByFile && !session.mayAsk) throw cannotAsk(word);
  const db = await session.existingDatabase();
  for (const opened of chosenPlans(session, db, word, flags.group)) {
    const kept = isByRule
      ? decideByRule(session, db, opened, flags)
      : session.mayAsk
        ? await askAbout(session, db, opened, idsInQuestion(session, db, opened))
        : opened;
    await printReviewed(session, db, kept);
  }
}

function cannotAsk(word: string | undefined): UsageError {
  const plan = word ?? '--group NAME';
  const ways = [
    [`eco plan review ${plan} --accept all`, "or a condition: --accept 'reason_code=shorten' --decline 'sku=KETTLE-17'"],
    [
      `eco plan show ${word ?? 'ID'} --output plan.csv`,
      'write accepted or declined into its column status, then: eco plan review plan.csv',
    ],
  ] as const;
  const width = Math.max(...ways.map(([command]) => command.length));
  return new UsageError(
    [
      'A review asks, and here nobody can answer. Without a terminal:',
      ...ways.map(([command, what]) => `  ${command.padEnd(width)}   ${what}`),
    ].join('\n'),
  );
}

/** Whether a change meets a condition on the plan's columns. */
type Holds = (row: Row) => boolean;

/** The open changes as a table to choose from. */
function openTable(db: Database, kept: KeptPlan): Table {
  const open = kept.states.filter((state) => OPEN.includes(state.status));
  const plan = { ...kept.plan, changes: open.map((state) => state.change) };
  return planTable(
    plan,
    open.map((state) => state.status),
    standings(db, open),
  );
}

function conditions(table: Table, texts: readonly string[], option: string): Holds[] {
  return texts.map((text) => {
    if (text === 'all') return () => true;
    try {
      return parseWhere(table, text);
    } catch (error) {
      if (error instanceof UsageError) throw new UsageError(error.message.replaceAll('--where', option));
      throw error;
    }
  });
}

/** The open changes that `--where` is about: all without it. */
function rowsInQuestion(session: Session, table: Table): readonly Row[] {
  const wheres = conditions(table, session.flags.where ?? [], '--where');
  return table.rows.filter((row) => wheres.every((holds) => holds(row)));
}

function decideByRule(session: Session, db: Database, kept: KeptPlan, flags: ReviewFlags): KeptPlan {
  const table = openTable(db, kept);
  const accepts = conditions(table, flags.accept ?? (session.flags.yes ? ['all'] : []), '--accept');
  const declines = conditions(table, flags.decline ?? [], '--decline');
  const now = nowOf(session);
  const events = rowsInQuestion(session, table).flatMap((row): PlanEvent[] => {
    const changeId = row.change_id as string;
    if (declines.some((holds) => holds(row))) return [{ changeId, event: 'declined', at: now, details: {} }];
    return accepts.some((holds) => holds(row)) ? [{ changeId, event: 'accepted', at: now, details: {} }] : [];
  });
  if (events.length === 0) session.note(`no open change of ${kept.plan.id} meets the condition`);
  return appendEvents(db, kept.plan.id, events, now);
}

function idsInQuestion(session: Session, db: Database, kept: KeptPlan): ReadonlySet<string> {
  return new Set(rowsInQuestion(session, openTable(db, kept)).map((row) => row.change_id as string));
}

async function printReviewed(session: Session, db: Database, kept: KeptPlan): Promise<void> {
  const statuses = kept.states.map((state) => state.status);
  const standing = standings(db, kept.states);
  const plan = { ...kept.plan, changes: kept.states.map((state) => state.change) };
  await printPlan(session, {
    plan,
    statuses,
    standing,
    texts: textsOf(session, db, kept.plan, kept.states),
    next: nextSteps(kept.plan.id, statuses),
    where: false,
    summary: true,
  });
}
