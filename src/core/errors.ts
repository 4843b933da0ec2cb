/**
 * The errors that eco means, each with its exit code. Anything else that is thrown is a defect of eco.
 *
 * Exit codes: 0 done, 1 failed, 2 wrong usage, 3 findings exist (only when asked for), 4 partly rejected, 130 cancelled.
 */

/** Something the user can mend: the message says what was found, what was expected and what to do. Exit code 1. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly exitCode: number = 1;
}

/** The command line itself is wrong (an unknown option, a value of the wrong shape). Exit code 2. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}

/** The user pressed Ctrl-C or answered a question with "no, stop". Exit code 130. */
export class Cancelled extends UserError {
  override readonly name = 'Cancelled';
  override readonly exitCode = 130;
}
