/**
 * The program in few files: each module that is loaded by itself costs a millisecond or more at every start. What every command
 * needs is one chunk, what `eco --version` needs another, what draws tables a third; the rest is split where the source loads it
 * lazily.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { minifySync } from 'rolldown/utils';

/** Packages that nearly every command needs, the reader of the configuration, and the one that draws, of which a tenth is needed. All others stay outside and are loaded when they are used. */
const INSIDE =
  /^(better-sqlite3|yaml|commander|chalk|date-fns|@date-fns\/tz|cli-table3|@colors\/colors|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point|get-east-asian-width|echarts|zrender|tslib|entities)($|\/)/;
const isOutside = (id: string) => /^[@a-z]/.test(id) && !id.startsWith('src/') && !INSIDE.test(id);

const AT_ONCE = /src\/(main|calledVerb|context|commands|help|version|core\/(errors|harmless))\.ts$/;
const EVERY_COMMAND = new RegExp(
  [
    String.raw`src\/(program|session|databaseFile|printing|config)\.ts$`,
    String.raw`src\/core\/(count|day|money|table|zone|zoneRules)\.ts$`,
    String.raw`src\/db\/(connection|migrate|prepared|remembered|sqlite|trouble|version)\.ts$`,
    String.raw`src\/facts\/(imports|salesQueries|stockQueries|stores)\.ts$`,
    String.raw`src\/measures\/(coverage|grouping|morning|stock|velocity)\.ts$`,
    String.raw`src\/output\/(amount|cell|clean|decimal|format|index|notes|paint|trend|width)\.ts$`,
  ].join('|'),
);
const TERMINAL = /src\/output\/(chart-(text|values)|fit|layout|narrow|prose|series-text|table|terminal-\w+)\.ts$/;
/** Questions to the facts, and what else many verbs have in common. */
const SHARED = new RegExp(
  [
    String.raw`src\/facts\/((?!fee|profit|transaction)\w+Queries|ownCosts|rates)\.ts$`,
    String.raw`src\/core\/(entities|listingField|nearest|plan|shellWord|todo)\.ts$`,
    String.raw`src\/measures\/(adReports|change|statistics|tiling|trend|unitValue|worth|profit\/(rates|unitCosts))\.ts$`,
    String.raw`src\/platforms\/marketplaces\.ts$`,
    String.raw`src\/(bids\/(choose|grouping|queries)|inventory\/(queries|status|statusNotes)|products\/(queries|down|downQueries|costs\/(holding|listTable)))\.ts$`,
    String.raw`src\/plans\/(sound|values|kept\/\w+)\.ts$`,
    String.raw`src\/measures\/(arrival|gammaTail)\.ts$`,
  ].join('|'),
);
/** Parts of the morning's report that other commands have, too: profit, the rules about titles, the calendar. */
const PROFIT =
  /src\/(measures\/profit\/|facts\/(feeQueries|moneySql|profitFacts|profitQueries|transactionQueries)\.ts$|report\/profit\/runProfitOf\.ts$)/;
const RULES = /src\/(measures\/listingRules\/|titles\/(auditQueries|auditTexts|finding|judged|todo)\.ts$)/;
const CALENDAR = /src\/measures\/calendar\//;
/** What `report daily` puts together of all departments. */
const MORNING = new RegExp(
  [
    String.raw`src\/report\/(daily|kpis|todo|health)\/`,
    String.raw`src\/report\/(levels\/levels|restated\/(arrived|runArrivals))\.ts$`,
    String.raw`src\/(bids|calendar|inventory|plans|products)\/todo\.ts$`,
  ].join('|'),
);
const PACKAGES = /node_modules\/(better-sqlite3|commander|chalk|date-fns|@date-fns|cli-table3|@colors)\//;
const MIGRATIONS = /src\/db\/(migrations\/|schema\.ts)/;
const YAML = /node_modules\/yaml\//;
const DRAWING = /node_modules\/(echarts|zrender|tslib)\//;
const ENTITIES = /node_modules\/entities\//;

/** What others wrote is a megabyte that nobody reads here. The program itself stays readable. */
const smallPackages: Plugin = {
  name: 'small-packages',
  // Earlier, the bundler would write it out again with all its blanks.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !['packages', 'yaml', 'drawing', 'entities'].includes(chunk.name)) continue;
      const { code, errors } = minifySync(chunk.fileName, chunk.code, { module: true });
      if (errors.length > 0) throw errors[0];
      chunk.code = code;
    }
  },
};

/**
 * Modules of Node are asked for, not imported: an import makes Node look at each of their exports, and so load streams, sockets and
 * promises that nobody uses (7 ms). commander loads what starts processes only where it starts one, which eco never has it do; chalk
 * is told its level and need not look at the terminal.
 */
const lightBuiltins: Plugin = {
  name: 'light-builtins',
  resolveId(id, importer) {
    return id === '#supports-color' && importer ? join(dirname(importer), 'vendor/supports-color/browser.js') : null;
  },
  transform(code, id) {
    // A chunk has a `require` of its own.
    if (/\/src\/(db\/sqlite|measures\/calendar\/rules)\.ts$/.test(id))
      return code.replace(/^import .*'node:module';\n/m, '').replace('createRequire(import.meta.url)', 'require');
    if (!/node_modules\/commander\/lib\/command\.js$/.test(id)) return null;
    const [eager, ...others] = code.split("const childProcess = require('node:child_process');\n");
    if (others.length !== 1) throw new Error('commander loads child_process in another way than it did');
    return [eager, ...others].join('').replaceAll('childProcess.spawn(', "require('node:child_process').spawn(");
  },
  renderChunk(code) {
    return code.replace(/\brequire\("([\w/:]+)"\)/g, (call, module: string) =>
      isBuiltin(module) ? `globalThis.process.getBuiltinModule("${module}")` : call,
    );
  },
};

/** Read as ASCII, a chunk needs half the memory, and no decoding (`src/start.ts`). What is CommonJS here, Node is told. */
const plainChunks: Plugin = {
  name: 'plain-chunks',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code))
        throw new Error(`${chunk.fileName}: raw text that is not ASCII cannot be written in ASCII`);
      chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * Chunks are not loaded by Node but by `src/start.ts`, as functions of what Node would give them. Node imports packages for modules of its own
 * only; that, too, is done for them.
 */
const ownLoader: Plugin = {
  name: 'own-loader',
  renderChunk: (code) => code.replace(/\bimport\(("[^"]+")\)/g, 'importPackage($1)'),
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = `(function (exports, require, importPackage, __filename) {${chunk.code}\n})`;
    }
  },
};

/**
 * What a command loads when it first calls what is in it, not because it may: most databases are up to date, a shop without costs has no
 * profit, few texts have entities, and few rows need another reader. It must do nothing when it is loaded.
 */
const lateChunks: Plugin = {
  name: 'late-chunks',
  renderChunk: (code) =>
    code
      .replace(/\b(?:const|let) (require_(?:migrations|profit|entities)|csv_parse_sync) = (require\("[^"]+"\));/g, 'const $1 = () => $2;')
      .replace(/\b(require_(?:migrations|profit|entities)|csv_parse_sync)\./g, '($1()).'),
};

/** The licences of the packages that became part of the program, as these ask for. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const folders = new Set([...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []));
    const texts = [...folders].sort().map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
      const files = readdirSync(folder)
        .filter((each) => /^(licen[cs]e|notice)\b/i.test(each))
        .sort();
      if (!files.some((each) => /^licen[cs]e/i.test(each))) throw new Error(`${name} has no licence file`);
      return [`${name} ${version}`, ...files.map((each) => readFileSync(join(folder, each), 'utf8').trim()), ''].join('\n\n');
    });
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

/** The folder of the package that a bundled module is part of. */
function packageFolder(id: string): string | null {
  if (!id.includes('/node_modules/')) return null;
  for (let at = dirname(id); ; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (existsSync(file) && 'version' in JSON.parse(readFileSync(file, 'utf8'))) return at;
  }
}

const common = {
  platform: 'node',
  external: isOutside,
  // The drawing library asks which of its checks to make.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  // Written for lazy loading of single modules, some of which every command needs anyway.
  checks: { ineffectiveDynamicImport: false },
} as const;

const commonJs = { format: 'cjs', strict: true, comments: false } as const;

export default defineConfig([
  {
    ...common,
    input: { main: 'src/main.ts' },
    plugins: [licences, lightBuiltins, lateChunks, smallPackages, plainChunks, ownLoader],
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...commonJs,
      dir: 'dist',
      cleanDir: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      codeSplitting: {
        groups: [
          { name: 'main', test: AT_ONCE, priority: 3 },
          { name: 'base', test: EVERY_COMMAND, priority: 2 },
          { name: 'terminal', test: TERMINAL, priority: 1 },
          { name: 'shared', test: SHARED, priority: 1 },
          { name: 'profit', test: PROFIT, priority: 1 },
          { name: 'rules', test: RULES, priority: 1 },
          { name: 'events', test: CALENDAR, priority: 1 },
          { name: 'migrations', test: MIGRATIONS, priority: 3 },
          { name: 'morning', test: MORNING, priority: 0 },
          { name: 'packages', test: PACKAGES, priority: 4 },
          { name: 'yaml', test: YAML, priority: 4 },
          { name: 'drawing', test: DRAWING, priority: 4 },
          { name: 'entities', test: ENTITIES, priority: 4 },
        ],
      },
    },
  },
  // Loads the others, and shares nothing with them.
  {
    ...common,
    input: { start: 'src/start.ts' },
    plugins: [lightBuiltins, plainChunks],
    output: { ...commonJs, dir: 'dist', entryFileNames: '[name].js', codeSplitting: false },
  },
  // A thread loads all of its code anew, which an import waits for: a file of its own holds what it needs and nothing else.
  {
    ...common,
    input: { worker: 'src/importing/worker.ts' },
    plugins: [lightBuiltins, lateChunks, plainChunks],
    treeshake: { moduleSideEffects: (_, external) => !external },
    output: { ...commonJs, dir: 'dist', entryFileNames: '[name].js', codeSplitting: false },
  },
]);
