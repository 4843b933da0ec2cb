/**
 * The figures of `eco report daily` from the order files themselves, by DuckDB: of each store sales, orders and units of every day that the
 * report looks at, sales by SKU of the days that it compares, and for the shop's health the orders that the seller ships of the 60 days before,
 * with the cancelled ones of these. Prints JSON.
 *
 * node bench/peers/dayInDuckdb.mjs DAY STORE=ZONE=FILE …
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [day, ...stores] = process.argv.slice(2);
const back = (days) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
const compared = [0, 1, 7, 14, 21, 28, 364].map(back);
const needed = [...new Set([...Array.from({ length: 14 }, (_, at) => back(at)), ...compared])];
/** As far back as the limits of the health of a shop reach. */
const HEALTH_DAYS = 60;
const list = (days) => days.map((each) => `DATE '${each}'`).join(', ');

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const lines = stores.map((text) => {
  const [store, zone, file] = text.split('=');
  return `SELECT '${store}' AS store, timezone('${zone}', "purchase-date"::TIMESTAMPTZ)::DATE AS day, "amazon-order-id" AS id, sku, quantity::INT AS quantity,
      "item-price"::DECIMAL(12, 2) AS price,
      "order-status" = 'Cancelled' AS cancelled, "fulfillment-channel" AS fulfilment
    FROM read_csv('${file}', header = true, delim = ',', quote = '"', all_varchar = true)`;
});
// Read once, and of that only what is needed is kept.
const ofHealth = `day > DATE '${back(HEALTH_DAYS)}' AND day <= DATE '${day}' AND fulfilment = 'Merchant'`;
await connection.run(
  `CREATE TEMP TABLE l AS SELECT * FROM (${lines.join(' UNION ALL ')}) WHERE (day IN (${list(needed)}) AND NOT cancelled) OR (${ofHealth})`,
);
const days = await connection.runAndReadAll(
  `SELECT store, day::VARCHAR, sum(price)::DOUBLE, count(DISTINCT id)::INT, sum(quantity)::INT FROM l
   WHERE day IN (${list(needed)}) AND NOT cancelled GROUP BY ALL ORDER BY ALL`,
);
const skus = await connection.runAndReadAll(
  `SELECT store, day::VARCHAR, sku, sum(price)::DOUBLE FROM l WHERE day IN (${list(compared)}) AND NOT cancelled GROUP BY ALL ORDER BY ALL`,
);
const shipped = await connection.runAndReadAll(
  `SELECT store, count(DISTINCT id)::INT, (count(DISTINCT id) FILTER (WHERE cancelled))::INT FROM l WHERE ${ofHealth} GROUP BY ALL ORDER BY ALL`,
);
console.log(JSON.stringify({ days: days.getRowsJson(), skus: skus.getRowsJson(), shipped: shipped.getRowsJson() }));
