/** What a reader of the keyword tables must know: the days, what was left out, how the estimates were made, how thin the terms are. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { periodsOf } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';
import type { BelongingTerm } from './belonging.js';
import { termSums } from './belonging.js';
import type { ChosenReports } from './chosenReports.js';
import type { ListingText } from './listingText.js';
import type { AdTermRow } from './searchTerm.js';
import type { AdTerms, Shrinkage } from './searchTerms.js';

export interface NoteInput {
  readonly asOf: Day;
  readonly period: Period;
  readonly storeNames: ReadonlyMap<number, string>;
  readonly choice: ChosenReports;
  readonly rows: readonly AdTermRow[];
  readonly adTerms: AdTerms;
  readonly terms: readonly BelongingTerm[];
  readonly texts: readonly ListingText[];
  /** Terms of the seller's own list, 0 without one. */
  readonly fileTerms: number;
}

const MOST_PERIODS = 3;
/** Amazon's longest window, where a report does not tell its own. */
const LONGEST_WINDOW_DAYS = 14;

export function keywordNotes(input: NoteInput): string[] {
  return [...covered(input), ...unfinished(input), ...shrunk(input), ...thin(input), ...left(input), ...belonging(input), ...brands(input)];
}

function covered({ choice, period, storeNames, adTerms, fileTerms }: NoteInput): string[] {
  const notes: string[] = [];
  if (fileTerms > 0) notes.push(`${count(fileTerms, 'search term')} of your own list, with the values it gives: they have no currency.`);
  if (choice.days.size === 0 && fileTerms === 0) {
    return ['No ad report with search terms is imported for these stores. Your own list of terms works, too: --terms FILE.csv'];
  }
  if (choice.days.size === 0) return notes;
  for (const [storeId, days] of choice.days) {
    const missing = periodsOf(choice.missing.get(storeId) ?? []);
    const named = missing.slice(0, MOST_PERIODS).map(({ from, to }) => (from === to ? from : `${from} … ${to}`));
    const more = missing.length > MOST_PERIODS ? ` and ${missing.length - MOST_PERIODS} more` : '';
    const gaps = missing.length === 0 ? '' : `, without ${named.join(', ')}${more}`;
    notes.push(`${storeNames.get(storeId) ?? ''}: search terms of ${count(days, 'day')}, ${period.from} … ${period.to}${gaps}.`);
  }
  if (choice.reachOut.length > 0) {
    const periods = [...groupBy(choice.reachOut, (unit) => `${unit.from} … ${unit.to}`).keys()].sort();
    notes.push(
      `Not used, since a report cannot be cut: those of ${periods.slice(0, MOST_PERIODS).join(', ')}. --from and --to can take them in.`,
    );
  }
  if (adTerms.terms.length === 0 && fileTerms === 0) notes.push('None of these reports has a search term.');
  return notes;
}

/** Sales that are credited to clicks of the last days arrive later. */
function unfinished({ asOf, period, rows }: NoteInput): string[] {
  if (rows.length === 0) return [];
  const longest = Math.max(...rows.map((row) => row.longestWindow ?? LONGEST_WINDOW_DAYS));
  const windows = new Set(rows.flatMap((row) => [row.shortestWindow, row.longestWindow]));
  const notes = [
    `Orders are those that the platform credits to an ad click within ${longest} days; searches that ended without a click on an ad are not in these reports.`,
  ];
  const since = addDays(asOf, -longest);
  if (period.to >= since) notes.push(`Orders of clicks since ${since} still arrive.`);
  if (windows.size > 1) notes.push('Reports count orders over different windows after the click: their sums are a little uneven.');
  return notes;
}

function shrunk({ adTerms, storeNames }: NoteInput): string[] {
  return adTerms.shrinkage.map((of: Shrinkage) => {
    const where = `${storeNames.get(of.storeId) ?? ''}${of.currency === null ? '' : ` ${of.currency}`}`;
    const strength = of.isAssumed ? `${of.termStrength} clicks (assumed: too few to tell)` : `${Math.round(of.termStrength)} clicks`;
    return `${where}: conversion ${(of.rate * 100).toFixed(1)} % over all terms; a term's own figure is mixed with its ad group's as if that were ${strength}.`;
  });
}

/** Below ln 0.05 ÷ ln(1 − rate) clicks, no order at all happens in one case of twenty to a term of the usual rate. */
function thin({ adTerms, terms }: NoteInput): string[] {
  const rates = adTerms.shrinkage.map((of) => of.rate).filter((rate) => rate > 0 && rate < 1);
  if (rates.length === 0) return [];
  const least = Math.ceil(Math.log(0.05) / Math.log(1 - Math.min(...rates)));
  const ofAds = terms.filter((term) => term.source === 'ads');
  const few = ofAds.filter((term) => termSums(term).clicks < least).length;
  return few === 0
    ? []
    : [`${few.toLocaleString('en')} of ${count(ofAds.length, 'term')} have fewer than ${least} clicks: too thin to judge by themselves.`];
}

function left({ adTerms }: NoteInput): string[] {
  return adTerms.asinClicks === 0
    ? []
    : [`Left out: ${count(adTerms.asinClicks, 'click')} from pages of products (the search term is an ASIN).`];
}

function belonging({ terms, texts }: NoteInput): string[] {
  if (terms.length === 0) return [];
  if (texts.length === 0) return ['No catalogue of these stores is imported: which titles lack the words cannot be told.'];
  const none = terms.filter((term) => term.listings.length === 0).length;
  const byWords = terms.filter((term) => term.by === 'words').length;
  const notes: string[] = [];
  if (byWords > 0)
    notes.push(
      `${count(byWords, 'term')} belong to listings by their words only, since no ad group or campaign is named after a SKU or ASIN (belongs_by).`,
    );
  if (none > 0) notes.push(`${count(none, 'term')} belong to no listing of the catalogue.`);
  return notes;
}

function brands({ texts }: NoteInput): string[] {
  const inferred = texts.find((text) => text.isBrandInferred);
  if (!inferred?.brand || inferred.title === null) return [];
  return [
    `The brand of ${inferred.store} is taken to be "${inferred.title.slice(inferred.brand.start, inferred.brand.end)}": most titles say it, the catalogue does not.`,
  ];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
