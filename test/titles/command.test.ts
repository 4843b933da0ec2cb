import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { auditTitles } from '../../src/titles/audit.js';
import type { AuditRow } from '../../src/titles/auditQueries.js';
import { rulesMeant } from '../../src/titles/chosen.js';
import { judgedOnce } from '../../src/titles/judged.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { importFiles, LONG_TITLE, MORNING, tinyShop } from '../products/tinyShop.js';

describe('titles audit', () => {
  it('finds the title that is too long for Amazon since July 2026', async () => {
    const { exitCode, out } = await run(await tinyShop(), 'titles', 'audit', '--as-of', MORNING, '--format', 'json');
    expect(exitCode).toBe(0);
    expectValidJson(out);
    const { rows, notes } = JSON.parse(out) as { rows: Record<string, unknown>[]; notes: string[] };
    expect(rows).toMatchObject([
      { store: 'us', listing_id: 'TRAY-M', rule: 'amazon/title-length', severity: 'error', found: LONG_TITLE.length, limit: 75 },
    ]);
    // Four of us, one of web: its two colours share a title.
    expect(notes[0]).toBe('5 listings: 1 error, 0 warnings, 0 hints.');
  });

  it('exits with 3 only where there are findings of the rule and severity that were asked for', async () => {
    const shop = await tinyShop();
    const audit = async (...options: string[]) => (await run(shop, 'titles', 'audit', '--as-of', MORNING, ...options)).exitCode;
    expect(await audit('--fail-on', 'error')).toBe(3);
    expect(await audit('--fail-on', 'warning')).toBe(3);
    expect(await audit('--exit-code')).toBe(3);
    expect(await audit('--fail-on', 'error', '--store', 'web')).toBe(0);
    expect(await audit('--fail-on', 'error', '--rule', 'amazon/length')).toBe(3);
    expect(await audit('--fail-on', 'error', '--rule', 'shopify')).toBe(0);
    // A year before, 200 characters were allowed.
    expect(await audit('--fail-on', 'error', '--as-of', '2025-11-22')).toBe(0);
    expect(await audit('--fail-on', 'hint', '--disable', 'amazon/title')).toBe(0);
    expect(await audit('--fail-on', 'warning', '--severity', 'error', '--disable', 'length')).toBe(0);
    expect(await audit('--fail-on', 'never')).toBe(2);
  });

  it('knows a rule by its name, its platform, or in short', async () => {
    expect(rulesMeant('amazon/title-length')).toEqual(['amazon/title-length']);
    expect(rulesMeant('amazon/length')).toContain('amazon/title-length');
    expect(rulesMeant('amazon')).toContain('amazon/title-missing');
    expect(rulesMeant('amazon/colour')).toEqual([]);
    const { exitCode, err } = await run(await tinyShop(), 'titles', 'audit', '--rule', 'amazon/colour');
    expect(exitCode).toBe(2);
    expect(err).toContain('--rule amazon/colour: no such rule. Known: amazon/');
  });

  it('judges a text that variations share once, and texts of their own each', () => {
    const row = (platform: string, listingId: string, changes: Partial<AuditRow>): AuditRow => ({
      store: 'web',
      platform,
      marketplace: null,
      listingId,
      productId: 'mug-set',
      asin: null,
      role: null,
      sku: null,
      title: null,
      variation: null,
      brand: null,
      productType: null,
      attributes: null,
      ...changes,
    });
    const seo = JSON.stringify({ 'SEO title': 'Mugs for tea', Tags: 'a, b', Other: 'x' });
    expect(
      judgedOnce([
        row('shopify', 'mug-set/Blue', { title: 'Mugs', sku: 'M-1', attributes: seo }),
        row('shopify', 'mug-set/Sand', { sku: 'M-2', brand: 'ACME' }),
        row('shopify', 'lid', { productId: 'lid', title: 'Lid', sku: 'L-1' }),
      ]),
    ).toMatchObject([
      { listingId: 'mug-set', sku: null, title: 'Mugs', brand: 'ACME', otherFields: { seo_title: 'Mugs for tea', tags: 'a, b' } },
      { listingId: 'lid', sku: 'L-1' },
    ]);
    expect(
      judgedOnce([
        row('amazon', 'P', { role: 'parent', title: 'Mugs' }),
        row('amazon', 'M-1', { title: 'Blue Mug', sku: 'M-1', asin: 'B01', variation: 'Blue' }),
        row('amazon', 'M-2', { title: 'Sand Mug', variation: 'Sand' }),
      ]),
    ).toMatchObject([
      { listingId: 'P', childVariations: ['Blue', 'Sand'] },
      { listingId: 'M-1', sku: 'M-1', productId: 'B01' },
      { listingId: 'M-2', productId: 'mug-set' },
    ]);
    expect(judgedOnce([row('shopify', 'a', { title: 'Mugs', attributes: seo })], ['seo_title'])).toMatchObject([
      { title: null, otherFields: { seo_title: 'Mugs for tea' } },
    ]);
  });

  it('reports a long title of a product with variations once', async () => {
    const shop = await tinyShop();
    const title = 'Mug '.repeat(70).trim();
    const text = `Handle,Title,Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Status
mug-set,${title},ACME,Mugs,true,Color,Blue,MUG-4,shopify,9,32.00,active
mug-set,,,,,,Sand,,shopify,4,32.00,
`;
    await importFiles(shop, [{ name: 'long.csv', at: '2026-11-22T06:00:00Z', text }], '--store', 'web');
    const { out } = await run(shop, 'titles', 'audit', '--as-of', MORNING, '--store', 'web', '--rule', 'length', '--format', 'json');
    const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
    expect(rows.filter((row) => row.field === 'title').map((row) => [row.listing_id, row.sku, row.found])).toEqual([
      ['mug-set', null, 279],
    ]);
  });

  it('prints what its transcript says, and has published its shape', async () => {
    const { id, columns } = auditTitles([], { asOf: MORNING as Day });
    expectPublishedSchema({ id, columns });
    await expectTranscript(await tinyShop(), 'titles', [
      ['titles', 'audit', '--as-of', MORNING, '--columns', 'store,sku,rule,severity,message'],
      [
        'titles',
        'audit',
        '--as-of',
        MORNING,
        '--rule',
        'amazon/length',
        '--fail-on',
        'error',
        '--quiet',
        '--columns',
        'sku,found,limit',
        '--format',
        'csv',
      ],
    ]);
  });
});
