/** Runs `eco report todo`. */
import { UserError } from '../../core/errors.js';
import { plainSentence } from '../../output/prose.js';
import type { Session } from '../../session.js';
import { todoSteps } from './todo.js';
import { todoPage } from './todoTable.js';

export async function runTodo(session: Session): Promise<void> {
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const now = session.isMorningNamed ? null : session.context.now();
  const { stockAtRisk } = await import('../../inventory/todo.js');
  const steps = await todoSteps({
    db,
    stores,
    asOf,
    now,
    stock: stockAtRisk(db, stores, asOf, now),
    chosen: { stores: session.storeNames, client: session.client },
  });
  await session.print(todoPage(steps, asOf, ({ text }) => plainSentence(text)));
  session.findings(steps.length);
}
