/**
 * Columns that Helium 10's keyword tools share, from public readers of their exports. `-` and `N/R` mean that there is no rank, `>306`
 * that it is beyond the 306th place. All figures are Helium 10's estimates of a month.
 */
import { type ColumnSpec, column, required } from '../define.js';

export const HELIUM_KEYWORDS: readonly ColumnSpec[] = [
  required('searchTerm', 'Keyword Phrase'),
  required('searchVolume', 'Search Volume'),
  column('purchases', 'Keyword Sales'),
  // Other spellings of a share are not known: without its sign 25 may be 25 % or 2,500 %.
  { ...column('clickShare', 'ABA Total Click Share'), only: /%$/ },
  { ...column('conversionShare', 'ABA Total Conv. Share'), only: /%$/ },
  column('cpc', 'H10 PPC Sugg. Min Bid', 'H10 PPC Sugg. Bid', 'Suggested PPC Bid', 'PPC Suggested Bid'),
  column('cpcHigh', 'H10 PPC Sugg. Max Bid'),
  column('productsOnSale', 'Competing Products'),
  column('organicRank', 'Organic Rank', 'Position (Rank)'),
  column('sponsoredRank', 'Sponsored Rank', 'Sponsored Rank (avg)'),
];
