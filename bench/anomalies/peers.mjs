/** What the detector is compared with: a z-score of the last N days, as dashboards have it. */

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
};

/** Scores of the days from … to. `closed`: whether days on which the shop is closed count as 0 in the window, or not at all. */
export const windowed = (count, closed) => (values, from, to) => {
  const scores = new Float64Array(values.length);
  for (let day = from; day <= to; day += 1) {
    if (values[day] === null) continue;
    const before = [];
    for (let index = day - 1; index >= 0 && before.length < count; index -= 1) {
      if (values[index] !== null) before.push(values[index]);
      else if (closed) before.push(0);
    }
    if (before.length === count) scores[day] = Math.abs(values[day] - mean(before)) / deviation(before);
  }
  return scores;
};
