/**
 * The findings for people: a table where they fit on a screen, else a summary by rule with an example each, and the first of them.
 * Machine formats have all findings in either case.
 */
import type { Block, Page, Step } from '../core/page.js';
import type { Column, Row, Table } from '../core/table.js';

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

/** The audit as it is, or with a summary before it. `canFix`: the texts are imported, so a plan can be made of their mendings. */
export function auditPage(table: Table, command: string, canFix: boolean): Table | Page {
  if (table.rows.length <= ON_A_SCREEN) return table;
  const rules = byRule(table.rows);
  const columns = SHOWN.flatMap((key) => table.columns.filter((column) => column.key === key));
  const blocks: Block[] = [
    { type: 'heading', text: 'By rule' },
    { type: 'table', table: { id: 'titles.audit-rules/1', columns: RULE_COLUMNS, rows: rules } },
    { type: 'heading', text: `The first ${FIRST} findings` },
    { type: 'table', table: { id: table.id, columns, rows: table.rows.slice(0, FIRST) } },
    { type: 'heading', text: 'All of them' },
    { type: 'steps', steps: stepsFor(rules, table, canFix, command) },
  ];
  return { title: `Titles: ${table.rows.length.toLocaleString('en')} findings`, blocks, data: table };
}

function byRule(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.severity}\u001f${row.rule}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()]
    .map((group): Row => {
      const [first] = group as [Row];
      return {
        findings: group.length,
        severity: first.severity ?? null,
        rule: first.rule ?? null,
        example: `${first.message}  ${first.text}`,
      };
    })
    .sort(
      (a, b) =>
        (RANK[String(a.severity)] ?? 3) - (RANK[String(b.severity)] ?? 3) ||
        Number(b.findings) - Number(a.findings) ||
        (String(a.rule) < String(b.rule) ? -1 : 1),
    );
}

function stepsFor(rules: readonly Row[], table: Table, canFix: boolean, command: string): Step[] {
  const [first] = rules as [Row];
  return [
    { text: ['of one rule'], command: `${command} --rule ${first.rule}` },
    { text: ['as a file'], command: `${command} --format csv --output findings.csv` },
    ...(canFix && table.rows.some((row) => row.fix !== null)
      ? [{ text: ['mend what is certain'], command: `${command} --fix --save` }]
      : []),
  ];
}
