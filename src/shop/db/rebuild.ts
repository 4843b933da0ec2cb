/** All facts again, from the kept cells of the active imports, in one transaction. What people made is in other tables and stays. */
import { inTransaction } from '../../db/connection.js';
import type { Session } from '../../session.js';
import { adoptProfiles } from '../profileFolder.js';
import { foldProgress } from './foldProgress.js';

export async function rebuild(session: Session): Promise<void> {
  const db = await session.existingDatabase();
  const { foldEverything } = await import('../../importing/folding.js');
  await adoptProfiles(session, db);
  const progress = foldProgress(session);
  let files = 0;
  try {
    inTransaction(db, () =>
      foldEverything(db, (file) => {
        files++;
        progress.file(file);
      }),
    );
  } finally {
    progress.end();
  }
  await session.print({
    id: 'db.rebuild/1',
    columns: [{ key: 'files', header: 'Files read again', kind: 'integer' }],
    rows: [{ files }],
  });
}
