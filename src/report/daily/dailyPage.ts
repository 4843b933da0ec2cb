/** The daily report as a page: for each store its figures, what is unfinished, why sales moved and on which listings; then what to do. */
import type { Day } from '../../core/day.js';
import type { Block, Page, Step } from '../../core/page.js';
import { shellWord } from '../../core/shellWord.js';
import { salesChart, whyChart } from '../kpis/charts.js';
import { longDate, weekdayName } from '../kpis/dayNames.js';
import { type Together, togetherOf } from '../kpis/together.js';
import { type StoreReport, trendDays } from './daily.js';
import { storeGrid, togetherGrid } from './dailyGrid.js';
import { asPart, dailyTable } from './dailyTable.js';
import { remarkBlocks } from './remarks.js';

export function dailyPage(reports: readonly StoreReport[], asOf: Day, todo: readonly Step[]): Page {
  const days = [...new Set(reports.map((report) => report.day))].sort();
  const last = days.at(-1) as Day;
  const steps: Block[] = [
    { type: 'heading', text: 'To do today' },
    { type: 'steps', steps: todo.slice(0, MOST_STEPS) },
    ...(todo.length > MOST_STEPS ? [moreToDo(todo.length - MOST_STEPS)] : []),
  ];
  return {
    title: `${weekdayName(last)} ${longDate(last)}`,
    blocks: [
      ...reports.flatMap((report) => storeBlocks(report, days.length > 1)),
      ...togetherOf(reports.filter((report) => !report.isEmpty).map(asPart)).flatMap(togetherBlocks),
      ...(todo.length > 0 ? steps : []),
    ],
    data: dailyTable(reports, asOf),
  };
}

/** A screen, not a wall: the list in full has a verb of its own. */
const MOST_STEPS = 9;

function moreToDo(count: number): Block {
  return { type: 'sentence', parts: [`${count} more: eco report todo`], tone: 'dim' };
}

function storeBlocks(report: StoreReport, tellsDay: boolean): Block[] {
  const { store } = report;
  const heading: Block = {
    type: 'heading',
    text: tellsDay ? `${store.name} · ${weekdayName(report.day)} ${longDate(report.day)}` : store.name,
    aside: [store.marketplace ?? store.platform, store.currency ?? 'currency unknown'].join(' · '),
  };
  if (report.isEmpty) return [heading, nothingKnown(report)];
  return [
    heading,
    { type: 'grid', grid: storeGrid(report) },
    ...salesChart(store, trendDays(report.day), report.trends.sales),
    ...(report.today.sales === null && report.newest !== null && report.newest < report.day ? [nothingKnown(report)] : []),
    ...remarkBlocks(report),
    ...whyChart(store, report.why, report.today.sales, `a usual ${weekdayName(report.day)}`),
  ];
}

function nothingKnown({ newest, store, day }: StoreReport): Block {
  if (newest === null) {
    const parts = [
      `no orders, traffic or ads of single days are known here. What came in: eco files list --store ${shellWord(store.name)}`,
    ];
    return { type: 'sentence', parts, tone: 'dim' };
  }
  if (newest >= day) return { type: 'sentence', parts: [`no file covers this day; the newest is of ${longDate(newest)}`], tone: 'dim' };
  const command = `eco report daily --store ${shellWord(store.name)} --day ${newest}`;
  return {
    type: 'sentence',
    parts: [`no orders, traffic or ads of this day yet. The newest day is ${weekdayName(newest)} ${longDate(newest)}: ${command}`],
    tone: 'warn',
  };
}

function togetherBlocks(together: Together): Block[] {
  if (together.figures.sales.value === null) return [];
  return [
    { type: 'heading', text: `${together.stores.join(' + ')} together`, aside: together.currency ?? '' },
    { type: 'grid', grid: togetherGrid(together) },
  ];
}
