/**
 * The program in few files: each module that is loaded by itself costs a millisecond or more at every start. What every command
 * needs is one chunk, what `eco --version` needs another, what draws tables a third; the rest is split where the source loads it
 * lazily.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { minifySync } from 'rolldown/utils';

/** Packages that nearly every command needs, and the one that draws, of which a tenth is needed. All others stay outside and are loaded when they are used. */
const INSIDE =
  /^(commander|chalk|date-fns|@date-fns\/tz|cli-table3|@colors\/colors|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point|get-east-asian-width|echarts|zrender|tslib)($|\/)/;
const isOutside = (id: string) => /^[@a-z]/.test(id) && !id.startsWith('src/') && !INSIDE.test(id);

const AT_ONCE = /src\/(main|context|commands|help|version|core\/(errors|harmless))\.ts$/;
const EVERY_COMMAND = new RegExp(
  [
    String.raw`src\/(program|session|databaseFile|printing|config)\.ts$`,
    String.raw`src\/core\/(count|day|money|table|zone|zoneRules)\.ts$`,
    String.raw`src\/db\/(connection|migrate|trouble|migrations\/.*)\.ts$`,
    String.raw`src\/facts\/(imports|salesQueries|stockQueries|stores)\.ts$`,
    String.raw`src\/measures\/(coverage|grouping|morning|stock|velocity)\.ts$`,
    String.raw`src\/output\/(amount|cell|clean|format|index|notes|paint|trend|width)\.ts$`,
    String.raw`node_modules\/(commander|chalk|date-fns|@date-fns)\/`,
  ].join('|'),
);
const TERMINAL =
  /src\/output\/(chart-(text|values)|fit|layout|narrow|prose|series-text|table|terminal-\w+)\.ts$|node_modules\/(cli-table3|@colors)\//;
const DRAWING = /node_modules\/(echarts|zrender|tslib)\//;

/** What draws is half a megabyte that nobody reads here. The program itself stays readable. */
const smallDrawing: Plugin = {
  name: 'small-drawing',
  // Earlier, the bundler would write it out again with all its blanks.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== 'drawing') continue;
      const { code, errors } = minifySync(chunk.fileName, chunk.code, { module: true });
      if (errors.length > 0) throw errors[0];
      chunk.code = code;
    }
  },
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

export default defineConfig({
  input: { main: 'src/main.ts', context: 'src/context.ts', worker: 'src/importing/worker.ts' },
  platform: 'node',
  external: isOutside,
  plugins: [licences, smallDrawing],
  // The drawing library asks which of its checks to make.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  // Written for lazy loading of single modules, some of which every command needs anyway.
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [
        { name: 'start', test: AT_ONCE, priority: 3 },
        { name: 'base', test: EVERY_COMMAND, priority: 2 },
        { name: 'terminal', test: TERMINAL, priority: 1 },
        { name: 'drawing', test: DRAWING, priority: 4 },
      ],
    },
  },
});
