/** The name that was probably meant (core/nearest.ts), for what prints messages. */
export { nearestName } from '../core/nearest.js';
