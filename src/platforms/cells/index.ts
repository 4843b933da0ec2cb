/**
 * Readers of single cells, one file a kind. Each returns its value, null where the cell says that there is none, or a `CellProblem`;
 * none throws, whatever the text. The plain spellings take a fast path (scan.ts), everything else a careful one (plainText.ts, numeral.ts).
 */

export { decodeEntities } from '../../core/entities.js';
export { parseBand } from './band.js';
export { parseBoolean } from './boolean.js';
export { mayMean, sharedGlyph } from './currency.js';
export { parseDate } from './date.js';
export { parseDecimal } from './decimal.js';
export type { DecimalMark } from './grouping.js';
export { parseIdentifier } from './identifier.js';
export { parseInstant, parseInstantPlain } from './instant.js';
export { parseInteger } from './integer.js';
export { parseMicros, parseMicrosPlain } from './micros.js';
export { isMissing } from './missing.js';
export { parsePeriod } from './period.js';
export { CellProblem } from './problem.js';
export { parseRatio } from './ratio.js';
export { cleanText } from './text.js';
