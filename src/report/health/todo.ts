/** What the health of shops puts on the morning list: metrics beyond their limit, and those that will be within a month. */
import type { Day } from '../../core/day.js';
import type { Sentence } from '../../core/page.js';
import type { TodoStep } from '../../core/todo.js';
import type { Database } from '../../db/connection.js';
import type { Store } from '../../facts/stores.js';
import type { HealthFinding } from './health.js';
import { storeHealth } from './runHealth.js';

export function healthTodo(db: Database, stores: readonly Store[], asOf: Day): TodoStep[] {
  return stores.flatMap((store) =>
    storeHealth(db, store, asOf)
      .filter(({ status }) => status === 'over' || status === 'soon')
      // A limit that only custom knows is no danger to the shop.
      .filter(({ limit }) => limit.platform !== '*')
      .map((finding) => ({
        kind: 'health',
        store: store.name,
        text: textOf(store.name, finding),
        command: `eco report health --store ${store.name}`,
        worth: null,
      })),
  );
}

function textOf(store: string, { limit, status, value, crossesOn, room, byHand }: HealthFinding): Sentence {
  const shown = (number: number | null) =>
    limit.unit === 'ratio'
      ? ({ value: number, kind: 'ratio' } as const)
      : ({ value: number, kind: 'decimal', digits: limit.limit < 10 ? 2 : 0 } as const);
  // Cancellations by buyers are in it.
  const bound = limit.from.startsWith('cancelled') && !byHand ? 'up to ' : '';
  const start: Sentence = [
    `${store}: ${limit.name.toLowerCase()} ${bound}`,
    shown(value),
    ` (must be at ${limit.must} `,
    shown(limit.limit),
    ')',
  ];
  if (status === 'over') return [...start, `: ${limit.consequence}`];
  if (crossesOn !== null) return [...start, ', crossed on ', { value: crossesOn, kind: 'day' }, ' if it goes on so'];
  return [...start, room === 0 ? ', not one more order fits' : ''];
}
