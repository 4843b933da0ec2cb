/**
 * Begins the program from its bundle. Its chunks are loaded here and not by Node, so that what V8 made of them can be kept: reading them
 * anew takes V8 longer than most commands work. `dist/compiled/` holds it, a file for each verb and version of Node. The first run of a verb
 * writes it and the next build takes it away; where it cannot be written or does not fit, V8 begins from the source as ever.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  // All is written, except where terminals are written to beside the program. Taking its memory apart costs Node more than writing a report.
  if (process.platform !== 'win32') process.exit();
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

class Chunks {
  readonly #folder: string;
  readonly #require: Pick<NodeJS.Require, 'resolve'> & ((id: string) => unknown);
  readonly #loaded = new Map<string, { readonly exports: object; readonly script: Script; readonly changedAt: number }>();
  #compiled: Compiled | null = null;

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
    // A function of all that it asks for (rolldown.config.ts), in ASCII, which V8 holds in a byte a character and need not decode.
    const { text, changedAt } = sourceOf(file);
    const script = new Script(text, { filename: file, cachedData: this.#compiled?.part(name, changedAt) });
    const exports = {};
    this.#loaded.set(name, { exports, script, changedAt });
    script.runInThisContext()(exports, this.#require, importPackage, file);
    return exports;
  }

  useCompiled(verb: string): void {
    this.#compiled = openCompiled(this.#compiledFile(verb));
  }

  /** Writes what V8 has compiled, if chunks were loaded of which nothing was kept. */
  keepCompiled(verb: string): void {
    const loaded = [...this.#loaded];
    if (loaded.every(([, { script }]) => script.cachedDataRejected === false)) return;
    const parts = new Map(this.#compiled?.all());
    for (const [name, { script, changedAt }] of loaded) parts.set(name, { changedAt, code: script.createCachedData() });
    const file = this.#compiledFile(verb);
    try {
      mkdirSync(join(this.#folder, COMPILED), { recursive: true });
      writeCompiled(file, parts);
    } catch {
      // The program's folder belongs to somebody else: every run compiles for itself.
    }
  }

  #compiledFile(verb: string): string {
    return join(this.#folder, COMPILED, `${verb.replace(' ', '-')}-${process.version}-${process.arch}`);
  }
}

const COMPILED = 'compiled';

/** What V8 has compiled of some chunks: a head that names them, and says of which file each was made and how many bytes of it follow. */
interface Compiled {
  /** Of one chunk, if it was made of the file that last changed at this time; until the next thing is read. */
  part(name: string, changedAt: number): Buffer | undefined;
  all(): [name: string, part: Part][];
}

interface Part {
  readonly changedAt: number;
  readonly code: Buffer;
}

/** A line: names, times and lengths as JSON, and blanks. All chunks that there are would need 9000. */
const HEAD_BYTES = 16_384;

/** Null where there is none yet, or another's that does not belong here. It stays open: one command may need a tenth of it, and another may put a new file in its place. */
function openCompiled(file: string): Compiled | null {
  try {
    const descriptor = openSync(file, 'r');
    const places = new Map<string, { readonly changedAt: number; readonly at: number; readonly length: number }>();
    let at = HEAD_BYTES;
    for (const [name, changedAt, length] of JSON.parse(read(descriptor, 0, HEAD_BYTES).toString('latin1')) as [string, number, number][]) {
      places.set(name, { changedAt, at, length });
      at += length;
    }
    if (fstatSync(descriptor).size !== at) return null;
    return {
      part(name, changedAt) {
        const place = places.get(name);
        // V8 itself compares no more of the source than its length.
        return place?.changedAt === changedAt ? read(descriptor, place.at, place.length) : undefined;
      },
      all: () => [...places].map(([name, place]) => [name, { ...place, code: Buffer.from(read(descriptor, place.at, place.length)) }]),
    };
  } catch {
    return null;
  }
}

function writeCompiled(file: string, parts: ReadonlyMap<string, Part>): void {
  const head = Buffer.alloc(HEAD_BYTES, ' ');
  head.write(JSON.stringify([...parts].map(([name, { changedAt, code }]) => [name, changedAt, code.length])), 'latin1');
  head.write('\n', HEAD_BYTES - 1);
  const begun = `${file}.${process.pid}`;
  try {
    // On the disk before it has its name: V8 looks at lengths and versions, not at every byte.
    writeFileSync(begun, Buffer.concat([head, ...[...parts.values()].map(({ code }) => code)]), { flush: true });
    renameSync(begun, file);
  } catch (error) {
    rmSync(begun, { force: true });
    throw error;
  }
}

/** `changedAt`: of its content or whatever else is known of it, which no copy and no unpacked archive takes along. */
function sourceOf(file: string): { readonly text: string; readonly changedAt: number } {
  const descriptor = openSync(file, 'r');
  try {
    const { size, ctimeMs } = fstatSync(descriptor);
    return { text: read(descriptor, 0, size).toString('latin1'), changedAt: ctimeMs };
  } finally {
    closeSync(descriptor);
  }
}

/** Memory for everything that is read here, one after the other: memory that is touched for the first time costs more than reading into it. */
let room = Buffer.allocUnsafeSlow(1 << 18);

function read(descriptor: number, at: number, length: number): Buffer {
  if (room.length < length) room = Buffer.allocUnsafeSlow(length);
  return room.subarray(0, readSync(descriptor, room, 0, length, at));
}

/** Chunks import packages by this (`rolldown.config.ts`): what Node offers to code that it did not load itself is experimental, and says so. */
function importPackage(id: string): Promise<unknown> {
  return import(id);
}
