/** Shifts of known kinds, put into a series, and how many of them a detector finds at one false alarm a month. */

const MONTH = 30.44;

/** [what becomes of a value, days within which it must be told]. */
export const SHIFTS = {
  'level −30 %': [(value, day, at) => (day >= at ? value * 0.7 : value), 14],
  'one day ×2': [(value, day, at) => (day === at ? value * 2 : value), 0],
  'one day ×½': [(value, day, at) => (day === at ? value / 2 : value), 0],
  'broken weekday': [(value, day, at) => (day >= at && (day - at) % 7 === 0 ? value * 0.4 : value), 21],
  'slow drift': [(value, day, at) => (day >= at ? value * Math.max(0.5, 1 - 0.01 * (day - at)) : value), 45],
};

/** Alarms: days at or above the bound, those with no more than `gap` days between them being one. */
export function alarmsOf(scores, bound, from, to, gap) {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let day = from; day <= to; day += 1) {
    if (scores[day] < bound) continue;
    if (day - last > gap) count += 1;
    last = day;
  }
  return count;
}

/** The lowest bound that holds one alarm a month. */
export function boundOf(scores, from, to, gap) {
  const months = (to - from + 1) / MONTH;
  const values = [...new Set(scores.slice(from, to + 1))].sort((a, b) => b - a);
  let bound = values[0] + 1;
  for (const value of values) {
    if (alarmsOf(scores, value, from, to, gap) > months) break;
    bound = value;
  }
  return bound;
}

export const perMonth = (scores, bound, from, to, gap) => alarmsOf(scores, bound, from, to, gap) / ((to - from + 1) / MONTH);

/**
 * For each day on which a shift begins, the highest score within the days in which it must be told, of days that have no alarm without
 * the shift. `detect(values, from, to)` gives scores; what comes after `to` it does not see.
 */
export function trials(detect, values, kind, from, to, step) {
  const [shift, within] = SHIFTS[kind];
  const found = [];
  for (let at = from; at + within <= to; at += step) {
    if (values[at] === null) continue;
    const shifted = values.map((value, day) => (value === null ? null : shift(value, day, at)));
    found.push({ at, scores: detect(shifted, at, at + within).slice(at, at + within + 1) });
  }
  return found;
}

/** Which of the trials are told at a bound. */
export const hits = (found, base, bound) =>
  found.map(({ at, scores }) => (scores.some((score, index) => score >= bound && !(base[at + index] >= bound)) ? 1 : 0));

const share = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Recall, and precision where one such shift happens a month besides the false alarms. */
export const measures = (told, falseAlarms) => ({ recall: share(told), precision: share(told) / (share(told) + falseAlarms) || 0 });

/** 95 % interval of the difference of two recalls on the same trials: blocks of seven trials drawn again and again. */
export function differenceInterval(ours, theirs, random, draws = 2000) {
  const size = 7;
  const blocks = Math.ceil(ours.length / size);
  const found = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let block = 0; block < blocks; block += 1) {
      const start = Math.floor(random() * ours.length);
      for (let step = 0; step < size; step += 1) sum += ours[(start + step) % ours.length] - theirs[(start + step) % ours.length];
    }
    return sum / (blocks * size);
  }).sort((a, b) => a - b);
  return [found[Math.floor(draws * 0.025)], found[Math.floor(draws * 0.975)]];
}

/** mulberry32: the same numbers in every run. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
