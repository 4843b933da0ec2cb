/** What pages draw beside their figures. Terminal and Markdown say the same in the figures and sentences themselves. */
import type { ChartBand, ChartRow } from '../../core/chart.js';
import { type Day, weekday } from '../../core/day.js';
import type { Block } from '../../core/page.js';
import { shortDate } from './dayNames.js';
import type { Why } from './why.js';

/** Sales of some days, weekends shaded; none where fewer than two are known. */
export function salesChart(store: StoreOf, days: readonly Day[], sales: readonly (number | null)[]): Block[] {
  if (sales.filter((value) => value !== null).length < 2) return [];
  const chart = {
    type: 'line',
    title: `Sales by day, ${store.name}`,
    kind: 'money',
    currency: store.currency,
    labels: days.map(shortDate),
    lines: [{ name: 'Sales', values: sales }],
    bands: weekends(days),
  } as const;
  return [{ type: 'chart', chart, isDrawnOnly: true }];
}

/** From the usual sales to those of the period by what moved them. */
export function whyChart(store: StoreOf, why: Why | null, sales: number | null, usually: string): Block[] {
  if (why === null || sales === null) return [];
  const { visits, conversion, orderValue, pending, total } = why;
  const steps: ChartRow[] = [
    { label: 'visits', value: visits },
    { label: 'conversion', value: conversion },
    { label: 'order value', value: orderValue },
    ...(pending === 0 ? [] : [{ label: 'no price yet', value: pending }]),
  ];
  const chart = {
    type: 'waterfall',
    title: `Why sales moved against ${usually}, ${store.name}`,
    kind: 'money',
    currency: store.currency,
    start: { label: usually, value: sales - total },
    steps,
    end: { label: 'now', value: sales },
  } as const;
  return [{ type: 'chart', chart, isDrawnOnly: true }];
}

interface StoreOf {
  readonly name: string;
  readonly currency: string | null;
}

function weekends(days: readonly Day[]): ChartBand[] {
  const bands: { from: number; to: number }[] = [];
  days.forEach((day, at) => {
    if (weekday(day) !== 0 && weekday(day) !== 6) return;
    const last = bands.at(-1);
    if (last?.to === at - 1) last.to = at;
    else bands.push({ from: at, to: at });
  });
  return bands;
}
