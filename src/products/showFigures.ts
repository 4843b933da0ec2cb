/** The parts of `products show` that are measured: stock, sales, traffic and advertising. What is unknown is said to be. */
import type { Day, Period } from '../core/day.js';
import type { Block, Sentence } from '../core/page.js';
import { periodsOf } from '../measures/coverage.js';
import type { Figures } from './figures.js';
import type { ShowFacts } from './listing.js';

/** Stock by location with its date, and how long it lasts. */
export function stockBlocks({ snapshots }: ShowFacts, figures: Figures): Block[] {
  const heading: Block = { type: 'heading', text: 'Stock' };
  if (snapshots.length === 0)
    return [heading, { type: 'sentence', parts: ['Unknown: no imported report has stock of it before this morning.'] }];
  return [
    heading,
    {
      type: 'table',
      table: {
        id: 'products.stock/1',
        columns: [
          { key: 'location', header: 'Location', kind: 'text' },
          { key: 'available', header: 'Available', kind: 'integer' },
          { key: 'on_hand', header: 'On hand', kind: 'integer' },
          { key: 'committed', header: 'Committed', kind: 'integer' },
          { key: 'reserved', header: 'Reserved', kind: 'integer' },
          { key: 'inbound', header: 'Inbound', kind: 'integer' },
          { key: 'taken_on', header: 'Stock of', kind: 'day' },
        ],
        rows: figures.positions.map((position) => ({
          location: position.location,
          available: position.available,
          on_hand: position.onHand,
          committed: position.committed,
          reserved: position.reserved,
          inbound: position.inbound,
          taken_on: position.takenOn,
        })),
      },
    },
    { type: 'sentence', parts: lasts(figures) },
  ];
}

function lasts({ velocity, cover, stockOut, daysCounted, daysKnown }: Figures): Sentence {
  if (velocity === null) return ['How long it lasts is unknown: no imported orders cover the last 30 days.'];
  const without = daysKnown - daysCounted;
  const basis = without > 0 ? ` (${daysCounted} days in stock; ${without} without stock left out)` : ` (${daysCounted} days)`;
  const sells: Sentence = ['Sells ', { value: velocity, kind: 'decimal', digits: 2 }, ' a day', basis];
  if (cover === null) return [...sells, '.'];
  const lasting: Sentence = [...sells, ': lasts ', { value: cover, kind: 'decimal', digits: 0 }, ' days'];
  return stockOut === null ? [...lasting, '.'] : [...lasting, ', until ', { value: stockOut, kind: 'day', tone: 'strong' }, '.'];
}

/** Sales of the 30 days, and units by week. A week of which no order file knows a day is a gap. */
export function salesBlocks(figures: Figures, month: Period): Block[] {
  const blocks: Block[] = [{ type: 'heading', text: 'Sales', aside: `${month.from} … ${month.to}` }];
  if (figures.daysKnown === 0) blocks.push({ type: 'sentence', parts: ['Unknown: no imported orders cover these days.'] });
  else {
    const known: Sentence = figures.daysKnown < 30 ? [` (orders known for ${figures.daysKnown} of 30 days)`] : [];
    const { units, salesMinor, currency } = figures;
    blocks.push({
      type: 'sentence',
      parts: [{ value: units, kind: 'integer' }, ' units, ', { value: salesMinor, kind: 'money', currency }, ...known],
    });
  }
  if (figures.weeks.some((week) => week.units !== null)) {
    const points = figures.weeks.map((week) => ({
      label: week.daysKnown > 0 && week.daysKnown < 7 ? `${week.from} (${week.daysKnown} of 7 days)` : week.from,
      value: week.units,
    }));
    blocks.push({ type: 'series', series: { label: 'Units by week from', kind: 'integer', points } });
  }
  return blocks;
}

/** Visits and what came of them, and why advertising cannot be told for one listing. */
export function trafficBlocks(facts: ShowFacts, { traffic, trafficMissing }: Figures, month: Period): Block[] {
  const heading: Block = { type: 'heading', text: 'Traffic and advertising', aside: `${month.from} … ${month.to}` };
  const ads = facts.hasAds
    ? 'not attributable: the imported ad reports name search terms and campaigns, not the product advertised'
    : 'no ad reports of this store are imported';
  if (traffic === null) {
    return [
      heading,
      {
        type: 'facts',
        rows: [
          { label: 'Visits', parts: ['no traffic report that lies within these days names it'] },
          { label: 'Ads', parts: [ads] },
        ],
      },
    ];
  }
  const missing =
    trafficMissing.length === 0
      ? ''
      : ` (nothing known of ${periodsOf(trafficMissing as Day[])
          .map(text)
          .join(', ')})`;
  return [
    heading,
    {
      type: 'facts',
      rows: [
        {
          label: 'Visits',
          parts: [
            { value: traffic.sessions, kind: 'integer' },
            ' sessions, ',
            { value: traffic.pageViews, kind: 'integer' },
            ' page views',
            missing,
          ],
        },
        {
          label: 'Bought',
          parts: [{ value: traffic.units, kind: 'integer' }, ' units, ', { value: traffic.unitsPerSession, kind: 'ratio' }, ' of sessions'],
        },
        { label: 'Buy box', parts: [{ value: traffic.buyBoxRatio, kind: 'ratio' }] },
        { label: 'Ads', parts: [ads] },
      ],
    },
  ];
}

function text({ from, to }: Period): string {
  return from === to ? from : `${from} … ${to}`;
}
