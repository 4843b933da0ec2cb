/**
 * Who may import whom, where each third-party package lives, and what pure files do without: docs/ARCHITECTURE.md as a test.
 * An exception is named here with its reason, or it is none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const DEPARTMENTS = ['products', 'inventory', 'titles', 'bids', 'report', 'calendar'];

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  /** Below src/, with slashes. */
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

const files: readonly SourceFile[] = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(SRC, path), 'utf8'));
    return { path, code, imports: importsOf(code) };
  });

/** Block comments and comment lines; what stands behind code stays, which no rule here stumbles over. */
function withoutComments(source: string): string {
  return source.replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '').replace(/^\s*\/\/.*$/gm, '');
}

function importsOf(code: string): Import[] {
  const fixed = [...code.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm)].map((match) => ({
    specifier: match[2] as string,
    typeOnly: match[1] !== undefined,
  }));
  const lazy = [...code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map((match) => ({ specifier: match[1] as string, typeOnly: false }));
  return [...fixed, ...lazy];
}

/** The part of the house a file lives in: a top folder, or `top` for the files beside them. */
function areaOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] as string) : 'top';
}

/** What a department's file is: its surface (commands, what a verb runs, the morning list), its questions to facts, or pure. */
function roleOf(path: string): 'command' | 'queries' | 'pure' {
  const name = path.split('/').at(-1) as string;
  if (/^(command|todo|run([A-Z]\w*)?)\.ts$/.test(name)) return 'command';
  return /(^q|Q)ueries\.ts$/.test(name) ? 'queries' : 'pure';
}

/** Top files that a department's surface may use: the session it gets, the type of its own shape, and files that users name. */
const SURFACE = ['session.ts', 'commands.ts', 'context.ts', 'namedFile.ts'];

/** Whether `from` may import the file `to`. */
function mayImport(from: string, to: string): boolean {
  const area = areaOf(from);
  const target = areaOf(to);
  if (area === target && area !== 'top' && !DEPARTMENTS.includes(area)) return true;
  switch (area) {
    case 'core':
      return false;
    case 'files':
    case 'platforms':
    case 'measures':
    case 'output':
    case 'db':
      return target === 'core';
    case 'facts':
      return ['core', 'db'].includes(target);
    case 'importing':
    case 'plans':
      // What a person writes into a plan is judged by the same rules as the titles of the audit.
      if (area === 'plans' && to.startsWith('measures/listingRules/')) return true;
      // Which reports there are depends on the profiles that the database keeps.
      if (area === 'plans' && to === 'importing/formats.ts') return true;
      return ['core', 'files', 'platforms', 'db', 'facts'].includes(target);
    case 'shop':
      return to !== 'main.ts';
    case 'top':
      return topMayImport(from, to);
    default:
      return departmentMayImport(from, to);
  }
}

function topMayImport(from: string, to: string): boolean {
  const allowed: Readonly<Record<string, readonly RegExp[]>> = {
    'start.ts': [/^(main|calledVerb)\.ts$/],
    'main.ts': [/^(calledVerb|program|commands|help|context|version)\.ts$/, /^core\//],
    'program.ts': [/^(commands|context|session)\.ts$/, /^core\//, /^shop\/welcome\/welcome\.ts$/],
    'commands.ts': [/^session\.ts$/, /\/command\.ts$/],
    'session.ts': [/^(config|context|databaseFile|printing)\.ts$/, /^(core|db|facts|importing|output)\//],
    'databaseFile.ts': [/^context\.ts$/, /^(core|db|facts|importing)\//],
    'printing.ts': [/^context\.ts$/, /^(core|output)\//],
    'config.ts': [/^core\//],
    'namedFile.ts': [/^core\//],
    'context.ts': [/^core\//],
    'help.ts': [],
    'version.ts': [],
  };
  return (allowed[from] ?? []).some((pattern) => pattern.test(to));
}

function departmentMayImport(from: string, to: string): boolean {
  const own = areaOf(to) === areaOf(from);
  const target = areaOf(to);
  switch (roleOf(from)) {
    case 'command':
      if (areaOf(from) === 'report' && /\/todo\.ts$/.test(to)) return true;
      // What closes a gap is a report of a platform, which only the list of reports knows.
      if (from === 'report/coverage/run.ts' && target === 'platforms') return true;
      return own || ['core', 'measures', 'facts', 'plans', 'output', 'files'].includes(target) || SURFACE.includes(to);
    case 'queries':
      return (own && roleOf(to) !== 'command') || ['core', 'facts', 'db'].includes(target);
    case 'pure':
      return (own && roleOf(to) === 'pure') || ['core', 'measures'].includes(target);
  }
}

/** [file, what it imports, why]. */
const IMPORT_EXCEPTIONS: readonly (readonly [from: string, to: string, reason: string])[] = [
  ['plans/propose.ts', 'session.ts', 'the end that every plan-making verb has in common: it prints'],
  ['plans/export/catalogueRows.ts', 'importing/keptCells.ts', 'an upload is made of the cells that the last export is kept in'],
  [
    'products/identity/runImport.ts',
    'platforms/cells/index.ts',
    'SKUs and ids of a mapping are read as those of an export, or they would not meet',
  ],
  ...['platforms/cells/index.ts', 'platforms/dateOrder.ts'].map(
    (to) => ['products/costs/runImport.ts', to, 'SKUs, amounts and days of a cost file are read as those of an export'] as const,
  ),
  ['products/costs/runSet.ts', 'platforms/cells/index.ts', 'an amount is written on the command line as in a file'],
  ['calendar/todo.ts', 'platforms/marketplaces.ts', 'in which country a marketplace sells, so that its events are those of the store'],
  ['plans/propose.ts', 'output/index.ts', 'names the formats'],
  ['plans/propose.ts', 'output/select.ts', 'the changes of a plan are chosen like the rows of a table'],
];

function isExcepted(from: string, to: string): boolean {
  return IMPORT_EXCEPTIONS.some(([file, target]) => file === from && target === to);
}

/** Types vanish when the program is built: a pure file may say what shape it is given, a surface that it hands a database on. */
function typeAllowed(from: string, to: string): boolean {
  if (!DEPARTMENTS.includes(areaOf(from))) return false;
  return areaOf(to) === areaOf(from) || areaOf(to) === 'facts' || (roleOf(from) === 'command' && to === 'db/connection.ts');
}

describe('who may import whom', () => {
  it('is as the table says', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier, typeOnly }) => ({
          to: relative(SRC, resolve(SRC, dirname(file.path), specifier))
            .replaceAll('\\', '/')
            .replace(/\.js$/, '.ts'),
          typeOnly,
        }))
        .filter(({ to, typeOnly }) => !mayImport(file.path, to) && !(typeOnly && typeAllowed(file.path, to)) && !isExcepted(file.path, to))
        .map(({ to }) => `${file.path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no department that imports another', () => {
    const wrong = files.flatMap((file) => {
      const area = areaOf(file.path);
      if (!DEPARTMENTS.includes(area)) return [];
      const others = DEPARTMENTS.filter((department) => department !== area);
      return file.imports
        .filter(
          ({ specifier }) =>
            others.some((other) => specifier.startsWith(`../${other}/`)) && !(area === 'report' && specifier.endsWith('/todo.js')),
        )
        .map(({ specifier }) => `${file.path} → ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('loads command files lazily', () => {
    const commands = files.find((file) => file.path === 'commands.ts') as SourceFile;
    expect(commands.code).not.toMatch(/^import [^;]*command\.js'/m);
    expect(commands.imports.filter(({ specifier }) => specifier.endsWith('/command.js')).length).toBeGreaterThan(0);
  });
});

/** Part of the bundle: who installs eco does not install them. */
const BUNDLED = ['echarts'];

/** Each third-party package has one home. */
const HOMES: Readonly<Record<string, RegExp>> = {
  'better-sqlite3': /^db\//,
  'csv-parse': /^files\//,
  // The demo writes workbooks as a platform would; eco itself only reads them.
  '@e965/xlsx': /^(files\/|shop\/demo\/encode\.ts$)/,
  'iconv-lite': /^files\//,
  'cli-table3': /^output\//,
  chalk: /^output\//,
  'string-width': /^output\//,
  // options only names its types.
  echarts: /^output\/chart-(draw|options)\.ts$/,
  // commands.ts only names its types.
  commander: /^(program\.ts|commands\.ts|([a-z]+|shop\/[a-z]+)\/(command|run[A-Z]\w*)\.ts|shop\/completion\/tree\.ts)$/,
  inquirer: /^context\.ts$/,
  'date-fns': /^core\//,
  entities: /^core\/entities\.ts$/,
  '@date-fns/tz': /^core\/zone\.ts$/,
  'lunar-typescript': /^measures\/calendar\/rules\.ts$/,
  jstat: /^measures\/anomaly\/distributions\.ts$/,
  yaml: /^(config|core\/located)\.ts$/,
  re2js: /^measures\//,
  'snowball-stemmers': /^measures\/words\//,
  highs: /^titles\/run[A-Z]\w*\.ts$/,
  fflate: /^files\//,
  'cli-progress': /^shop\/import\/progress\.ts$/,
  nodemailer: /^shop\/nightly\/mail\.ts$/,
};

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('third-party packages', () => {
  const used = files.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .map(({ specifier }) => ({ path: file.path, name: packageOf(specifier), specifier })),
  );

  it('are used at home only', () => {
    expect(used.filter(({ path, name }) => !HOMES[name]?.test(path)).map(({ path, name }) => `${path} → ${name}`)).toEqual([]);
  });

  it('are those of package.json, all of them', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    expect([...new Set(used.map(({ name }) => name))].sort()).toEqual([...Object.keys(dependencies), ...BUNDLED].sort());
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(BUNDLED));
  });

  it('are loaded with the first text, question or file that needs them, where every command would pay', () => {
    const slow = ['string-width', 'inquirer', 'yaml'];
    const atOnce = files.flatMap(({ path, code }) =>
      [...code.matchAll(/^import\s+(?!type\s)[^'";]*'([^']+)'/gm)]
        .map((match) => packageOf(match[1] as string))
        .filter((name) => slow.includes(name))
        .map((name) => `${path} → ${name}`),
    );
    // Itself loaded with the first plan or rule file.
    expect(atOnce).toEqual(['core/located.ts → yaml']);
  });

  it('take date-fns by sub-path', () => {
    expect(used.filter(({ specifier }) => specifier === 'date-fns').map(({ path }) => path)).toEqual([]);
  });
});

const PURE_FOLDERS = ['core', 'files', 'platforms', 'measures', 'output'];

/** What of plans touches the database, or prints. */
const IMPURE_PLANS =
  /^plans\/(propose|todo|kept\/keep|file\/(filePlan|fileTargets)|standing\/(current|stale|evidence)|verified\/verify|export\/(?!sameTarget)\w+|\w+\/\w*[qQ]ueries)\.ts$/;

function isPure(path: string): boolean {
  const area = areaOf(path);
  if (area === 'plans') return !IMPURE_PLANS.test(path);
  return PURE_FOLDERS.includes(area) || (DEPARTMENTS.includes(area) && roleOf(path) === 'pure');
}

/** What pure files do without. */
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the file system', /'node:(fs|os|path|child_process|worker_threads|http|https|net|url)[/']/],
  ['the process', /\bprocess\.|'node:process'/],
  ['the console', /\bconsole\./],
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
  ['the zone of the machine', /\bDateTimeFormat\([^)]*\)\.resolvedOptions\b|\.toLocale(Date|Time)String\(/],
  ['chance', /\bMath\.random\b|\brandomBytes\b|\brandomUUID\b/],
  ['SQL', /\b(SELECT\s|INSERT INTO\s|DELETE FROM\s|CREATE (TABLE|VIEW|INDEX)\s|UPDATE \w+ SET\s)/],
  ['asynchrony', /\b(async|await)\b|\bnew Promise\b/],
];

/** [file, rule, why]. */
const IMPURE_EXCEPTIONS: readonly (readonly [path: string, what: string, reason: string])[] = [
  [
    'output/index.ts',
    'asynchrony',
    'loads the writer of the format that is asked for, so that csv does not pay for the terminal, and what measures rare texts',
  ],
  ['files/workbook.ts', 'asynchrony', 'loads the workbook library for the first workbook only'],
];

describe('pure files', () => {
  it.each(IMPURE)('do without %s', (what, pattern) => {
    const wrong = files
      .filter((file) => isPure(file.path) && pattern.test(file.code))
      .map((file) => file.path)
      .filter((path) => !IMPURE_EXCEPTIONS.some(([file, rule]) => file === path && rule === what));
    expect(wrong).toEqual([]);
  });

  it('need each exception that is made for them', () => {
    const idle = IMPURE_EXCEPTIONS.filter(([path, what]) => {
      const pattern = IMPURE.find(([rule]) => rule === what)?.[1] as RegExp;
      return !pattern.test(files.find((file) => file.path === path)?.code ?? '');
    });
    expect(idle).toEqual([]);
  });
});

describe('every file', () => {
  it('has no default export', () => {
    expect(files.filter((file) => /^export default\b|\bas default\b/m.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  it('begins with what it is for', () => {
    const silent = files.filter(({ path }) => !/^(\/\/|\/\*\*|#!)/.test(readFileSync(join(SRC, path), 'utf8')));
    // A migration says it in its name and its comments in SQL.
    expect(silent.map((file) => file.path).filter((path) => !path.startsWith('db/migrations/'))).toEqual([]);
  });
});
