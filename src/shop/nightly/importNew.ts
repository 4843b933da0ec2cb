/** Imports what is new in the inbox folders. What came in before is known by its stamp, what was refused is not tried again. */
import { dirname, relative, resolve, sep } from 'node:path';
import { once } from '../../core/once.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult } from '../../importing/importFile.js';
import type { Session } from '../../session.js';
import { version } from '../../version.js';
import { type FoundFile, findFiles } from '../import/findFiles.js';
import { importProgress } from '../import/progress.js';
import { importAll } from '../import/run.js';
import { adoptProfiles } from '../profileFolder.js';
import type { Failures } from './failures.js';
import type { NightlySettings } from './settings.js';

/** A folder that cannot be read is a failure; the others are imported. */
export async function importNew(
  session: Session,
  db: Database,
  { inbox, out }: NightlySettings,
  failures: Failures,
): Promise<readonly ImportResult[]> {
  const found = new Map<string, FoundFile>();
  for (const folder of inbox) {
    await failures.attempt('import', relative(session.context.cwd, folder) || folder, async () => {
      for (const file of findFiles([folder])) if (!isOurs(file.path, session, out)) found.set(file.path, file);
    });
  }
  const files = [...found.values()].sort((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1));
  const taken = await failures.attempt('import', inbox.join(', '), async () => {
    await adoptProfiles(session, db);
    const reader = once(async () => {
      const { readerOf } = await import('../../importing/reader.js');
      return readerOf(db, version());
    });
    const progress = await importProgress(
      session,
      files.reduce((sum, file) => sum + file.bytes, 0),
    );
    try {
      return await importAll(session, db, files, { ...optionsOf(session), reader }, progress);
    } finally {
      progress.end();
    }
  });
  return taken ?? [];
}

/** The reports of earlier nights and the database with its companions may lie in the same folder. */
function isOurs(path: string, { databaseFile }: Session, out: string): boolean {
  return path.startsWith(resolve(out) + sep) || (dirname(path) === dirname(databaseFile) && path.startsWith(databaseFile));
}

/** As `eco import` has them where nobody says more, so that by hand and by night a file is one import. */
function optionsOf(session: Session) {
  const { store } = session.config;
  return {
    as: null,
    store: store?.length === 1 ? (store[0] as string) : null,
    client: session.client,
    period: null,
    skipBadRows: false,
    replace: false,
    dryRun: false,
    now: Math.floor(session.context.now() / 1000),
    localZone: () => session.context.timeZone,
    databaseFile: session.databaseFile,
    onProgress: () => undefined,
  };
}
