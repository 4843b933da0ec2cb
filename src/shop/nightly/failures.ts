/** What went wrong in a night. A step that fails does not stop the others; Ctrl-C does. */
import { Cancelled, UserError } from '../../core/errors.js';
import type { Session } from '../../session.js';

export interface Failure {
  /** import, verify, report, index, mail, webhook. */
  readonly step: string;
  /** The folder, plan, report or receiver. */
  readonly subject: string;
  readonly message: string;
}

export interface Failures {
  readonly list: readonly Failure[];
  /** Runs a step; null where it failed. */
  attempt<T>(step: string, subject: string, work: () => Promise<T> | T): Promise<T | null>;
  add(failure: Failure): void;
}

export function failuresOf(session: Session): Failures {
  const list: Failure[] = [];
  return {
    list,
    add: (failure) => list.push(failure),
    async attempt(step, subject, work) {
      try {
        return await work();
      } catch (thrown) {
        const error = await session.explained(thrown);
        if (error instanceof Cancelled) throw error;
        list.push({ step, subject, message: messageOf(error) });
        if (session.flags.verbose && !(error instanceof UserError)) session.warn(`${(error as Error).stack ?? error}`);
        return null;
      }
    },
  };
}

function messageOf(error: unknown): string {
  const { message } = error as Error;
  return error instanceof UserError ? message : `this should not have happened: ${message} (--verbose tells where)`;
}
