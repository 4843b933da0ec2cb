/** What titles puts on the morning list: how many titles break a rule that is in force (`titles audit`), by rule. */
import type { Day } from '../core/day.js';
import type { TodoStep } from '../core/todo.js';
import type { Database } from '../db/connection.js';
import { groupBy } from '../measures/grouping.js';
import { auditRows } from './auditQueries.js';
import { byOrder, textFindings } from './auditTexts.js';
import { judgedOnce } from './judged.js';

export function titlesTodo(db: Database, storeIds: readonly number[], asOf: Day): TodoStep[] {
  const findings = textFindings(judgedOnce(auditRows(db, storeIds)), { asOf, errorsOnly: true }).sort(byOrder);
  const errors = groupBy(findings, ({ rule }) => rule);
  return [...errors.entries()]
    .sort(([a, found], [b, others]) => others.length - found.length || (a < b ? -1 : 1))
    .map(([rule, found]) => ({
      kind: 'title' as const,
      store: null,
      worth: null,
      text: [{ value: found.length, kind: 'integer' }, found.length === 1 ? ' title breaks ' : ' titles break ', rule],
      command: `eco titles audit --rule ${rule}`,
    }));
}
