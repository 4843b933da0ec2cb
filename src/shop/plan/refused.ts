/** The refusals of a platform's processing report, recorded on the changes that they are about. */
import { basename } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { readNamedFile } from '../../namedFile.js';
import { appendEvents, type KeptPlan } from '../../plans/kept/keep.js';
import { listingRows } from '../../plans/standing/listingQueries.js';
import { type Refusal, readRefusals } from '../../plans/verified/resultFile.js';
import type { Session } from '../../session.js';
import { nowOf } from './openPlan.js';

/** Records what a report refused; rows of other items are counted and said. */
export function markRefused(session: Session, db: Database, kept: KeptPlan, file: string): KeptPlan {
  const refusals = readRefusals(readNamedFile(session.context.cwd, file, 'the answer of the platform to an upload'), basename(file));
  const find = changeFinder(db, kept);
  const messages = new Map<string, string>();
  const strangers: Refusal[] = [];
  for (const refusal of refusals) {
    const found = find(refusal.names);
    if (found.length === 0) strangers.push(refusal);
    for (const id of found) messages.set(id, [messages.get(id), refusal.message].filter((text) => text !== undefined).join('; '));
  }
  if (refusals.length > 0 && messages.size === 0)
    throw new UserError(
      `${basename(file)}: none of its ${refusals.length} refused items is in ${kept.plan.id} (line ${refusals[0]?.line}: ${refusals[0]?.names.join(', ')}). Is it the report of another upload?`,
    );
  const now = nowOf(session);
  const events = [...messages].map(([changeId, message]): PlanEvent => ({ changeId, event: 'refused', at: now, details: { message } }));
  session.note(
    `${basename(file)}: ${messages.size} refused by the platform${strangers.length === 0 ? '' : `; ${strangers.length} of its rows ${strangers.length === 1 ? 'is' : 'are'} of other items (line ${strangers[0]?.line})`}`,
  );
  return appendEvents(db, kept.plan.id, events, now);
}

/** The changes that a report's names mean: by key, by SKU, or by the SKU of a variation of the product. */
function changeFinder(db: Database, kept: KeptPlan): (names: readonly string[]) => string[] {
  const stores = [...new Set(kept.plan.changes.map((change) => change.target.store))];
  return (names) => {
    const keys = names.flatMap((key) => stores.map((store) => ({ store, key })));
    const rows = [...listingRows(db, 'sku', keys), ...listingRows(db, 'listing_key', keys)];
    const ids = new Set([...names, ...rows.flatMap((row) => [row.listingId, row.productId])]);
    return kept.plan.changes.filter(({ target, sku }) => ids.has(target.id) || (sku !== null && names.includes(sku))).map(({ id }) => id);
  };
}
