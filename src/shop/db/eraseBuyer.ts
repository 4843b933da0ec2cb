/** `eco db erase-buyer`: what was found of a buyer, and that it is gone. */
import { UserError } from '../../core/errors.js';
import { inTransaction } from '../../db/connection.js';
import { purge } from '../../db/maintenance.js';
import type { Session } from '../../session.js';

export async function eraseBuyer(session: Session, buyer: string, flags: { dryRun?: boolean }): Promise<void> {
  const db = await session.existingDatabase();
  const { buyerHashes, eraseBuyer: erase } = await import('../../importing/eraseBuyer.js');
  const hashes = buyerHashes(session.databaseFile, buyer);
  const found = inTransaction(db, () => {
    db.exec('SAVEPOINT erase');
    const erased = erase(db, hashes);
    if (flags.dryRun) db.exec('ROLLBACK TO erase');
    db.exec('RELEASE erase');
    return erased;
  });
  const any = found.orders + found.earlierVersions + found.keptRows > 0;
  if (!any) {
    throw new UserError(
      'Nothing was found of this buyer. Platforms export buyers by mail or by name, and not in every report: give it letter for letter as the file had it (case does not matter), or the hash.',
    );
  }
  if (!flags.dryRun) purge(db);
  await session.print({
    id: 'db.erase-buyer/1',
    columns: [
      { key: 'where', header: flags.dryRun ? 'Would be erased from' : 'Erased from', kind: 'text' },
      { key: 'count', header: 'Found', kind: 'integer' },
    ],
    rows: [
      { where: 'orders (they stay, without a buyer)', count: found.orders },
      { where: 'earlier versions of orders', count: found.earlierVersions },
      { where: `rows of kept cells${found.files.length > 0 ? ` (${found.files.join(', ')})` : ''}`, count: found.keptRows },
    ],
    notes: flags.dryRun
      ? ['dry run: nothing was changed']
      : [
          'copies made before (eco db backup) and the export files themselves still have the buyer; importing such a file again brings the hash back',
        ],
  });
}
