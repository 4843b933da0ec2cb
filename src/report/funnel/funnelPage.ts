/** The funnel of each store as a page: a line a step, its rate beside the usual one, and where it loses. */
import type { Day } from '../../core/day.js';
import type { Block, Grid, Page, Sentence } from '../../core/page.js';
import { longDate, shortDate } from '../kpis/dayNames.js';
import { nothingOf } from '../kpis/nothing.js';
import { type Funnel, RATED, type RatedStep, STEPS, type StepName } from './funnel.js';
import { funnelTable, type StoreFunnels } from './funnelTable.js';

export function funnelPage(stores: readonly StoreFunnels[], asOf: Day): Page {
  const { period } = stores[0] as StoreFunnels;
  return {
    title: `Funnel, ${period.from === period.to ? '' : `${shortDate(period.from)} to `}${longDate(period.to)}`,
    blocks: stores.flatMap(storeBlocks),
    data: funnelTable(stores, 'store', asOf),
  };
}

const TOLD_BY: Readonly<Record<StepName, string>> = {
  impressions: 'ad reports',
  clicks: 'ad reports',
  visits: 'a traffic report',
  carts: 'a shop report of exactly this period',
  orders: 'orders',
  kept: 'refunds in orders, or a report of returns',
};

function storeBlocks(store: StoreFunnels): Block[] {
  const [funnel] = store.funnels;
  const heading: Block = { type: 'heading', text: store.store };
  if (!funnel || STEPS.every((step) => funnel.counts[step] === null))
    return [heading, { type: 'sentence', parts: [nothingOf(store.store, 'the whole period')], tone: 'dim' }];
  const unknown = STEPS.filter((step) => funnel.counts[step] === null);
  const says = unknown.map((step) => `${step} (${TOLD_BY[step]})`).join(', ');
  return [
    heading,
    { type: 'grid', grid: gridOf(funnel, store) },
    ...funnelChart(funnel, store),
    ...(unknown.length > 0 ? [{ type: 'sentence', parts: [`unknown: ${says}`], tone: 'dim' } as const] : []),
    ...lossLine(funnel),
  ];
}

function funnelChart(funnel: Funnel, { store, visits }: StoreFunnels): Block[] {
  const known = STEPS.filter((step) => funnel.counts[step] !== null);
  if (known.length < 2) return [];
  const rows = known.map((step) => ({ label: step === 'visits' && visits !== null ? visits : step, value: funnel.counts[step] }));
  return [{ type: 'chart', chart: { type: 'funnel', title: `Funnel of ${store}`, kind: 'integer', rows }, isDrawnOnly: true }];
}

function gridOf(funnel: Funnel, { visits }: StoreFunnels): Grid {
  const known = STEPS.filter((step) => funnel.counts[step] !== null);
  return {
    columns: [
      { header: '', align: 'left' },
      { header: '', align: 'right' },
      { header: '', align: 'right' },
      { header: '', align: 'left' },
      { header: 'usually', align: 'right' },
    ],
    rows: known.map((step): Sentence[] => {
      const label = step === 'visits' && visits !== null ? visits : step;
      const count: Sentence = [{ value: funnel.counts[step], kind: 'integer', tone: 'strong' }];
      if (!isRated(step)) return [[`${label[0]?.toUpperCase()}${label.slice(1)}`], count, [], [], []];
      const { rate, of, usual } = funnel.rates[step];
      const digits = step === 'clicks' ? 2 : 1;
      return [
        [`${step[0]?.toUpperCase()}${step.slice(1)}`],
        count,
        rate === null ? [] : [{ value: rate, kind: 'ratio', digits, tone: usual !== null && rate < usual ? 'bad' : undefined }],
        rate === null || of === null ? [] : [`of ${of === 'visits' ? visits : of}`],
        usual === null ? [] : [{ value: usual, kind: 'ratio', digits }],
      ];
    }),
  };
}

function isRated(step: StepName): step is RatedStep {
  return (RATED as readonly StepName[]).includes(step);
}

const LOSES: Readonly<Record<RatedStep, string>> = {
  clicks: 'fewer of those who see an ad click it',
  carts: 'fewer of those who come put something into the cart',
  orders: 'fewer of those who come order',
  kept: 'fewer orders are kept',
};

function lossLine({ loss, rates }: Funnel): Block[] {
  if (loss === null || Math.round(loss.orders) === 0) return [];
  const { rate, usual } = rates[loss.step];
  const digits = loss.step === 'clicks' ? 2 : 1;
  return [
    {
      type: 'sentence',
      parts: [
        `loses at ${loss.step}: ${LOSES[loss.step]}, `,
        { value: rate, kind: 'ratio', digits, tone: 'bad' },
        ' where ',
        { value: usual, kind: 'ratio', digits },
        ' is usual: about ',
        { value: Math.round(loss.orders), kind: 'integer', tone: 'strong' },
        Math.round(loss.orders) === 1 ? ' order' : ' orders',
      ],
    },
  ];
}
