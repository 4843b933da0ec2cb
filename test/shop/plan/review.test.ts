/** Reviewing: on a terminal, by conditions, by files; what files may not say; how plans are shown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/db/connection.js';
import { keepPlan } from '../../../src/plans/kept/keep.js';
import { run, type TestContext } from '../../cli/testContext.js';
import { change, planOf } from '../../plans/samplePlan.js';
import { importFiles } from '../../products/tinyShop.js';
import { catalogue, later, NEW_TITLES, ok, type Product, planShop, statuses, valueIn, write } from './planShop.js';

async function kept(): Promise<TestContext> {
  const shop = await planShop();
  write(shop, 'titles.csv', NEW_TITLES);
  await ok(shop, 'plan', 'review', 'titles.csv', '--no-input');
  return shop;
}

describe('a review without a terminal', () => {
  it('never asks, and says which options to give', async () => {
    const shop = await kept();
    const { exitCode, out, err } = await run(shop, 'plan', 'review', 'e-1');
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toBe(`eco: A review asks, and here nobody can answer. Without a terminal:
  eco plan review e-1 --accept all      or a condition: --accept 'reason_code=shorten' --decline 'sku=KETTLE-17'
  eco plan show e-1 --output plan.csv   write accepted or declined into its column status, then: eco plan review plan.csv
`);
  });

  it('goes by conditions; declining wins', async () => {
    const shop = await kept();
    const { out } = await ok(shop, 'plan', 'review', 'e-1', '--accept', 'all', '--decline', 'sku=MUG', '--decline', 'after~oak');
    expect(out).toBe(`plan e-0001 · 6 edits of web, from titles.csv · 4 accepted, 2 declined

Next
  1  Upload file  eco plan export e-0001 --output FILE
`);
    expect(await statuses(shop, 'e-1')).toEqual({
      KETTLE: 'accepted',
      MUG: 'declined',
      TRAY: 'declined',
      LID: 'accepted',
      SPOON: 'accepted',
      CADDY: 'accepted',
    });
    await ok(shop, 'plan', 'review', 'e-1', '--decline', 'all', '--where', 'sku=LID');
    expect(await statuses(shop, 'e-1')).toMatchObject({ LID: 'declined', SPOON: 'accepted' });
    const wrong = await run(shop, 'plan', 'review', 'e-1', '--accept', 'skuu=MUG');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toContain('--accept: there is no column "skuu". The nearest is "sku"');
  });
});

describe('a review on a terminal', () => {
  it('asks about one change after the other and records every answer at once', async () => {
    const shop = await kept();
    const answers = ['accept', 'decline', 'edit', 'Tray, Walnut', 'later'];
    const { out, err } = await ok(later(shop, '2026-11-22T07:00:00Z', { tty: true, answers, columns: 120 }), 'plan', 'review', 'e-1');
    expect(err).toContain('1 of 6');
    expect(out).toContain('3 proposed, 2 accepted, 1 declined');
    expect(await statuses(shop, 'e-1')).toEqual({
      KETTLE: 'accepted',
      MUG: 'declined',
      TRAY: 'accepted',
      LID: 'proposed',
      SPOON: 'proposed',
      CADDY: 'proposed',
    });
    expect(valueIn(shop, "SELECT after FROM v_plan_changes WHERE sku = 'TRAY'")).toBe('Tray, Walnut');
    // The second review asks about the rest only; "all like this" ends it.
    await ok(later(shop, '2026-11-22T08:00:00Z', { tty: true, answers: ['like'] }), 'plan', 'review', 'e-1');
    expect(await statuses(shop, 'e-1')).toMatchObject({ MUG: 'declined', LID: 'accepted', SPOON: 'accepted', CADDY: 'accepted' });
  });

  it('asks again for a value that cannot be, and takes the old one for a no', async () => {
    const shop = await planShop();
    write(shop, 'prices.csv', 'sku,field,after\nMUG,price,11\nTRAY,price,20\n');
    await ok(shop, 'plan', 'review', 'prices.csv', '--no-input');
    const answers = ['edit', '11,50', '11.5', 'edit', '22.90'];
    const { err } = await ok(later(shop, '2026-11-22T07:00:00Z', { tty: true, answers }), 'plan', 'review', 'e-1');
    expect(err).toContain('found "11,50", expected an amount in USD such as 12.50');
    write(shop, 'titles.csv', 'sku,field,after\nSPOON,title,Big Spoon\n');
    await ok(shop, 'plan', 'review', 'titles.csv', '--no-input');
    const typed = later(shop, '2026-11-22T07:00:00Z', { tty: true, answers: ['edit', 'Spoon\u0007', 'y'.repeat(256)] });
    expect((await ok(typed, 'plan', 'review', 'e-2')).err).toMatch(
      /found a control character \(U\+0007\) after "Spoon": a title is one line of text\n.*SPOON title: 256 characters, 1 over the limit of 255/s,
    );
    expect(valueIn(shop, "SELECT status || ' ' || after FROM v_plan_changes WHERE sku = 'MUG'")).toBe('accepted 11.50');
    expect(await statuses(shop, 'e-1')).toMatchObject({ TRAY: 'declined' });
  });

  it('takes --yes for an answer', async () => {
    const shop = await kept();
    await ok(shop, 'plan', 'review', 'e-1', '--yes');
    expect(new Set(Object.values(await statuses(shop, 'e-1')))).toEqual(new Set(['accepted']));
  });
});

describe('a review by file', () => {
  async function shown(shop: TestContext, form: 'csv' | 'json'): Promise<string> {
    await ok(shop, 'plan', 'show', 'e-1', '--output', `p.${form}`);
    return readFileSync(join(shop.dir, `p.${form}`), 'utf8');
  }

  it('takes edits, decisions and deleted rows over', async () => {
    const shop = await kept();
    const lines = (await shown(shop, 'csv')).split('\n');
    const edited = lines
      .map((line) =>
        line.includes('KETTLE') ? line.replace(',Kettle,,', ',"Kettle, 1.7 L",,').replace('exact,proposed', 'exact,accepted') : line,
      )
      .map((line) => (line.includes('MUG') ? line.replace('exact,proposed', 'exact,declined') : line))
      .filter((line) => !line.includes('TRAY'));
    write(shop, 'p.csv', edited.join('\n'));
    const { err } = await ok(shop, 'plan', 'review', 'p.csv');
    expect(err).toBe('e-0001, by p.csv: 1 edited, 1 accepted, 2 declined\n');
    expect(await statuses(shop, 'e-1')).toEqual({
      KETTLE: 'accepted',
      MUG: 'declined',
      TRAY: 'declined',
      LID: 'proposed',
      SPOON: 'proposed',
      CADDY: 'proposed',
    });
    expect(valueIn(shop, "SELECT after FROM v_plan_changes WHERE sku = 'KETTLE'")).toBe('Kettle, 1.7 L');
  });

  it('does not take the rows that a part of a plan lacks for deleted ones', async () => {
    const shop = await kept();
    await ok(shop, 'plan', 'show', 'e-1', '--where', 'sku=MUG', '--output', 'part.csv');
    write(shop, 'part.csv', readFileSync(join(shop.dir, 'part.csv'), 'utf8').replace('exact,proposed', 'exact,accepted'));
    await ok(shop, 'plan', 'review', 'part.csv');
    expect(await statuses(shop, 'e-1')).toMatchObject({ MUG: 'accepted', KETTLE: 'proposed', TRAY: 'proposed' });
  });

  it('rejects by line what is no part of a review', async () => {
    const shop = await kept();
    const text = await shown(shop, 'csv');
    const wrong = async (...changes: (readonly [string, string])[]) => {
      write(
        shop,
        'p.csv',
        changes.reduce((all, [from, to]) => all.replace(from, to), text),
      );
      const { exitCode, err } = await run(shop, 'plan', 'review', 'p.csv');
      expect(exitCode).toBe(1);
      return err;
    };
    expect(await wrong(['Mug,"Mug, Blue"', 'Cup,"Mug, Blue"'])).toBe(
      'eco: p.csv, line 3, before: found "Cup", but the plan says "Mug"; only after and status can be edited. Nothing was taken from the file.\n',
    );
    expect(await wrong(['product,tray,TRAY', 'product,tea,TRAY'])).toBe(
      'eco: p.csv, line 4, entity_id: found "tea", but the plan says "tray"; only after and status can be edited. Nothing was taken from the file.\n',
    );
    expect(await wrong(['e-0001,c2', 'e-0001,c9'], ['"Lid, Steel"', ' '], ['exact,proposed', 'exact,applied'])).toBe(
      `eco: p.csv has 3 mistakes, so nothing was taken from it:
  line 2, status: found "applied", but it is proposed; accepted, declined or proposed can be written here
  line 3, change_id: e-0001 has no change "c9". The nearest is "c1"; a new change needs a plan of its own (no plan_id)
  line 5, after: found a blank title, expected a text
`,
    );
    expect(await wrong(['e-0001,c2', 'e-0001,c1'])).toContain('line 3, change_id: "c1" is also on line 2');
    expect(await wrong(['"Mug, Blue"', 'Mug'])).toContain(
      'line 3, after: found "Mug", which is what stood there before: to leave it so, delete the row',
    );
    expect(await wrong(['6 edits of web', '6 things of web'])).toBe(
      'eco: p.csv, line 2, plan: its title: found "6 things of web, from titles.csv", but e-0001 has "6 edits of web, from titles.csv"; only after and status can be edited. Nothing was taken from the file.\n',
    );
    write(shop, 'p.json', (await shown(shop, 'json')).replace('"kind": "edits"', '"kind": "titles"'));
    expect((await run(shop, 'plan', 'review', 'p.json')).err).toBe(
      'eco: p.json, line 4, kind: found "titles", but e-0001 has "edits"; only after and status can be edited. Nothing was taken from the file.\n',
    );
    expect(await wrong(['e-0001,c2', 'e-0001,'])).toContain(
      'line 3, change_id: the number of a change of e-0001, such as "c1", expected, found nothing; a new change needs',
    );
    write(shop, 'p.json', JSON.stringify({ ...JSON.parse(await shown(shop, 'json')), changes: [] }));
    expect((await run(shop, 'plan', 'review', 'p.json')).err).toBe(
      'eco: p.json, line 1: there is no change in it. To decline all: eco plan review e-0001 --decline all. Nothing was taken from the file.\n',
    );
    write(shop, 'p.json', `// by me\n${await shown(shop, 'json')}`);
    expect((await run(shop, 'plan', 'review', 'p.json')).err).toContain('eco: p.json, line 1, column 1: ');
    expect(await wrong(['"Mug, Blue"', '"Mug,\n Blue"'])).toBe(
      'eco: p.csv, line 3, after: found a line break after "Mug,": a title is one line of text. Nothing was taken from the file.\n',
    );
    expect(new Set(Object.values(await statuses(shop, 'e-1')))).toEqual(new Set(['proposed']));
  });

  it('takes a file of before its plan was put into a group', async () => {
    const shop = await kept();
    for (const form of ['csv', 'json'] as const) {
      await shown(shop, form);
      await ok(shop, 'plan', 'group', `promo-${form}`, 'e-1');
      write(shop, `p.${form}`, readFileSync(join(shop.dir, `p.${form}`), 'utf8').replace(/proposed(?=[",])/, 'accepted'));
      await ok(shop, 'plan', 'review', `p.${form}`);
    }
    expect(await statuses(shop, 'e-1')).toMatchObject({ KETTLE: 'accepted', MUG: 'accepted', TRAY: 'proposed' });
  });

  it('shows what an edit made of a change, and warns of the rules that it breaks', async () => {
    const shop = await kept();
    const long = 'x'.repeat(300);
    write(shop, 'p.csv', (await shown(shop, 'csv')).replace('"Mug, Blue"', long));
    const { err, out } = await ok(shop, 'plan', 'review', 'p.csv', '--limit', '2');
    expect(err).toBe(
      `e-0001, by p.csv: 1 edited\nMUG title: 300 characters, 45 over the limit of 255. No source for this limit is at hand: check it. (shopify/title-length)\n`,
    );
    expect(out).toContain('MUG   3 → 300 of 255');
    expect(out).toContain(
      '    edited by hand; proposed was "Mug, Blue" (written by hand)\n    300 characters, 45 over the limit of 255. No source for this limit is at hand: check it. (shopify/title-length)',
    );
    expect((await ok(shop, 'plan', 'show', 'e-1', '--where', 'sku=TRAY')).out).toContain(
      'TRAY   4 → 9 of 255\n  - Tray\n  + Tray, Oak\n    written by hand\n',
    );
  });

  it('minds the shop’s own settings of the rules', async () => {
    const shop = await kept();
    write(shop, 'eco.config.yaml', 'titles:\n  stores:\n    web:\n      disable: [shopify/title-length]\n');
    write(shop, 'p.csv', (await shown(shop, 'csv')).replace('"Mug, Blue"', 'x'.repeat(300)));
    expect((await ok(shop, 'plan', 'review', 'p.csv')).err).toBe('e-0001, by p.csv: 1 edited\n');
  });

  it('rejects an edit of what was uploaded', async () => {
    const shop = await kept();
    await ok(shop, 'plan', 'review', 'e-1', '--accept', 'all');
    await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
    write(shop, 'p.json', (await shown(shop, 'json')).replace('"after": "Kettle"', '"after": "Kettle!"'));
    expect((await run(shop, 'plan', 'review', 'p.json')).err).toBe(
      'eco: p.json, line 27, after: it is uploaded already and cannot be edited; make a new plan (no plan_id) for another value. Nothing was taken from the file.\n',
    );
  });
});

describe('a plan by hand', () => {
  it('takes what stands there from the database and leaves out what stands there already', async () => {
    const shop = await planShop();
    write(shop, 'hand.csv', 'entity_id;field;after\nmug;title;Mug\nkettle;title;Kettle\nmug;price;11.5\n');
    const { err } = await ok(shop, 'plan', 'review', 'hand.csv', '--no-input');
    expect(err).toBe('hand.csv: 1 left out, whose value stands there already (line 2)\nhand.csv is kept as e-0001 (2 changes)\n');
    const { out } = await ok(shop, 'plan', 'show', 'e-1', '--format', 'json');
    expect((JSON.parse(out) as { changes: unknown[] }).changes).toMatchObject([
      {
        entity: 'product',
        entity_id: 'kettle',
        sku: 'KETTLE',
        field: 'title',
        before: 'Kettle BEST PRICE',
        after: 'Kettle',
        inverse: 'exact',
      },
      { entity: 'listing', entity_id: 'mug', sku: 'MUG', before: '12.00', after: '11.50', currency: 'USD' },
    ]);
    // A second time it is a plan again: the same changes are proposed twice only if they are kept twice.
    expect((await ok(shop, 'plan', 'show', 'hand.csv')).out).toContain('plan, not kept · 2 edits of web, from hand.csv');
  });

  it('may begin words with capitals, and knows a slip from a decision', async () => {
    const shop = await planShop();
    write(shop, 'hand.csv', 'SKU,Field,After,Status\nMUG,Price,11,Accepted\nTRAY,Title,Oak Tray,DECLINED\nLID,Compare at price,4,\n');
    await ok(shop, 'plan', 'review', 'hand.csv', '--no-input');
    expect(await statuses(shop, 'e-1')).toEqual({ MUG: 'accepted', TRAY: 'declined', LID: 'proposed' });
    write(shop, 'slip.csv', 'sku,field,after,status\nMUG,price,11,acepted\nTRAY,title,"Oak\tTray",\n');
    expect(
      (await run(shop, 'plan', 'review', 'slip.csv', '--no-input')).err,
    ).toBe(`eco: slip.csv has 2 mistakes, so nothing was taken from it:
  line 2, status: found "acepted", expected accepted, declined or proposed. The nearest is "accepted"
  line 3, after: found a tab after "Oak": a title is one line of text
`);
  });

  it('tells a value that is empty from one that nobody knows', async () => {
    const shop = await planShop();
    const rows =
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price\nset,Set,Title,Default Title,SET,5.00,\n';
    await importFiles(shop, [{ name: 'set.csv', at: '2026-11-21T13:00:00Z', text: rows }]);
    write(shop, 'was.csv', 'sku,field,after\nSET,compare_at_price,15\nMUG,compare_at_price,15\n');
    const { out } = await ok(shop, 'plan', 'show', 'was.csv');
    expect(out).toContain('SET   compare_at_price\n  nothing → 15.00 USD');
    expect(out).toContain('MUG   compare_at_price\n  unknown → 15.00 USD');
  });

  it('has no currency beside a text but that of the store', async () => {
    const shop = await planShop();
    write(shop, 'hand.csv', 'sku,field,after,currency\nMUG,title,Cup,US\nMUG,price,11,EUR\nTRAY,title,Oak Tray,USD\n');
    expect(
      (await run(shop, 'plan', 'review', 'hand.csv', '--no-input')).err,
    ).toBe(`eco: hand.csv has 2 mistakes, so nothing was taken from it:
  line 2, currency: found "US", but web sells in USD, and a title is no amount: leave the cell empty
  line 3, currency: found "EUR", but web sells in USD
`);
    write(shop, 'hand.csv', 'sku,field,after,currency\nTRAY,title,Oak Tray,USD\n');
    await ok(shop, 'plan', 'review', 'hand.csv', '--no-input');
  });

  it('is rejected by line, and nothing is kept', async () => {
    const shop = await planShop();
    write(
      shop,
      'bad.csv',
      `store,sku,field,before,after
wbe,MUG,title,,Cup
web,MUGG,title,,Cup
web,MUG,titel,,Cup
web,MUG,price,,"11,50"
web,TRAY,price,,-1
web,LID,price,,1.234
web,SPOON,title,," "
web,CADDY,title,"Caddy
of two lines",Tin
web,CADDY,title,,Box
web,KETTLE,title,Kettle,Kettle
web,,title,,Cup
`,
    );
    const { exitCode, err } = await run(shop, 'plan', 'review', 'bad.csv', '--accept', 'all');
    expect(exitCode).toBe(1);
    expect(err).toBe(
      `eco: bad.csv has 11 mistakes, so nothing was taken from it:
  line 2, store: there is no store "wbe". The nearest is "web"
  line 3, sku: there is no listing SKU "MUGG" in store "web"
  line 4, field: there is no field "titel". The nearest is "title"
  line 5, after: found "11,50", expected an amount in USD such as 12.50: no currency sign, no thousands separator, a point before the cents
  line 6, after: found "-1": a price cannot be below 0
  line 7, after: found "1.234", expected an amount in USD such as 12.50: USD has 2 digits after the point
  line 8, after: found a blank title, expected a text
  line 11, field: the title of SKU "CADDY" is also changed on line 9: one of them must go
  line 12, after: found "Kettle", which is what stood there before: nothing would change
  line 13, sku: a SKU expected, found nothing
`.replace('has 11', 'has 10'),
    );
    expect(valueIn(shop, 'SELECT count(*) FROM plans')).toBe(0);
  });

  it('names a plan file that has lost what its changes take the place of, and figures that are none', async () => {
    const shop = await planShop();
    const plan =
      '{"kind":"titles","title":"1 title","group":null,"as_of":"2026-11-22","created_from":{"imports":[],"params":{}},"notes":[]}';
    const cell = `"${plan.replaceAll('"', '""')}"`;
    const review = async (text: string) => {
      write(shop, 'plan.csv', text);
      return (await run(shop, 'plan', 'review', 'plan.csv', '--accept', 'all')).err;
    };
    expect(await review(`store,sku,field,after,plan\nweb,KETTLE,title,Tea Kettle,${cell}\n`)).toBe(
      'eco: plan.csv, line 1: there is no "before", which says what a change takes the place of: write the plan again with it. Nothing was taken from the file.\n',
    );
    expect(
      await review(`store,sku,field,before,after,reason,reason_values,plan\nweb,KETTLE,title,Kettle,Tea Kettle,by me,[1,${cell}\n`),
    ).toBe(
      'eco: plan.csv, line 2, reason_values: found "[1", expected figures as eco wrote them, such as {"limit":75}, or an empty cell. Nothing was taken from the file.\n',
    );
    expect(valueIn(shop, 'SELECT count(*) FROM plans')).toBe(0);
  });

  it('says when a SKU or key is not enough', async () => {
    const shop = await planShop();
    const variants = `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price
set,Set,Color,Blue,SAME,5.00
set,,Color,Sand,SAME,6.00
set,,Color,Red,RED,7.00
`;
    await importFiles(shop, [{ name: 'set.csv', at: '2026-11-21T13:00:00Z', text: variants }]);
    await importFiles(
      shop,
      [
        {
          name: 'us.txt',
          at: '2026-11-21T13:00:00Z',
          text: 'seller-sku\titem-name\tprice\tquantity\tasin1\nMUG\tMug\t10.00\t5\tB000000001\n',
        },
      ],
      '--store',
      'us',
    );
    const wrong = async (rows: string) => {
      write(shop, 'bad.csv', `store,entity,entity_id,sku,field,after\n${rows}\n`);
      return (await run(shop, 'plan', 'show', 'bad.csv')).err
        .replace(' Nothing was taken from the file.\n', '')
        .replace('eco: bad.csv, line 2, ', '');
    };
    expect(await wrong('web,,,SAME,price,5.5')).toBe('sku: SKU "SAME" is 2 listings (set/Blue, set/Sand): give the entity_id of one.');
    expect(await wrong('web,,set,,price,5.5')).toBe(
      'entity_id: "set" is 3 listings (set/Blue, set/Sand, set/Red): give the entity_id of one.',
    );
    expect(await wrong(',,,MUG,title,Cup')).toBe('store: SKU "MUG" is in us and web: say which store is meant.');
    expect(await wrong('web,listing,set/Red,,title,Set of Red')).toBe(
      'entity: found "listing", but on shopify a title is of the product with all its variations: "product" expected.',
    );
    expect(await wrong('web,,set/Red,BLUE,price,5')).toBe('sku: "set/Red" has the SKU RED, found "BLUE".');
    // A title by the SKU of one variation is the product's, and so nobody's SKU.
    write(shop, 'good.csv', 'store,sku,field,after\nweb,RED,title,Set of Three\n');
    const { out } = await ok(shop, 'plan', 'show', 'good.csv', '--format', 'json');
    expect((JSON.parse(out) as { changes: unknown[] }).changes).toMatchObject([{ entity: 'product', entity_id: 'set', sku: null }]);
  });

  it('from another database is kept under its own id, with its decisions', async () => {
    const shop = await kept();
    await ok(shop, 'plan', 'review', 'e-1', '--accept', 'sku=MUG');
    await ok(shop, 'plan', 'show', 'e-1', '--output', 'p.json');
    const other = await planShop();
    write(other, 'p.json', readFileSync(join(shop.dir, 'p.json'), 'utf8'));
    const { err } = await ok(other, 'plan', 'review', 'p.json', '--no-input');
    expect(err).toBe('p.json is kept as e-0001 (6 changes)\n');
    expect(await statuses(other, 'e-1')).toMatchObject({ MUG: 'accepted', TRAY: 'proposed' });
  });
});

describe('a plan on the screen', () => {
  it('shows the first twenty of a thousand, what changed in each, and how many more there are', async () => {
    const products = Array.from({ length: 1000 }, (_, at): Product => [`p-${at}`, `Tea ${at}`, '5.00']);
    const shop = await planShop();
    await importFiles(shop, [{ name: 'many.csv', at: '2026-11-21T13:00:00Z', text: catalogue(products) }]);
    const changes = products.map(([handle, title], at) =>
      change(`c${at}`, {
        target: { platform: 'shopify', store: 'web', entity: 'product', id: handle },
        sku: handle.toUpperCase(),
        before: title,
        after: `Green ${title}`,
        reason: { code: 'test', text: 'says what it is', values: { length_before: 5, length_after: 11, limit: 75 } },
        expected: { code: 'clicks', text: 'about 3 clicks a week more' },
      }),
    );
    const db = openDatabase(join(shop.dir, 'eco.db'));
    keepPlan(
      db,
      planOf(changes, {
        title: '1,000 titles of web',
        notes: ['0 new violations', 'a note that is much too long to stand in the first line of a plan with the others'],
      }),
      1,
    );
    db.close();
    const { out } = await ok(shop, 'plan', 'show', 't-1');
    expect(out.split('\n').slice(0, 9).join('\n')).toBe(`plan t-0001 · 1,000 titles of web · 0 new violations

a note that is much too long to stand in the first line of a plan with the others

P-0   5 → 11 of 75
  - Tea 0
  + Green Tea 0
    says what it is
    expected: about 3 clicks a week more`);
    expect(out.match(/^P-\d+ /gm)).toHaveLength(20);
    expect(out).toContain('… 980 more');
    expect((await ok(shop, 'plan', 'show', 't-1', '--limit', '5')).out).toContain('… 995 more');
    expect((await ok(shop, 'plan', 'show', 't-1', '--verbose')).out.match(/^P-\d+ /gm)).toHaveLength(1000);
    expect((await ok(shop, 'plan', 'show', 't-1', '--where', 'sku=P-7', '--format', 'csv', '--columns', 'sku,after')).out).toBe(
      'sku,after\nP-7,Green Tea 7\n',
    );
    expect((await ok(shop, 'plan', 'show', 't-1', '--limit', '2', '--format', 'tsv', '--columns', 'change_id')).out).toBe(
      'change_id\nc0\nc1\n',
    );
  });

  it('names the nearest plan', async () => {
    const shop = await kept();
    expect((await run(shop, 'plan', 'show', 'e-7')).err).toBe(
      'eco: There is no plan "e-7". The nearest is e-0001; "eco plan list" shows all.\n',
    );
    expect((await run(shop, 'plan', 'show', 'nothing.csv')).err).toBe(
      'eco: There is no plan and no file "nothing.csv". "eco plan list" shows the plans; a plan file is made with --output plan.csv.\n',
    );
  });
});
