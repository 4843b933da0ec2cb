/**
 * How good `eco files map` is at files that it has never seen: each report is hidden from it in turn (judge.ts). A column that is wrong
 * and looks certain is the worst that can happen, so hardly any may be; what is not certain is asked.
 *
 * `ECO_FIGURES=1 npx vitest run test/platforms/mapping/judged.test.ts` prints the figures, and every column that is wrong.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Figures, figuresOf, type Judged, judge } from './judge.js';

const REAL = '../shared/exports';

async function judgeAll(root: string): Promise<Judged[]> {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter((name) => /\.(csv|txt|tsv|xlsx?)$/.test(name)).sort();
  const all: Judged[] = [];
  for (const file of files) {
    const judged = await judge(join(root, file));
    if (judged) all.push(judged);
  }
  return all;
}

function show(root: string, all: readonly Judged[]): Figures {
  const figures = figuresOf(all);
  if (process.env.ECO_FIGURES) {
    const wrong = all.flatMap(({ path, wrong: list }) => list.map((text) => `  wrong: ${path}: ${text}`));
    const subjects = all.filter((judged) => judged.subjects === 'wrong').map(({ path, fills }) => `  wrong subject: ${path}: ${fills}`);
    process.stderr.write(`${[`${root}: ${JSON.stringify(figures)}`, ...wrong, ...subjects].join('\n')}\n`);
  }
  return figures;
}

describe('columns of a report that is hidden', () => {
  it('are right or asked, hardly ever wrong, on all fixtures', async () => {
    const { files, subjects, columns } = show('fixtures', await judgeAll('fixtures/platforms'));
    // Platforms that use a word otherwise than all others (计划 is a campaign at Alimama, an ad group at Douyin) cannot be told from the word.
    expect(columns.wrong / columns.read).toBeLessThan(0.0075);
    expect(columns.right / columns.read).toBeGreaterThan(0.5);
    expect(columns.askedWithAnswer / columns.asked).toBeGreaterThan(0.7);
    expect(subjects.wrong / files).toBeLessThan(0.02);
    expect(subjects.right / files).toBeGreaterThan(0.75);
  });

  it.skipIf(!existsSync(REAL))(`are so on the real files of ${REAL} too (skipped where there are none)`, async () => {
    const { files, subjects, columns } = show(REAL, await judgeAll(REAL));
    expect(columns.wrong / columns.read).toBeLessThan(0.005);
    expect(columns.right / columns.read).toBeGreaterThan(0.5);
    expect(subjects.wrong / files).toBeLessThan(0.02);
  });
});
