/**
 * `titles effect`: one row for each figure of each title change; one row with the figure `all` where nothing can be told
 * of any of them, unless one listing or plan was asked for.
 * `effect_ratio` is the change beyond that of the listings that
 * nobody touched (`others_ratio`), `low_ratio` … `high_ratio` its 95 % interval (measure.ts), `verdict` what that says (judge.ts).
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { groupBy } from '../../measures/grouping.js';
import type { OwnedText } from '../textListing.js';
import type { ChangeEffect } from './effects.js';
import { type Judged, LEAST_DAYS } from './judge.js';
import { LEAST_CONTROLS } from './measure.js';
import type { Metric } from './series.js';

export interface EffectTableInput {
  readonly asOf: Day;
  readonly effects: readonly ChangeEffect[];
  readonly texts: readonly OwnedText[];
  readonly mostDays: number;
  /** Stores that were asked, for a table without rows. */
  readonly storeNames: readonly string[];
  readonly params: NonNullable<Table['params']>;
}

export const EFFECT_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'plan_id', header: 'Plan', kind: 'text', detail: true },
  { key: 'changed_from', header: 'Changed from', kind: 'day', detail: true },
  { key: 'changed_to', header: 'Changed by', kind: 'day', yields: true },
  { key: 'metric', header: 'Figure', kind: 'text' },
  { key: 'before', header: 'Before', kind: 'measure', yields: true },
  { key: 'after', header: 'After', kind: 'measure', yields: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'days', header: 'Days each', kind: 'integer', yields: true },
  { key: 'others_ratio', header: 'Others', kind: 'ratio', digits: 0, signed: true, yields: true },
  { key: 'effect_ratio', header: 'Effect', kind: 'ratio', digits: 0, signed: true },
  { key: 'low_ratio', header: 'From', kind: 'ratio', digits: 0, signed: true },
  { key: 'high_ratio', header: 'To', kind: 'ratio', digits: 0, signed: true },
  { key: 'verdict', header: 'Verdict', kind: 'text' },
  { key: 'more_days', header: 'More days', kind: 'integer', yields: true },
  { key: 'why', header: 'Why', kind: 'text', wraps: true },
  { key: 'controls', header: 'Compared with', kind: 'integer', detail: true },
  { key: 'bounded_by', header: 'Window ends at', kind: 'text', detail: true },
  { key: 'beside', header: 'Changed with it', kind: 'text', detail: true },
  { key: 'title_before', header: 'Title before', kind: 'text', detail: true },
  { key: 'title_after', header: 'Title after', kind: 'text', detail: true },
];

/** The newest change first. */
export function effectTable(input: EffectTableInput): Table {
  const effects = [...input.effects].sort((a, b) =>
    a.change.to < b.change.to ? 1 : a.change.to > b.change.to ? -1 : a.change.text - b.change.text,
  );
  return {
    id: 'titles.effect/1',
    columns: EFFECT_COLUMNS,
    rows: effects.flatMap((effect) => rowsOf(effect, input)),
    notes: notesOf(input),
    params: input.params,
    asOf: input.asOf,
  };
}

/** Figures of which the shop has no report at all say nothing; units always stand there. */
function isTold({ metric, days, sums }: Judged): boolean {
  return metric === 'units' || (days > 0 && sums !== null && sums.before.events + sums.after.events > 0);
}

const UNITS: Readonly<Record<Metric, 'amount' | 'count' | 'ratio'>> = {
  units: 'count',
  sales: 'amount',
  conversion: 'ratio',
  sessions: 'count',
  clicks: 'count',
};

/** With `params.sku` or `params.plan` every figure: somebody looks at these changes closely. */
function rowsOf(effect: ChangeEffect, { texts, params }: EffectTableInput): Row[] {
  const told = effect.judged.filter(isTold);
  const [first, ...others] = told;
  const isClose = (params.sku ?? params.plan ?? null) !== null;
  if (!first || others.length === 0 || isClose || !told.every((judged) => saysSame(judged, first)))
    return told.map((judged) => rowOf(effect, judged, texts));
  // The figures differ, so that none of them stands for all.
  const days = others.every((judged) => judged.days === first.days) ? first.days : null;
  const row = rowOf(effect, { ...first, sums: null, effect: null, why: reasons(told) }, texts);
  return [{ ...row, metric: 'all', unit: null, currency: null, days }];
}

/** Two figures of which nothing can be told, or not yet for the same reason. */
function saysSame(a: Judged, b: Judged): boolean {
  if (a.verdict !== b.verdict) return false;
  return a.verdict === 'cannot be told' || (a.verdict === 'too early to tell' && a.why === b.why && a.moreDays === b.moreDays);
}

/** Each reason once; where there are several, with the figures it is about. */
function reasons(told: readonly Judged[]): string | null {
  const byWhy = [...groupBy(told, ({ why }) => why ?? '')];
  if (byWhy.length === 1) return told[0]?.why ?? null;
  return byWhy.map(([why, own]) => `${own.map(({ metric }) => metric).join(', ')}: ${why}`).join('; ');
}

function rowOf({ change, bounds }: ChangeEffect, judged: Judged, texts: readonly OwnedText[]): Row {
  const text = texts[change.text] as OwnedText;
  const [listing] = text.listings;
  const value = (side: 'before' | 'after') => {
    const sum = judged.sums?.[side];
    if (!sum || sum.exposure === 0) return null;
    return judged.metric === 'conversion' ? rounded(sum.value / sum.exposure) : Math.round(sum.value);
  };
  return {
    store: listing.store,
    listing_id: text.id,
    sku: text.sku ?? text.id,
    plan_id: change.planId,
    changed_from: change.from,
    changed_to: change.to,
    metric: judged.metric,
    before: value('before'),
    after: value('after'),
    unit: UNITS[judged.metric],
    currency: listing.currency,
    days: judged.days,
    others_ratio: rounded(judged.effect?.others ?? null),
    effect_ratio: rounded(judged.effect?.effect ?? null),
    low_ratio: rounded(judged.effect?.low ?? null),
    high_ratio: rounded(judged.effect?.high ?? null),
    verdict: judged.verdict,
    more_days: judged.moreDays,
    why: judged.why,
    controls: judged.effect?.controls ?? null,
    bounded_by: bounds.bounded.join(', ') || null,
    beside: bounds.beside.join(', ') || null,
    title_before: change.before,
    title_after: change.after,
  };
}

function rounded(ratio: number | null): number | null {
  return ratio === null || !Number.isFinite(ratio) ? null : Math.round(ratio * 10_000) / 10_000;
}

function notesOf({ effects, texts, mostDays, storeNames }: EffectTableInput): string[] {
  const label = ({ change }: ChangeEffect) => (texts[change.text] as OwnedText).sku ?? (texts[change.text] as OwnedText).id;
  if (effects.length === 0) {
    return [
      `No title of ${storeNames.join(', ')} is known to have changed. A change shows when a catalogue is imported before it and after it.`,
    ];
  }
  const spans = effects.filter(({ change }) => change.from !== change.to);
  const open = effects.filter(({ change }) => change.isOpen);
  const unconfirmed = effects.filter(({ change }) => change.isUnconfirmed);
  const bounded = effects.filter(({ bounds }) => bounds.bounded.length > 0);
  const beside = effects.filter(({ bounds }) => bounds.beside.length > 0);
  return [
    `Whole weeks on both sides, at most ${mostDays} days; compared with at least ${LEAST_CONTROLS} listings of the store that nobody touched. Below ${LEAST_DAYS} days nothing is said.`,
    'Units decide. Of figures that nothing changed, one in twenty looks better or worse by chance.',
    ...spans
      .slice(0, 3)
      .map(
        (effect) =>
          `${label(effect)}: the title changed between the catalogues of ${effect.change.from} and ${effect.change.to}; these days count neither way.`,
      ),
    ...open
      .slice(0, 3)
      .map((effect) => `${label(effect)}: no catalogue before ${effect.change.to} tells since when; the change may be older.`),
    ...unconfirmed
      .slice(0, 3)
      .map((effect) => `${label(effect)}: uploaded by plan ${effect.change.planId}; no catalogue has shown the new title yet.`),
    ...bounded.slice(0, 3).map((effect) => `${label(effect)}: days beyond ${effect.bounds.bounded.join(', ')} do not count.`),
    ...beside
      .slice(0, 3)
      .map((effect) => `${label(effect)}: ${effect.bounds.beside.join(', ')} changed with the title; the effect is of both.`),
  ];
}
