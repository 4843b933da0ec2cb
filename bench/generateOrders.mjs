/**
 * Writes an Amazon all-orders report of N lines, as tab-separated text (`orders.txt`) and as CSV with quoted titles (`orders.csv`):
 * 33 columns, order ids in no order as real ones are, about 1.2 lines an order, 500 SKUs, 18 months, unless the shape says otherwise.
 * Deterministic for a seed and a shape.
 *
 * node bench/generateOrders.mjs FOLDER [LINES] [SEED]
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const HEADER =
  'amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel url ship-service-level product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number price-designation is-iba'.split(
    ' ',
  );

/** mulberry32 */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SHAPE = { skus: 500, days: 548, firstDay: '2025-05-01', channel: 'Amazon.com', currency: 'USD' };

export function generateOrders(folder, lines, seed, shape = {}) {
  const { skus, days, firstDay, channel, currency } = { ...SHAPE, ...shape };
  mkdirSync(folder, { recursive: true });
  const next = random(seed);
  const files = { tsv: join(folder, 'orders.txt'), csv: join(folder, 'orders.csv') };
  const tsv = openSync(files.tsv, 'w');
  const csv = openSync(files.csv, 'w');
  let tsvText = `${HEADER.join('\t')}\n`;
  let csvText = `${HEADER.join(',')}\n`;
  const start = Date.parse(firstDay) / 1000;
  const digits = (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0');
  let total = 0;
  for (let line = 0; line < lines; ) {
    const id = `${111 + Math.floor(next() * 4)}-${digits(7)}-${digits(7)}`;
    const at = start + Math.floor((line / lines) * days * 86400) + Math.floor(next() * 3600);
    const date = `${new Date(at * 1000).toISOString().slice(0, 19)}+00:00`;
    const updated = `${new Date((at + 86400) * 1000).toISOString().slice(0, 19)}+00:00`;
    const cancelled = next() < 0.03;
    const inOrder = next() < 0.84 ? 1 : next() < 0.8 ? 2 : 3;
    for (let item = 0; item < inOrder && line < lines; item++, line++) {
      const product = Math.floor(next() * skus);
      const quantity = next() < 0.9 ? 1 : 2;
      const cents = (999 + product * 13) * quantity;
      total += cancelled ? 0 : cents;
      const price = cancelled ? '' : (cents / 100).toFixed(2);
      const title = `Tarn Kettle No. ${product}, 1.7 L, "Quiet" series, brushed steel, for tea and coffee, with filter`;
      const cells = [
        id,
        '',
        date,
        updated,
        cancelled ? 'Cancelled' : 'Shipped',
        'Amazon',
        channel,
        'WebsiteOrderChannel',
        '',
        'Expedited',
        title,
        `TK-${product}`,
        `B0TEA${10000 + product}`,
        cancelled ? 'Cancelled' : 'Shipped',
        String(quantity),
        currency,
        price,
        cancelled ? '' : '1.20',
        '0.00',
        '0.00',
        '',
        '',
        '0.00',
        '0.00',
        'SPRINGFIELD',
        'IL',
        '62701',
        'US',
        '',
        'false',
        '',
        '',
        'false',
      ];
      tsvText += `${cells.join('\t')}\n`;
      cells[10] = `"${title.replaceAll('"', '""')}"`;
      csvText += `${cells.join(',')}\n`;
    }
    if (tsvText.length > 1 << 20) {
      writeSync(tsv, tsvText);
      writeSync(csv, csvText);
      tsvText = '';
      csvText = '';
    }
  }
  writeSync(tsv, tsvText);
  writeSync(csv, csvText);
  closeSync(tsv);
  closeSync(csv);
  return { ...files, totalCents: total };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder = 'bench/data', lines = '1000000', seed = '1'] = process.argv.slice(2);
  console.log(generateOrders(folder, Number(lines), Number(seed)));
}
