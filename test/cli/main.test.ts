/** What holds for every command: help, options, configuration, colour, output, exit codes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { main } from '../../src/main.js';
import { FIRST_ORDERS, writeFiles } from '../shop/sampleShop.js';
import { run, type TestContext, type TestOptions, testContext } from './testContext.js';

async function shop(options: TestOptions = {}): Promise<TestContext> {
  const context = testContext(options);
  writeFiles(context, { 'first.txt': FIRST_ORDERS });
  expect(await main(['import', 'first.txt'], context)).toBe(0);
  context.clear();
  return context;
}

describe('wrong usage', () => {
  it.each([
    [['improt'], "error: unknown command 'improt'\n(Did you mean import?)\n"],
    [['help', 'improt'], "error: unknown command 'improt'\n(Did you mean import?)\n"],
    [['improt', '--help'], "error: unknown command 'improt'\n(Did you mean import?)\n"],
    [['orders', 'lst'], "error: unknown command 'lst'\n(Did you mean list?)\n"],
    [['orders', 'list', '--sate', 'placed'], "error: unknown option '--sate'\n(Did you mean --state?)\n"],
    [['orders', 'list', '--frmat', 'csv'], "error: unknown option '--frmat'\n(Did you mean --format?)\n"],
    [['--formt', 'csv', 'orders', 'list'], "error: unknown option '--formt'\n(Did you mean --format?)\n"],
    [['orders', 'list', 'more'], "error: too many arguments for 'list'. Expected 0 arguments but got 1.\n"],
    [['files', 'show'], "error: missing required argument 'import'\n"],
    [
      ['orders', 'list', '--format', 'xml'],
      "error: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are table, csv, tsv, json, jsonl, md, html.\n",
    ],
  ])('%j ends with 2 and says what was meant', async (argv, err) => {
    expect(await run(testContext(), ...argv)).toEqual({ exitCode: 2, out: '', err: `${err}(eco COMMAND --help shows how)\n` });
  });

  it.each([
    [['--limit', 'ten'], 'eco: --limit ten: a whole number of 0 or more expected\n'],
    [['--limit', '-1'], 'eco: --limit -1: a whole number of 0 or more expected\n'],
    [['--known-at', 'yesterday'], 'eco: --known-at yesterday: a time such as 2026-11-20 or 2026-11-20T06:00:00Z expected\n'],
    [['--sort', 'unit'], /^eco: --sort: there is no column "unit"\. The nearest is "units"\. Columns: store, order_id, /],
    [['--columns', 'order'], /^eco: --columns: there is no column "order"\. The nearest is "order_id"\./],
    [['--where', 'units'], 'eco: --where "units": expected key, one of = != < <= > >= ~ and a value, as in \'units>=10\'.\n'],
  ])('%j ends with 2 and names the option', async (options, err) => {
    const result = await run(await shop(), 'orders', 'list', ...options);
    expect({ exitCode: result.exitCode, out: result.out }).toEqual({ exitCode: 2, out: '' });
    if (typeof err === 'string') expect(result.err).toBe(err);
    else expect(result.err).toMatch(err);
  });
});

describe('what a message repeats', () => {
  const EVIL = 'x\u001b]0;title\u0007\u001b[2K\rok\u009b31m\u202e.csv';
  const SHOWN = 'x␛]0;title␇␛[2K␍ok\ufffd31m.csv';

  it.each([
    ['a path', ['import', EVIL]],
    ['a database', ['products', 'list', '--db', EVIL]],
    ['a command', [EVIL]],
    ['an option', ['orders', 'list', `--${EVIL}`]],
    ['the value of an option', ['orders', 'list', '--format', EVIL]],
    ['a day', ['products', 'list', '--as-of', EVIL]],
    ['a store', ['products', 'list', '--store', EVIL]],
    ['a condition', ['orders', 'list', '--where', EVIL]],
    ['a report', ['import', 'first.txt', '--as', EVIL]],
    ['a file to write', ['orders', 'list', '--output', join(EVIL, 'no-such-folder', 'out.csv')]],
    ['a query', ['db', 'sql', `SELECT "${EVIL}" FROM v_orders`]],
  ])('cannot steer the terminal: %s', async (_, argv) => {
    const { exitCode, err } = await run(await shop(), ...argv);
    expect(exitCode).toBeGreaterThan(0);
    expect(err).toContain(SHOWN);
    expect(err).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  });

  it('cannot steer it from the configuration either', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), `store: ["\\e[2Kus"]\n"key\\e[2K": 1\n`);
    const { exitCode, err } = await run(context, 'products', 'list');
    expect(exitCode).toBe(1);
    expect(err).toContain('"key␛[2K"');
  });

  it('has colours only where standard error is a terminal', async () => {
    const context = await shop({ tty: true });
    const coloured = await run(context, 'products', 'list');
    expect(coloured.err).toContain('\u001b[2mnote: ');
    const redirected = { ...context, stderr: { ...context.stderr, isTTY: false } };
    const { err } = await run(redirected, 'products', 'list');
    expect(err).toMatch(/^note: /);
    expect(err).not.toContain('\u001b');
  });
});

describe('help', () => {
  it('prints the exit codes', async () => {
    const { exitCode, out } = await run(testContext(), 'help', 'exit-codes');
    expect(exitCode).toBe(0);
    expect(
      out
        .split('\n')
        .map((line) => /^ *(\d+) {2}/.exec(line)?.[1])
        .filter(Boolean),
    ).toEqual(['0', '1', '2', '3', '4', '130']);
  });

  it('is the same by help and by --help, on standard output', async () => {
    const byOption = await run(testContext(), 'orders', 'list', '--help');
    expect(byOption).toMatchObject({ exitCode: 0, err: '' });
    expect(byOption.out).toContain('Usage: eco orders list');
    expect(await run(testContext(), 'help', 'orders', 'list')).toEqual(byOption);
    expect(await run(testContext(), 'orders', 'list', '-h')).toEqual(byOption);
  });

  it('is what a bare group prints, with or without global options', async () => {
    const group = await run(testContext(), 'files', '--help');
    expect(group).toMatchObject({ exitCode: 0, err: '' });
    expect(group.out).toContain('what came in, the newest first');
    expect(await run(testContext(), 'files')).toEqual(group);
    expect(await run(testContext(), '--store', 'us', 'files', '--quiet')).toEqual(group);
  });

  it('lists all commands by --help', async () => {
    const { exitCode, out } = await run(testContext(), '--help');
    expect(exitCode).toBe(0);
    for (const name of ['products', 'inventory', 'titles', 'bids', 'report', 'calendar', 'import', 'db'])
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('prints the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await run(testContext(), '--version')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' });
    expect(await run(testContext(), '-V')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' });
  });
});

describe('global options', () => {
  it('may stand before, between and after', async () => {
    const context = await shop();
    const expected = await run(context, 'orders', 'list', '--format', 'csv', '--columns', 'order_id');
    expect(expected).toEqual({ exitCode: 0, out: 'order_id\nA-1\nA-2\nA-3\n', err: '' });
    expect(await run(context, '--format', 'csv', '--columns', 'order_id', 'orders', 'list')).toEqual(expected);
    expect(await run(context, 'orders', '-f', 'csv', 'list', '--columns=order_id')).toEqual(expected);
  });

  it('choose the database: option over environment over configuration', async () => {
    const context = await shop();
    writeFiles(context, { 'deep/eco.config.yaml': 'database: ./there.db\n' });
    const inside = testContext({ dir: join(context.dir, 'deep'), env: { ECO_DB: '' } });
    await run(inside, 'store', 'add', 'web', '--platform', 'shopify');
    const stores = async (from: TestContext, ...argv: string[]) =>
      (await run(from, 'store', 'list', '--columns', 'store', '--format', 'csv', ...argv)).out.trim().split('\n').slice(1);
    expect(readdirSync(join(context.dir, 'deep'))).toContain('there.db');
    expect(await stores(inside)).toEqual(['web']);
    const withEnvironment = testContext({ dir: inside.dir, env: { ECO_DB: join(context.dir, 'eco.db') } });
    expect(await stores(withEnvironment)).toEqual(['us']);
    expect(await stores(withEnvironment, '--db', 'there.db')).toEqual(['web']);
  });

  it('say how to begin where there is no database', async () => {
    const context = testContext();
    expect(await run(context, 'orders', 'list')).toEqual({
      exitCode: 1,
      out: '',
      err: `eco: There is no database at ${context.dir}/eco.db yet. Begin with: eco import FOLDER   (or look around first: eco demo)\n`,
    });
    expect(readdirSync(context.dir)).toEqual([]);
  });

  it('name stores that exist', async () => {
    const { exitCode, err } = await run(await shop(), 'orders', 'list', '--store', 'uk');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: 'eco: There is no store "uk". Known: us.\n' });
  });

  it('refuse a file that is no database', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'x.db'), 'sku,price\n'.repeat(500));
    const { exitCode, err } = await run(context, 'orders', 'list', '--db', 'x.db');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: `eco: ${context.dir}/x.db is not an eco database (it is no SQLite file). Name another with --db, or move it away.\n`,
    });
  });
});

describe('eco.config.yaml', () => {
  it.each([
    [
      'databse: shop.db',
      'there is no key "databse". Known keys: database, store, client, format, color, as_of, titles, nightly, mail, webhook, targets',
    ],
    ['format: xml', 'key "format": one of table, csv, tsv, json, jsonl, md, html expected, found "xml"'],
    ['color: green', 'key "color": one of auto, always, never expected, found "green"'],
    ['color: yes', 'key "color": one of auto, always, never expected, found "yes"'],
    ['store: [us, 7]', 'key "store": a name or a list of names expected, found ["us",7]'],
    ['as_of: 2026-11-31', 'key "as_of": a day such as 2026-11-29 expected, found "2026-11-31"'],
    ['client: ""', 'key "client": a text expected, found ""'],
    ['database: 12', 'key "database": a text expected, found 12'],
    ['- us', 'keys with values expected, such as "database: shop.db"'],
    ['store', 'keys with values expected, such as "database: shop.db"'],
  ])('%j is refused, with the key', async (text, message) => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), `${text}\n`);
    expect(await run(context, 'orders', 'list')).toEqual({
      exitCode: 1,
      out: '',
      err: `eco: ${context.dir}/eco.config.yaml: ${message}\n`,
    });
  });

  it('is shown whole by eco help config, as it may be written', async () => {
    const context = testContext();
    const { out } = await run(context, 'help', 'config');
    const file = join(context.dir, 'eco.config.yaml');
    writeFileSync(
      file,
      out
        .split('\n')
        .flatMap((line) => (line.startsWith('    ') ? [line.slice(4)] : ['']))
        .join('\n'),
    );
    const config = (await readConfig(file)) as Record<string, unknown>;
    writeFileSync(file, 'no_such_key: 1\n');
    const known = await readConfig(file).catch((error: Error) => error.message.replace(/^.*Known keys: /, '').split(', '));
    expect(Object.keys(config).sort()).toEqual([...(known as string[])].sort());
  });

  it('may name the morning that is taken for today', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'as_of: 2026-02-03\n');
    expect((await run(context, 'calendar', 'list', '--limit', '1', '--format', 'json')).out).toContain('"as_of": "2026-02-03"');
    const said = await run(context, 'calendar', 'list', '--limit', '1', '--format', 'json', '--as-of', '2026-03-04');
    expect(said.out).toContain('"as_of": "2026-03-04"');
  });

  it('says where YAML is broken', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'store: [us\n');
    const { exitCode, err } = await run(context, 'orders', 'list');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^eco: .*eco\.config\.yaml is no valid YAML: .*line/);
  });

  it('is found above the working directory, and options win over it', async () => {
    const context = await shop();
    writeFiles(context, { 'eco.config.yaml': '# of this shop\nformat: json\nstore: us\n' });
    mkdirSync(join(context.dir, 'a/b'), { recursive: true });
    const below = testContext({ dir: join(context.dir, 'a/b'), env: { ECO_DB: join(context.dir, 'eco.db') } });
    expect((await run(below, 'orders', 'list')).out).toMatch(/^\{/);
    expect((await run(below, 'orders', 'list', '--format', 'csv', '--columns', 'units', '--limit', '1')).out).toBe('units\n2\n');
  });

  it('may be empty', async () => {
    const context = await shop();
    writeFileSync(join(context.dir, 'eco.config.yaml'), '');
    expect((await run(context, 'orders', 'list')).exitCode).toBe(0);
  });
});

describe('colour', () => {
  const ESCAPE = '\u001b[';
  it.each([
    ['a terminal', { tty: true }, [], true],
    ['no terminal', {}, [], false],
    ['NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR', { tty: true, env: { NO_COLOR: '' } }, [], true],
    ['FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, [], true],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, [], false],
    ['NO_COLOR and FORCE_COLOR', { tty: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, [], false],
    ['a dumb terminal', { tty: true, env: { TERM: 'dumb' } }, [], false],
    ['--color always over NO_COLOR', { env: { NO_COLOR: '1' } }, ['--color', 'always'], true],
    ['--color never on a terminal', { tty: true, env: { FORCE_COLOR: '1' } }, ['--color', 'never'], false],
    ['--output', { tty: true }, ['--output', 'list.txt'], false],
    ['csv', { env: { FORCE_COLOR: '1' } }, ['--format', 'csv'], false],
  ] as const)('with %s', async (_, options, argv, colored) => {
    const context = await shop(options);
    const { exitCode, out } = await run(context, 'orders', 'list', ...argv);
    expect(exitCode).toBe(0);
    const text = argv[0] === '--output' ? readFileSync(join(context.dir, 'list.txt'), 'utf8') : out;
    expect(text.includes(ESCAPE)).toBe(colored);
  });
});

describe('the shape of the output', () => {
  it.each(['table', 'csv', 'tsv', 'json', 'jsonl', 'md', 'html'])(
    'of %s does not depend on whether there is a terminal',
    async (format) => {
      const context = await shop();
      const piped = await run(context, 'orders', 'list', '--format', format);
      const terminal = testContext({ dir: context.dir, tty: true, columns: 400 });
      const shown = await run(terminal, 'orders', 'list', '--format', format, '--color', 'never');
      expect(shown.out).toBe(piped.out);
      expect(piped.out).toContain('A-3');
    },
  );

  it('is cut by nothing but the width of a terminal', async () => {
    const context = await shop();
    // The first line is the title, which is prose.
    const widest = (text: string) =>
      Math.max(
        ...text
          .split('\n')
          .slice(1)
          .map((line) => line.length),
      );
    const narrow = await run(testContext({ dir: context.dir, tty: true, columns: 60 }), 'db', 'schema', 'v_traffic', '--color', 'never');
    expect(widest(narrow.out)).toBeLessThanOrEqual(60);
    const piped = await run(testContext({ dir: context.dir, columns: 60 }), 'db', 'schema', 'v_traffic');
    expect(piped.out).toContain('visits; the same visit counts for every item seen, so never add over items');
  });

  it('is the same every time', async () => {
    const context = await shop();
    const first = await run(context, 'orders', 'list', '--format', 'json');
    expect(await run(context, 'orders', 'list', '--format', 'json')).toEqual(first);
  });

  it('keeps notes off standard output, and silent with --quiet', async () => {
    const context = await shop();
    const loud = await run(context, 'store', 'list', '--format', 'csv');
    expect(loud.err).toMatch(/^note: assumed: us\./);
    expect(await run(context, 'store', 'list', '--format', 'csv', '--quiet')).toEqual({ ...loud, err: '' });
  });
});

describe('--output', () => {
  it('writes what would be printed, and leaves no other file', async () => {
    const context = await shop();
    const { out } = await run(context, 'orders', 'list', '--format', 'csv');
    const before = readdirSync(context.dir);
    expect(await run(context, 'orders', 'list', '--format', 'csv', '--output', 'list.csv')).toEqual({ exitCode: 0, out: '', err: '' });
    expect(readFileSync(join(context.dir, 'list.csv'), 'utf8')).toBe(out);
    expect(readdirSync(context.dir).sort()).toEqual([...before, 'list.csv'].sort());
  });

  it('leaves the file alone when the command fails', async () => {
    const context = await shop();
    writeFileSync(join(context.dir, 'list.csv'), 'precious');
    expect((await run(context, 'orders', 'list', '--sort', 'nonsense', '--output', 'list.csv')).exitCode).toBe(2);
    expect(readFileSync(join(context.dir, 'list.csv'), 'utf8')).toBe('precious');
  });

  it('says why it cannot write, and leaves nothing behind', async () => {
    const context = await shop();
    const { exitCode, err } = await run(context, 'orders', 'list', '--output', 'nowhere/list.csv');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: `eco: ${context.dir}/nowhere/list.csv cannot be written: ENOENT\n` });
    mkdirSync(join(context.dir, 'folder'));
    const before = readdirSync(context.dir);
    expect((await run(context, 'orders', 'list', '--output', 'folder')).exitCode).toBe(1);
    expect(readdirSync(context.dir)).toEqual(before);
  });

  it('begins with a byte order mark for Excel when asked', async () => {
    const context = await shop();
    await run(context, 'orders', 'list', '--format', 'csv', '--bom', '-o', 'list.csv');
    expect([...readFileSync(join(context.dir, 'list.csv')).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 's'.charCodeAt(0)]);
  });
});

describe('a defect', () => {
  it('is admitted, with details only for those who ask', async () => {
    const context = await shop();
    const broken = {
      ...context,
      now: () => {
        throw new Error('the clock is broken');
      },
    };
    context.clear();
    expect(await main(['db', 'backup'], broken)).toBe(1);
    expect(context.err()).toBe(
      'eco: this should not have happened: the clock is broken\nYour data is as it was. Run it again with --verbose for the details that a report of this defect needs.\n',
    );
    context.clear();
    expect(await main(['db', 'backup', '--verbose'], broken)).toBe(1);
    expect(context.err()).toMatch(/^eco: this should not have happened: the clock is broken\nError: the clock is broken\n {4}at /);
  });
});
