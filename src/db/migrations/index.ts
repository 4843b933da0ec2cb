import type { Migration } from '../migrate.js';
import { imports } from './0001-imports.js';
import { listings } from './0002-listings.js';
import { stock } from './0003-stock.js';
import { orders } from './0004-orders.js';
import { periods } from './0005-periods.js';
import { views } from './0006-views.js';
import { plans } from './0007-plans.js';
import { breadth } from './0008-breadth.js';
import { identity } from './0009-identity.js';
import { profiles } from './0010-profiles.js';
import { containers } from './0011-containers.js';
import { listingOptions } from './0012-listing-options.js';
import { costs } from './0013-costs.js';
import { nightly } from './0014-nightly.js';
import { buyers } from './0015-buyers.js';
import { daysOfOrders } from './0016-days-of-orders.js';
import { ownHealth } from './0017-own-health.js';
import { sumsOfDays } from './0018-sums-of-days.js';

/** In the order of their versions. */
export const MIGRATIONS: readonly Migration[] = [
  imports,
  listings,
  stock,
  orders,
  periods,
  views,
  plans,
  breadth,
  identity,
  profiles,
  containers,
  listingOptions,
  costs,
  nightly,
  buyers,
  daysOfOrders,
  ownHealth,
  sumsOfDays,
];
