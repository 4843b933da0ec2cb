/**
 * The findings for people: a table where they fit on a screen, else a summary by rule with an example each, and the first of them.
 * Machine formats have all findings in either case.
 */
import type { Block, Page, Step } from '../core/page.js';
import type { Column, Row, Table } from '../core/table.js';
import { rowOf } from './audit.js';
import type { Finding } from './finding.js';

/** Findings that still fit on a screen. */
const ON_A_SCREEN = 50;
const FIRST = 20;

const RANK: Readonly<Record<string, number>> = { error: 0, warning: 1, hint: 2 };

const RULE_COLUMNS: readonly Column[] = [
  { key: 'findings', header: 'Findings', kind: 'integer' },
  { key: 'severity', header: 'Severity', kind: 'text' },
  { key: 'rule', header: 'Rule', kind: 'text' },
  { key: 'example', header: 'Example', kind: 'text' },
];

const SHOWN = ['store', 'listing_id', 'rule', 'severity', 'message', 'text'];

/**
 * The audit as it is, or with a summary before it. `table`: all findings. `canFix`: the texts are imported, so a plan can be made of their
 * mendings.
 */
export function auditPage(findings: readonly Finding[], table: Table, command: string, canFix: boolean): Table | Page {
  if (findings.length <= ON_A_SCREEN) return table;
  const rules = byRule(findings);
  const columns = SHOWN.flatMap((key) => table.columns.filter((column) => column.key === key));
  const blocks: Block[] = [
    { type: 'heading', text: 'By rule' },
    { type: 'table', table: { id: 'titles.audit-rules/1', columns: RULE_COLUMNS, rows: rules } },
    { type: 'heading', text: `The first ${FIRST} findings` },
    { type: 'table', table: { id: table.id, columns, rows: findings.slice(0, FIRST).map(rowOf) } },
    { type: 'heading', text: 'All of them' },
    { type: 'steps', steps: stepsFor(rules, canFix && findings.some(({ fix }) => fix !== null), command) },
  ];
  return { title: `Titles: ${findings.length.toLocaleString('en')} findings`, blocks, data: table };
}

function byRule(findings: readonly Finding[]): Row[] {
  const bySeverity = new Map<string, Map<string, { readonly first: Finding; count: number }>>();
  for (const finding of findings) {
    let rules = bySeverity.get(finding.severity);
    if (rules === undefined) {
      rules = new Map();
      bySeverity.set(finding.severity, rules);
    }
    const group = rules.get(finding.rule);
    if (group) group.count++;
    else rules.set(finding.rule, { first: finding, count: 1 });
  }
  return [...bySeverity.values()]
    .flatMap((rules) => [...rules.values()])
    .map(
      ({ first, count }): Row => ({
        findings: count,
        severity: first.severity,
        rule: first.rule,
        example: `${first.message}  ${first.text}`,
      }),
    )
    .sort(
      (a, b) =>
        (RANK[String(a.severity)] ?? 3) - (RANK[String(b.severity)] ?? 3) ||
        Number(b.findings) - Number(a.findings) ||
        (String(a.rule) < String(b.rule) ? -1 : 1),
    );
}

function stepsFor(rules: readonly Row[], canFix: boolean, command: string): Step[] {
  const [first] = rules as [Row];
  return [
    { text: ['of one rule'], command: `${command} --rule ${first.rule}` },
    { text: ['as a file'], command: `${command} --format csv --output findings.csv` },
    ...(canFix ? [{ text: ['mend what is certain'], command: `${command} --fix --save` }] : []),
  ];
}
