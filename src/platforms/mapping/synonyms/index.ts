/** All synonyms, by field. */
import { LISTINGS } from './listings.js';
import { ORDERS } from './orders.js';
import { PERFORMANCE } from './performance.js';
import type { SynonymTable } from './synonym.js';
import { THINGS } from './things.js';

export const SYNONYMS: SynonymTable = { ...THINGS, ...LISTINGS, ...ORDERS, ...PERFORMANCE };
