/** What people say of a store, checked. */

import { UsageError } from '../../core/errors.js';
import { isZone } from '../../core/zone.js';
import { nearestName } from '../../output/nearest.js';
import type { Platform } from '../../platforms/define.js';
import { type Marketplace, marketplaceOf, PLATFORM_NAMES } from '../../platforms/marketplaces.js';

export interface StoreFlags {
  readonly marketplace?: string;
  readonly currency?: string;
  readonly timezone?: string;
}

const PLATFORMS: readonly Platform[] = (Object.keys(PLATFORM_NAMES) as Platform[]).sort();

export function checkedPlatform(text: string): Platform {
  const found = PLATFORMS.find((platform) => platform === text.toLowerCase());
  if (!found)
    throw new UsageError(
      `--platform ${text}: no such platform. The nearest is "${nearestName(text, PLATFORMS)}"; all: ${PLATFORMS.join(', ')}`,
    );
  return found;
}

export function checkedCurrency(text: string): string {
  const code = text.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return code;
  throw new UsageError(`--currency ${text}: a currency code of ISO 4217 such as USD, EUR or CNY expected`);
}

export function checkedZone(text: string): string {
  // Some engines also take offsets such as +02:00; those know no summer time.
  if (/^[A-Za-z]/.test(text) && isZone(text)) return text;
  const nearest = text.includes('/') ? `. The nearest name is ${nearestName(text, Intl.supportedValuesOf('timeZone'))}` : '';
  throw new UsageError(`--timezone ${text}: a time zone such as Europe/Berlin or America/Los_Angeles expected${nearest}`);
}

/** The marketplace of this name, in the platform's own spelling where eco knows it. */
export function checkedMarketplace(platform: string, text: string): Marketplace | null {
  return marketplaceOf(platform as Platform, text);
}
