/** Bare `eco`: how to begin, or what is in this shop, what is missing, and what to do next. */
import type { Session } from '../../session.js';

const BEGIN = `eco reads the exports of your shops into one file on this computer, and answers from it. Nothing leaves it.
  eco demo                look around in a made-up shop
  eco import ~/Downloads  read your own exports
`;

export async function welcome(session: Session): Promise<void> {
  const db = await session.databaseIfAny();
  if (!db) {
    session.write(BEGIN);
    return;
  }
  const { glanceAtStores, hasFoldsDue, knowsSales, lastImport } = await import('./queries.js');
  const { glancePage } = await import('./glance.js');
  await session.print(
    glancePage({
      databaseFile: session.databaseFile,
      now: Math.floor(session.context.now() / 1000),
      stores: glanceAtStores(db),
      lastImport: lastImport(db),
      foldsDue: hasFoldsDue(db),
      knowsSales: knowsSales(db),
    }),
  );
}
