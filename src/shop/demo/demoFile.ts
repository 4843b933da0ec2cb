/** A file of the demo, as it would lie in the download folder. */
import type { StoreId } from './truth.js';

export interface DemoFile {
  /** Relative, with `/`: `shopify/products_export_2026-11-21.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The shop it belongs to; null where the rows say it themselves (Amazon's orders name their sales channel). */
  readonly store: StoreId | null;
}
