/** Plan files: which of both forms a file is. What is written (planJson.ts, planCsv.ts) reads back as the same plan, to the last character. */
import { UserError } from '../../core/errors.js';
import { decodePlanFile, readPlanCsv } from './planCsv.js';
import { readPlanJson } from './planJson.js';
import type { Draft } from './planKeys.js';

/** What a file says. JSON begins with a brace, whatever the file is called; one that is called so and begins otherwise has a mistake there. */
export function readPlanFile(bytes: Uint8Array, name: string): Draft {
  const text = decodePlanFile(bytes, name);
  if (text.trim() === '') throw new UserError(`${name}, line 1: the file is empty. A plan file is made with --output plan.csv`);
  return /^\s*[{[]/.test(text) || /\.json$/i.test(name) ? readPlanJson(text, name) : readPlanCsv(text, name);
}
