/** Reviews of one's own products, without their writers. */
import type { PeriodTable } from './periodRows.js';

export const REVIEWS: PeriodTable = {
  subject: 'reviews',
  table: 'reviews',
  item: 'always',
  // A report may hold the reviews of one product only, so a unit is a review, or a product's reviews of a day where they have no number.
  about: (row) => String(row('reviewId') ?? row('item')),
  columns: [
    ['review_id', 'reviewId'],
    ['reviewed_at', 'reviewedAt'],
    ['reviewed_on', 'day'],
    ['stars', 'stars'],
    ['title', 'reviewTitle'],
    ['text', 'reviewText'],
    ['is_verified', 'isVerified'],
  ],
};
