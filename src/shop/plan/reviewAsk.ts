/**
 * The review on a terminal, one change at a time. Every answer is recorded at once: whoever stops has lost nothing. The changes are
 * shown on standard error, where the questions are: standard output carries the result.
 */
import type { PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { render } from '../../output/index.js';
import type { TextJudge } from '../../plans/handText.js';
import { appendEvents, type KeptPlan } from '../../plans/kept/keep.js';
import type { ChangeState } from '../../plans/kept/status.js';
import { planPage } from '../../plans/shown/planPage.js';
import { planTable } from '../../plans/shown/planTable.js';
import type { TextCheck } from '../../plans/shown/textCheck.js';
import { type Standing, standings } from '../../plans/standing/stale.js';
import { sameValue, typedValue } from '../../plans/values.js';
import type { Session } from '../../session.js';
import { nowOf } from './openPlan.js';
import { judgeOf, tellBroken, textsOf } from './texts.js';

/** Asks about every proposed change of those in question, until all are decided or the reviewer puts it off. */
export async function askAbout(session: Session, db: Database, opened: KeptPlan, asked: ReadonlySet<string>): Promise<KeptPlan> {
  let kept = opened;
  const standing = standings(db, kept.states);
  const proposed = kept.states.filter((state) => state.status === 'proposed' && asked.has(state.change.id)).map((state) => state.change.id);
  for (const [at, id] of proposed.entries()) {
    const state = kept.states.find(({ change }) => change.id === id) as ChangeState;
    // "All like this" may have decided it meanwhile.
    if (state.status !== 'proposed') continue;
    const proposal = { ...kept.plan, changes: kept.plan.changes.filter((change) => change.id === id) };
    const texts = textsOf(session, db, proposal, [state]);
    await showChange(session, kept, state, { standing, texts }, `${at + 1} of ${proposed.length}`);
    const events = await answerFor(session, db, kept, state, asked);
    if (events === 'later') break;
    kept = appendEvents(db, kept.plan.id, events, nowOf(session));
  }
  return kept;
}

async function showChange(
  session: Session,
  kept: KeptPlan,
  state: ChangeState,
  known: { readonly standing: ReadonlyMap<string, Standing>; readonly texts: ReadonlyMap<string, TextCheck> },
  place: string,
): Promise<void> {
  const plan = { ...kept.plan, title: place, group: null, notes: [], changes: [state.change] };
  const data = planTable(plan, [state.status]);
  const standing = new Map([...known.standing].filter(([id]) => id === state.change.id));
  const page = planPage({ plan, statuses: [state.status], standing, texts: known.texts, limit: null, next: [], data });
  const width = session.context.stderr.isTTY ? session.context.stderr.columns : null;
  session.warn(`\n${(await render(page, 'table', { color: session.errorColor, width })).trimEnd()}`);
}

async function answerFor(
  session: Session,
  db: Database,
  kept: KeptPlan,
  state: ChangeState,
  asked: ReadonlySet<string>,
): Promise<PlanEvent[] | 'later'> {
  const { change } = state;
  const like = kept.states.filter(
    (other) => other.status === 'proposed' && asked.has(other.change.id) && other.change.reason.code === change.reason.code,
  );
  const answer = await session.context.prompt.select('This change?', [
    { name: 'accept', value: 'accept' },
    { name: 'decline', value: 'decline' },
    { name: 'edit', value: 'edit' },
    { name: `accept all like this (${like.length} with reason ${change.reason.code})`, value: 'like' },
    { name: 'later', value: 'later' },
  ]);
  const event = (changeId: string, name: PlanEvent['event'], details: PlanEvent['details'] = {}): PlanEvent => {
    return { changeId, event: name, at: nowOf(session), details };
  };
  switch (answer) {
    case 'accept':
      return [event(change.id, 'accepted')];
    case 'decline':
      return [event(change.id, 'declined')];
    case 'like':
      return like.map((other) => event(other.change.id, 'accepted'));
    case 'edit': {
      const value = await askValue(session, state, judgeOf(session, db, { plan: kept.plan, states: [state] }));
      if (sameValue(value, change.before)) return [event(change.id, 'declined', { why: 'edited back to what stands there' })];
      tellBroken(session, db, [{ ...change, after: value }]);
      const edit = sameValue(value, change.after) ? [] : [event(change.id, 'edited', { before: change.before, after: value })];
      return [...edit, event(change.id, 'accepted')];
    }
    default:
      return 'later';
  }
}

/** Asks until the value is one that the field can have. */
async function askValue(session: Session, { change }: ChangeState, judge: TextJudge): Promise<string | null> {
  let proposed = change.after ?? '';
  for (;;) {
    proposed = await session.context.prompt.input(`New ${change.field}`, proposed);
    const checked = typedValue(change.field, proposed === '' ? null : proposed, change.currency, change.before);
    const problem = 'problem' in checked ? checked.problem : judge({ ...change, after: checked.value });
    if ('value' in checked && problem === null) return checked.value;
    session.warn(problem as string);
  }
}
