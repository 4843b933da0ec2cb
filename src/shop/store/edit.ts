/**
 * A store changed by the user's word. Currency and time zone decide how cells are read, a marketplace whose rows they are: the
 * account's files are folded again, in the same transaction, so no figure ever mixes the two.
 */
import { UsageError, UserError } from '../../core/errors.js';
import { type Database, inTransaction } from '../../db/connection.js';
import { clearFoldsDue, foldsDue } from '../../facts/imports.js';
import { editStore, type Store, storesOf } from '../../facts/stores.js';
import type { Session } from '../../session.js';
import { storeTable } from './list.js';
import { checkedCurrency, checkedMarketplace, checkedZone, type StoreFlags } from './settings.js';

export async function changeStore(session: Session, name: string, flags: StoreFlags & { name?: string }): Promise<void> {
  const db = await session.existingDatabase();
  const stores = storesOf(db, {});
  const store = stores.find((other) => other.name === name);
  if (!store) throw new UserError(`There is no store "${name}". Known: ${stores.map((other) => other.name).join(', ') || 'none yet'}.`);
  const change = changeOf(store, flags);
  const client = session.flags.client;
  if (Object.keys(change).length === 0 && client === undefined) {
    throw new UsageError('Say what to change: --name, --marketplace, --currency, --timezone or --client');
  }
  const { foldDue } = await import('../../importing/folding.js');
  const notes: string[] = [];
  inTransaction(db, () => {
    if (client !== undefined) notes.push(...moveToClient(db, store, client));
    editStore(db, store, change);
    if (!rereads(store, change)) clearFoldsDue(db, store.accountId);
    else if (foldsDue(db).length > 0) {
      const files = foldDue(db).size;
      notes.push(
        `${files} ${files === 1 ? 'file was' : 'files were'} read again: every figure of this account now goes by the new ${rereads(store, change)}`,
      );
    }
  });
  const changed = storesOf(db, { names: [change.name ?? store.name] });
  await session.print(storeTable(db, changed, notes));
}

interface Change {
  name?: string;
  marketplace?: string;
  currency?: string;
  timeZone?: string;
}

function changeOf(store: Store, flags: StoreFlags & { name?: string }): Change {
  const change: Change = {};
  if (flags.name !== undefined) change.name = flags.name;
  if (flags.marketplace !== undefined) {
    change.marketplace = checkedMarketplace(store.platform, flags.marketplace)?.name ?? flags.marketplace;
  }
  if (flags.currency !== undefined) change.currency = checkedCurrency(flags.currency);
  if (flags.timezone !== undefined) change.timeZone = checkedZone(flags.timezone);
  return change;
}

/** What of a change makes cells mean something else; the empty text when nothing does. */
function rereads(store: Store, change: Change): string {
  const parts: string[] = [];
  if (change.currency !== undefined && change.currency !== store.currency) parts.push('currency');
  if (change.timeZone !== undefined && change.timeZone !== store.timeZone) parts.push('time zone');
  if (change.marketplace !== undefined && change.marketplace !== store.marketplace) parts.push('marketplace');
  return parts.join(' and ');
}

/** A client owns accounts, not single stores: all stores of the account go with it. */
function moveToClient(db: Database, store: Store, client: string): string[] {
  if (store.client === client) return [];
  db.prepare('INSERT INTO clients (name) VALUES (?) ON CONFLICT DO NOTHING').run(client);
  const taken = db.prepare('SELECT 1 FROM accounts WHERE platform = ? AND name = ?').get(store.platform, client);
  if (taken)
    throw new UserError(
      `The client "${client}" has an account on ${store.platform} already, and two accounts cannot become one. Take the files back (eco files undo) and import them with --client ${client}.`,
    );
  db.prepare(
    'UPDATE accounts SET name = @client, client_id = (SELECT client_id FROM clients WHERE name = @client) WHERE account_id = @accountId',
  ).run({
    client,
    accountId: store.accountId,
  });
  const others = storesOf(db, {}).filter((other) => other.accountId === store.accountId && other.storeId !== store.storeId);
  return others.length === 0 ? [] : [`${others.map((other) => other.name).join(', ')} of the same account went to "${client}" too`];
}
