/** The statement as a page: its table, and for a page that is drawn the way from sales to profit of each store. */
import type { ChartRow } from '../../core/chart.js';
import type { Period } from '../../core/day.js';
import type { Block, Page } from '../../core/page.js';
import type { Row, Table } from '../../core/table.js';
import { groupBy } from '../../measures/grouping.js';
import { longDate } from '../kpis/dayNames.js';

export function profitPage(table: Table, period: Period): Page {
  const stores = [...groupBy(table.rows, (row) => `${row.store}\u001f${row.currency}`).values()];
  return {
    title: `Profit, ${period.from === period.to ? '' : `${longDate(period.from)} to `}${longDate(period.to)}`,
    blocks: [{ type: 'table', table: { ...table, title: undefined, notes: [] } }, ...stores.flatMap(wayToProfit)],
    data: table,
  };
}

/** From sales by each line to profit. What stands apart (taxes, reserves) is no part of it. */
function wayToProfit(rows: readonly Row[]): Block[] {
  const amountOf = (line: string) => rows.find((row) => row.line === line)?.amount as number | null | undefined;
  const [sales, profit] = [amountOf('sales') ?? null, amountOf('profit') ?? null];
  if (sales === null || profit === null) return [];
  const isStep = ({ section, line }: Row) => section !== 'apart' && section !== 'total' && line !== 'sales';
  const steps = rows.filter(isStep).map((row): ChartRow => ({ label: row.label as string, value: row.amount as number }));
  const chart = {
    type: 'waterfall',
    title: `From sales to profit, ${rows[0]?.store}`,
    kind: 'money',
    currency: rows[0]?.currency as string | null,
    start: { label: 'sales', value: sales },
    steps,
    end: { label: 'profit', value: profit },
  } as const;
  return [{ type: 'chart', chart, isDrawnOnly: true }];
}
