/**
 * Which series changed, so that chance alone gives no more findings than a budget a month, however many series are looked at.
 *
 * Each day all series are judged together by Benjamini & Hochberg with q = budget ÷ 30.44: where nothing happens anywhere, a day brings
 * a finding with that probability.
 */
import { AMOUNT_DAYS, amountLooks } from './amounts.js';
import { adjustedP } from './benjaminiHochberg.js';
import { countLooks } from './counts.js';
import { type CountGroup, learnGroup } from './group.js';
import { groupScatter, type Judged, judge, ownScatter, type Scatter } from './judge.js';
import type { ChangeKind, DailySeries, Days, Look } from './series.js';

export const DAYS_A_MONTH = 30.44;
/** Days of its own past that a series of amounts is measured by, beyond what one look needs. */
const OWN_PAST = 250;
/** Days before the first that is judged which make a detector as good as it gets. */
export const HISTORY_DAYS = AMOUNT_DAYS + OWN_PAST;
const GROUP_PAST = 120;
/** Large groups have enough scores with one day a week. */
const LARGE_GROUP = 20;
const LEARN_DAYS = 28;

/** The series of one figure in one store, which are learned from together. */
export interface SeriesGroup {
  readonly series: readonly DailySeries[];
}

export interface Question {
  readonly days: Days;
  readonly groups: readonly SeriesGroup[];
  /** First and last day that is judged, as indices. */
  readonly from: number;
  readonly to: number;
  /** False alarms a month, over all series together. */
  readonly perMonth: number;
}

export interface Finding extends Judged {
  readonly key: string;
  readonly day: number;
  /** Adjusted for all series of the day: such findings are chance at most in this share. */
  readonly q: number;
}

export interface Answer {
  /** By day, then p-value, then key. */
  readonly findings: readonly Finding[];
  /** Series that were judged on at least one day. */
  readonly judged: ReadonlySet<string>;
}

export function detect(question: Question): Answer {
  const byDay = new Map<number, { readonly key: string; readonly judged: Judged }[]>();
  const judgedKeys = new Set<string>();
  for (const group of question.groups) {
    for (const { key, ofDays } of judgeGroup(group, question)) {
      for (const [day, judged] of ofDays) {
        judgedKeys.add(key);
        const all = byDay.get(day) ?? [];
        all.push({ key, judged });
        byDay.set(day, all);
      }
    }
  }
  const level = Math.min(0.5, question.perMonth / DAYS_A_MONTH);
  const findings = [...byDay].sort(([a], [b]) => a - b).flatMap(([day, all]) => ofDay(day, all, level));
  return { findings, judged: judgedKeys };
}

function ofDay(day: number, all: readonly { readonly key: string; readonly judged: Judged }[], level: number): Finding[] {
  const adjusted = adjustedP(all.map(({ judged }) => judged.p));
  return all
    .map(({ key, judged }, index) => ({ ...judged, key, day, q: adjusted[index] as number }))
    .filter(({ q }) => q <= level)
    .sort((a, b) => a.p - b.p || (a.key < b.key ? -1 : 1));
}

interface JudgedSeries {
  readonly key: string;
  readonly ofDays: readonly (readonly [day: number, Judged])[];
}

function judgeGroup({ series }: SeriesGroup, question: Question): JudgedSeries[] {
  if (series[0]?.model === 'amount') return series.map((each) => judgeAmount(each, question));
  const found = new Map(series.map(({ key }) => [key, [] as [number, Judged][]]));
  // What is learned of a group holds for a month, as in a shop that looks every morning.
  for (let from = question.from; from <= question.to; from += LEARN_DAYS) {
    const group = learnGroup(series, question.days, from);
    if (group === null) continue;
    const scatter = scatterOf(series, question.days, from, group);
    for (const each of series) {
      for (let day = from; day <= Math.min(question.to, from + LEARN_DAYS - 1); day += 1) {
        const judged = judge(each.model, countLooks(each, question.days, day, group), scatter, each.outOfOrdinary?.[day]);
        if (judged !== null) found.get(each.key)?.push([day, judged]);
      }
    }
  }
  return [...found].map(([key, ofDays]) => ({ key, ofDays }));
}

function scatterOf(series: readonly DailySeries[], days: Days, from: number, group: CountGroup): Scatter {
  const step = series.length >= LARGE_GROUP ? 7 : 1;
  const past: Record<ChangeKind, number[]> = { spike: [], level: [], weekday: [], drift: [] };
  for (let day = from - 1; day >= Math.max(0, from - GROUP_PAST); day -= step) {
    for (const each of series) {
      if (each.outOfOrdinary?.[day]) continue;
      for (const { kind, score } of countLooks(each, days, day, group)) past[kind].push(score);
    }
  }
  return groupScatter(past);
}

/** The judgement of each day of a series of amounts, each with what was known the day before. */
export function judgeAmount(series: DailySeries, question: Pick<Question, 'days' | 'from' | 'to'>): JudgedSeries {
  const past: Look[][] = [];
  const ofDays: [number, Judged][] = [];
  let scatter = ownScatter(past);
  for (let day = Math.max(0, question.from - OWN_PAST); day <= question.to; day += 1) {
    const looks = amountLooks(series, question.days, day);
    // A scatter of many weeks does not change from one day to the next.
    if (day % 7 === 0) scatter = ownScatter(past.slice(-OWN_PAST));
    const judged = judge(series.model, looks, scatter, series.outOfOrdinary?.[day]);
    if (judged !== null && day >= question.from) ofDays.push([day, judged]);
    if (looks.length > 0) past.push(looks);
  }
  return { key: series.key, ofDays };
}
