/**
 * One nightly run at a time on a database. A run that died (a power cut, a kill) leaves its lock behind; the next one takes it over
 * where the process is gone, the machine has started anew since, or, of another machine, after a day.
 */
import { hostname, uptime } from 'node:os';
import { UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import type { Session } from '../../session.js';
import { type Holder, releaseLockRow, takeLockRow } from './queries.js';

/** Clocks are set right by less than this; a machine does not start anew in less. */
const SAME_BOOT_SECONDS = 600;
const ANOTHER_MACHINE_SECONDS = 86_400;

/** Takes the lock and returns what gives it back. Held by a run that is alive: an error that says which. */
export function takeLock(session: Session, db: Database): () => void {
  const own: Holder = { pid: process.pid, host: hostname(), bootedAt: bootedAt(), since: Math.floor(session.context.now() / 1000) };
  const lock = takeLockRow(db, own, (other) => isGone(other, own));
  if (!lock.taken) {
    const { pid, host, since } = lock.heldBy;
    const where = host === own.host ? `process ${pid}` : `process ${pid} on ${host}`;
    throw new UserError(
      `another nightly run (${where}) is at work on ${session.databaseFile} since ${timeOf(since)}: nothing was done. Wait until it has ended, or end it`,
    );
  }
  if (lock.after !== null)
    session.note(`the nightly run of ${timeOf(lock.after.since)} (process ${lock.after.pid}) never ended; this one goes on`);
  return () => releaseLockRow(db, own);
}

function isGone(other: Holder, own: Holder): boolean {
  if (other.host !== own.host) return own.since - other.since > ANOTHER_MACHINE_SECONDS;
  if (Math.abs(other.bootedAt - own.bootedAt) > SAME_BOOT_SECONDS) return true;
  try {
    process.kill(other.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function bootedAt(): number {
  return Math.round(Date.now() / 1000 - uptime());
}

function timeOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
