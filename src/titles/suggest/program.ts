/**
 * Which parts and pieces make the title of most value: a budgeted coverage problem, solved exactly as a mixed-integer program.
 *
 *     maximise  Σ value_t·z_t + Σ bonus_i·y_i − 0.001 Σ cost_i·y_i
 *     subject to  z_t ≤ x_w               for each word w of term t that the rest of the title lacks
 *                 x_w ≤ Σ y_i             over the items i that have w
 *                 Σ cost_i·y_i ≤ budget   in the platform's unit
 *                 Σ count_ig·y_i ≤ most_g for each group g: at most so many of a kind, a new word once, no word more than twice
 *                 y binary, 0 ≤ x, z ≤ 1
 *
 * A term counts when all its words are there, so two words may be worth nothing alone: the greedy rule, which adds what brings most
 * for its length, can miss them (methods: weighted set-union knapsack). Values are scaled to a sum of 1,000. A present part has a
 * bonus of 20: it gives way only to what is worth more than 2 % of all searches. A new piece costs 15: what is worth less than
 * 1.5 % makes a title longer, not better. The cost of length decides between equal titles for the shorter one.
 */

export interface Item {
  /** Present parts that may stay, and pieces that may come. */
  readonly isNew: boolean;
  readonly cost: number;
  /** Words (by their place in `Program.words`) that it has. */
  readonly words: readonly number[];
}

export interface Program {
  readonly budget: number;
  readonly items: readonly Item[];
  /** How many words the terms need that the rest of the title lacks. */
  readonly words: number;
  /** Words by place, and a value in a sum of 1,000. Terms that nothing can cover are left out. */
  readonly terms: readonly { readonly words: readonly number[]; readonly value: number }[];
  readonly groups: readonly { readonly items: readonly { readonly item: number; readonly count: number }[]; readonly most: number }[];
}

/** Solves a problem in CPLEX LP format: names of the binary variables that are 1, and whether that is proved best. */
export type SolveLp = (problem: string) => { readonly chosen: ReadonlySet<string>; readonly isProved: boolean } | null;

export interface Solution {
  /** Places of the chosen items, ascending. */
  readonly items: readonly number[];
  readonly objective: number;
  readonly isProved: boolean;
}

export const KEEP_BONUS = 20;
export const PIECE_COST = 15;
const LENGTH_COST = 0.001;

/** The value of a choice, or null where it breaks a limit. */
export function objectiveOf(program: Program, items: readonly number[]): number | null {
  const chosen = new Set(items);
  const cost = items.reduce((sum, item) => sum + (program.items[item] as Item).cost, 0);
  if (cost > program.budget) return null;
  for (const { items: members, most } of program.groups) {
    if (members.reduce((sum, { item, count }) => sum + (chosen.has(item) ? count : 0), 0) > most) return null;
  }
  const words = new Set(items.flatMap((item) => (program.items[item] as Item).words));
  const covered = program.terms.filter((term) => term.words.every((word) => words.has(word)));
  const value = covered.reduce((sum, term) => sum + term.value, 0);
  return value + items.reduce((sum, item) => sum + weightOf(program.items[item] as Item), 0);
}

function weightOf(item: Item): number {
  return (item.isNew ? -PIECE_COST : KEEP_BONUS) - LENGTH_COST * item.cost;
}

/** The best choice; the greedy one where the solver found none in its time. */
export function solveProgram(program: Program, solve: SolveLp): Solution {
  const greedy = greedyChoice(program);
  const found = program.items.length === 0 ? null : solve(lpText(program));
  if (found === null) return { ...greedy, isProved: program.items.length === 0 };
  const items = program.items.flatMap((_, index) => (found.chosen.has(`y${index}`) ? [index] : []));
  const objective = objectiveOf(program, items);
  return objective === null || objective < greedy.objective - 1e-6
    ? { ...greedy, isProved: false }
    : { items, objective, isProved: found.isProved };
}

/** Adds, as long as something gains, the item or the items of a term that bring most for their length. */
export function greedyChoice(program: Program): Solution {
  let items: readonly number[] = [];
  let objective = 0;
  for (;;) {
    let best: { items: readonly number[]; objective: number; rate: number } | null = null;
    for (const more of movesFrom(program, items)) {
      const next = [...items, ...more];
      const reached = objectiveOf(program, next);
      if (reached === null || reached <= objective + 1e-9) continue;
      const length = more.reduce((sum, item) => sum + (program.items[item] as Item).cost, 0);
      const rate = (reached - objective) / Math.max(1, length);
      if (best === null || rate > best.rate) best = { items: next, objective: reached, rate };
    }
    if (best === null) return { items: [...items].sort((a, b) => a - b), objective, isProved: false };
    items = best.items;
    objective = best.objective;
  }
}

/** Each single item, and for each uncovered term the shortest items that complete it. */
function movesFrom(program: Program, items: readonly number[]): number[][] {
  const free = program.items.flatMap((_, index) => (items.includes(index) ? [] : [index]));
  const words = new Set(items.flatMap((item) => (program.items[item] as Item).words));
  const completing = program.terms.flatMap((term) => {
    const more = new Set<number>();
    for (const word of term.words.filter((needed) => !words.has(needed))) {
      if ([...more].some((item) => (program.items[item] as Item).words.includes(word))) continue;
      const having = free.filter((item) => (program.items[item] as Item).words.includes(word));
      const [shortest] = having.sort((a, b) => (program.items[a] as Item).cost - (program.items[b] as Item).cost || a - b);
      if (shortest === undefined) return [];
      more.add(shortest);
    }
    return more.size > 1 ? [[...more]] : [];
  });
  return [...free.map((item) => [item]), ...completing];
}

/** The program as a text of the CPLEX LP format, one constraint a line. */
export function lpText(program: Program): string {
  const { items, terms, groups, words, budget } = program;
  const sum = (parts: readonly string[]) => (parts.length === 0 ? '0 y0' : parts.join(' + '));
  const gains = [
    ...terms.map((term, index) => `${decimal(term.value)} z${index}`),
    ...items.map((item, index) => `${decimal(weightOf(item))} y${index}`),
  ];
  const needs = terms.flatMap((term, index) => term.words.map((word) => `z${index} - x${word} <= 0`));
  const has = Array.from({ length: words }, (_, word) => {
    const having = items.flatMap((item, index) => (item.words.includes(word) ? [` - y${index}`] : []));
    return `x${word}${having.join('')} <= 0`;
  });
  const limits = groups.map((group) => `${sum(group.items.map(({ item, count }) => `${count} y${item}`))} <= ${group.most}`);
  const room = `${sum(items.map((item, index) => `${item.cost} y${index}`))} <= ${budget}`;
  const free = [...terms.map((_, index) => `z${index}`), ...Array.from({ length: words }, (_, word) => `x${word}`)];
  return [
    'Maximize',
    ` value: ${gains.map((gain) => (gain.startsWith('-') ? gain : `+ ${gain}`)).join('\n ')}`,
    'Subject To',
    ...[...needs, ...has, ...limits, room].map((constraint, index) => ` c${index}: ${constraint}`),
    'Bounds',
    ...free.map((name) => ` 0 <= ${name} <= 1`),
    'Binaries',
    ...items.map((_, index) => ` y${index}`),
    'End',
  ].join('\n');
}

function decimal(value: number): string {
  const text = value.toFixed(6);
  return text.startsWith('-') ? `- ${text.slice(1)}` : text;
}
