/** Which plans a verb is about: those named on the command line, those of a group, or all. */
import { UsageError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { type KeptPlan, listPlans } from '../../plans/kept/keep.js';
import type { Session } from '../../session.js';
import { openPlan } from './openPlan.js';

/** The plans that an argument or `--group` names. */
export function chosenPlans(session: Session, db: Database, word: string | undefined, group: string | undefined): KeptPlan[] {
  if (word !== undefined && group !== undefined) throw new UsageError('Give a plan or --group, not both.');
  if (word !== undefined) return [openPlan(session, db, word)];
  if (group !== undefined) return listPlans(db, group);
  throw new UsageError('Which plan? Give its id or file, or --group NAME. "eco plan list" shows all.');
}
