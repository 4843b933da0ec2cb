import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { greedyChoice, lpText, objectiveOf, type Program, type SolveLp, solveProgram } from '../../../src/titles/suggest/program.js';
import { solver } from './solver.js';

let solve: SolveLp;
beforeAll(async () => {
  solve = await solver();
});

/** The best of all choices, tried one by one. */
function bruteForce(program: Program): number {
  let best = 0;
  for (let bits = 0; bits < 2 ** program.items.length; bits++) {
    const items = program.items.flatMap((_, index) => ((bits >> index) & 1 ? [index] : []));
    best = Math.max(best, objectiveOf(program, items) ?? 0);
  }
  return best;
}

const programs: fc.Arbitrary<Program> = fc
  .record({
    words: fc.integer({ min: 1, max: 6 }),
    budget: fc.integer({ min: 0, max: 40 }),
    items: fc.array(
      fc.record({ isNew: fc.boolean(), cost: fc.integer({ min: 1, max: 20 }), words: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }) }),
      {
        maxLength: 9,
      },
    ),
    terms: fc.array(fc.record({ words: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), value: fc.integer({ min: 1, max: 300 }) }), {
      maxLength: 8,
    }),
    groups: fc.array(
      fc.record({
        items: fc.array(fc.record({ item: fc.nat(8), count: fc.integer({ min: 1, max: 2 }) }), { maxLength: 4 }),
        most: fc.integer({ min: 0, max: 3 }),
      }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ words, items, terms, groups, budget }) => ({
    budget,
    words,
    items: items.map((item) => ({ ...item, words: [...new Set(item.words.filter((word) => word < words))] })),
    terms: terms.map((term) => ({ ...term, words: [...new Set(term.words.map((word) => word % words))] })),
    groups: groups.map((group) => ({
      most: group.most,
      items: [...new Map(group.items.filter(({ item }) => item < items.length).map((member) => [member.item, member])).values()],
    })),
  }));

describe('the choice of parts and pieces', () => {
  it('is the best of all choices, and the greedy one never better', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const best = bruteForce(program);
        const solved = solveProgram(program, solve);
        expect(solved.objective).toBeCloseTo(best, 4);
        expect(solved.isProved).toBe(true);
        expect(objectiveOf(program, solved.items)).not.toBeNull();
        expect(greedyChoice(program).objective).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('finds two words that are worth something only together, where the greedy rule stops at one that is worth less', () => {
    // Room for 20: "a" and "b" together (10 each) cover 500; "c" (11) covers 300 at a better rate and leaves no room for both.
    const item = (cost: number, word: number) => ({ isNew: true, cost, words: [word] });
    const program: Program = {
      budget: 20,
      words: 3,
      items: [item(10, 0), item(10, 1), item(11, 2)],
      terms: [
        { words: [0, 1], value: 500 },
        { words: [2], value: 300 },
      ],
      groups: [],
    };
    expect(greedyChoice(program).items).toEqual([2]);
    const solved = solveProgram(program, solve);
    expect(solved.items).toEqual([0, 1]);
    // 500 − 2 × 15 for two pieces − 0.001 × 20 for their length.
    expect(solved.objective).toBeCloseTo(469.98, 6);
  });

  it('falls back on the greedy choice where the solver has no answer', () => {
    const program: Program = {
      budget: 9,
      words: 1,
      items: [{ isNew: true, cost: 5, words: [0] }],
      terms: [{ words: [0], value: 100 }],
      groups: [],
    };
    expect(solveProgram(program, () => null)).toEqual({ items: [0], objective: 100 - 15 - 0.005, isProved: false });
    // An answer that breaks a limit is none.
    expect(solveProgram({ ...program, budget: 4 }, () => ({ chosen: new Set(['y0']), isProved: true })).items).toEqual([]);
  });

  it('is written in the CPLEX LP format, as it reads in the head of the file', () => {
    const program: Program = {
      budget: 9,
      words: 1,
      items: [{ isNew: false, cost: 5, words: [0] }],
      terms: [{ words: [0], value: 100 }],
      groups: [{ items: [{ item: 0, count: 1 }], most: 1 }],
    };
    expect(lpText(program)).toBe(`Maximize
 value: + 100.000000 z0
 + 19.995000 y0
Subject To
 c0: z0 - x0 <= 0
 c1: x0 - y0 <= 0
 c2: 1 y0 <= 1
 c3: 5 y0 <= 9
Bounds
 0 <= z0 <= 1
 0 <= x0 <= 1
Binaries
 y0
End`);
  });
});
