/**
 * Which texts are judged: those of each listing, but once a product where its variations share them (`ownerOf`). A shared text goes
 * by the product's id, and by no SKU unless one listing alone has it.
 */
import { headersOf, LISTING_FIELDS, type ListingFieldName, ownerOf, textFromAttributes } from '../core/listingField.js';
import type { ListingField } from '../measures/listingRules/rule.js';
import type { AuditRow } from './auditQueries.js';
import type { AuditListing } from './finding.js';

/** The text fields besides the title. */
const OTHER_FIELDS = (Object.keys(LISTING_FIELDS) as ListingFieldName[]).filter(
  (field): field is ListingField => LISTING_FIELDS[field] === 'text' && field !== 'title',
);

type Sharing = readonly [AuditRow, ...AuditRow[]];

/** The listings to judge. Rows come by store, product and listing. `fields`: which texts; all when not given. */
export function judgedOnce(rows: Iterable<AuditRow>, fields?: readonly ListingField[]): AuditListing[] {
  const judged: AuditListing[] = [];
  let product: AuditRow[] = [];
  const settle = () => {
    const [first] = product;
    if (!first) return;
    if (ownerOf(first.platform, 'title') === 'product') judged.push(shared(product as unknown as Sharing, fields));
    else for (const row of product) judged.push(own(row, product, fields));
  };
  for (const row of rows) {
    const [first] = product;
    if (first && (first.productId !== row.productId || first.store !== row.store)) {
      settle();
      product = [];
    }
    product.push(row);
  }
  settle();
  return judged;
}

function shared(product: Sharing, fields: readonly ListingField[] | undefined): AuditListing {
  const [first] = product;
  const told = (key: 'title' | 'productType' | 'brand') => product.find((row) => row[key] !== null)?.[key] ?? null;
  return {
    store: first.store,
    platform: first.platform,
    marketplace: first.marketplace,
    listingId: first.productId,
    productId: first.productId,
    sku: product.length === 1 ? first.sku : null,
    title: wants(fields, 'title') ? told('title') : null,
    productType: told('productType'),
    brand: told('brand'),
    variation: null,
    role: null,
    otherFields: otherTexts(product, fields),
  };
}

function own(row: AuditRow, product: readonly AuditRow[], fields: readonly ListingField[] | undefined): AuditListing {
  const listing: AuditListing = {
    store: row.store,
    platform: row.platform,
    marketplace: row.marketplace,
    listingId: row.listingId,
    productId: row.asin ?? row.productId,
    sku: row.sku,
    title: wants(fields, 'title') ? row.title : null,
    productType: row.productType,
    brand: row.brand,
    variation: row.variation,
    role: row.role,
    otherFields: otherTexts([row], fields),
  };
  if (row.role !== 'parent') return listing;
  return {
    ...listing,
    childVariations: product.flatMap(({ role, variation }) => (role === 'parent' || variation === null ? [] : [variation])),
  };
}

function wants(fields: readonly ListingField[] | undefined, field: ListingField): boolean {
  return fields === undefined || fields.includes(field);
}

const NONE = {};
const carriedBy = new Map<string, readonly ListingField[]>();

/** Fields of a platform that some export of it carries. */
function carried(platform: string): readonly ListingField[] {
  let fields = carriedBy.get(platform);
  if (!fields) {
    fields = OTHER_FIELDS.filter((field) => headersOf(platform, field).length > 0);
    carriedBy.set(platform, fields);
  }
  return fields;
}

/** The first listing that has a text tells it. Attributes are parsed once a listing, and not beyond the first that tells all. */
function otherTexts(sharing: Sharing, fields: readonly ListingField[] | undefined): NonNullable<AuditListing['otherFields']> {
  const { platform } = sharing[0];
  const known = carried(platform);
  if (known.length === 0 || sharing.every(({ attributes }) => attributes === null)) return NONE;
  const wanted = fields === undefined ? known : known.filter((field) => wants(fields, field));
  const texts: Partial<Record<ListingField, string>> = {};
  for (const { attributes } of sharing) {
    if (attributes === null || wanted.every((field) => texts[field] !== undefined)) continue;
    // Most attributes say other things: looking is cheaper than parsing.
    if (!wanted.some((field) => headersOf(platform, field).some((header) => attributes.includes(header)))) continue;
    const cells = JSON.parse(attributes) as Record<string, string>;
    for (const field of wanted) {
      const text = texts[field] === undefined ? textFromAttributes(platform, field, cells) : null;
      if (text !== null) texts[field] = text;
    }
  }
  return texts;
}
