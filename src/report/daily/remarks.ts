/** Below a store's figures: what is not finished, why sales moved, and on which listings. */
import type { Block, Sentence, Value } from '../../core/page.js';
import { carrierSentence } from '../kpis/carriers.js';
import { weekdayName } from '../kpis/dayNames.js';
import { visitsOf } from '../kpis/figures.js';
import type { Mover } from '../kpis/movers.js';
import { whySentence } from '../kpis/whySentence.js';
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
  if (today.adSpend !== null && !today.finished.ads) parts.push([`ad sales still arrive for ${today.attributionDays} days after a click`]);
  return parts;
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
  const box: Sentence = mover.buyBox
    ? [
        ' (buy box ',
        { value: mover.buyBox.now, kind: 'ratio', digits: 0, tone: 'bad' },
        ', usually ',
        { value: mover.buyBox.usual, kind: 'ratio', digits: 0 },
        ')',
      ]
    : [];
  return [{ value: mover.label, kind: 'text' }, ' ', change, ...box];
}

function joined(sentences: readonly Sentence[], between: string): Sentence {
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [between, ...sentence]));
}

function money(value: number, currency: string | null): Value {
  return { value, kind: 'money', currency };
}
