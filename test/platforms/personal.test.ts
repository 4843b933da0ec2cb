/** People in order reports: nothing of them is stored, kept or said. And which column names mean people at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../src/files/encodeText.js';
import { decodeBytes } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { writeRow } from '../../src/files/writeRow.js';
import { openSource } from '../../src/importing/source.js';
import { bind } from '../../src/platforms/binding.js';
import { looksPersonal } from '../../src/platforms/personal.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';

const ROOT = 'fixtures/platforms';
const CANARIES = ['Canary Personname', 'canary@person.example', '+1-555-0100-777', '77 Canary Street'];
const TRACE = /canary|personname|person\.example|555-0100/i;

const withPeople = REPORT_FORMATS.filter((format) => format.people);
const fixtures = withPeople.flatMap((format) => {
  const folder = join(ROOT, ...(format.id.split('.') as [string, string]));
  const files = readdirSync(folder).filter((file) => !file.endsWith('.expected.json') && extname(file) !== '.xlsx');
  return files.map((file) => ({ formatId: format.id, path: join(folder, file) }));
});

let scratch = '';
let copies = 0;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'personal-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** All that an import of the file would store, keep or say. */
async function traces(path: string): Promise<{ typed: string; kept: string; said: string; rows: number }> {
  const source = await openSource(path, REPORT_FORMATS, null);
  if (!source.identified) throw new Error(`${path} ${source.problem}`);
  const { match, header } = source.identified;
  const seen = { typed: '', kept: '', said: '', rows: 0 };
  const task = {
    formatId: match.format.id,
    format: match.format,
    header,
    dialect: source.dialect,
    currency: 'USD',
    timeZone: 'UTC',
    workbook: false,
    buyerKey: 'key',
  };
  const stats = await source.read(task, {
    batch: (batch) => {
      seen.typed += JSON.stringify(batch.columns);
    },
    rejected: (row) => {
      seen.said += JSON.stringify(row);
    },
    kept: (chunk) => {
      seen.kept += Buffer.from(chunk.cells).toString('utf8');
    },
    progress: () => undefined,
  });
  seen.rows = stats.rows;
  return seen;
}

/** The file again, with every row of data changed. */
async function rewritten(path: string, change: (cells: string[], dropped: ReadonlySet<number>) => string[]): Promise<string> {
  const source = await openSource(path, REPORT_FORMATS, null);
  if (!source.identified) throw new Error(`${path} ${source.problem}`);
  const { dialect, identified } = source;
  const binding = bind(identified.match, identified.header);
  const dropped = new Set(identified.header.map((_, at) => at).filter((at) => !binding.kept.includes(at)));
  const text = decodeBytes(readFileSync(path), dialect.encoding, { fatal: true, isWhole: true }).replace(/^\uFEFF/, '');
  const lines = firstRows(text, dialect, Number.MAX_SAFE_INTEGER, true).map(({ cells }, index) => {
    const isData = index >= identified.skipRows && cells.length === identified.header.length;
    return writeRow(isData ? change([...cells], dropped) : cells, dialect);
  });
  const bytes = encodeText(`${lines.join(dialect.lineEnd)}${dialect.lineEnd}`, dialect.encoding, { bom: dialect.bom });
  if ('unencodable' in bytes) throw new Error(`cannot write ${bytes.unencodable}`);
  const copy = join(scratch, `${copies++}${extname(path)}`);
  writeFileSync(copy, bytes);
  return copy;
}

describe('order reports', () => {
  it('are declared to hold people', () => {
    const orders = REPORT_FORMATS.filter((format) => format.fills.includes('orders')).map((format) => format.id);
    expect(withPeople.map((format) => format.id)).toEqual(expect.arrayContaining(orders));
    expect(orders).toEqual(
      expect.arrayContaining(['amazon.orders', 'shopify.orders', 'ebay.orders', 'etsy.sold-order-items', 'taobao.order-items']),
    );
  });

  describe.each(fixtures)('$path', ({ path }) => {
    it('leaves nothing of a person in what is stored, kept or said', async () => {
      const { typed, kept, said } = await traces(path);
      expect(typed).not.toMatch(TRACE);
      expect(kept).not.toMatch(TRACE);
      expect(said).not.toMatch(TRACE);
      expect(kept.length).toBeGreaterThan(0);
    });

    it('drops whatever stands in a column that is not declared', async () => {
      const copy = await rewritten(path, (cells, dropped) =>
        cells.map((cell, at) => (dropped.has(at) ? (CANARIES[at % 4] as string) : cell)),
      );
      const { typed, kept, said, rows } = await traces(copy);
      expect(typed + kept + said).not.toMatch(TRACE);
      expect(rows).toBeGreaterThan(0);
    });

    it('quotes no cell in a message, even when the columns of a row are displaced', async () => {
      // Names and numbers of people under quantities and prices: the rows are rejected.
      const copy = await rewritten(path, (cells) => cells.map((_, at) => CANARIES[at % 4] as string));
      const { said } = await traces(copy);
      expect(said).toContain('expected');
      expect(said).not.toMatch(TRACE);
    });
  });

  // Of the others, the test above puts people into every column that is dropped.
  it('are tested with people in them', () => {
    const orderReports = withPeople.filter(({ id }) =>
      ['shopify.orders', 'ebay.orders', 'etsy.sold-order-items', 'taobao.order-items'].includes(id),
    );
    const raw = fixtures
      .filter(({ formatId }) => formatId !== 'amazon.orders')
      .map(({ formatId, path }) => ({ formatId, text: readFileSync(path, 'latin1') }));
    for (const format of orderReports) {
      const text = raw
        .filter(({ formatId }) => formatId === format.id)
        .map((fixture) => fixture.text)
        .join('');
      // No platform's report holds all of name, mail, phone and street; some only the name.
      const held = CANARIES.filter((canary) => text.includes(canary));
      expect(held.length, `${format.id} holds ${held.join(', ') || 'nobody'}`).toBeGreaterThanOrEqual(1);
    }
  });
});

const OF_PEOPLE = (
  'Buyer Name|Buyer Email|Buyer Username|Buyer Note|buyer-phone-number|buyer-company-name|Buyer Address 1|' +
  'Ship To Name|Ship To Phone|Ship To Address 1|Ship To Zip|Post to name|Post to phone|Post to postcode|' +
  'recipient-name|ship-address-1|ship-city|ship-state|ship-postal-code|Ship Name|Ship Address1|Ship Zipcode|' +
  'Billing Name|Billing Street|Billing Zip|Shipping Phone|Shipping Address1|Email|E-mail|Phone|Phone #|Recipient|' +
  'Full Name|First Name|Last Name|Street 1|Customer|Customer Name|Note Attributes|gift message|Name des Käufers|' +
  "E-Mail des Käufers|Telefonnummer des Empfängers|Adresse 1 des Empfängers|Straße|Nom de l'acheteur|" +
  'Adresse de livraison|Nombre del cliente|Dirección|Indirizzo|买家会员名|买家留言|收货人姓名|收货地址 |联系手机|旺旺|注文者氏名|送付先住所|電話番号|' +
  'メールアドレス'
).split('|');

const OF_THINGS = (
  'product name|item-name|Item Name|Campaign name|Campaign Name|Ad group name|Portfolio name|Brand Name|Store Name|' +
  'Name|Title|Handle|Option1 Name|Attribute 1 name|Tax 1 Name|Lineitem name|Shipping class|ship-service-level|' +
  'Ship country|ship-promotion-discount|shipping-price|Shipping And Handling|Ship By Date|Shipped On Date|' +
  'merchant-shipping-group|Customer Search Term|Allow customer reviews?|¿Permitir valoraciones de clientes?|' +
  'Permetti le recensioni clienti?|Kundenrezensionen erlauben?|Autoriser les avis clients ?|' +
  'Permitir avaliações de clientes?|Buy Box Percentage|Auction Buy It Now price|Buyers|' +
  'Compatible phone models (product.metafields.custom.phones)|Phone case type|Emaille|Street date|External URL|' +
  'Zewnętrzny adres URL|Image Alt Text|Item Location|Payment Method|Units Shipped|支付买家数|下单买家数|店铺名称|商品名称|手机订单|' +
  '确认收货打款金额|商品名|商品管理番号'
).split('|');

describe('looksPersonal', () => {
  it.each(OF_PEOPLE)('takes "%s" for a column of people', (header) => {
    expect(looksPersonal(header)).toBe(true);
  });

  it.each(OF_THINGS)('takes "%s" for none', (header) => {
    expect(looksPersonal(header)).toBe(false);
  });
});
