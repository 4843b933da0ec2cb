/**
 * Which elements of which dimension carry a change (Adtributor: Bhagwan et al., NSDI 2014), for a sum that each dimension divides.
 *
 * | | |
 * |---|---|
 * | explanatory power of an element | (after − before) ÷ (total after − total before): its share of the change; below zero where it went the other way |
 * | surprise | ½ (p ln(2p ÷ (p + q)) + q ln(2q ÷ (p + q))), with its share of the total before, p, and after, q: how much its share changed |
 *
 * Of each dimension the elements that explain at least `LEAST_POWER` are taken in the order of their surprise until they explain
 * `ENOUGH` together; a dimension that does not get there explains nothing. The dimension with the greatest summed surprise is named
 * first: an element that moves just as everything does (94 → 47 where 100 → 50) has power and no surprise.
 *
 * Left out: causes. An element that carries a change need not be its reason.
 */

export interface Element {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

export interface Dimension {
  readonly name: string;
  readonly elements: readonly Element[];
}

export interface Carrier {
  readonly label: string;
  readonly change: number;
  readonly power: number;
  readonly surprise: number;
}

export interface Explanation {
  readonly dimension: string;
  readonly surprise: number;
  /** Greatest power first. */
  readonly carriers: readonly Carrier[];
}

/** As in the paper's public code. */
const LEAST_POWER = 0.1;
const ENOUGH = 0.67;

/** The dimensions that explain the change, the most surprising first; none where the total did not change. */
export function explain(dimensions: readonly Dimension[]): Explanation[] {
  return dimensions
    .flatMap(explanationOf)
    .sort((a, b) => b.surprise - a.surprise || (a.dimension < b.dimension ? -1 : a.dimension > b.dimension ? 1 : 0));
}

function explanationOf({ name, elements }: Dimension): Explanation[] {
  // What is not divided explains itself.
  if (elements.filter(({ before, after }) => before !== 0 || after !== 0).length < 2) return [];
  const able = carriersOf(elements, LEAST_POWER).sort((a, b) => b.surprise - a.surprise || compareLabels(a, b));
  let power = 0;
  const taken: Carrier[] = [];
  for (const carrier of able) {
    taken.push(carrier);
    power += carrier.power;
    if (power > ENOUGH) break;
  }
  if (power <= ENOUGH) return [];
  const surprise = taken.reduce((sum, carrier) => sum + carrier.surprise, 0);
  return [{ dimension: name, surprise, carriers: taken.sort((a, b) => b.power - a.power || compareLabels(a, b)) }];
}

/** Power and surprise of each element with more power than `least`; none where the total did not change. */
export function carriersOf(elements: readonly Element[], least = Number.NEGATIVE_INFINITY): Carrier[] {
  const before = elements.reduce((sum, element) => sum + element.before, 0);
  const after = elements.reduce((sum, element) => sum + element.after, 0);
  if (after === before) return [];
  const powerOf = (element: Element) => (element.after - element.before) / (after - before);
  // Of a thousand SKUs that sold few carry anything.
  const able = elements.filter((element) => powerOf(element) > least);
  return able.map((element) => ({
    label: element.label,
    change: element.after - element.before,
    power: powerOf(element),
    surprise: surpriseOf(before === 0 ? 0 : element.before / before, after === 0 ? 0 : element.after / after),
  }));
}

function surpriseOf(p: number, q: number): number {
  const part = (share: number) => (share <= 0 ? 0 : share * Math.log((2 * share) / (Math.max(p, 0) + Math.max(q, 0))));
  return 0.5 * (part(p) + part(q));
}

function compareLabels(a: Carrier, b: Carrier): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}
