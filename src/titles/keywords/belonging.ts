/** Search terms with the listings they belong to, and which of these lack their words. */
import { sumKnown } from '../../measures/grouping.js';
import { covers, hasWord } from '../../measures/words/searchWords.js';
import type { ListingText } from './listingText.js';
import { relatedByWords } from './relate.js';
import type { BelongsBy, SearchTerm } from './searchTerm.js';

export interface BelongingTerm extends SearchTerm {
  /** Numbers of the texts it belongs to. */
  readonly listings: readonly number[];
  readonly by: BelongsBy | null;
  /** Of these, the texts whose title lacks one of its words. Titles that no import told are in neither. */
  readonly missingIn: readonly number[];
  /** Part of the words in the title of the listing that has most of them; null without a listing. */
  readonly titleShare: number | null;
  /** Words that no title of its listings has. */
  readonly missingWords: readonly string[];
  /** ASINs that the ads were for and that no import knows. */
  readonly strangers: readonly string[];
}

const TRUST: readonly BelongsBy[] = ['ad group', 'campaign', 'targeting'];

/** Every term with its listings. */
export function belongingTerms(terms: readonly SearchTerm[], texts: readonly ListingText[]): BelongingTerm[] {
  const byWords = relatedByWords(texts);
  return terms.map((term) => {
    const named = [...new Set(term.cells.flatMap((cell) => cell.advertised))].sort((a, b) => a - b);
    const strangers = [...new Set(term.cells.flatMap((cell) => (cell.stranger === null ? [] : [cell.stranger])))].sort();
    const listings = named.length > 0 ? named : strangers.length > 0 ? [] : byWords(term.storeId, term.words);
    const by = named.length > 0 ? (TRUST.find((way) => term.cells.some((cell) => cell.by === way)) ?? null) : 'words';
    return { ...term, listings, by: listings.length === 0 ? null : by, strangers, ...inTitles(term, listings, texts) };
  });
}

function inTitles(term: SearchTerm, listings: readonly number[], texts: readonly ListingText[]) {
  const known = listings.map((index) => texts[index] as ListingText).filter((text) => text.title !== null);
  const shareOf = (text: ListingText) => term.words.filter((word) => hasWord(text.inTitle, word)).length / term.words.length;
  return {
    missingIn: known.filter((text) => !covers(text.inTitle, term.words)).map((text) => text.index),
    titleShare: known.length === 0 || term.words.length === 0 ? null : Math.max(...known.map(shareOf)),
    missingWords:
      known.length === 0 ? [] : term.words.filter((word) => !known.some((text) => hasWord(text.inTitle, word))).map((word) => word.key),
  };
}

/** The terms as far as they are about one listing: only the cells of its ads where it is advertised. */
export function ofListing(terms: readonly BelongingTerm[], index: number): BelongingTerm[] {
  return terms
    .filter((term) => term.listings.includes(index))
    .map((term) => {
      const own = term.cells.filter((cell) => cell.advertised.includes(index));
      return own.length === 0 ? term : { ...term, cells: own };
    });
}

export interface TermSums {
  readonly impressions: number | null;
  readonly clicks: number;
  readonly cost: number | null;
  readonly orders: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  /** Shrunk: expected orders ÷ clicks. */
  readonly cvr: number | null;
  readonly value: number | null;
  readonly variance: number;
}

/** A term's figures over its cells. */
export function termSums({ cells }: Pick<SearchTerm, 'cells'>): TermSums {
  const clicks = cells.reduce((sum, cell) => sum + cell.clicks, 0);
  const rated = cells.filter((cell) => cell.cvr !== null);
  const ratedClicks = rated.reduce((sum, cell) => sum + cell.clicks, 0);
  const mean = rated.length === 0 ? null : rated.reduce((sum, cell) => sum + (cell.cvr as number), 0) / rated.length;
  return {
    impressions: sumKnown(cells.map((cell) => cell.impressions)),
    clicks,
    cost: sumKnown(cells.map((cell) => cell.cost)),
    orders: sumKnown(cells.map((cell) => cell.orders)),
    units: sumKnown(cells.map((cell) => cell.units)),
    sales: sumKnown(cells.map((cell) => cell.sales)),
    cvr: ratedClicks === 0 ? mean : rated.reduce((sum, cell) => sum + (cell.cvr as number) * cell.clicks, 0) / ratedClicks,
    value: sumKnown(cells.map((cell) => cell.value)),
    variance: cells.reduce((sum, cell) => sum + cell.variance, 0),
  };
}
