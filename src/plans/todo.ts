/** What plans put on the morning list: what waits for review, what was sent off and not seen since, what did not come out as planned. */
import type { TodoStep } from '../core/todo.js';
import type { Database } from '../db/connection.js';
import { type KeptPlan, listPlans } from './kept/keep.js';
import type { PlanStatus } from './kept/status.js';

/** The steps about plans that change something in one of the stores, by name. */
export function plansTodo(db: Database, storeNames: readonly string[]): TodoStep[] {
  const plans = listPlans(db).filter(({ plan }) => plan.changes.some((change) => storeNames.includes(change.target.store)));
  const waiting = plans.filter((plan) => countOf(plan, ['proposed']) > 0);
  const steps: TodoStep[] = [];
  const add = (count: number, one: string, many: string, command: string) => {
    if (count > 0)
      steps.push({
        kind: 'plan',
        store: null,
        worth: null,
        text: [{ value: count, kind: 'integer' }, ` ${count === 1 ? one : many}`],
        command,
      });
  };
  add(waiting.length, 'plan waits for review', 'plans wait for review', idCommand('review', waiting) ?? 'eco plan list');
  const ready = plans.filter((plan) => countOf(plan, ['accepted']) > 0 && countOf(plan, ['proposed']) === 0);
  add(ready.length, 'plan is accepted, not exported', 'plans are accepted, not exported', idCommand('export', ready) ?? 'eco plan list');
  add(sum(plans, ['exported', 'uploaded']), 'change exported, not verified', 'changes exported, not verified', 'eco plan verify');
  const failed = plans.filter((plan) => countOf(plan, ['not_applied', 'refused']) > 0);
  add(
    sum(plans, ['not_applied', 'refused']),
    'change not applied',
    'changes not applied',
    idCommand('show', failed) ?? 'eco plan list --where failed>0',
  );
  const lost = plans.filter((plan) => countOf(plan, ['overridden', 'drifted']) > 0);
  const back = idCommand('show', lost) ?? 'eco plan list --where failed>0';
  add(sum(plans, ['overridden', 'drifted']), 'change overridden or drifted back', 'changes overridden or drifted back', back);
  return steps;
}

function countOf({ states }: KeptPlan, statuses: readonly PlanStatus[]): number {
  return states.filter((state) => statuses.includes(state.status)).length;
}

function sum(plans: readonly KeptPlan[], statuses: readonly PlanStatus[]): number {
  return plans.reduce((total, plan) => total + countOf(plan, statuses), 0);
}

/** The verb with the plan's id where there is only one; null for several. */
function idCommand(verb: string, plans: readonly KeptPlan[]): string | null {
  return plans.length === 1 ? `eco plan ${verb} ${plans[0]?.plan.id}` : null;
}
