/**
 * Plan files: which of both forms a file is, and both ways. What is written reads back as the same plan, to the last character.
 */
import { UserError } from '../../core/errors.js';
import type { ChangePlan } from '../../core/plan.js';
import type { PlanStatus } from '../kept/status.js';
import { decodePlanFile, readPlanCsv, writePlanCsv } from './planCsv.js';
import { readPlanJson, writePlanJson } from './planJson.js';
import type { Draft } from './planKeys.js';

export type PlanForm = 'json' | 'csv';

/** The text of a plan in a form. Statuses stand in the order of the changes; without them all are proposed. */
export function writePlanFile(plan: ChangePlan, form: PlanForm, statuses: readonly PlanStatus[] = []): string {
  return form === 'json' ? writePlanJson(plan, statuses) : writePlanCsv(plan, statuses);
}

/** What a file says. JSON begins with a brace, whatever the file is called; one that is called so and begins otherwise has a mistake there. */
export function readPlanFile(bytes: Uint8Array, name: string): Draft {
  const text = decodePlanFile(bytes, name);
  if (text.trim() === '') throw new UserError(`${name}, line 1: the file is empty. A plan file is made with --output plan.csv`);
  return /^\s*[{[]/.test(text) || /\.json$/i.test(name) ? readPlanJson(text, name) : readPlanCsv(text, name);
}
