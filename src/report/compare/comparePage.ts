/** Two sides as a page: a line for each KPI that is known on either, what is missing, and what drove the difference of sales. */
import type { Day } from '../../core/day.js';
import type { Block, Grid, Page, Sentence, Value } from '../../core/page.js';
import { carrierSentence } from '../kpis/carriers.js';
import { shortDate } from '../kpis/dayNames.js';
import { doubtLine, missingParts, unfinishedParts } from '../kpis/doubts.js';
import type { Figures } from '../kpis/figures.js';
import { kpi } from '../kpis/kpi.js';
import { changeOf, kpiValue, labelOf } from '../kpis/kpiGrid.js';
import { nothingOf } from '../kpis/nothing.js';
import { whySentence } from '../kpis/whySentence.js';
import { compareTable } from './compareTable.js';
import type { ComparedKpi, Comparison, Side } from './comparison.js';

export function comparePage(comparisons: readonly Comparison[], asOf: Day): Page {
  const { a, b } = comparisons[0] as Comparison;
  return {
    title: `${a.label} against ${b.label}`,
    blocks: comparisons.flatMap((comparison) => pairBlocks(comparison, asOf)),
    data: compareTable(comparisons, asOf),
  };
}

function pairBlocks(comparison: Comparison, asOf: Day): Block[] {
  const { a, b, why, carriers } = comparison;
  const isOneStore = a.store.name === b.store.name;
  const isOneCurrency = isOneStore || a.store.currency === b.store.currency;
  const money = isOneCurrency ? (a.store.currency ?? 'currency unknown') : `${a.store.currency ?? '?'} and ${b.store.currency ?? '?'}`;
  const heading: Block = {
    type: 'heading',
    text: isOneStore ? a.store.name : `${a.store.name} and ${b.store.name}`,
    aside: isOneStore ? [a.store.marketplace ?? a.store.platform, money].join(' · ') : `${spanText(a.figures)} · ${money}`,
  };
  const known = comparison.kpis.filter(({ a: one, b: other }) => one !== null || other !== null);
  if (known.length === 0) return [heading, { type: 'sentence', parts: [nothingOf(a.store.name, 'either side')], tone: 'dim' }];
  return [
    heading,
    { type: 'grid', grid: gridOf(comparison, known) },
    ...doubts(comparison, asOf),
    ...(why
      ? [
          {
            type: 'sentence',
            parts: whySentence(why, b.label, a.store.currency, isOneStore ? undefined : 'Why sales differ from those of'),
          } as const,
        ]
      : []),
    ...carriers.map((each) => ({ type: 'sentence', parts: ['  ', ...carrierSentence(each, a.store.currency)] }) as const),
  ];
}

function gridOf({ a, b }: Comparison, known: readonly ComparedKpi[]): Grid {
  return {
    columns: [
      { header: '', align: 'left' },
      { header: a.label, align: 'right' },
      { header: b.label, align: 'right' },
      { header: 'difference', align: 'right' },
      { header: 'change', align: 'right' },
    ],
    rows: known.map((each) => [
      [labelOf(each.metric, a.store.platform)],
      [{ ...kpiValue(each.a, each.metric, a.store.currency), tone: 'strong' }],
      [kpiValue(each.b, each.metric, b.store.currency)],
      differenceOf(each, a),
      // Of a ratio the difference says it: a tenth more of a tenth is read wrongly.
      kpi(each.metric).unit === 'ratio' ? [] : [changeOf(each.change, each.metric)],
    ]),
  };
}

/** Ratios differ by points: from 10 % to 12 % is 2 points. */
function differenceOf({ difference, metric }: ComparedKpi, a: Side): Sentence {
  if (kpi(metric).unit !== 'ratio') return [{ ...kpiValue(difference, metric, a.store.currency), signed: true }];
  if (difference === null) return [{ value: null, kind: 'decimal' }];
  const points: Value = { value: difference * 100, kind: 'decimal', digits: 1, signed: true };
  return [points, ' points'];
}

/** Days that one side lacks of what either knows, and what newer files will still change. */
function doubts({ a, b }: Comparison, asOf: Day): Block[] {
  const sides = [
    [a, b],
    [b, a],
  ] as const;
  return [
    ...doubtLine(
      'missing: ',
      sides.flatMap(([side, other]) => missingParts(side.figures, `${side.label}: `, other.figures)),
    ),
    ...doubtLine(
      'unfinished: ',
      sides.flatMap(([{ label, figures }]) => unfinishedParts(figures, asOf).map((part) => `${label}: ${part}`)),
    ),
  ];
}

/** "1 Oct – 31 Oct" */
export function spanText({ from, to }: Pick<Figures, 'from' | 'to'>): string {
  return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
}
