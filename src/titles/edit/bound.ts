/**
 * Words that only say together what they say: measures ("65mm x 127mm", "28.0% Cocoa", "5-6 inches"), counts ("Set of 4") and denials
 * ("Sugar and Gluten Free", "free of BPA", "ohne Zucker"). An edit that takes one word out of them makes a title say something false,
 * often the opposite: pieces hold them together, and `dedupe` takes nothing out of them.
 *
 * Found by their words in English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish. More is bound than need be ("Best
 * Free Gift"): that costs a few characters, the reverse a false claim.
 */

import { matchesOf } from '../../measures/matches.js';
import type { Span } from './cut.js';

const FIGURE = '[\\d٠-٩][\\d.,/]*';
const UNIT_LETTERS =
  'mm|cms?|m|km|in|inch(?:es)?|ft|feet|foot|yds?|yards?|met(?:er|re)s?|cent(?:imeter|imetre)s?|milli(?:meter|metre|liter|litre)s?|ml|cl|dl|l|lt|ltr|ltrs|lit(?:er|re)s?|oz|ounces?|fl|gal|gallons?|qt|quarts?|pints?|lbs?|pounds?|gm|gms|gr|g|grams?|kgs?|kilos?|mg|mcg|µg|iu|w|kw|watts?|v|volts?|hz|khz|mah|wh|gb|tb|mb|mp|rpm|psi|pcs?|pieces?|packs?|count|ct|pairs?|ply|tier|stück|stk|er|set|days?|months?|years?|升|毫升|厘米|毫米|米|克|公斤|千克|斤|寸|个|件|片|支|只|包|瓶|盒|入|枚|本|個';
const UNIT = `(?:${UNIT_LETTERS}|["″”'′]|%|°[CF]?)`;
const MEASURE = `${FIGURE}(?:[\\s-]?${UNIT}(?![\\p{L}\\p{N}]))?`;
const TIMES = '(?:\\s?(?:[x×*✕X]|\\bto\\b|\\bbis\\b|(?<=["″”]),?)\\s?|[–-])';
const MEASURES = `(?=[\\d٠-٩])(?<![\\p{L}\\p{N}.,])${MEASURE}(?:${TIMES}${MEASURE}|\\s(?:fl\\.?\\s)?${UNIT}(?![\\p{L}\\p{N}]))*`;
const PERCENT = `(?<![\\p{L}\\p{N}.,])${FIGURE}\\s?%(?:\\s|-)?\\p{L}[\\p{L}\\p{M}'’]*`;
const COUNT = `(?:set|pack|packs|packung|box|case|pair|bundle|bag|lot|lots|pkg|multipack|sets)\\s(?:of|von|de|à)\\s(?:${FIGURE}|\\p{L}+)`;
const WORD = "[\\p{L}\\p{N}\\p{M}][\\p{L}\\p{N}\\p{M}'’]*";
const AND = '(?:\\s(?:and|or|und|oder|et|ou|ni|nor|y|o|e|en|of)\\s|\\s?[&/+]\\s?)';
const LISTED = `${WORD}(?:${AND}${WORD}){0,2}`;
const FREE = `${LISTED}[\\s-](?:free|frei|freie[rsnm]?|less|vrij|fri|fritt)(?:\\s(?:of|from|von)\\s${LISTED})?`;
const FREE_OF = `(?:free|frei)\\s(?:of|from|von)\\s${LISTED}`;
const DENIAL =
  "(?:no|non|not|never|zero|without|w/o|minus|excl|excludes|excluding|isn['’]t|doesn['’]t|don['’]t|ohne|kein|keine|keinen|nicht|sans|pas\\sde|sin|senza|sem|zonder|geen|utan|inte|ingen|keine[rsm])(?:[\\s-])";
const WITHOUT = `${DENIAL}(?:added\\s|any\\s|the\\s|a\\s)?${LISTED}`;

/** "1950s", "1950-60s", "'60s". */
const DECADES = "(?:(?:1[5-9]|20)\\d|['’]\\d)\\d(?:\\s?[-–/]\\s?(?:1[5-9]|20)?\\d\\d)?s";
const VERSION = '(?:v|ver|vol|no|nr|version|volume|band|teil|part|tome)\\.?\\s\\d[\\d.]*';
const COMPOUNDS =
  'stainless steel|cast iron|carbon fib(?:er|re)|memory foam|hard (?:disk|drive)|(?:extra|king|queen|full|one) size|extra (?:large|small|long|wide|strong)|heavy duty|high quality|acier inoxydable|acero inoxidable|acciaio inossidabile|roestvrij staal|rostfreier stahl';

const BOUND: readonly RegExp[] = [
  new RegExp(MEASURES, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${DECADES}(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(PERCENT, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${COUNT}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${FREE}|${FREE_OF})(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${WITHOUT}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${VERSION}(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${COMPOUNDS})(?![\\p{L}\\p{N}])`, 'giu'),
];

/** The beginning of a word, for texts in any letters too often. */
const BEGIN = '(?:^|[^a-z0-9])';

/** Cheap signs that each of the patterns needs: most titles have none of the last five. */
const SIGNS: readonly RegExp[] = [
  /\d/,
  /\d\ds/i,
  /%/,
  /\s(?:of|von|de|à)\s/i,
  new RegExp(`${BEGIN}(?:free|frei|less|vrij|fri)`, 'i'),
  new RegExp(BEGIN + DENIAL, 'i'),
  new RegExp(BEGIN + VERSION, 'i'),
  /steel|iron|carbon|memory|hard|size|extra|heavy|quality|inox|inoss|roestvrij|rostfrei/i,
];

let last: { readonly text: string; readonly spans: readonly Span[] } = { text: '', spans: [] };

/** The parts of a text that stay or go as one, in their order, without overlaps. */
export function boundSpans(text: string): readonly Span[] {
  if (last.text === text) return last.spans;
  const found: Span[] = [];
  BOUND.forEach((pattern, at) => {
    if (!(SIGNS[at] as RegExp).test(text)) return;
    for (const match of matchesOf(pattern, text)) found.push([match.index, match.index + match[0].length]);
  });
  const merged: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && start < before[1]) before[1] = Math.max(before[1], end);
    else merged.push([start, end]);
  }
  last = { text, spans: merged };
  return merged;
}

const CONTENT = /^[\d.,]+\s?(?:x|×|\*)\s?[\d.,]|^\d[\d.,]*[\s-]?(?:kgs?|gm?s?|gr|mg|lbs?|oz|ml|cl|dl|l|lt|lit(?:er|re)s?|mm|cm|m)\b/iu;
const COUNT_OF = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${COUNT}|\\d+[\\s-]?(?:pcs?|pieces?|packs?|pk|ct|count|pairs?|sets?|stück|stk|stuks|pièces|piezas|pezzi|boxes|rolls|bottles|cans|sachets|tins)(?![\\p{L}\\p{N}])|\\d+\\s?[x×]\\s?\\d)`,
  'iu',
);

/** Whether a text says how many one gets: "Pack of 6", "20pcs", "6 x 500 ml". */
export function statesCount(text: string): boolean {
  return /\d/.test(text) && COUNT_OF.test(text);
}

/** Whether a text is a size or a weight and nothing else: "3kg", "80x160 cm". */
export function isContent(text: string): boolean {
  return text.length < 24 && CONTENT.test(text) && /^[\d\s.,x×*?+/-]*[\p{L}\d\s.,×*+/-]*$/u.test(text);
}
