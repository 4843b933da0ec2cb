/**
 * Begins the program from its bundle. Its chunks are loaded here and not by Node, so that what V8 made of them can be kept: reading them
 * anew takes V8 longer than most commands work. `dist/compiled/` holds it, a file for each verb and version of Node. The first run of a verb
 * writes it and the next build takes it away; where it cannot be written or does not fit, V8 begins from the source as ever.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { verbOf } from './calledVerb.js';

/** `require`: the caller's, for packages. */
export async function start(require: NodeJS.Require): Promise<void> {
  const argv = process.argv.slice(2);
  const chunks = new Chunks(import.meta.dirname, require);
  const verb = verbOf(argv);
  if (verb !== null) {
    if (!LONG.test(verb)) optimizeLater(require);
    chunks.useCompiled(verb);
  }
  const { main, systemContext } = chunks.load('main.js') as typeof import('./main.js');
  process.exitCode = await main(argv, systemContext());
  // A verb that there is not has ended with another code.
  if (verb !== null && process.exitCode === 0) chunks.keepCompiled(verb);
}

/**
 * How much bytecode a function runs before V8 optimizes it: nine times what it is by itself. Most commands are over before that pays, and
 * it takes them a fifteenth to a sixth of their processor time; an import is as fast.
 */
const OPTIMIZED_FROM = 600_000;

/** What runs the same rules over every title of a shop: optimized as soon as V8 would, it takes a tenth less time. */
const LONG = /^titles (audit|edit|suggest)$/;

/** What can be told to V8 comes with all of Node's streams (6 ms), so only a verb asks for it. */
function optimizeLater(require: NodeJS.Require): void {
  // Other versions count otherwise, and answer a flag that they do not know with a message.
  if (!process.version.startsWith('v20.')) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString(`--interrupt-budget=${OPTIMIZED_FROM}`);
}

/** What V8 reads in place is found at addresses that it can divide by this. */
const ALIGNMENT = 8;
const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

class Chunks {
  readonly #folder: string;
  readonly #require: Pick<NodeJS.Require, 'resolve'> & ((id: string) => unknown);
  readonly #loaded = new Map<string, { readonly exports: object; readonly script: Script }>();
  #compiled: ReadonlyMap<string, Buffer> = new Map();

  constructor(folder: string, require: NodeJS.Require) {
    this.#folder = folder;
    const ofChunks = (id: string) => (id.startsWith('./') ? this.load(id.slice(2)) : require(id));
    this.#require = Object.assign(ofChunks, { resolve: require.resolve });
  }

  /** What a chunk exports. While two wait for each other, what there is of it so far. */
  load(name: string): object {
    const known = this.#loaded.get(name);
    if (known) return known.exports;
    const file = join(this.#folder, name);
    // The bundle is ASCII, which V8 holds in a byte a character and need not decode.
    const script = new Script(`(function (exports, require, importPackage, __filename) {${readFileSync(file, 'latin1')}\n})`, {
      filename: file,
      cachedData: this.#compiled.get(name),
    });
    const exports = {};
    this.#loaded.set(name, { exports, script });
    script.runInThisContext()(exports, this.#require, importPackage, file);
    return exports;
  }

  useCompiled(verb: string): void {
    try {
      const kept = readFileSync(this.#compiledFile(verb));
      const end = kept.indexOf('\n') + 1;
      let at = end;
      const parts = new Map<string, Buffer>();
      for (const [name, length] of JSON.parse(kept.toString('latin1', 0, end)) as [string, number][]) {
        parts.set(name, kept.subarray(at, at + length));
        at += aligned(length);
      }
      this.#compiled = parts;
    } catch {
      // None yet, or another's that does not belong here: this run writes a new one.
    }
  }

  /** Writes what V8 has compiled, if chunks were loaded of which nothing was kept. */
  keepCompiled(verb: string): void {
    const loaded = [...this.#loaded];
    if (loaded.every(([, { script }]) => script.cachedDataRejected === false)) return;
    const parts = new Map([...this.#compiled, ...loaded.map(([name, { script }]) => [name, script.createCachedData()] as const)]);
    const index = JSON.stringify([...parts].map(([name, { length }]) => [name, length]));
    const file = this.#compiledFile(verb);
    const begun = `${file}.${process.pid}`;
    try {
      mkdirSync(join(this.#folder, COMPILED), { recursive: true });
      const head = Buffer.from(`${index.padEnd(aligned(index.length + 1) - 1)}\n`, 'latin1');
      // On the disk before it has its name: V8 looks at lengths and versions, not at every byte.
      writeFileSync(begun, Buffer.concat([head, ...[...parts.values()].map(padded)]), { flush: true });
      renameSync(begun, file);
    } catch {
      // The program's folder belongs to somebody else: every run compiles for itself.
    }
  }

  #compiledFile(verb: string): string {
    return join(this.#folder, COMPILED, `${verb.replace(' ', '-')}-${process.version}-${process.arch}`);
  }
}

const COMPILED = 'compiled';

/** Chunks import packages by this (`rolldown.config.ts`): what Node offers to code that it did not load itself is experimental, and says so. */
function importPackage(id: string): Promise<unknown> {
  return import(id);
}

function padded(part: Buffer): Buffer {
  return Buffer.concat([part], aligned(part.length));
}
