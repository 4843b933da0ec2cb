/** What a reader of the figures must know of their definitions: notes of the tables that tell them. */
import type { Figures } from './figures.js';
import { measure } from './kpi.js';

export function definitionNotes(stores: readonly { readonly platform: string; readonly now: Figures }[]): string[] {
  const isEstimated = stores.some(({ now }) => (now.profit?.estimated ?? 0) > 0 && measure('profit', [now]) !== null);
  return [
    'sales are goods as ordered: before discounts and refunds, without shipping and tax that the platform keeps apart',
    ...(stores.some(({ platform, now }) => platform === 'amazon' && now.sessions !== null)
      ? ['conversion is units ÷ sessions, Amazon\'s "unit session percentage"']
      : []),
    ...(isEstimated
      ? [
          'profit marked ≈ has fees that are estimated until they are settled, and orders without a price at their usual one; its share is of sales with these: eco report profit --explain',
        ]
      : []),
  ];
}
