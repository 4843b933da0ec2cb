import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEST_COLUMNS } from '../../../src/titles/edit/fileTests.js';
import { STEP_COLUMNS } from '../../../src/titles/edit/stepsTable.js';
import { expectPublishedSchema } from '../../cli/schema.js';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { LONG_TITLE, MORNING, tinyShop } from '../../products/tinyShop.js';

const edit = (shop: TestContext, ...argv: string[]) => run(shop, 'titles', 'edit', '--as-of', MORNING, ...argv);

interface PlanFile {
  readonly changes: readonly {
    readonly sku: string | null;
    readonly entity: string;
    readonly entity_id: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly notes: readonly string[];
  readonly created_from: { readonly imports: readonly string[]; readonly params: object };
}

async function plan(shop: TestContext, ...argv: string[]): Promise<PlanFile> {
  const { exitCode, out, err } = await edit(shop, '--format', 'json', ...argv);
  expect(exitCode, err).toBe(0);
  return JSON.parse(out) as PlanFile;
}

const titles = ({ changes }: PlanFile) => changes.map(({ sku, entity_id, after }) => [sku ?? entity_id, after]);

describe('titles edit', () => {
  it('proposes a plan that says which rules did what', async () => {
    const made = await plan(await tinyShop(), '--only', 'length > 75', '--shorten', 'limit', '--append', ' Tray');
    expect(made).toMatchObject({ schema: 'eco.plan/1', kind: 'titles', title: '1 title of us' });
    expect(made.changes).toMatchObject([
      {
        platform: 'amazon',
        store: 'us',
        entity: 'listing',
        entity_id: 'TRAY-M',
        sku: 'TRAY-M',
        field: 'title',
        before: LONG_TITLE,
        after: 'Bamboo Serving Tray, Medium, with Handles, for Breakfast in Bed',
        reason: 'shorten: dropped "Coffee Table", "Tea and Drinks"',
        reason_code: 'edit.shorten',
        reason_values: { rules: 'shorten', length_before: LONG_TITLE.length, length_after: 63, limit: 75 },
        inverse: 'exact',
      },
    ]);
    expect(made.created_from.imports.length).toBeGreaterThan(0);
    expect(made.created_from.params).toMatchObject({ rules: null, field: 'title', only: ['length > 75'], shorten: 'limit' });
    expect(made.notes).toEqual(['1 text chosen: 1 to change, 0 with nothing to do.']);
  });

  it('chooses by sales, stock and what is written', async () => {
    const shop = await tinyShop();
    const chosen = async (...argv: string[]) => titles(await plan(shop, '--append', '+', '--allow', 'all', ...argv)).map(([name]) => name);
    expect(await chosen('--store', 'us', '--only', 'units_30d >= 12')).toEqual(['MUG-4']);
    expect(await chosen('--store', 'us', '--only', 'sales_30d = 275')).toEqual(['KETTLE-17']);
    expect(await chosen('--store', 'us', '--only', 'available <= 5')).toEqual(['LID-1']);
    expect(await chosen('--only', 'platform = shopify')).toEqual(['mug-set']);
    // No orders of the web shop are imported: its sales are unknown, not zero.
    expect(await chosen('--only', 'units_30d < 5')).toEqual(['LID-1', 'TRAY-M']);
    expect(await chosen('--only', 'title ~ mugs', '--only', 'store = us')).toEqual(['MUG-4']);
    expect(await chosen('--sku', 'lid-1')).toEqual(['LID-1']);
  });

  it('acts by options in their fixed order', async () => {
    const made = await plan(
      await tinyShop(),
      '--sku',
      'KETTLE-17',
      '--case',
      'upper',
      '--prepend',
      'new',
      '--find',
      'electric',
      '--replace',
      'fast',
      '--ignore-case',
      '--remove-word',
      'L',
      '--allow',
      'all',
    ); // prettier-ignore
    expect(titles(made)).toEqual([['KETTLE-17', 'NEW ACME FAST KETTLE, 1.7']]);
    expect(made.changes[0]).toMatchObject({
      reason_code: 'edit.rules',
      reason: 'replace: "electric" → "fast"; remove: removed "L"; prepend: put "new" before; case: capitals',
    });
  });

  it('leaves out what would break a rule, and makes it when that is allowed', async () => {
    const shop = await tinyShop();
    const refused = await plan(shop, '--store', 'us', '--only', 'sku = LID-1', '--append', ' best price!');
    expect(refused.changes).toEqual([]);
    expect(refused.notes).toContain(
      '1 change left out, which would newly break amazon/title-banned-characters (LID-1). To make them all the same: --allow amazon/title-banned-characters',
    );
    const allowed = await plan(shop, '--store', 'us', '--only', 'sku = LID-1', '--append', ' best price!', '--allow', 'amazon');
    expect(titles(allowed)).toEqual([['LID-1', 'Lid best price!']]);
    writeFileSync(
      join(shop.dir, 'eco.config.yaml'),
      'titles:\n  stores:\n    us: { disable: [amazon/title-banned-characters, promotional-phrase] }\n',
    );
    const configured = await plan(shop, '--store', 'us', '--only', 'sku = LID-1', '--append', ' best price!');
    expect(titles(configured)).toEqual([['LID-1', 'Lid best price!']]);
    expect((await edit(shop, '--case', 'title', '--allow', 'amazon/colour')).err).toMatch(
      /^eco: --allow amazon\/colour: no such rule. Known: all, amazon\//,
    );
  });

  it('keeps a plan with --save, and says what it could not change', async () => {
    const shop = await tinyShop();
    writeFileSync(join(shop.dir, 'brand.yaml'), 'name: brand first\nrules:\n  - prepend: "{brand}"\n');
    const { exitCode, out } = await edit(shop, 'brand.yaml', '--save');
    expect(exitCode).toBe(0);
    expect(out).toContain('t-0001 · 1 title of web');
    expect(out).toContain('+ ACME Stoneware Mugs');
    expect(out).toContain('3 texts not changed: no brand known (LID-1, MUG-4, TRAY-M).');
    const shown = await run(shop, 'plan', 'show', 't-0001');
    expect(shown.out).toContain('ACME Stoneware Mugs');
  });

  it('shows the steps of each title', async () => {
    const shop = await tinyShop();
    const { out } = await edit(shop, '--sku', 'TRAY-M', '--remove-word', 'Medium', '--shorten', '40', '--explain', '--format', 'json');
    const { schema, rows } = JSON.parse(out) as { schema: string; rows: Record<string, unknown>[] };
    expect(schema).toBe('eco.titles.edit-steps/1');
    expect(rows.map(({ step, rule, text, outcome }) => [step, rule, text, outcome])).toEqual([
      [0, null, LONG_TITLE, null],
      [1, 'remove', LONG_TITLE.replace(' Medium,', ''), null],
      [2, 'shorten', 'Bamboo Serving Tray, with Handles', 'changed'],
    ]);
    expect((await edit(shop, '--case', 'title', '--explain', '--save')).err).toBe(
      'eco: --explain only shows what the rules would do; leave it out to keep the plan with --save\n',
    );
  });

  it('runs the tests of a rule file', async () => {
    const shop = testContext();
    const file = (tests: string) => writeFileSync(join(shop.dir, 'r.yaml'), `rules:\n  - case: title\ntests:\n${tests}`);
    file('  - { listing: { title: red mug }, out: Red Mug }\n  - { listing: { title: Red }, unchanged: true }\n');
    const passed = await run(shop, 'titles', 'edit', 'r.yaml', '--test');
    expect(passed).toMatchObject({ exitCode: 0, err: 'note: 2 tests of r.yaml: 2 passed, 0 failed.\n' });
    file(
      '  - { listing: { title: red mug }, out: red Mug }\n  - { listing: { title: mug }, unchanged: true }\n  - { listing: { platform: amazon, title: mug }, violation: amazon/title-length }\n',
    );
    const failed = await run(shop, 'titles', 'edit', 'r.yaml', '--test', '--format', 'csv');
    expect(failed.exitCode).toBe(1);
    expect(failed.out).toBe(
      'line,result,before,expected,found,steps\n4,failed,red mug,red Mug,Red Mug,case: Red Mug\n5,failed,mug,unchanged,Mug,case: Mug\n6,failed,mug,left out because of amazon/title-length,Mug,case: Mug\n',
    );
    const warned = await edit(await tinyShop(), join(shop.dir, 'r.yaml'));
    expect(warned.err).toContain('3 of 3 tests of r.yaml fail');
  });

  it.each([
    [
      ['titles', 'edit'],
      2,
      'Nothing to do: give a rule file (docs/TITLE-RULES.md), or options such as --find A --replace B, --case title, --shorten limit',
    ],
    [
      ['titles', 'edit', 'none.yaml'],
      1,
      'There is no file none.yaml. Expected: a rule file (YAML): docs/TITLE-RULES.md; check its name and folder',
    ],
    [['titles', 'edit', '.'], 1, '. is a folder. Expected: a rule file (YAML): docs/TITLE-RULES.md; name a file in it'],
    [['titles', 'edit', '--find', 'a'], 2, '--find needs --replace: what comes in its place; --replace "" takes it out'],
    [['titles', 'edit', '--replace', 'a'], 2, '--replace needs --find: what is to be replaced'],
    [['titles', 'edit', '--regex', '--case', 'title'], 2, '--regex says how --find looks: it needs --find and --replace'],
    [
      ['titles', 'edit', '--find', '(a', '--replace', 'b', '--regex'],
      2,
      '--find: the pattern "(a" cannot be used: missing closing ): `(a`',
    ],
    [['titles', 'edit', '--case', 'camel'], 2, '--case: one of title, sentence, upper, lower, first expected, found "camel"'],
    [
      ['titles', 'edit', '--shorten', 'short'],
      2,
      `--shorten: a whole number above 0 or "limit" (the platform's own) expected, found "short"`,
    ],
    [
      ['titles', 'edit', '--case', 'title', '--only', 'length >'],
      2,
      '--only "length >": column 9: a value expected after ">", found the end',
    ],
    [
      ['titles', 'edit', '--case', 'title', '--field', 'titel'],
      2,
      '--field: there is no text field "titel". Did you mean title? Text fields: title, subtitle, short_title, shopping_title, item_highlights, search_terms, tags, seo_title',
    ],
    [['titles', 'edit', '--test', '--case', 'title'], 2, '--test runs the tests of a rule file: eco titles edit RULES.yaml --test'],
    [
      ['titles', 'edit', '--case', 'title', '--sku', 'NOPE'],
      1,
      '--sku NOPE: no listing of the chosen stores has this SKU or id. "eco products list" shows all.',
    ],
  ])('%j says what is wrong', async (argv, exitCode, message) => {
    const result = await run(argv.includes('NOPE') ? await tinyShop() : testContext(), ...argv);
    expect(result).toMatchObject({ exitCode, out: '', err: `eco: ${message}\n` });
  });
});

describe('the published schemas', () => {
  it('are those of the tables', () => {
    expectPublishedSchema({ id: 'titles.edit-steps/1', columns: STEP_COLUMNS });
    expectPublishedSchema({ id: 'titles.edit-tests/1', columns: TEST_COLUMNS });
  });
});

const REAL = resolve('../shared/exports/shopify/products_export_2026-07_3.8MB.csv');
if (!existsSync(REAL)) process.stderr.write(`titles/edit/command.test.ts skips the real catalogue: there is no ${REAL}\n`);

describe.skipIf(!existsSync(REAL))('a real catalogue', () => {
  it('changes hundreds of titles, each of one product, without a new duplicate', async () => {
    const shop = testContext();
    await run(shop, 'import', REAL);
    const made = await plan(shop, '--remove-word', 'vintage home decor', '--case', 'title', '--shorten', '70');
    expect(made.changes.length).toBeGreaterThan(500);
    const handles = new Set(
      readFileSync(REAL, 'utf8')
        .split('\n')
        .map((line) => line.split(',')[0]),
    );
    for (const { entity, entity_id, before, after } of made.changes) {
      expect(entity).toBe('product');
      expect(handles).toContain(entity_id);
      expect(after).not.toBe(before);
      expect(after.length).toBeLessThanOrEqual(70);
      expect(after).not.toMatch(/,\s*,|\s,|[,–-]$|vintage home decor/i);
    }
    const afters = made.changes.map(({ after }) => after.toLowerCase());
    expect(new Set(afters).size).toBeGreaterThan(afters.length * 0.9);
  });
});
