/** The lock of the nightly run: a row in the database that it works on, taken and given back in one transaction each. */
import { type Database, inTransaction } from '../../db/connection.js';

/** Which process holds the lock, on which machine, since when. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the machine started, epoch seconds. */
  readonly bootedAt: number;
  /** Epoch seconds. */
  readonly since: number;
}

export type LockTaken = { readonly taken: true; readonly after: Holder | null } | { readonly taken: false; readonly heldBy: Holder };

/** Takes the lock where nobody holds it, or its holder is gone. */
export function takeLockRow(db: Database, holder: Holder, isGone: (other: Holder) => boolean): LockTaken {
  return inTransaction(db, () => {
    const other = db.prepare('SELECT pid, host, booted_at AS bootedAt, since FROM nightly_lock').get() as Holder | undefined;
    if (other !== undefined && !isGone(other)) return { taken: false, heldBy: other } as const;
    db.prepare('INSERT OR REPLACE INTO nightly_lock (only, pid, host, booted_at, since) VALUES (1, @pid, @host, @bootedAt, @since)').run(
      holder,
    );
    return { taken: true, after: other ?? null } as const;
  });
}

/** Gives the lock back, where it is still this holder's. */
export function releaseLockRow(db: Database, { pid, host, since }: Holder): void {
  inTransaction(db, () => {
    db.prepare('DELETE FROM nightly_lock WHERE pid = ? AND host = ? AND since = ?').run(pid, host, since);
  });
}
