/** Made-up exports of any size, the same each time: orders of two lines, products of four variants, search terms of campaigns. */

const ORDER_HEADER =
  'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\tpromotion-ids\titem-status\tquantity\tcurrency\titem-price\tship-city';

/** As long as real ones: it makes files large whose rows are few. */
const PROMOTIONS = Array.from({ length: 5 }, (_, at) => `PAWS-V2-CORE-OF-PROMOTION-${at}-FREE-SHIPPING-2026`).join(',');

export const orderId = (order: number) => `111-0000000-${String(order).padStart(7, '0')}`;

/** The line of an order; every fifth order is Canadian, every seventeenth cancelled. */
export function orderRow(order: number, line: number): string {
  const canadian = order % 5 === 0;
  return [
    orderId(order),
    `2026-11-${String(1 + (order % 20)).padStart(2, '0')}T10:00:00+00:00`,
    '2026-11-21T11:00:00+00:00',
    order % 17 === 0 ? 'Cancelled' : 'Shipped',
    canadian ? 'Amazon.ca' : 'Amazon.com',
    `Mug ${order % 300} with a title of a usual length`,
    `MUG-${order % 300}-${line}`,
    `B0MUG${String(order % 300).padStart(5, '0')}`,
    PROMOTIONS,
    'Shipped',
    1 + line,
    canadian ? 'CAD' : 'USD',
    `${10 + line}.${String(order % 100).padStart(2, '0')}`,
    'SEATTLE',
  ].join('\t');
}

/** An amount that nobody can read, in the last line but one cell of a row. */
export function spoiled(row: string): string {
  return row.replace(/\t[\d.]+\tSEATTLE$/, '\tten\tSEATTLE');
}

export function orderFile(rows: readonly string[]): string {
  return `${[ORDER_HEADER, ...rows].join('\n')}\n`;
}

/** Two lines an order, side by side. */
export function sortedOrders(orders: number): string[] {
  return Array.from({ length: 2 * orders }, (_, at) => orderRow(Math.floor(at / 2), at % 2));
}

/** The same rows: all first lines, then all second lines. */
export function scatteredOrders(orders: number): string[] {
  return Array.from({ length: 2 * orders }, (_, at) => orderRow(at % orders, Math.floor(at / orders)));
}

/** Shopify orders of two lines, of which the second leaves what is the order's blank; the same buyers come back. */
export function shopifyOrderFile(orders: number): string {
  const rows = Array.from({ length: orders }, (_, order) => {
    const at = `2026-11-${String(1 + (order % 20)).padStart(2, '0')} 10:00:00 +0100`;
    const currency = order % 9 === 0 ? 'JPY' : 'EUR';
    const price = currency === 'JPY' ? '1500' : `${10 + (order % 30)}.50`;
    const buyer = order % 2000;
    return [
      `#${order + 1001},buyer${buyer}@shop.example,paid,${at},${currency},${price},${at},1,"Mug, ${order % 300}",${price},MUG-${order % 300},"Buyer, ${buyer}",A note of a buyer that is not kept${' not any of it'.repeat(28)}`,
      `#${order + 1001},,,,,,${at},2,Lid,${price},LID-${order % 70},,`,
    ].join('\n');
  });
  return `Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Notes\n${rows.join('\n')}\n`;
}

/** Shopify products with four variants each, every price in cents of its own. */
export function productFile(products: number): string {
  const rows = Array.from({ length: 4 * products }, (_, at) => {
    const product = Math.floor(at / 4);
    const title = at % 4 === 0 ? `"Mug ""No. ${product}"", blue, red\nor green"` : '';
    return `mug-${product},${title},Maker,Size,S${at % 4},SKU-${at},${at % 90},${10 + (at % 50)}.${String(at % 100).padStart(2, '0')},active,"A remark, ${'long '.repeat(60)}"`;
  });
  return `Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status,Remark\n${rows.join('\n')}\n`;
}

/** Daily search terms, thirty days of campaigns; more different terms than a dictionary between threads holds. */
export function searchTermFile(terms: number): string {
  const rows = Array.from({ length: terms }, (_, at) => {
    const cost = (at % 700) / 100;
    return `2026-10-${String(1 + (at % 30)).padStart(2, '0')},USD,Campaign ${at % 40} of kettles and mugs that are sold in the United States,Group ${at % 7} of those with a long tail,kettle ${at % 100},BROAD,"kettle, no. ${at}",${1 + (at % 900)},${at % 9},$${cost.toFixed(2)},$${(3 * cost).toFixed(2)},${at % 3},${at % 4}`;
  });
  return `Date,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales,7 Day Total Orders (#),7 Day Total Units (#)\n${rows.join('\n')}\n`;
}
