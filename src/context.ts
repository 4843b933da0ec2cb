/** Everything of the outside world that a command may touch. Injected, so a test runs a whole command in its own process. */

export interface OutputStream {
  write(text: string): void;
  /** Rows the command wrote; a terminal draws progress and colour. */
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
  /** The clock, as epoch milliseconds. */
  readonly now: () => number;
  /** Asks on the terminal; loaded only when asking. */
  readonly prompt: () => Promise<Prompt>;
}

export interface Prompt {
  confirm(message: string): Promise<boolean>;
  select(message: string, choices: readonly { readonly name: string; readonly value: string }[]): Promise<string>;
  input(message: string, initial?: string): Promise<string>;
}
