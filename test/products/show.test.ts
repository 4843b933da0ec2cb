import { describe, expect, it } from 'vitest';
import { LIST_COLUMNS } from '../../src/products/list.js';
import { SHOW_COLUMNS } from '../../src/products/show.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run } from '../cli/testContext.js';
import { expectTranscript } from '../cli/transcript.js';
import { MORNING, tinyShop } from './tinyShop.js';

type Shop = Awaited<ReturnType<typeof tinyShop>>;

async function show(context: Shop, ...words: string[]) {
  return run(context, 'products', 'show', ...words, '--as-of', MORNING);
}

describe('products show', () => {
  it('knows identity, price, stock, sales, traffic and history of a listing', async () => {
    const { exitCode, out } = await show(await tinyShop(), 'KETTLE-17');
    expect(exitCode).toBe(0);
    expect(out).toContain('KETTLE-17 · us');
    expect(out).toMatch(/Price +\$27\.50 · unit cost unknown/);
    // 40 ÷ (10 units ÷ 30 days) = 120 days: 22 November + 120 = 22 March.
    expect(out).toContain('Sells 0.33 a day (30 days): lasts 120 days, until 2027-03-22.');
    expect(out).toContain('10 units, $275.00');
    // 290 + 10 sessions and 380 + 20 views of two reports; (0.5 × 380 + 1 × 20) ÷ 400.
    expect(out).toContain('300 sessions, 400 page views');
    expect(out).toMatch(/Buy box +52\.5 %/);
    expect(out).toContain('no ad reports of this store are imported');
    expect(out).toMatch(/2026-11-21 +price +29\.90 +27\.50/);
    expect(out).toMatch(/2026-11-21 +title +Electric Kettle +ACME Electric Kettle, 1\.7 L/);
  });

  it('leaves gaps for weeks before the first order file', async () => {
    const { out } = await show(await tinyShop(), 'KETTLE-17', '--format', 'json');
    expectValidJson(out);
    const [row] = (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
    // Weeks from 27 September on; the first order is of 20 October (the week from the 18th), 5 units on the 22nd.
    expect(row?.units_by_week).toEqual([null, null, null, 7, 0, 3, 4, 1]);
  });

  it('shows the listings that share a SKU, and how to name one', async () => {
    const { exitCode, out } = await show(await tinyShop(), 'mug-4');
    expect(exitCode).toBe(0);
    expect(out).toContain('mug-4 is 2 listings');
    expect(out).toContain('eco products show MUG-4 --store us');
    const one = await show(await tinyShop(), 'MUG-4', '--store', 'web');
    expect(one.out).toContain('$32.00 instead of $36.00 · unit cost $5.40');
    expect(one.out).toMatch(/The same product elsewhere +MUG-4 · this one by SKU\n.*\n.*\n +us +MUG-4 +MUG-4 +sku /);
  });

  it('finds a listing by its id and by its ASIN', async () => {
    const shop = await tinyShop();
    expect((await show(shop, 'mug-set/Sand')).out).toContain('mug-set/Sand · web');
    expect((await show(shop, 'B0KETTLE17')).out).toContain('KETTLE-17 · us');
  });

  it('names the nearest SKUs for one that does not exist', async () => {
    const { exitCode, out, err } = await show(await tinyShop(), 'KETTEL-17');
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toBe(
      'eco: There is no listing with the SKU, id or ASIN "KETTEL-17". Nearest: KETTLE-17, LID-1, TRAY-M. "eco products list" shows all.\n',
    );
  });

  it('prints what its transcript says', async () => {
    await expectTranscript(await tinyShop(), 'products', [
      ['products', 'list', '--as-of', MORNING],
      [
        'products',
        'list',
        '--as-of',
        MORNING,
        '--where',
        'units_30d>0',
        '--sort',
        '-units_30d',
        '--columns',
        'sku,units_30d',
        '--format',
        'csv',
      ],
      ['products', 'show', 'KETTLE-17', '--as-of', MORNING],
      ['products', 'show', 'MUG-4', '--as-of', MORNING],
      ['products', 'show', 'KETTEL-17', '--as-of', MORNING],
    ]);
  });

  it('has published the shape of its JSON', async () => {
    expectPublishedSchema({ id: 'products.list/1', columns: LIST_COLUMNS });
    expectPublishedSchema({ id: 'products.show/1', columns: SHOW_COLUMNS });
    const shop = await tinyShop();
    expectValidJson((await run(shop, 'products', 'list', '--as-of', MORNING, '--format', 'json')).out);
    expectValidJson((await show(shop, 'MUG-4', '--format', 'json')).out);
  });
});
