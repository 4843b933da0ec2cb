/** All synonyms, by field. */
import { ADS } from './ads.js';
import { LISTINGS } from './listings.js';
import { MARKET } from './market.js';
import { MONEY } from './money.js';
import { ORDER_AMOUNTS } from './orderAmounts.js';
import { ORDERS } from './orders.js';
import type { SynonymTable } from './synonym.js';
import { THINGS } from './things.js';
import { TRAFFIC } from './traffic.js';

export const SYNONYMS: SynonymTable = { ...THINGS, ...LISTINGS, ...ORDERS, ...ORDER_AMOUNTS, ...TRAFFIC, ...ADS, ...MONEY, ...MARKET };
