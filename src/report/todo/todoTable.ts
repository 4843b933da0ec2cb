/** `report todo`: the morning list as a page and as rows. */
import type { Day } from '../../core/day.js';
import type { Block, Page } from '../../core/page.js';
import type { Column, Table } from '../../core/table.js';
import type { RankedStep } from './rank.js';

export const TODO_COLUMNS: readonly Column[] = [
  { key: 'rank', header: '', kind: 'integer' },
  { key: 'step', header: 'To do', kind: 'text', wraps: true },
  { key: 'worth_amount', header: 'Worth', kind: 'money' },
  { key: 'worth_per', header: 'Per', kind: 'text' },
  { key: 'worth_of', header: 'Of', kind: 'text' },
  { key: 'estimated', header: 'Estimated', kind: 'boolean', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', yields: true },
  { key: 'command', header: 'Command', kind: 'text' },
  { key: 'how', header: 'How it is reckoned', kind: 'text', detail: true },
  { key: 'kind', header: 'Kind', kind: 'text', detail: true },
  { key: 'department', header: 'Department', kind: 'text', detail: true },
  { key: 'store', header: 'Store', kind: 'text', detail: true },
];

const NOTE =
  'worth: what is lost while it is not done. What is lost every day counts for 30 days in the order; steps whose worth nobody knows come last';
const FEES_NOTE = 'a margin marked ≈ is after fees, estimated as in report profit; one without it is before fees';
const SALES_NOTE = 'worth in sales stands where a unit cost is not known, and ranks too high until it is: eco products costs import';
const CURRENCY_NOTE =
  'amounts in several currencies are ordered at the rates of the day before where imported tables have them (eco products costs rates), else by how many days of sales in their currency they are';

/** `textOf`: a step in plain words. */
export function todoTable(steps: readonly RankedStep[], asOf: Day, textOf: (step: RankedStep) => string): Table {
  const currencies = new Set(steps.flatMap(({ worth }) => (worth === null ? [] : [worth.currency])));
  return {
    id: 'report.todo/1',
    title: 'To do',
    columns: TODO_COLUMNS,
    rows: steps.map((step, at) => ({
      rank: at + 1,
      step: textOf(step),
      worth_amount: step.worth?.amountMinor ?? null,
      worth_per: step.worth?.per ?? null,
      worth_of: step.worth?.of ?? null,
      estimated: step.worth?.estimated ?? null,
      currency: step.worth?.currency ?? null,
      command: step.command ?? null,
      how: step.worth?.how ?? null,
      kind: step.kind,
      department: step.department,
      store: step.store,
    })),
    notes: [
      ...(currencies.size > 0 ? [NOTE] : []),
      ...(steps.some(({ worth }) => worth?.of === 'margin') ? [FEES_NOTE] : []),
      ...(steps.some(({ worth }) => worth?.of === 'sales') ? [SALES_NOTE] : []),
      ...(currencies.size > 1 ? [CURRENCY_NOTE] : []),
    ],
    asOf,
  };
}

export function todoPage(steps: readonly RankedStep[], asOf: Day, textOf: (step: RankedStep) => string): Page {
  const blocks: Block[] =
    steps.length === 0 ? [{ type: 'sentence', parts: ['nothing that eco knows of'], tone: 'good' }] : [{ type: 'steps', steps }];
  return { title: `To do on ${asOf}`, blocks, data: todoTable(steps, asOf, textOf) };
}
