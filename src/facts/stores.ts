/** Clients, their accounts on platforms, and the stores in them: made by people, or assumed by eco until people say otherwise. */
import { UserError } from '../core/errors.js';
import { SUBJECTS } from '../core/fields.js';
import type { Database } from '../db/connection.js';

export interface Store {
  readonly storeId: number;
  readonly accountId: number;
  readonly name: string;
  readonly platform: string;
  readonly client: string | null;
  readonly marketplace: string | null;
  readonly currency: string | null;
  readonly timeZone: string;
  readonly assumed: boolean;
}

export interface StoreFilter {
  readonly platform?: string;
  readonly client?: string | null;
  readonly names?: readonly string[];
}

/** Stores in the order of their names. */
export function storesOf(db: Database, filter: StoreFilter): Store[] {
  const rows = db
    .prepare(
      `SELECT s.store_id AS storeId, s.account_id AS accountId, s.name, a.platform, c.name AS client, s.marketplace, s.currency,
              s.time_zone AS timeZone, s.assumed
       FROM stores s JOIN accounts a USING (account_id) LEFT JOIN clients c USING (client_id) ORDER BY s.name`,
    )
    .all() as (Omit<Store, 'assumed'> & { assumed: number })[];
  return rows
    .map((row) => ({ ...row, assumed: row.assumed === 1 }))
    .filter((store) => !filter.platform || store.platform === filter.platform)
    .filter((store) => !filter.client || store.client === filter.client)
    .filter((store) => !filter.names || filter.names.length === 0 || filter.names.includes(store.name));
}

/** The stores that `--store` and `--client` name; an unknown name is an error that lists the known ones. */
export function selectedStores(db: Database, names: readonly string[], client: string | null): Store[] {
  const all = storesOf(db, { client });
  const known = all.map((store) => store.name);
  for (const name of names) {
    if (!known.includes(name)) {
      throw new UserError(
        `There is no store "${name}"${client ? ` of client "${client}"` : ''}. Known: ${known.join(', ') || 'none yet; import something first'}.`,
      );
    }
  }
  if (client !== null && all.length === 0) throw new UserError(`There is no client "${client}". "eco store list" shows them.`);
  return names.length === 0 ? all : all.filter((store) => names.includes(store.name));
}

export interface NewStore {
  readonly platform: string;
  readonly client: string | null;
  readonly name: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
  readonly timeZone: string;
  readonly assumed: boolean;
}

/**
 * Makes a store, with its client and account where they are missing. A taken name gets the platform; one that is the platform's gets
 * the client, else the currency; then a number.
 */
export function createStore(db: Database, store: NewStore): Store {
  const accountId = accountOf(db, store.platform, store.client);
  const taken = new Set(storesOf(db, {}).map((other) => other.name));
  if (taken.has(store.name) && !store.assumed) throw new UserError(`There is a store "${store.name}" already. Choose another name.`);
  const apart = (store.client ?? store.currency ?? '2').toLowerCase();
  const longer = store.name === store.platform ? `${store.name}-${apart}` : `${store.platform}-${store.name}`;
  let name = store.name;
  for (let n = 1; taken.has(name); n++) name = n === 1 ? longer : `${store.name}-${n}`;
  db.prepare('INSERT INTO stores (account_id, name, marketplace, currency, time_zone, assumed) VALUES (?, ?, ?, ?, ?, ?)').run(
    accountId,
    name,
    store.marketplace,
    store.currency,
    store.timeZone,
    store.assumed ? 1 : 0,
  );
  return storesOf(db, { names: [name] })[0] as Store;
}

function accountOf(db: Database, platform: string, client: string | null): number {
  let clientId: number | null = null;
  if (client !== null) {
    db.prepare('INSERT INTO clients (name) VALUES (?) ON CONFLICT DO NOTHING').run(client);
    clientId = db.prepare('SELECT client_id FROM clients WHERE name = ?').pluck().get(client) as number;
  }
  const name = client ?? 'own';
  db.prepare('INSERT INTO accounts (client_id, platform, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(clientId, platform, name);
  return db.prepare('SELECT account_id FROM accounts WHERE platform = ? AND name = ?').pluck().get(platform, name) as number;
}

/** Fills in what a file told about a store that eco had assumed. */
export function adoptStore(
  db: Database,
  store: Store,
  learned: { readonly name?: string; readonly currency?: string | null; readonly timeZone?: string },
): Store {
  db.prepare(
    'UPDATE stores SET marketplace = coalesce(?, marketplace), currency = coalesce(?, currency), time_zone = coalesce(?, time_zone) WHERE store_id = ?',
  ).run(learned.name ?? null, learned.currency ?? null, learned.timeZone ?? null, store.storeId);
  markFoldsDue(db, store.accountId);
  return storesOf(db, { names: [store.name] })[0] as Store;
}

/** Changes a store by the user's word: from then on nothing about it is assumed. */
export function editStore(
  db: Database,
  store: Store,
  change: { name?: string; marketplace?: string; currency?: string; timeZone?: string },
): void {
  if (change.name !== undefined && change.name !== store.name && storesOf(db, { names: [change.name] }).length > 0) {
    throw new UserError(`There is a store "${change.name}" already. Choose another name.`);
  }
  db.prepare('UPDATE stores SET name = ?, marketplace = ?, currency = ?, time_zone = ?, assumed = 0 WHERE store_id = ?').run(
    change.name ?? store.name,
    change.marketplace ?? store.marketplace,
    change.currency ?? store.currency,
    change.timeZone ?? store.timeZone,
    store.storeId,
  );
  markFoldsDue(db, store.accountId);
}

/** Currency and time zone decide how cells are read: what an account has imported so far must be read again. */
function markFoldsDue(db: Database, accountId: number): void {
  db.prepare(
    `INSERT INTO folds_due (account_id, subject)
     SELECT @accountId, value FROM json_each(@subjects)
     WHERE EXISTS (SELECT 1 FROM imports WHERE account_id = @accountId AND status IN ('imported', 'partial'))
     ON CONFLICT DO NOTHING`,
  ).run({ accountId, subjects: JSON.stringify(SUBJECTS) });
}
