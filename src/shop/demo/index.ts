/**
 * The demo shop: `eco demo` writes these files, so that everything can be tried without a shop of one's own, and tests can
 * hold decisions against the truth the files were drawn from. Catalogue.ts tells what is in it, model.ts how it is drawn.
 */
import type { Day } from '../../core/day.js';
import { amazonAdFiles } from './amazonAds.js';
import { amazonListingFiles } from './amazonListings.js';
import { amazonOrderFiles } from './amazonOrders.js';
import { amazonStockFiles } from './amazonStock.js';
import { amazonTrafficFiles } from './amazonTraffic.js';
import type { DemoTruth, StoreId } from './truth.js';
import { createWorld } from './world.js';

export interface DemoFile {
  /** Relative, with `/`: `shopify/products_export_2026-11-21.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The shop it belongs to; null where the rows say it themselves (Amazon's orders name their sales channel). */
  readonly store: StoreId | null;
}

export interface DemoShop {
  readonly files: readonly DemoFile[];
  readonly truth: DemoTruth;
}

/**
 * Three shops of one seller over the 18 months that end on `lastDay`, as they lie in the download folder on the morning
 * after. The same seed and day give the same bytes on every machine.
 */
export function generateDemo({ seed, lastDay }: { readonly seed: number; readonly lastDay: Day }): DemoShop {
  const world = createWorld(seed, lastDay);
  const files = [
    ...amazonOrderFiles(world),
    ...amazonListingFiles(world),
    ...amazonStockFiles(world),
    ...amazonTrafficFiles(world),
    ...amazonAdFiles(world),
  ];
  return { files, truth: world.truth };
}
