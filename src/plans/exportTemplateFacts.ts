/**
 * What filling a template needs from the database: the marketplaces of the stores, what was sent off before, how an undo's values were
 * spelled, and what the platform's own upload would refuse: a template is no way around it.
 */
import type { Change } from '../core/plan.js';
import type { Database } from '../db/connection.js';
import { storesOf } from '../facts/stores.js';
import { formatsOf } from '../importing/formats.js';
import { marketplaceId } from '../platforms/amazon/marketplaceIds.js';
import type { CatalogueRow, LeftOut } from '../platforms/upload.js';
import { uploadFor } from '../platforms/uploads.js';
import { catalogueOf, earlierRows } from './catalogueRows.js';
import { oneEach } from './exportParcels.js';
import { type OfPlan, sentChanges } from './exportSent.js';
import { spellings } from './exportSpellings.js';
import type { TemplateRequest } from './exportTemplate.js';
import { productsOf } from './exportUploads.js';

export interface TemplateFacts {
  readonly request: TemplateRequest;
  /** Changes that another of the export changes too. */
  readonly leftOut: readonly LeftOut[];
}

/** The request for these changes. */
export function templateFacts(db: Database, items: readonly OfPlan[]): TemplateFacts {
  const { first, twice } = oneEach(items);
  const ids = new Set(items.map(({ change }) => change.id));
  const spelled = new Map<string, string>();
  const sent: Change[] = [];
  const marketplaceIds = new Map<string, string | null>();
  const known = new Map<string, CatalogueRow>();
  for (const store of storesOf(db, {})) {
    const own = first.filter(({ change }) => change.target.store === store.name);
    if (own.length === 0) continue;
    marketplaceIds.set(store.name, store.platform === 'amazon' ? marketplaceId(store.marketplace) : null);
    const before = sentChanges(db, store.name, null).filter(({ change }) => !ids.has(change.id));
    sent.push(...before.map(({ change }) => change));
    const formats = formatsOf(db)
      .all.filter(({ platform, fills }) => platform === store.platform && fills.includes('listings'))
      .map(({ id }) => id);
    const restored = [...own, ...before].filter(({ restores }) => restores).map(({ change }) => change);
    if (restored.length > 0)
      for (const [id, cell] of spellings(restored, earlierRows(db, store, formats, productsOf(db, restored)))) spelled.set(id, cell);
    const guarded = own.map(({ change }) => change).filter(({ target, field }) => uploadFor(target.platform, field).refuses);
    if (guarded.length === 0) continue;
    for (const row of catalogueOf(db, store, formats, productsOf(db, guarded)).rows) known.set(`${store.name}\n${row.listingId}`, row);
  }
  const refuses: TemplateRequest['refuses'] = (change, cells) => {
    const { platform, store, id } = change.target;
    const upload = uploadFor(platform, change.field);
    const bare: CatalogueRow = { listingId: id, productId: id, isParent: false, cells: Object.fromEntries(cells.entries()), fields: {} };
    return upload.refuses?.(change, known.get(`${store}\n${id}`)) ?? upload.refuses?.(change, bare) ?? null;
  };
  return { request: { changes: first.map(({ change }) => change), spelled, marketplaceIds, refuses, sent }, leftOut: twice };
}
