/** Below a store's figures: what is not finished, why sales moved, and on which listings. */
import type { Block, Sentence, Value } from '../../core/page.js';
import { carrierSentence } from '../kpis/carriers.js';
import { weekdayName } from '../kpis/dayNames.js';
import { visitsOf } from '../kpis/figures.js';
import type { Mover } from '../kpis/movers.js';
import { whySentence } from '../kpis/whySentence.js';
import type { Arrived } from '../restated/arrived.js';
import type { StoreReport } from './daily.js';

/** What the platform's own report calls its sales. */
const REPORTED: Readonly<Record<string, string>> = { amazon: 'ordered sales by the Business Report', taobao: '支付金额 by 生意参谋' };

export function remarkBlocks(report: StoreReport): Block[] {
  const unfinished = unfinishedParts(report);
  return [
    ...(unfinished.length > 0 ? [{ type: 'sentence', parts: ['unfinished: ', ...joined(unfinished, ' · ')], tone: 'warn' } as const] : []),
    ...(report.why
      ? [{ type: 'sentence', parts: whySentence(report.why, `a usual ${weekdayName(report.day)}`, report.store.currency) } as const]
      : []),
    ...report.carriers
      .slice(0, 1)
      // SKUs have lines of their own below, with what else is known of them.
      .filter(({ dimension }) => dimension !== 'SKU')
      .map((each) => ({ type: 'sentence', parts: ['  ', ...carrierSentence(each, report.store.currency)] }) as const),
    ...moverRows(report),
  ];
}

function unfinishedParts(report: StoreReport): Sentence[] {
  const { today, store } = report;
  const parts: Sentence[] = [];
  if (today.inPart) parts.push(['orders end at the download, before the day was over']);
  if (today.unpriced > 0) {
    const reported: Sentence =
      today.reportedSales === null
        ? []
        : [` (${REPORTED[store.platform] ?? 'sales by the shop report'}: `, money(today.reportedSales, store.currency), ')'];
    parts.push([
      { value: today.unpriced, kind: 'integer' },
      today.unpriced === 1 ? ' order has' : ' orders have',
      ' no price yet',
      ...reported,
    ]);
  }
  if (visitsOf(today) !== null && !today.finished.traffic) parts.push(['the traffic report was made before the day was over']);
  const adSales = report.arrived.some(({ metric }) => metric === 'ad_sales');
  if (today.adSpend !== null && !today.finished.ads && !adSales)
    parts.push([`ad sales still arrive for ${today.attributionDays} days after a click`]);
  return [...parts, ...report.arrived.filter(({ metric }) => metric !== 'orders').map((each) => arrivedSentence(each, store.currency))];
}

/** "about 82 % of the ad sales is in, $1,170 expected ($1,020 to $1,310)" */
function arrivedSentence({ metric, share, expected }: Arrived, currency: string | null): Sentence {
  const amount = (value: number): Value => ({ ...money(Math.round(value), currency), digits: 0 });
  return [
    'about ',
    { value: share.share, kind: 'ratio', digits: 0 },
    ` of the ${metric.replace('_', ' ')} is in, `,
    amount(expected.value),
    ' expected (',
    amount(expected.low),
    ' to ',
    amount(expected.high),
    ')',
  ];
}

function moverRows(report: StoreReport): Block[] {
  const { down, up } = report.movers;
  const rows = [
    { label: '  down', movers: down },
    { label: '  up', movers: up },
  ].filter(({ movers }) => movers.length > 0);
  if (rows.length === 0) return [];
  return [
    {
      type: 'facts',
      rows: rows.map(({ label, movers }) => ({
        label,
        parts: joined(
          movers.map((mover) => moverParts(mover, report)),
          ' · ',
        ),
      })),
    },
  ];
}

function moverParts(mover: Mover, report: StoreReport): Sentence {
  const change: Value = { ...money(mover.change, report.store.currency), digits: 0, signed: true };
  const share = shareOf(mover, report);
  const said: Sentence[] = [
    ...(share === null ? [] : [[{ value: share, kind: 'ratio', digits: 0 }] as Sentence]),
    ...(mover.buyBox ? [boxParts(mover.buyBox)] : []),
  ];
  const aside: Sentence = said.length === 0 ? [] : [' (', ...joined(said, ', '), ')'];
  return [{ value: mover.label, kind: 'text' }, ' ', change, ...aside];
}

/** Below this a listing's share of the move is not said. */
const LEAST_SHARE = 0.1;

/** How much of the move of the store it carries; null where it went the other way, or little. */
function shareOf(mover: Mover, { figures }: StoreReport): number | null {
  const { value, usual } = figures.sales;
  if (value === null || usual === null || value === usual) return null;
  const share = mover.change / (value - usual);
  return share < LEAST_SHARE ? null : share;
}

function boxParts({ now, usual }: NonNullable<Mover['buyBox']>): Sentence {
  return ['buy box ', { value: now, kind: 'ratio', digits: 0, tone: 'bad' }, ', usually ', { value: usual, kind: 'ratio', digits: 0 }];
}

function joined(sentences: readonly Sentence[], between: string): Sentence {
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [between, ...sentence]));
}

function money(value: number, currency: string | null): Value {
  return { value, kind: 'money', currency };
}
