import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEYWORD_COLUMNS } from '../../../src/titles/keywords/keywordTable.js';
import { WORD_COLUMNS } from '../../../src/titles/keywords/wordTable.js';
import { expectPublishedSchema, expectValidJson } from '../../cli/schema.js';
import { run } from '../../cli/testContext.js';
import { asJson, keywordShop } from './shop.js';

const ALL = ['--from', '2026-10-01', '--to', '2026-11-02'];

describe('titles keywords', () => {
  it('adds no day twice, whatever report it is in, and puts spellings of a term together', async () => {
    const { rows, notes } = await asJson(await keywordShop(), 'titles', 'keywords', ...ALL);
    expect(rows.map((row) => [row.term, row.clicks, row.orders, row.sales_amount, row.cost_amount, row.impressions])).toEqual([
      ['electric kettle', 106, 10, '255.00', '53.00', 1060],
      ['stoneware mugs', 20, 1, '11.50', '10.00', 500],
      ['tea kettle', 10, 0, '0.00', '5.00', 100],
    ]);
    expect(notes[0]).toBe('us: search terms of 33 days, 2026-10-01 … 2026-11-02.');
    expect(notes).toContain('Left out: 7 clicks from pages of products (the search term is an ASIN).');
  });

  it('says whose a term is and how that is known, and which titles lack its words', async () => {
    const { rows } = await asJson(await keywordShop(), 'titles', 'keywords', ...ALL);
    expect(rows.map((row) => [row.term, row.listings, row.belongs_by, row.missing_in, row.title_share, row.missing_words])).toEqual([
      ['electric kettle', 'KETTLE-17', 'ad group', null, 1, null],
      ['stoneware mugs', 'MUG-4', 'words', null, 1, null],
      ['tea kettle', 'KETTLE-17', 'ad group', 'KETTLE-17', 0.5, 'tea'],
    ]);
  });

  it('estimates conversion and value as the formulas say', async () => {
    const { rows, notes } = await asJson(await keywordShop(), 'titles', 'keywords', ...ALL);
    // Shop: 11 orders of 136 clicks = 0.080882. Too few groups and terms to tell the strengths: 20 clicks each.
    // Group KETTLE-17: (0.080882 × 20 + 10) ÷ (20 + 116) = 0.085424. Term: (0.085424 × 20 + 10) ÷ (20 + 106) = 0.092924.
    expect(rows[0]?.cvr).toBe(0.0929);
    // Order value of the shop 266.5 ÷ 11 = 24.2273, of the group (255 + 24.2273 × 5) ÷ 15 = 25.0758, of the term
    // (255 + 25.0758 × 5) ÷ 15 = 25.3586. Value: 106 × 30 ÷ 33 × 0.092924 × 25.3586 = 227.07
    expect(rows[0]?.value_amount).toBe('227.07');
    expect(notes).toContain(
      "us USD: conversion 8.1 % over all terms; a term's own figure is mixed with its ad group's as if that were 20 clicks (assumed: too few to tell).",
    );
    expect(notes).toContain('2 of 3 terms have fewer than 36 clicks: too thin to judge by themselves.');
  });

  it('takes the days of the newest report unless others are asked for', async () => {
    const { rows } = await asJson(await keywordShop(), 'titles', 'keywords', '--days', '2');
    expect(rows.map((row) => [row.term, row.clicks])).toEqual([['electric kettle', 16]]);
  });

  it('shows one listing alone', async () => {
    const { rows } = await asJson(await keywordShop(), 'titles', 'keywords', ...ALL, '--sku', 'mug-4');
    expect(rows.map((row) => row.term)).toEqual(['stoneware mugs']);
    const { exitCode, err } = await run(await keywordShop(), 'titles', 'keywords', '--sku', 'MUG-5');
    expect(exitCode).toBe(1);
    expect(err).toBe('eco: There is no listing with the SKU or id "MUG-5". Nearest: MUG-4. "eco products list" shows all.\n');
  });

  it('names the words that nobody types, with their room, and those that no title has', async () => {
    const { rows } = await asJson(await keywordShop(), 'titles', 'keywords', ...ALL, '--words');
    const brief = rows.map((row) => [row.word, row.kind, row.role, row.wasted_length, row.listings]);
    expect(brief).toContainEqual(['tea', 'missing', null, null, 'KETTLE-17']);
    expect(brief).toContainEqual(['black', 'unsearched', 'word', 6, 'KETTLE-17']);
    expect(brief).toContainEqual(['acme', 'unsearched', 'brand', 10, 'KETTLE-17, MUG-4']);
    // Nobody knows what is searched for the tray, so its words are not judged.
    expect(brief.map(([word]) => word)).not.toContain('bamboo');
  });

  it("takes the seller's own list, and refuses a line that makes no sense", async () => {
    const shop = await keywordShop();
    writeFileSync(join(shop.dir, 'terms.csv'), 'term,monthly searches\nbamboo tray,"1,200"\nserving tray,300\nbamboo tray,100\n');
    const { rows } = await asJson(shop, 'titles', 'keywords', ...ALL, '--terms', 'terms.csv', '--where', 'source=file');
    expect(rows.map((row) => [row.term, row.value_amount, row.currency, row.clicks, row.listings, row.missing_words])).toEqual([
      ['bamboo tray', '1300.00', null, null, 'TRAY-9', null],
      ['serving tray', '300.00', null, null, 'TRAY-9', 'serving'],
    ]);
    writeFileSync(join(shop.dir, 'bad.csv'), 'term;value\ntray;12\nbamboo;many\n');
    const { exitCode, err } = await run(shop, 'titles', 'keywords', '--terms', 'bad.csv');
    expect(exitCode).toBe(1);
    expect(err).toBe(
      'eco: bad.csv, line 3: the value of "bamboo" is "many", a number such as 1200 or 12.5 expected. The file is a table: term, value.\n',
    );
  });

  it('refuses options that make no sense', async () => {
    const shop = await keywordShop();
    expect((await run(shop, 'titles', 'keywords', '--days', 'x')).err).toContain('--days x: a whole number of days expected, such as 90');
    expect((await run(shop, 'titles', 'keywords', '--from', '2026-11-02', '--to', '2026-10-01')).exitCode).toBe(2);
    expect((await run(shop, 'titles', 'keywords', '--terms', 'none.csv')).err).toContain(
      'There is no file none.csv. Expected: a CSV of search terms and their values; check its name and folder',
    );
  });

  it('prints what its schemas promise', async () => {
    expectPublishedSchema({ id: 'titles.keywords/1', columns: KEYWORD_COLUMNS });
    expectPublishedSchema({ id: 'titles.keyword-words/1', columns: WORD_COLUMNS });
    for (const options of [[], ['--words']]) {
      const { out } = await run(await keywordShop(), 'titles', 'keywords', ...ALL, ...options, '--as-of', '2026-11-22', '--format', 'json');
      expectValidJson(out);
    }
  });
});
