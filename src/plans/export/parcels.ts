/** Which changes go where: one parcel for each store and upload, and each field of a listing once. */
import { UserError } from '../../core/errors.js';
import type { Change } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { type Store, storesOf } from '../../facts/stores.js';
import type { LeftOut, UploadFormat } from '../../platforms/upload.js';
import { uploadFor } from '../../platforms/uploads.js';
import { targetKey } from '../sound.js';
import type { OfPlan } from './sent.js';

/** One upload of one store. */
export interface Parcel {
  readonly store: Store;
  readonly upload: UploadFormat;
  readonly items: readonly OfPlan[];
}

/** Of several changes of one field, only the first can go out. */
export function oneEach(items: readonly OfPlan[]): { first: OfPlan[]; twice: LeftOut[] } {
  const taken = new Map<string, OfPlan>();
  const twice: LeftOut[] = [];
  for (const item of items) {
    const key = targetKey(item.change);
    const other = taken.get(key);
    if (other)
      twice.push({ change: item.change, reason: `${other.planId}, which goes out with it, changes the same: decline one of them` });
    else taken.set(key, item);
  }
  return { first: [...taken.values()], twice };
}

/** The parcels, and what the upload that was asked for does not carry. */
export function parcelsOf(db: Database, items: readonly OfPlan[], upload: UploadFormat | null): { parcels: Parcel[]; elsewhere: Change[] } {
  const stores = new Map(storesOf(db, {}).map((store) => [store.name, store]));
  const parcels = new Map<string, Parcel & { items: OfPlan[] }>();
  const elsewhere: Change[] = [];
  for (const item of items) {
    const { change } = item;
    if (upload !== null && !takes(upload, change)) {
      elsewhere.push(change);
      continue;
    }
    const chosen = upload ?? uploadFor(change.target.platform, change.field);
    const store = stores.get(change.target.store);
    if (!store) throw new UserError(`There is no store "${change.target.store}" any more. "eco store list" shows them.`);
    const key = `${store.name}\n${chosen.id}`;
    const parcel = parcels.get(key) ?? { store, upload: chosen, items: [] };
    parcel.items.push(item);
    parcels.set(key, parcel);
  }
  return { parcels: [...parcels.values()], elsewhere };
}

/** Whether an upload that was asked for carries a change. */
function takes(upload: UploadFormat, { target, field }: Change): boolean {
  return (upload.platform === null || upload.platform === target.platform) && upload.carries.includes(field);
}

/** Where that goes. */
export function elsewhereNote(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const ids = [...new Set(changes.map(({ target, field }) => uploadFor(target.platform, field).id))];
  return [
    `${changes.length} ${changes.length === 1 ? 'change goes' : 'changes go'} by another upload (${ids.join(', ')}): export again without --for`,
  ];
}
