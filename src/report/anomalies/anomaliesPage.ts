/** Findings as a page: a sentence each, with the command that looks into it; its data one row a finding. */
import { type Day, periodText } from '../../core/day.js';
import type { Block, Page, Sentence, Step, Value } from '../../core/page.js';
import type { Column, Row } from '../../core/table.js';
import type { ChangeKind } from '../../measures/anomaly/series.js';
import { groupBy } from '../../measures/grouping.js';
import type { Figure } from './figures.js';
import type { Found } from './findings.js';

const FIGURES: Readonly<Record<Figure, { readonly name: string; readonly unit: 'amount' | 'count' | 'ratio' }>> = {
  sales: { name: 'Sales', unit: 'amount' },
  orders: { name: 'Orders', unit: 'count' },
  units: { name: 'Units', unit: 'count' },
  sessions: { name: 'Sessions', unit: 'count' },
  conversion: { name: 'Conversion', unit: 'ratio' },
  buy_box: { name: 'Buy box', unit: 'ratio' },
  returns: { name: 'Returns', unit: 'count' },
  refunds: { name: 'Refunds', unit: 'count' },
  ad_spend: { name: 'Ad spend', unit: 'amount' },
  ad_conversion: { name: 'Ad orders a click', unit: 'ratio' },
};

/** As it stands in a sentence. */
export function nameOfFigure(figure: Figure): string {
  return FIGURES[figure].name.toLowerCase();
}

const KINDS: Readonly<Record<ChangeKind, string>> = {
  spike: 'one day',
  level: 'a new level',
  weekday: 'one weekday',
  drift: 'a slow drift',
};

export const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'metric', header: 'Figure', kind: 'text' },
  { key: 'kind', header: 'Kind', kind: 'text' },
  { key: 'day', header: 'Day', kind: 'day' },
  { key: 'raised_on', header: 'First told', kind: 'day', yields: true },
  { key: 'since', header: 'Since', kind: 'day' },
  { key: 'observed', header: 'Was', kind: 'measure' },
  { key: 'expected', header: 'Expected', kind: 'measure' },
  { key: 'low', header: 'From', kind: 'measure' },
  { key: 'high', header: 'To', kind: 'measure' },
  { key: 'compared_days', header: 'Days', kind: 'integer' },
  { key: 'stake_amount', header: 'At stake', kind: 'money', signed: true },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'months_between', header: 'By chance once in', kind: 'decimal', unit: 'months', digits: 1 },
  { key: 'along_with', header: 'Along with', kind: 'text', yields: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'command', header: 'Command', kind: 'text', detail: true },
];

export interface Asked {
  readonly asOf: Day;
  readonly from: Day;
  readonly to: Day;
  readonly budget: string;
  /** How many series were judged. */
  readonly judged: number;
}

export function anomaliesPage(found: readonly Found[], asked: Asked, notes: readonly string[]): Page {
  const count = found.filter(({ alongWith }) => alongWith === null).length;
  const nothing = asked.judged === 0 ? 'nothing could be judged' : 'no change beyond chance';
  const many = count === 0 ? nothing : count === 1 ? '1 change' : `${count} changes`;
  const period = periodText(asked);
  return {
    title: `${period}: ${many}`,
    blocks: [
      ...[...groupBy(found, ({ store }) => store)].flatMap(([store, own]): Block[] => [
        { type: 'heading', text: store },
        { type: 'steps', steps: own.filter(({ alongWith }) => alongWith === null).map((lead) => stepOf(lead, own)) },
      ]),
      ...(found.length === 0
        ? [
            {
              type: 'sentence',
              parts: [asked.judged === 0 ? 'Too little is known of these days; the notes say what is missing.' : 'Nothing to look into.'],
              tone: 'dim',
            } as const,
          ]
        : []),
    ],
    data: {
      id: 'report.anomalies/1',
      columns: COLUMNS,
      rows: found.map(rowOf),
      notes,
      params: { from: asked.from, to: asked.to, budget: asked.budget },
      asOf: asked.asOf,
    },
  };
}

function rowOf(found: Found): Row {
  const { unit } = FIGURES[found.figure];
  const told = (value: number) => (unit === 'amount' ? Math.round(value) : unit === 'ratio' ? digits(value, 4) : digits(value, 2));
  return {
    store: found.store,
    sku: found.thing,
    metric: found.figure,
    kind: found.kind,
    day: found.day,
    raised_on: found.raisedOn,
    since: found.since,
    observed: told(found.observed),
    expected: told(found.expected),
    low: told(found.low),
    high: told(found.high),
    compared_days: found.comparedDays,
    stake_amount: found.stake,
    currency: found.currency,
    months_between: digits(Math.min(found.monthsBetween, MOST_MONTHS), 1),
    unit,
    along_with: found.alongWith,
    command: found.command,
  };
}

/** A hundred years: beyond that a figure says nothing. */
const MOST_MONTHS = 1200;

function digits(value: number, count: number): number {
  return Number(value.toFixed(count));
}

function stepOf(found: Found, all: readonly Found[]): Step {
  const { name } = FIGURES[found.figure];
  const text: (string | Value)[] = [];
  if (found.thing !== null) text.push({ value: found.thing, kind: 'text', tone: 'strong' }, ': ', name.toLowerCase());
  else text.push(name);
  text.push(` ${found.rises ? 'rose' : 'fell'}, ${KINDS[found.kind]}`, ...when(found), ': ', measured(found, found.observed));
  if (found.comparedDays > 1 && FIGURES[found.figure].unit !== 'ratio') text.push(' a day');
  text.push(
    ' instead of ',
    measured(found, found.expected),
    ' (usually ',
    measured(found, found.low),
    ' to ',
    measured(found, found.high),
    ')',
  );
  if (found.stake !== null && found.stake !== 0 && found.currency !== null) {
    text.push(' · ', { value: found.stake, kind: 'money', currency: found.currency, signed: true, tone: found.stake < 0 ? 'bad' : 'good' });
    if (found.comparedDays > 1) text.push(` in ${found.comparedDays} days`);
  }
  text.push(` · ${sureness(found.monthsBetween)}`, ...along(found, all));
  return { text, command: found.command };
}

function when(found: Found): Sentence {
  if (found.kind === 'spike') return [' on ', { value: found.day, kind: 'day' }];
  return [' since ', { value: found.since, kind: 'day' }];
}

const MOST_NAMES = 3;

/** What moved with it: other figures of the same thing, and the listings of a store. */
function along(lead: Found, all: readonly Found[]): Sentence {
  const own = all.filter(({ alongWith, rises }) => alongWith === `${lead.thing ?? lead.store} ${lead.figure}` && rises === lead.rises);
  const figures = [...new Set(own.filter(({ thing }) => thing === lead.thing).map(({ figure }) => FIGURES[figure].name.toLowerCase()))];
  const things = [...new Set(own.flatMap(({ thing }) => (thing === null || thing === lead.thing ? [] : [thing])))];
  const names = things.slice(0, MOST_NAMES).join(', ') + (things.length > MOST_NAMES ? ` and ${things.length - MOST_NAMES} more` : '');
  const named = [...figures, ...(things.length > 0 ? [names] : [])];
  return named.length === 0 ? [] : [' · with it ', { value: named.join(', '), kind: 'text' }];
}

/** Counts and rates below ten have decimals: "0.4 a day". */
function measured({ figure, currency }: Found, value: number): Value {
  const { unit } = FIGURES[figure];
  if (unit === 'amount') return { value: Math.round(value), kind: 'money', currency };
  if (unit === 'ratio') return { value, kind: 'ratio' };
  return Math.abs(value) < 10 && !Number.isInteger(value)
    ? { value, kind: 'decimal', digits: 1 }
    : { value: Math.round(value), kind: 'integer' };
}

function sureness(months: number): string {
  if (months >= 120) return 'by chance less than once in ten years';
  if (months >= 24) return `by chance once in ${Math.round(months / 12)} years`;
  if (months >= 2) return `by chance once in ${Math.round(months)} months`;
  return 'by chance once a month';
}
