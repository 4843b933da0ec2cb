/**
 * From looks to one p-value a series and day.
 *
 * Each kind of score is divided by how much the series' own scores of that kind scatter in its past (where the past is short, or a
 * group of series is judged together, by that of the group): slow waves in a shop's level are thereby no level shifts. The p-value of a
 * score is the tail of Student's t, with 20 degrees for amounts and 100 for counts and rates. The kinds and their two sides share the budget: p = min(p_kind ÷ share) is a weighted
 * Bonferroni bound. The shares were tuned on the first part of the data of docs/METHODS.md.
 */
import { median, Z_95 } from '../statistics.js';
import { studentTail } from './distributions.js';
import { CHANGE_KINDS, type ChangeKind, type Look, type Model } from './series.js';

/** Degrees of Student's t: residuals of amounts have heavier tails than a normal distribution; the scores of counts have most of theirs already. */
const DEGREES = { amount: 20, count: 100, rate: 100 } as const satisfies Record<Model, number>;

/** [rise, fall]: a doubled day and a lasting fall are what costs or hides most. They add up to 1. */
export const SHARES: Readonly<Record<ChangeKind, readonly [rise: number, fall: number]>> = {
  spike: [0.35, 0.2],
  level: [0.1, 0.15],
  weekday: [0.03, 0.05],
  drift: [0.05, 0.07],
};

/** How much the scores of each kind scatter where nothing happens. */
export type Scatter = Readonly<Record<ChangeKind, number>>;

/** Median scatter of 25 daily series of amounts (UCI by halves of its customers, simulated shops); taken while a series is young. */
export const USUAL_SCATTER: Scatter = { spike: 0.8, level: 0.47, weekday: 0.72, drift: 0.6 };
/** Days of own scores that tell a series' scatter. */
export const LEAST_OWN_SCORES = 40;
const LEAST_SCATTER = 0.15;

/** The scatter of a series of amounts in its own past: 1.4826 × the median distance from 0. */
export function ownScatter(past: readonly (readonly Look[])[]): Scatter {
  return scatterBy((kind) => {
    const scores = past.flatMap((looks) => looks.filter((look) => look.kind === kind).map((look) => Math.abs(look.score)));
    if (scores.length < LEAST_OWN_SCORES) return USUAL_SCATTER[kind];
    return Math.max(LEAST_SCATTER, 1.4826 * (median(scores) as number));
  });
}

/** Where the one score in fifty of a normal distribution begins. */
const Z_98 = 2.326348;
const LEAST_GROUP_SCORES = 100;
/** Taken while a group is young: what drifting shops show. */
const YOUNG_GROUP: Scatter = { spike: 1.1, level: 1.3, weekday: 1.2, drift: 1.6 };

/**
 * The scatter of a group of counts or rates: its scores should be normal, and where one in fifty lies beyond 2.33 they are taken as they
 * are. Never less than 1: small counts scatter less, and that is right. `past`: scores of each kind.
 */
export function groupScatter(past: Readonly<Record<ChangeKind, readonly number[]>>): Scatter {
  return scatterBy((kind) => {
    if (past[kind].length < LEAST_GROUP_SCORES) return YOUNG_GROUP[kind];
    const scores = Float64Array.from(past[kind], Math.abs).sort();
    return Math.max(1, (scores[Math.floor(scores.length * 0.98)] as number) / Z_98);
  });
}

function scatterBy(of: (kind: ChangeKind) => number): Scatter {
  return Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, of(kind)])) as unknown as Scatter;
}

export interface Judged {
  readonly look: Look;
  /** Where 95 % of such averages lie while nothing happens. */
  readonly low: number;
  readonly high: number;
  /** How likely a series in which nothing happens shows as much, of any kind, on a day. */
  readonly p: number;
}

/** A weekday that is at least this surely broken gives a remarkable day of it its name. */
const NAMING_P = 0.05;

/**
 * The look that says most, or null where there is none; where it is a single day, and the weekday is broken the same way, that is
 * told. On a promoted day only falls count, on a holiday nothing.
 */
export function judge(
  model: Model,
  looks: readonly Look[],
  scatter: Scatter,
  special: 'promotion' | 'holiday' | null = null,
): Judged | null {
  if (special === 'holiday') return null;
  const judged = looks
    .filter(({ score }) => special !== 'promotion' || score <= 0)
    .map((look) => {
      const share = SHARES[look.kind][look.score > 0 ? 0 : 1];
      return { look, p: Math.min(1, studentTail(Math.abs(look.score) / scatter[look.kind], DEGREES[model]) / share) };
    })
    .sort((a, b) => a.p - b.p);
  const [best] = judged;
  if (!best) return null;
  const weekday = judged.find(({ look, p }) => look.kind === 'weekday' && look.score > 0 === best.look.score > 0 && p <= NAMING_P);
  const { look } = best.look.kind === 'spike' && weekday ? weekday : best;
  const reach = Z_95 * scatter[look.kind];
  return { look, p: best.p, low: look.valueAt(-reach), high: look.valueAt(reach) };
}
