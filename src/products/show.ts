/**
 * `products show`: everything known about one listing, on a page: what it is, price, stock, sales by week, traffic, advertising,
 * and how it changed. Where a word names several listings, a short table of them and how to name one.
 *
 * The machine form (`products.show/1`) has one row a listing with the keys of `products list` and of `inventory status`.
 */

import type { Day, Period } from '../core/day.js';
import type { Block, Page } from '../core/page.js';
import { shellWord } from '../core/shellWord.js';
import type { Column, Row, Table } from '../core/table.js';
import { zone } from '../core/zone.js';
import { measured } from '../measures/velocity.js';
import { type Figures, figuresOf } from './figures.js';
import { LIST_COLUMNS, listingCells } from './list.js';
import type { ShowFacts } from './listing.js';
import { salesBlocks, stockBlocks, trafficBlocks } from './showFigures.js';
import { historyBlocks, identityBlocks, othersBlocks } from './showIdentity.js';

export interface ShowOptions {
  readonly asOf: Day;
  /** The finished days of velocity, sales and traffic. */
  readonly month: Period;
  /** What the user typed. */
  readonly word: string;
  /** All other columns of the catalogue, too. */
  readonly verbose: boolean;
}

export const SHOW_COLUMNS: readonly Column[] = [
  ...LIST_COLUMNS,
  { key: 'platform', header: 'Platform', kind: 'text', detail: true },
  { key: 'image_url', header: 'Image', kind: 'text', detail: true },
  { key: 'own_sku', header: 'Own SKU', kind: 'text', detail: true },
  { key: 'own_units', header: 'Pieces of the own SKU', kind: 'integer', detail: true },
  { key: 'joined_by', header: 'Joined by', kind: 'text', detail: true },
  { key: 'on_hand', header: 'On hand', kind: 'integer', detail: true },
  { key: 'committed', header: 'Committed', kind: 'integer', detail: true },
  { key: 'reserved', header: 'Reserved', kind: 'integer', detail: true },
  { key: 'unsellable', header: 'Unsellable', kind: 'integer', detail: true },
  { key: 'inbound', header: 'Inbound', kind: 'integer', detail: true },
  { key: 'velocity_per_day', header: 'A day', kind: 'decimal', digits: 2, detail: true },
  { key: 'days_of_cover', header: 'Cover', kind: 'decimal', digits: 1, unit: 'd', detail: true },
  { key: 'stock_out_on', header: 'Runs out', kind: 'day', detail: true },
  { key: 'units_by_week', header: 'Units by week', kind: 'trend', detail: true },
  { key: 'sessions_30d', header: 'Sessions 30 d', kind: 'integer', detail: true },
  { key: 'page_views_30d', header: 'Page views 30 d', kind: 'integer', detail: true },
  { key: 'units_per_session', header: 'Units per session', kind: 'ratio', detail: true },
  { key: 'buy_box_ratio', header: 'Buy box', kind: 'ratio', detail: true },
];

/** The page of one listing, or the choice among several. */
export function showProduct(all: readonly ShowFacts[], options: ShowOptions): Page {
  const shown = all.map((facts) => ({ facts, figures: figuresOf(facts, options.asOf, options.month) }));
  const data: Table = {
    id: 'products.show/1',
    columns: SHOW_COLUMNS,
    rows: shown.map(({ facts, figures }) => rowOf(facts, figures)),
    params: { name: options.word, sales_from: options.month.from, sales_to: options.month.to },
    asOf: options.asOf,
  };
  const [only] = shown;
  if (only !== undefined && shown.length === 1)
    return { title: titleOf(only.facts), blocks: pageBlocks(only.facts, only.figures, options), data };
  return { title: `${options.word} is ${shown.length} listings`, blocks: choiceBlocks(all, data), data };
}

function titleOf({ listing, store }: ShowFacts): string {
  return `${listing.sku ?? listing.listingId} · ${store.name}`;
}

function pageBlocks(facts: ShowFacts, figures: Figures, options: ShowOptions): Block[] {
  return [
    ...identityBlocks(facts, figures, options.verbose),
    ...stockBlocks(facts, figures),
    ...salesBlocks(figures, options.month),
    ...trafficBlocks(facts, figures, options.month),
    ...historyBlocks(facts),
    ...othersBlocks(facts),
  ];
}

function choiceBlocks(all: readonly ShowFacts[], data: Table): Block[] {
  const keys = ['store', 'listing_id', 'sku', 'title', 'price_amount', 'currency', 'available', 'status'];
  const columns = keys.map((key) => SHOW_COLUMNS.find((column) => column.key === key) as Column);
  const first = (all[0] as ShowFacts).listing;
  const stores = new Set(all.map((facts) => facts.store.name));
  const isTold = stores.size === all.length;
  const command = isTold
    ? `eco products show ${shellWord(first.sku ?? first.listingId)} --store ${all[0]?.store.name}`
    : `eco products show ${shellWord(first.listingId)}${stores.size > 1 ? ` --store ${all[0]?.store.name}` : ''}`;
  return [
    { type: 'table', table: { ...data, columns } },
    { type: 'steps', steps: [{ text: [isTold ? 'Name one by its store' : 'Name one by its listing id'], command }] },
  ];
}

function rowOf(facts: ShowFacts, figures: Figures): Row {
  const dayOf = zone(facts.store.timeZone).dayOf;
  return {
    ...listingCells(facts.listing, facts.store, dayOf),
    currency: figures.currency,
    available: figures.total.available,
    units_30d: figures.units,
    sales_30d_amount: figures.salesMinor,
    sales_days_known: figures.daysKnown,
    stock_on: figures.positions.map((position) => position.takenOn).sort()[0] ?? null,
    platform: facts.store.platform,
    image_url: facts.imageUrl,
    own_sku: facts.beside.ownSku,
    own_units: facts.beside.by === null ? null : facts.beside.units,
    joined_by: facts.beside.by,
    on_hand: figures.total.onHand,
    committed: figures.total.committed,
    reserved: figures.total.reserved,
    unsellable: figures.total.unsellable,
    inbound: figures.total.inbound,
    velocity_per_day: measured(figures.velocity),
    days_of_cover: measured(figures.cover),
    stock_out_on: figures.stockOut,
    units_by_week: figures.weeks.map((week) => week.units),
    sessions_30d: figures.traffic?.sessions ?? null,
    page_views_30d: figures.traffic?.pageViews ?? null,
    units_per_session: figures.traffic?.unitsPerSession ?? null,
    buy_box_ratio: figures.traffic?.buyBoxRatio ?? null,
  };
}
