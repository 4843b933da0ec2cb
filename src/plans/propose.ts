/**
 * How every plan-making verb ends: it prints its plan, keeps it with `--save`, writes it as a plan file with `--output`.
 */
import type { ChangePlan } from '../core/plan.js';
import type { Session } from '../session.js';

export interface ProposeOptions {
  /** `--save`. */
  readonly save: boolean;
}

export async function propose(_session: Session, _plan: ChangePlan, _options: ProposeOptions): Promise<void> {
  throw new Error('not built yet');
}
