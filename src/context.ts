/** Everything of the outside world that a command may touch. Injected, so that a test runs a whole command in its own process. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { Cancelled } from './core/errors.js';
import { harmless, picture } from './core/harmless.js';

export interface OutputStream {
  write(text: string): void;
  /** A terminal: it may get colour and progress, and its width bounds a table. */
  readonly isTTY: boolean;
  readonly columns: number;
}

export interface Context {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Whether questions can be answered: standard input is a terminal. */
  readonly stdinIsTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** How this program is called: absolute paths of Node and of its script. */
  readonly program: readonly [node: string, script: string];
  /** The machine's IANA time zone. */
  readonly timeZone: string;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /** Asks on the terminal. */
  readonly prompt: Prompt;
  /** Calls back when the user presses Ctrl-C for the first time; the second ends the program. Returns what ends the waiting. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export interface Prompt {
  confirm(message: string): Promise<boolean>;
  select(message: string, choices: readonly { readonly name: string; readonly value: string }[]): Promise<string>;
  /** `initial` can be edited. */
  input(message: string, initial?: string): Promise<string>;
}

/** The real world. */
export function systemContext(): Context {
  return {
    stdout: outputOf(1),
    stderr: outputOf(2),
    // Looked at only when something is to be asked: opening standard input costs 2 ms.
    get stdinIsTTY() {
      return process.stdin.isTTY === true;
    },
    env: process.env,
    cwd: process.cwd(),
    program: [process.execPath, process.argv[1] as string],
    // Asked only when no store says its own: the first question costs 20 ms.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    now: () => Date.now(),
    prompt: terminalPrompt,
    onInterrupt: (listener) => {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}

/**
 * Standard output (1) or error (2). Files and pipes are written to as they are: Node's streams around them cost a short command a
 * twentieth of its time. A reader that stops early (| head) is no error.
 */
function outputOf(file: 1 | 2): OutputStream {
  if (isNoTerminal(file)) return { write: (text) => writeAll(file, text), isTTY: false, columns: 80 };
  const stream = file === 1 ? process.stdout : process.stderr;
  stream.on('error', (error) => brokenOff(file, error));
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns || 80;
    },
  };
}

/** Sure only where the system says so; Windows has pipes that are terminals. */
function isNoTerminal(file: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const found = fstatSync(file);
    return found.isFile() || found.isFIFO() || found.isSocket() || (found.isCharacterDevice() && found.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

const FULL_PIPE_MS = 2;

function writeAll(file: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      // A pipe that does not wait for its reader: this end waits.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MS);
        continue;
      }
      brokenOff(file, error as NodeJS.ErrnoException);
      return;
    }
  }
}

function brokenOff(file: 1 | 2, error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  if (file === 1) process.exit(0);
}

/** inquirer takes 50 ms to load, so it is loaded with the first question. */
const terminalPrompt: Prompt = {
  confirm: async (message) => (await ask({ type: 'confirm', message, default: false })) as boolean,
  select: async (message, choices) => (await ask({ type: 'select', message, choices })) as string,
  input: async (message, initial) => {
    const question = inputQuestion(message, initial);
    const answer = (await ask(question)) as string;
    // What was only made fit to show is not an edit.
    return answer === question.default && initial !== undefined ? initial : answer;
  },
};

/** The question for a text. Its first value stands on the line, to be edited: on one line, and harmless to the terminal. */
export function inputQuestion(message: string, initial: string | undefined) {
  const shown = initial === undefined ? undefined : harmless(initial).replace(/[\t\n]/g, picture);
  return { type: 'input', message, default: shown, prefill: 'editable' };
}

async function ask(question: Record<string, unknown> & { message: string }): Promise<unknown> {
  const { default: inquirer } = await import('inquirer');
  try {
    const answers = (await inquirer.prompt([{ ...question, message: harmless(question.message), name: 'answer' }] as never)) as {
      answer: unknown;
    };
    return answers.answer;
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') throw new Cancelled('Cancelled.');
    throw error;
  }
}
