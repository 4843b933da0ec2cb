/** What `eco titles audit` and `eco titles audit FILE` share: their flags, and how findings are shown. */
import type { Table } from '../core/table.js';
import type { Severity } from '../measures/listingRules/rule.js';
import type { Session } from '../session.js';
import type { AuditOptions } from './auditTexts.js';
import type { AuditListing } from './finding.js';

export interface AuditFlags {
  readonly failOn?: Severity;
  readonly severity?: Severity;
  readonly rule?: readonly string[];
  readonly disable?: readonly string[];
  readonly fields?: string;
  readonly fix?: boolean;
  readonly save?: boolean;
  readonly platform?: string;
  readonly marketplace?: string;
  readonly column?: string;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** What the flags leave of the findings. */
export async function filterOf(flags: AuditFlags): Promise<Pick<AuditOptions, 'only' | 'errorsOnly'>> {
  const { meansRule } = await import('../measures/listingRules/textRules.js');
  const least = SEVERITIES.indexOf(flags.severity ?? 'hint');
  const words = flags.rule ?? [];
  return {
    errorsOnly: flags.severity === 'error',
    only: ({ rule, severity }) =>
      SEVERITIES.indexOf(severity) <= least && (words.length === 0 || words.some((word) => meansRule(word, rule))),
  };
}

/** The flags for the reader of the result. */
export function paramsOf({ rule, disable, severity, fields }: AuditFlags): NonNullable<Table['params']> {
  return {
    ...(rule ? { rules: rule } : {}),
    ...(disable ? { disabled: disable } : {}),
    ...(severity ? { severity } : {}),
    ...(fields ? { fields: fields.split(',') } : {}),
  };
}

/** Judges, prints, and sets the exit code. `notes`: what is to be said before the audit's own. */
export async function show(
  session: Session,
  flags: AuditFlags,
  listings: readonly AuditListing[],
  options: AuditOptions,
  command: string,
  notes: readonly string[] = [],
): Promise<void> {
  const { auditFindings, auditTable } = await import('./audit.js');
  const { auditNotes } = await import('./auditNotes.js');
  const { auditPage } = await import('./auditPage.js');
  const findings = auditFindings(listings, options);
  const table = auditTable(findings, [...notes, ...auditNotes(listings, findings, options)], options);
  await session.print(auditPage(findings, table, command, notes.length === 0));
  const least = SEVERITIES.indexOf(flags.failOn ?? 'error');
  const isFailing = findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
  if (flags.failOn !== undefined && isFailing) session.setExitCode(3);
  session.findings(findings.length);
}
