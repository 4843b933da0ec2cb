/** A context for tests: buffers for the streams, a fixed clock, an empty folder that goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Context, Prompt } from '../../src/context.js';
import { main } from '../../src/main.js';
import { writeEmptyDatabase } from './emptyDatabase.js';

export interface TestOptions {
  /** The clock stands still at this time; default 2026-11-22T06:00:00Z. */
  readonly now?: string;
  readonly timeZone?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the command runs; default: a new folder that is removed after the test. */
  readonly dir?: string;
  /** Whether all three streams are a terminal; default no. */
  readonly tty?: boolean;
  /** Whether a database stands there, as new; default no: the first command that needs one makes it, which takes 40 ms. */
  readonly database?: boolean;
  readonly columns?: number;
  /** Called for the listener of Ctrl-C; default: nobody presses it. */
  readonly onInterrupt?: (listener: () => void) => void;
  /** Answers to questions in their order: booleans for confirm, strings for select and input. One question too many fails. */
  readonly answers?: readonly (boolean | string)[];
}

export interface TestContext extends Context {
  /** The folder that commands run in; the database is `eco.db` in it. */
  readonly dir: string;
  /** What was written to standard output so far. */
  out(): string;
  /** What was written to standard error so far. */
  err(): string;
  /** Forgets what was written so far. */
  clear(): void;
}

export interface RunResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export function testContext(options: TestOptions = {}): TestContext {
  const dir = options.dir ?? temporaryFolder();
  if (options.database) writeEmptyDatabase(join(dir, 'eco.db'));
  const now = Date.parse(options.now ?? '2026-11-22T06:00:00Z');
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: options.tty === true,
    columns: options.columns ?? 100,
  });
  return {
    stdout: stream('out'),
    stderr: stream('err'),
    stdinIsTTY: options.tty === true,
    env: { ECO_DB: join(dir, 'eco.db'), HOME: dir, ...options.env },
    cwd: dir,
    program: ['/usr/bin/node', '/opt/eco/bin/eco.js'],
    timeZone: options.timeZone ?? 'UTC',
    now: () => now,
    prompt: promptOf([...(options.answers ?? [])]),
    onInterrupt: (listener) => {
      options.onInterrupt?.(listener);
      return () => undefined;
    },
    dir,
    out: () => written.out,
    err: () => written.err,
    clear: () => {
      written.out = '';
      written.err = '';
    },
  };
}

/** Runs one command line and returns what it wrote, apart from what the context had written before. */
export async function run(context: TestContext, ...argv: string[]): Promise<RunResult> {
  context.clear();
  const exitCode = await main(argv, context);
  return { exitCode, out: context.out(), err: context.err() };
}

/** What a command answers as JSON. */
export interface JsonAnswer {
  readonly schema: string;
  readonly rows: Record<string, unknown>[];
  readonly totals: Record<string, unknown>[];
  readonly notes: string[];
}

/** Runs one command line that must succeed, saying nothing on standard error, and returns its answer. */
export async function json(context: TestContext, ...argv: string[]): Promise<JsonAnswer> {
  const result = await run(context, ...argv, '--format', 'json');
  expect({ exitCode: result.exitCode, err: result.err }).toEqual({ exitCode: 0, err: '' });
  return JSON.parse(result.out) as JsonAnswer;
}

function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'eco-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function promptOf(answers: (boolean | string)[]): Prompt {
  const next = async (message: string): Promise<never> => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`the test has no answer to "${message}"`);
    return answer as never;
  };
  return { confirm: next, select: next, input: next };
}
