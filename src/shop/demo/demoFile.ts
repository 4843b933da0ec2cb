/** A file of the demo, as it would lie in the download folder. */
import type { Day } from '../../core/day.js';
import { instantOf } from './days.js';
import type { StoreId } from './truth.js';

export interface DemoFile {
  /** Relative, with `/`: `shopify/products_export_2026-11-21.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The shop it belongs to; null where the rows say it themselves (Amazon's orders name their sales channel). */
  readonly store: StoreId | null;
  /** Epoch seconds: what the file's time of change should be, since not every name tells which of two downloads is newer. */
  readonly downloadedAt: number;
}

/** A file downloaded at 6 a.m. of a day, by the clock of its shop. */
export function demoFile(path: string, bytes: Uint8Array, store: StoreId | null, downloadedOn: Day): DemoFile {
  return { path, bytes, store, downloadedAt: downloadInstant(downloadedOn, store) };
}

/** 6 a.m. of a day in a shop: what happened until then is in its downloads. */
export function downloadInstant(day: Day, store: StoreId | null): number {
  return instantOf(day, 6 * 3600, store === 'tmall' ? 'shanghai' : 'pacific');
}
