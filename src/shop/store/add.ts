/** A store by the user's word. What is not said comes from its marketplace or platform; the time zone at last from this machine. */
import { inTransaction } from '../../db/connection.js';
import { createStore } from '../../facts/stores.js';
import { platformZone } from '../../platforms/marketplaces.js';
import type { Session } from '../../session.js';
import { storeTable } from './list.js';
import { checkedCurrency, checkedMarketplace, checkedPlatform, checkedZone, type StoreFlags } from './settings.js';

export async function addStore(session: Session, name: string, flags: StoreFlags & { platform: string }): Promise<void> {
  const platform = checkedPlatform(flags.platform);
  const marketplace = flags.marketplace === undefined ? null : checkedMarketplace(platform, flags.marketplace);
  const currency = flags.currency === undefined ? (marketplace?.currency ?? null) : checkedCurrency(flags.currency);
  const ownZone = marketplace?.timeZone ?? platformZone(platform) ?? session.context.timeZone;
  const timeZone = flags.timezone === undefined ? ownZone : checkedZone(flags.timezone);
  const db = await session.writableDatabase();
  const store = inTransaction(db, () =>
    createStore(db, {
      platform,
      client: session.client,
      name,
      marketplace: marketplace?.name ?? flags.marketplace ?? null,
      currency,
      timeZone,
      assumed: false,
    }),
  );
  const open =
    currency === null ? [`${name} has no currency yet: the first file that names one decides, or eco store edit ${name} --currency …`] : [];
  await session.print(storeTable(db, [store], open));
}
