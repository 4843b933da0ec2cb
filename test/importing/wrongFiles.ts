/** Files in every state in which a seller may hand them over, by what became of them. Each is small and worked out by hand. */
import { gzipSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';

export const ORDERS_HEADER =
  'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price';

export const order = (number: number) =>
  `111-0000000-000000${number}\t2026-11-20T10:00:00+00:00\t2026-11-20T11:00:00+00:00\tShipped\tAmazon.com\tMug\tMUG\tB0MUG00001\tShipped\t1\tUSD\t10.00`;

/** Three Amazon orders. */
export const ORDERS = `${[ORDERS_HEADER, order(1), order(2), order(3)].join('\n')}\n`;

const SHOPIFY = `Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name
#1001,a@b.example,paid,2026-11-20 10:00:00 +0100,EUR,20.00,2026-11-20 10:00:00 +0100,1,"Mug, blue",10.00,MUG-4,Jane Doe
#1002,c@b.example,paid,2026-11-20 11:00:00 +0100,EUR,10.00,2026-11-20 11:00:00 +0100,1,"Mug, red",10.00,MUG-5,Bob Roe
`;

const EBAY_HEADER =
  'Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Total Price,Sale Date';

const TAOBAO = `订单编号,标题,价格,购买数量,外部系统编号,商品属性,订单状态,订单创建时间
4.68E+14,杯子,10.00,1,MUG,蓝,交易成功,2026/11/20 10:00
`;

/** A report that does not say its days. */
export const TRAFFIC = `(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items
B0P,B0C,Mug,1,1,90.00%,2,10.00%,$20.00,2
`;

/** A workbook of sheets of tab-separated text. */
export function workbook(sheets: Readonly<Record<string, string>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, text] of Object.entries(sheets)) {
    const rows = text === '' ? [] : text.trimEnd().split('\n');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => row.split('\t'))), name);
  }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

function protectedWorkbook(): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from('0400040040000000', 'hex'));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7));
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** As a German Excel saves it again: a byte order mark, semicolons, decimal commas, its own dates. */
const SAVED_BY_EXCEL = `\ufeff${SHOPIFY}`
  .replaceAll(/"Mug, (\w+)"/g, 'Mug $1')
  .replaceAll(',', ';')
  .replaceAll(/(\d)\.00/g, '$1,00')
  .replaceAll(/2026-11-20 (\d\d:\d\d):00 \+0100/g, '20.11.2026 $1');

const withDates = (date: string) => SHOPIFY.replaceAll(/2026-11-20 \d\d:\d\d:00 \+0100/g, `${date} 10:00`);
const lines = (text: string, change: (line: string, at: number) => string) => `${text.trimEnd().split('\n').map(change).join('\n')}\n`;

const numbered = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Taobao orders of 19 digits, of which a spreadsheet has kept 15. */
const ROUNDED = `订单编号,标题,价格,购买数量,外部系统编号,商品属性,订单状态,订单创建时间
${numbered(6, (at) => `468170906203${317 + at}0000,杯子,10.00,1,MUG,蓝,交易成功,2026-11-20 10:00:00`)}
`;

/** Amazon orders of SKUs of seven digits; every tenth had a zero in front. */
const SHORTENED = `${ORDERS_HEADER}
${numbered(40, (at) =>
  order(1)
    .replace('0000001', String(1_000_000 + at))
    .replace('\tMUG\t', `\t${at % 10 === 3 ? 481_516 + at : 2_342_108 + at}\t`),
)}
`;

const SHOPIFY_PRODUCTS = (rows: readonly (readonly [sku: string, barcode: string, title: string])[]) =>
  `Handle,Title,Vendor,Variant SKU,Variant Price,Variant Barcode,Option1 Name,Option1 Value,Status
${rows.map(([sku, barcode, title], at) => `mug-${at},${title},ACME,${sku},10.00,${barcode},Title,Default Title,active`).join('\n')}
`;

/** What a spreadsheet makes of SKUs and barcodes, and what is left of a title after two wrong encodings. */
const MANY_DAMAGES = SHOPIFY_PRODUCTS([
  ['3-Mar', '36000291452', 'KÃ¼hltasche'],
  ['Jan-26', '12345678905', 'MÃ¼sli bowl'],
  ['MUG-4', '5901234123457', 'Mug'],
]);

/** By name: what it holds. */
export const WRONG_FILES: Readonly<Record<string, string | Uint8Array>> = {
  'cut in the middle of a row.txt': ORDERS.slice(0, -40),
  'cut inside a quoted cell.csv': SHOPIFY.slice(0, SHOPIFY.indexOf('Mug, red') + 5),
  'cut in the header.csv': SHOPIFY.slice(0, 60),
  'ids destroyed by Excel.csv': TAOBAO,
  'ids rounded to 15 digits.csv': ROUNDED,
  'SKUs without their zeros.txt': SHORTENED,
  'SKUs made dates, barcodes without zeros, wrong encoding.csv': MANY_DAMAGES,
  'SKUs made errors.csv': SHOPIFY_PRODUCTS([['#NAME?', '', 'Mug']]),
  'dates in two ways.csv': SHOPIFY.replaceAll('2026-11-20 10:00:00 +0100', '20/11/2026 10:00'),
  'saved by a German Excel.csv': SAVED_BY_EXCEL,
  'American dates.csv': withDates('11/20/2026'),
  'dates that may be either.csv': withDates('11/10/2026'),
  'latin-1.txt': Buffer.from(ORDERS.replaceAll('Mug', 'Tässchen'), 'latin1'),
  'two encodings.txt': Buffer.concat([Buffer.from(ORDERS), Buffer.from([0xff, 0xfe, 0x80, 0x0a])]),
  'error page.csv': '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>',
  'empty.csv': '',
  'white space.csv': ' \n\t\n  \n',
  'only a byte order mark.csv': Buffer.from([0xef, 0xbb, 0xbf]),
  'only a header.txt': `${ORDERS_HEADER}\n`,
  'only a header, no line end.txt': ORDERS_HEADER,
  'only a header, of no days.csv':
    'Campaign report\nAll time\nCampaign status,Campaign,Budget name,Currency code,Budget,Budget type,Status,Campaign type\n',
  'header and footer.csv': `${EBAY_HEADER}\n0,record(s) downloaded,,,,,,,,\nSeller ID : x,,,,,,,,,\n`,
  'data.json': '{"orders":[]}',
  'json.csv': '[{"order":1}]',
  'data.xml': '<?xml version="1.0"?><orders/>',
  'invoice.pdf': '%PDF-1.7\n…',
  'photo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
  'picture.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
  'other.db': 'SQLite format 3\0…',
  'archive.zip': Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
  'packed.csv.gz': gzipSync(ORDERS),
  'nothing in it.xlsx': '',
  'cut.xlsx': workbook({ Orders: ORDERS }).subarray(0, -500),
  'empty sheet.xlsx': workbook({ Sheet1: '' }),
  'password.xlsx': protectedWorkbook(),
  'report on the second sheet.xlsx': workbook({ 'Read me': 'Notes\nThis is a note', Orders: ORDERS }),
  'two reports.xlsx': workbook({ October: `${ORDERS_HEADER}\n${order(4)}`, November: `${ORDERS_HEADER}\n${order(5)}` }),
  'utf-16.txt': iconv.encode(ORDERS, 'utf-16le', { addBOM: true }),
  'utf-16 without a mark.txt': iconv.encode(ORDERS, 'utf-16le', { addBOM: false }),
  'a NUL.txt': ORDERS.replace('0000003', '0\x0000003'),
  'zeros at the end.txt': Buffer.concat([Buffer.from(ORDERS), Buffer.alloc(2000)]),
  'mixed line ends.txt': `${ORDERS_HEADER}\r\n${order(1)}\n${order(2)}\r\n${order(3)}\n`,
  'old Mac line ends.txt': ORDERS.replaceAll('\n', '\r'),
  'one line of 2 MB.csv': 'a,'.repeat(1 << 20),
  'a cell of 2 MB.txt': `${ORDERS_HEADER}\n${order(1).replace('Mug', 'M'.repeat(2 << 20))}\n`,
  'a column twice.txt': lines(ORDERS, (line, at) => (at === 0 ? `${line}\tsku\tquantity` : `${line}\tOTHER\t9`)),
  'columns that nobody knows.txt': lines(ORDERS, (line, at) => (at === 0 ? `${line}\tfuture-column` : `${line}\tx`)),
  'a row too long.txt': lines(ORDERS, (line, at) => (at === 2 ? `${line}\tx` : line)),
  'a letter.txt': 'Dear diary,\ntoday I sold a mug.\n',
  'some table.csv': 'a,b,c\n1,2,3\n',
  'report of another program.csv': 'Name,Times Used In Total,Discount Class\nMUG10,3,PRODUCT\n',
  'columns missing.csv': 'Name,Financial Status,Currency,Lineitem quantity,Lineitem name\n#1,paid,EUR,1,Mug\n',
  'no period.csv': TRAFFIC,
};

/** Names that could break a terminal, a table or a shell. */
export const ODD_NAMES: readonly string[] = [
  `${'n'.repeat(240)}.txt`,
  `it's "quoted", $HOME.txt`,
  'two\nlines.txt',
  '订单📦.txt',
  'red\u001b[31m.txt',
  'txt\u202e.exe.txt',
  '-rf.txt',
];
