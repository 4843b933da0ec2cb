/**
 * The demo shop: `eco demo` writes these files, so that everything can be tried without a shop of one's own, and tests can
 * hold decisions against the truth the files were drawn from. Catalogue.ts tells what is in it, model.ts how it is drawn.
 */
import type { Day } from '../../core/day.js';
import { amazonAdFiles } from './amazonAds.js';
import { amazonListingFiles } from './amazonListings.js';
import { amazonOrderFiles } from './amazonOrders.js';
import { amazonReturnFiles } from './amazonReturns.js';
import { amazonSettlementFiles } from './amazonSettlements.js';
import { amazonStockFiles } from './amazonStock.js';
import { amazonTrafficFiles } from './amazonTraffic.js';
import { costFile, rateFile } from './costs.js';
import type { DemoFile } from './demoFile.js';
import { shopifyInventoryFiles } from './shopifyInventory.js';
import { shopifyOrderFiles } from './shopifyOrders.js';
import { shopifyPaymentFiles } from './shopifyPayments.js';
import { shopifyProductFiles } from './shopifyProducts.js';
import { tmallFiles } from './tmallFiles.js';
import { tmallReviewFiles } from './tmallReviews.js';
import { tmallShopFiles } from './tmallShop.js';
import type { DemoTruth } from './truth.js';
import { createWorld } from './world.js';

export type { DemoFile } from './demoFile.js';

export interface DemoShop {
  readonly files: readonly DemoFile[];
  /** The seller's own lists: unit costs and exchange rates. */
  readonly lists: { readonly costs: Uint8Array; readonly rates: Uint8Array };
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
    ...shopifyProductFiles(world),
    ...shopifyInventoryFiles(world),
    ...shopifyOrderFiles(world),
    ...tmallFiles(world),
    ...amazonSettlementFiles(world),
    ...amazonReturnFiles(world),
    ...shopifyPaymentFiles(world),
    ...tmallShopFiles(world),
    ...tmallReviewFiles(world),
  ];
  const lists = { costs: costFile(world), rates: rateFile(world) };
  return { files, lists, truth: world.truth };
}
