/** Which promotions the morning list tells of. */
import { describe, expect, it } from 'vitest';
import { calendarTodo } from '../../src/calendar/todo.js';
import type { Day } from '../../src/core/day.js';
import type { Store } from '../../src/facts/stores.js';

const store = (platform: string, marketplace: string | null, currency: string | null): Store => {
  return { storeId: 1, accountId: 1, name: platform, platform, client: null, marketplace, currency, timeZone: 'UTC', assumed: false };
};
const told = (stores: readonly Store[], asOf: string) =>
  calendarTodo(stores, asOf as Day).map(
    ({ text, command }) => `${text.map((part) => (typeof part === 'string' ? part : part.value)).join('')} | ${command}`,
  );

describe('promotions ahead', () => {
  it('are those of the store within four weeks, each once, with its first stage', () => {
    expect(told([store('taobao', null, 'CNY')], '2026-11-29')).toEqual([
      'Double 12 begins in 10 days, on 2026-12-09, estimated | eco calendar list --to 2026-12-09 --where event=2026-double-12',
    ]);
    expect(told([store('amazon', 'Amazon.com', 'USD')], '2026-11-29')[0]).toBe(
      'Cyber Monday begins tomorrow, on 2026-11-30 | eco calendar list --to 2026-11-30 --where event=2026-cyber-monday',
    );
  });

  it('are none of other countries, of what has begun, or of what is far', () => {
    expect(told([store('amazon', 'Amazon.com', 'USD')], '2026-11-29').join()).not.toContain('Boxing Day');
    expect(told([store('amazon', 'Amazon.ca', 'CAD')], '2026-11-29').join()).toContain('Boxing Day begins in 27 days');
    expect(told([store('amazon', 'Amazon.com', 'USD')], '2026-08-01')).toEqual([]);
    expect(told([store('shopify', null, 'EUR')], '2026-11-20')).toEqual([]);
  });
});
