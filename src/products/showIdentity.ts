/** The parts of `products show` that a catalogue tells: identity and price, history, other listings of the product. */
import { decimalFromMicros, decimalFromMinor } from '../core/money.js';
import type { Block, Sentence } from '../core/page.js';
import type { Column, Row } from '../core/table.js';
import { zone } from '../core/zone.js';
import type { Figures } from './figures.js';
import type { Beside } from './identity/beside.js';
import type { ListingChange, OtherListing, ShowFacts } from './listing.js';

type Fact = { readonly label: string; readonly parts: Sentence };

/** What it is, and its price. Fields that no import told are left out. */
export function identityBlocks(facts: ShowFacts, { currency }: Figures, verbose: boolean): Block[] {
  const { listing, store } = facts;
  const dayOf = zone(store.timeZone).dayOf;
  const rows: Fact[] = [
    ...told('Title', listing.title),
    ...told('Variation', listing.variation),
    ...told(
      'Listing',
      `${listing.listingId} (${[store.platform, listing.parentId === listing.listingId ? null : `of ${listing.parentId}`].filter(Boolean).join(', ')})`,
    ),
    ...told('SKU', listing.sku),
    ...told('ASIN', listing.asin),
    ...told('GTIN', listing.gtin),
    ...told('Brand', listing.brand),
    ...told('Category', [listing.category, listing.productType].filter(Boolean).join(' · ') || null),
    ...told('Condition', listing.condition),
    ...told('Fulfilment', listing.fulfilment),
    ...told('Page', listing.url),
    ...price(facts, currency),
    ...told(
      'Status',
      listing.removedAt === null ? listing.status : `removed on ${dayOf(listing.removedAt)} (was ${listing.status ?? 'unknown'})`,
    ),
    ...told('Seen', `from ${dayOf(listing.firstSeenAt)} to ${dayOf(listing.lastSeenAt)}`),
  ];
  const others = attributes(facts);
  if (verbose) rows.push(...others.map(([name, value]) => ({ label: name, parts: [value] })));
  const blocks: Block[] = [{ type: 'facts', rows }];
  if (!verbose && others.length > 0) {
    blocks.push({
      type: 'sentence',
      parts: [`${others.length} more ${others.length === 1 ? 'column' : 'columns'} of the catalogue: --verbose`],
      tone: 'dim',
    });
  }
  return blocks;
}

function told(label: string, value: string | null): Fact[] {
  return value === null || value === '' ? [] : [{ label, parts: [value] }];
}

function price({ listing, ownCost }: ShowFacts, currency: string | null): Fact[] {
  const { priceMinor, compareAtMinor } = listing;
  const costMicros = ownCost?.unitCostMicros ?? listing.costMicros;
  const parts: Sentence[number][] = [{ value: priceMinor, kind: 'money', currency, tone: 'strong' }];
  if (compareAtMinor !== null) parts.push(' instead of ', { value: compareAtMinor, kind: 'money', currency });
  if (costMicros === null) parts.push(' · unit cost unknown');
  else parts.push(' · unit cost ', { value: costMicros, kind: 'unitAmount', currency: ownCost?.currency ?? currency });
  return [{ label: 'Price', parts }];
}

function attributes(facts: ShowFacts): [string, string][] {
  return facts.attributes === null ? [] : Object.entries(JSON.parse(facts.attributes) as Record<string, string>);
}

/** How title, price, cost and status changed between exports, newest first. */
export function historyBlocks({ changes, store }: ShowFacts): Block[] {
  const heading: Block = { type: 'heading', text: 'History', aside: 'changes between exports, newest first' };
  if (changes.length === 0)
    return [heading, { type: 'sentence', parts: ['No change of title, price, cost or status since the first export.'] }];
  const dayOf = zone(store.timeZone).dayOf;
  return [
    heading,
    {
      type: 'table',
      table: {
        id: 'products.history/1',
        columns: [
          { key: 'seen_on', header: 'Seen', kind: 'day' },
          { key: 'field', header: 'Field', kind: 'text' },
          { key: 'before', header: 'Before', kind: 'text' },
          { key: 'after', header: 'After', kind: 'text' },
        ],
        rows: changes.map((change) => ({
          seen_on: dayOf(change.changedAt),
          field: change.field.replaceAll('_', ' '),
          before: changedValue(change, change.before, store.currency),
          after: changedValue(change, change.after, store.currency),
        })),
      },
    },
  ];
}

function changedValue({ field, currency }: ListingChange, value: string | null, storeCurrency: string | null): string | null {
  if (value === null) return null;
  const known = currency ?? storeCurrency;
  if (field === 'price' || field === 'compare_at_price') return decimalFromMinor(Number(value), known);
  return field === 'cost' ? decimalFromMicros(Number(value), known) : value;
}

const OTHER_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'title', header: 'Title', kind: 'text' },
  { key: 'price_amount', header: 'Price', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'status', header: 'Status', kind: 'text' },
];

/** The listings of the same product on any channel of the seller, then those that only share the SKU, and why. */
export function othersBlocks({ others, beside }: ShowFacts): Block[] {
  const rows = new Map(others.map((other) => [other.listingPk, other]));
  const joined = beside.listings.flatMap(({ listingPk, units, by }) => {
    const other = rows.get(listingPk);
    return other === undefined ? [] : [{ ...otherRow(other), units, joined_by: by }];
  });
  const sharing = others.filter((other) => !beside.listings.some(({ listingPk }) => listingPk === other.listingPk));
  const isPack = [beside, ...beside.listings].some(({ units }) => units > 1);
  const columns: readonly Column[] = [
    ...OTHER_COLUMNS.slice(0, 3),
    ...(isPack ? [{ key: 'units', header: 'Pieces', kind: 'integer' } as const] : []),
    { key: 'joined_by', header: 'Joined by', kind: 'text' },
    ...OTHER_COLUMNS.slice(3),
  ];
  const blocks: Block[] = [];
  if (joined.length > 0) {
    blocks.push({ type: 'heading', text: 'The same product elsewhere', aside: productAside(beside) });
    blocks.push({ type: 'table', table: { id: 'products.same/1', columns, rows: joined } });
  }
  if (sharing.length > 0) {
    blocks.push({
      type: 'heading',
      text: joined.length > 0 ? 'The same SKU, but not taken for the same product' : 'The same SKU elsewhere',
    });
    blocks.push({ type: 'table', table: { id: 'products.sharing/1', columns: OTHER_COLUMNS, rows: sharing.map(otherRow) } });
  }
  return [...blocks, ...beside.conflicts.map((text): Block => ({ type: 'sentence', parts: [`${text}.`], tone: 'warn' }))];
}

function otherRow(other: OtherListing): Row {
  return {
    store: other.store,
    listing_id: other.listingId,
    sku: other.sku,
    title: other.title,
    price_amount: other.priceMinor,
    currency: other.currency,
    status: other.status,
  };
}

/** "3 × FILTER-100 · Paper filters · this one by hand" */
function productAside({ ownSku, units, name, by }: Beside): string {
  const own = ownSku === null ? 'no SKU of your own yet' : units > 1 ? `${units} × ${ownSku}` : ownSku;
  return [own, name, `this one by ${by === 'sku' || by === 'gtin' ? by.toUpperCase() : by}`].filter((part) => part !== null).join(' · ');
}
