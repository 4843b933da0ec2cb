/** What somebody writes into a plan file and no platform takes: refused by line, in both forms, in a new plan as in a kept one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext } from '../../cli/testContext.js';
import { importFiles, LONG_TITLE, tinyShop } from '../../products/tinyShop.js';
import { ok, valueIn, write } from './planShop.js';

const LONG = 'Kettle '.repeat(42).trim();
const REFUSED =
  'found 293 characters, 218 over the limit of 75 since 2026-07-27. Amazon shortens longer titles itself. Write at most 75 (amazon/title-length)';

async function refused(shop: TestContext, name: string, text: string): Promise<string> {
  write(shop, name, text);
  const { exitCode, err } = await run(shop, 'plan', 'review', name, '--yes');
  expect(exitCode, err).toBe(1);
  return err;
}

/** A plan file as `titles edit` writes it. */
async function proposed(shop: TestContext, name: string, ...argv: string[]): Promise<string> {
  await ok(shop, 'titles', 'edit', '--sku', 'KETTLE-17', '--append', ' Steel', ...argv, '--output', name);
  return readFileSync(join(shop.dir, name), 'utf8');
}

describe('an edit by hand', () => {
  it('that makes no sense is refused by line, and nothing is kept', async () => {
    const shop = await tinyShop();
    const rows = [
      `us,KETTLE-17,title,${LONG}`,
      'us,MUG-4,price,0',
      'us,LID-1,compare_at_price,0.00',
      'us,MUG-4,title,#NAME?',
      'us,LID-1,title,1.23457E+12',
      `us,TRAY-M,title,"${LONG_TITLE} and More"`,
      'us,KETTLE-17,item_highlights,Caf\ufffd',
    ];
    expect(await refused(shop, 'hand.csv', `store,sku,field,after\n${rows.join('\n')}\n`)).toBe(
      `eco: hand.csv has 7 mistakes, so nothing was taken from it:
  line 2, after: ${REFUSED}
  line 3, after: found "0", expected an amount above 0: a price of 0 gives the goods away (to stop selling, set the quantity to 0)
  line 4, after: found "0.00", expected an amount above 0; to have no compare_at_price, leave the cell empty (null in JSON)
  line 5, after: found "#NAME?", which a spreadsheet puts in place of a value: write the title itself
  line 6, after: found "1.23457E+12", which a spreadsheet puts in place of a value: write the title itself
  line 7, after: found ${LONG_TITLE.length + 9} characters, ${LONG_TITLE.length + 9 - 75} over the limit of 75 since 2026-07-27. Amazon shortens longer titles itself. Write at most 75 (amazon/title-length)
  line 8, after: found "Caf\ufffd", where "\ufffd" stands for a letter that was lost: type it again, and save the file as UTF-8
`,
    );
    expect(valueIn(shop, 'SELECT count(*) FROM plans')).toBe(0);
  });

  it('may leave a text too long that was longer, and one that the shop says may be', async () => {
    const shop = await tinyShop();
    expect(LONG_TITLE.length).toBeGreaterThan(80);
    write(shop, 'shorter.csv', `sku,field,after\nTRAY-M,title,"${LONG_TITLE.slice(0, 80).trim()}"\n`);
    await ok(shop, 'plan', 'review', 'shorter.csv', '--no-input');
    write(shop, 'eco.config.yaml', 'titles:\n  severity: { amazon/title-length: warning }\n');
    write(shop, 'long.csv', `sku,field,after\nKETTLE-17,title,${LONG}\n`);
    expect((await ok(shop, 'plan', 'review', 'long.csv', '--no-input')).err).toContain('KETTLE-17 title: 293 characters, 218 over');
  });

  it('of a proposal is refused in JSON and CSV, kept or not', async () => {
    const shop = await tinyShop();
    const json = await proposed(shop, 'p.json');
    const line = json.split('\n').findIndex((text) => text.includes('"after"')) + 1;
    const edited = json.replace(/("after": ").*"/, `$1${LONG}"`);
    expect(await refused(shop, 'p.json', edited)).toBe(`eco: p.json, line ${line}, after: ${REFUSED}. Nothing was taken from the file.\n`);
    expect(await refused(shop, 'p.json', json.replace(/("after": ").*"/, '$1Kettle\\u0007"'))).toBe(
      `eco: p.json, line ${line}, after: found a control character (U+0007) after "Kettle": a title is one line of text. Nothing was taken from the file.\n`,
    );
    write(shop, 'p.json', json);
    await ok(shop, 'plan', 'review', 'p.json', '--no-input');
    await ok(shop, 'plan', 'show', 't-1', '--output', 'k.csv');
    const kept = readFileSync(join(shop.dir, 'k.csv'), 'utf8');
    const after = valueIn(shop, 'SELECT after FROM v_plan_changes') as string;
    expect(await refused(shop, 'k.csv', kept.replace(after, LONG))).toBe(
      `eco: k.csv, line 2, after: ${REFUSED}. Nothing was taken from the file.\n`,
    );
    expect(valueIn(shop, 'SELECT after FROM v_plan_changes')).toBe(after);
  });

  it('may break what the plan was made to break, and is shown with its own length', async () => {
    const shop = await tinyShop();
    write(shop, 'rules.yaml', 'settings: { allow: [length] }\nrules:\n  - append: Steel\n');
    await ok(shop, 'titles', 'edit', 'rules.yaml', '--sku', 'KETTLE-17', '--allow', 'repeated-word', '--output', 'p.json');
    const json = readFileSync(join(shop.dir, 'p.json'), 'utf8');
    expect((JSON.parse(json) as { created_from: { params: object } }).created_from.params).toMatchObject({
      allow: ['length', 'repeated-word'],
    });
    write(shop, 'p.json', json.replace(/("after": ").*"/, `$1${LONG}"`));
    expect((await ok(shop, 'plan', 'show', 'p.json')).out).toContain(`→ 293 of 75`);
  });

  it('that leaves two values under one key of JSON is refused', async () => {
    const shop = await tinyShop();
    const json = await proposed(shop, 'p.json');
    const twice = json.replace(/^( *"after": ").*$/m, (line, start) => `${line}\n${start}Tin Kettle",`);
    const line = twice.split('\n').findIndex((text) => text.includes('Tin Kettle')) + 1;
    expect(await refused(shop, 'p.json', twice)).toContain(`p.json, line ${line}, column 7: Map keys must be unique`);
  });

  it('of a plan that takes another back may restore what stood there, however long, and nothing else', async () => {
    const shop = await tinyShop();
    write(shop, 'short.csv', 'sku,field,after\nTRAY-M,title,Bamboo Tray\n');
    await ok(shop, 'plan', 'review', 'short.csv', '--yes');
    await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
    const text =
      'item-name\tlisting-id\tseller-sku\tprice\tquantity\tasin1\tstatus\nBamboo Tray\tL-TRAY-M\tTRAY-M\t22.90\t\tB0TRAYM000\tActive\n';
    await importFiles(shop, [{ name: 'all-listings-later.txt', at: '2026-11-22T05:00:00Z', text }]);
    await ok(shop, 'plan', 'undo', 'e-1', '--output', 'back.json');
    const back = readFileSync(join(shop.dir, 'back.json'), 'utf8');
    expect(back).toContain(`"after": "${LONG_TITLE}"`);
    expect(await refused(shop, 'other.json', back.replace(/("after": ").*"/, `$1${LONG}"`))).toContain(`after: ${REFUSED}`);
    await ok(shop, 'plan', 'review', 'back.json', '--yes');
    expect(valueIn(shop, "SELECT after FROM v_plan_changes WHERE plan_id = 'u-0001'")).toBe(LONG_TITLE);
  });
});
