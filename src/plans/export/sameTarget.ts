/**
 * Other plans that change what an export is about to change: their values and these cannot both stand. Only what is decided or on
 * its way counts (accepted, exported, uploaded); what an export of the shop has judged is told by staleness.
 */
import type { Change } from '../../core/plan.js';
import type { KeptPlan } from '../kept/keep.js';
import type { PlanStatus } from '../kept/status.js';
import { statusWord } from '../shown/planPage.js';
import { targetKey } from '../sound.js';

const UNDER_WAY: readonly PlanStatus[] = ['accepted', 'exported', 'uploaded'];
/** Changes that are named. */
const MOST_NAMED = 3;

/** One sentence for each other plan. `planId`: the plan that the changes are of. */
export function sameTargetNotes(planId: string, changes: readonly Change[], plans: readonly KeptPlan[]): string[] {
  const own = new Map(changes.map((change) => [targetKey(change), change]));
  return plans
    .filter(({ plan }) => plan.id !== planId)
    .flatMap(({ plan, states }) => {
      const same = states.filter(({ status, change }) => {
        const mine = own.get(targetKey(change));
        return mine !== undefined && mine.after !== change.after && UNDER_WAY.includes(status);
      });
      if (same.length === 0) return [];
      const named = same
        .slice(0, MOST_NAMED)
        .map(({ change, status }) => `${change.sku ?? change.target.id} ${change.field} (${statusWord(status)})`);
      const more = same.length > MOST_NAMED ? `, and ${same.length - MOST_NAMED} more` : '';
      return [`${plan.id} changes the same to another value: ${named.join(', ')}${more}. The file that is uploaded last decides`];
    });
}
