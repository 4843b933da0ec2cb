/** One plan, kept or in a file: before and after of every change, why, what it should bring, and whether it is stale. */
import type { Step } from '../../core/page.js';
import type { PlanStatus } from '../../plans/kept/status.js';
import { printPlan } from '../../plans/propose.js';
import { standings } from '../../plans/standing/stale.js';
import type { Session } from '../../session.js';
import { isPlanFile, lookAtPlan } from './openPlan.js';
import { textsOf } from './texts.js';

export async function showVerb(session: Session, word: string): Promise<void> {
  const db = await session.database();
  if (session.flags.asOf !== undefined && !isPlanFile(session, word))
    session.warn('--as-of: only for the rules about texts; changes and what stands there are as they are now');
  const { plan, states } = lookAtPlan(session, db, word);
  await printPlan(session, {
    plan: { ...plan, changes: states.map((state) => state.change) },
    statuses: states.map((state) => state.status),
    standing: standings(db, states),
    texts: textsOf(session, db, plan, states),
    next: nextSteps(
      plan.id ?? word,
      states.map((state) => state.status),
    ),
    where: true,
  });
}

/** What can be done with a plan next. */
export function nextSteps(word: string, statuses: readonly PlanStatus[]): Step[] {
  const has = (...wanted: PlanStatus[]) => statuses.some((status) => wanted.includes(status));
  return [
    ...(has('proposed') ? [{ text: ['Review'], command: `eco plan review ${word}` }] : []),
    ...(has('accepted') ? [{ text: ['Upload file'], command: `eco plan export ${word} --output FILE` }] : []),
    ...(has('exported') ? [{ text: ['After the upload'], command: `eco plan mark ${word} --uploaded today` }] : []),
    ...(has('exported', 'uploaded') ? [{ text: ['After the next import'], command: `eco plan verify ${word}` }] : []),
    ...(has('not_applied', 'refused', 'overridden', 'drifted')
      ? [{ text: ['Propose again what did not come out'], command: `eco plan rebase ${word} --again` }]
      : []),
    ...(has('applied') ? [{ text: ['Take it back'], command: `eco plan undo ${word}` }] : []),
  ];
}
