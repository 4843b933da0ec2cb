/** What the formats of shops and marketplaces say, as far as users rely on it: figures worked by hand on the fixtures. */
import { describe, expect, it } from 'vitest';
import { isMatch, matchHeader } from '../../src/platforms/header.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { type Cells, readExport } from './readExport.js';

const read = async (path: string) => (await readExport(`fixtures/platforms/${path}`, { currency: 'EUR', timeZone: 'UTC' })).rows;
const available = (rows: readonly Cells[]) =>
  rows.flatMap((row) =>
    row.stock === undefined ? [] : (JSON.parse(String(row.stock)) as { available: number | null }[]).map((at) => at.available),
  );

/** Headers of real exports, without the columns that are of no meaning to eco. */
const WOO_HEADERS: Readonly<Record<string, string>> = {
  English: 'ID|Type|SKU|Name|Published|Stock|Sale price|Regular price|Categories|Parent',
  German: 'ID|Typ|Artikelnummer|Name|Veröffentlicht|Lager|Angebotspreis|Regulärer Preis|Kategorien|Übergeordnetes Produkt',
  French: 'ID|Type|UGS|Nom|Publié|Mis en avant ?|Stock|Tarif promo|Tarif régulier|Catégories|Parent',
  Spanish: 'ID|Tipo|SKU|Nombre|Publicado|¿Está destacado?|Inventario|Precio rebajado|Precio normal|Categorías|Superior',
  Italian: 'ID|Tipo|COD|Nome|Pubblicato|In primo piano?|Magazzino|Prezzo in offerta|Prezzo di listino|Categorie|Genitore',
  Dutch: 'ID|Type|Artikelnummer|Naam|Gepubliceerd|Uitgelicht?|Voorraad|Actieprijs|Reguliere prijs|Categorieën|Hoofd',
  'Portuguese (Brazil)': 'ID|Tipo|SKU|Nome|Publicado|Em destaque?|Estoque|Preço promocional|Preço|Categorias|Ascendente',
  Russian: 'ID|Тип|Артикул|Имя|Опубликован|рекомендуемый?|Запасы|Цена распродажи|Базовая цена|Категории|Родительский',
  Japanese: 'ID|タイプ|SKU|名前|公開済み|オススメですか ?|在庫|セール価格|標準価格|カテゴリー|親',
  Polish: 'ID|Typ|SKU|Nazwa|Opublikowano|Wyróżniony produkt?|Stan magazynowy|Cena promocyjna|Cena|Kategorie|Element nadrzędny',
};

describe('Shopify', () => {
  it('gives products and inventory the same listing keys', async () => {
    const products = new Set((await read('shopify/products/old-names.csv')).map((row) => row.listingKey));
    const stocked = (await read('shopify/inventory/location-columns.csv')).map((row) => row.listingKey);
    expect(stocked.filter((key) => products.has(key))).toEqual([
      'pour-over-kettle/Matte Black/0.9 l',
      'pour-over-kettle/White/0.9 l',
      'paper-filters',
    ]);
  });

  it('keeps no stock of a variant that nobody tracks', async () => {
    const rows = await read('shopify/products/trimmed.csv');
    expect(rows.map((row) => row.available)).toEqual([12, 5, 240]);
    expect(available(rows)).toEqual([12, 240]);
  });

  it('takes the currency of an order for all its rows', async () => {
    const rows = await read('shopify/orders/full-header.csv');
    const yen = rows.filter((row) => row.unit === '#1003');
    // 3 × ¥1,200 and 1 × ¥800: yen have no minor unit.
    expect(yen.map((row) => [row.currency, row.quantity, row.unitPrice])).toEqual([
      ['JPY', 3, 1200],
      ['JPY', 1, 800],
    ]);
  });

  it('tells the three files apart', () => {
    const header = 'Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Main Street 1'.split(',');
    expect(matching(header)).toEqual(['shopify.inventory']);
    expect(matching('Handle,Title,Vendor,Variant SKU'.split(','))).toEqual(['shopify.products']);
    expect(
      matching('Name,Email,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Abandoned Checkout URL'.split(',')),
    ).toEqual([]);
  });
});

describe('WooCommerce', () => {
  it('puts a variation under the key of its parent, named by SKU or by id', async () => {
    const rows = await read('woocommerce/products/ragged-english.csv');
    const keyOf = (id: string) => rows.find((row) => row.productId === id)?.productKey;
    expect([keyOf('45'), keyOf('46')]).toEqual([keyOf('44'), keyOf('47')]);
    expect(rows.find((row) => row.productId === '45')?.variation).toBe('Red / S');
  });

  it('reads a comma as the decimal mark and rounds net prices to cents', async () => {
    const rows = await read('woocommerce/products/ragged-english.csv');
    const price = (id: string) => rows.find((row) => row.productId === id)?.price;
    expect([price('40'), price('46'), price('50')]).toEqual([450, 840, 124_900]);
  });

  it('leaves a stock unknown that the parent manages', async () => {
    const rows = await read('woocommerce/products/ragged-english.csv');
    expect(rows.find((row) => row.productId === '45')?.available).toBeUndefined();
    expect(rows.find((row) => row.productId === '52')?.available).toBe(-1);
  });

  it.each(Object.entries(WOO_HEADERS))('knows the headers of a site in %s', (_, header) => {
    const format = REPORT_FORMATS.find(({ id }) => id === 'woocommerce.products');
    if (!format) throw new Error('no such format');
    const cells = header.split('|');
    expect(matching(cells)).toEqual(['woocommerce.products']);
    const bound = [...matchHeader(format, cells).bound.keys()].sort();
    expect(bound).toEqual(['available', 'category', 'parentSku', 'price', 'productId', 'role', 'salePrice', 'sku', 'status', 'title']);
  });
});

describe('eBay', () => {
  it('does not count the row of a listing that sums up its variations', async () => {
    const rows = await read('ebay/active-listings/seller-hub.csv');
    // 1 impact driver, 15 + 25 cards (not 40 more), 1 kettle.
    expect(available(rows)).toEqual([1, 15, 25, 1]);
  });

  it('takes the first product code that is one', async () => {
    const rows = await read('ebay/active-listings/seller-hub.csv');
    expect(rows.map((row) => row.gtin)).toEqual(['720602828605', undefined, undefined, undefined, '4006381333931']);
  });

  it('reads "Sold For" as the price of one unit', async () => {
    const rows = await read('ebay/orders/us.csv');
    const order = rows.find((row) => row.unit === '16-14679-61003');
    // 3 × 260.00 + 9.00 shipping + 64.35 tax that eBay keeps = 853.35.
    expect(3 * Number(order?.unitPrice) + Number(order?.orderShipping) + 6435).toBe(order?.orderTotal);
  });

  it('takes the currency of each row from its own amounts', async () => {
    const rows = await read('ebay/orders/de.csv');
    expect(rows.map((row) => [row.currency, row.unitPrice])).toEqual([
      ['EUR', 109_000],
      ['EUR', 9000],
    ]);
    expect((await read('ebay/orders/au.csv'))[0]?.currency).toBe('AUD');
  });

  it('does not take the transaction report for orders', () => {
    const header =
      'Transaction creation date,Type,Order number,Buyer username,Net amount,Item ID,Transaction ID,Item title,Custom label,Quantity,Item subtotal';
    expect(matching(header.split(','))).toEqual(['ebay.transactions']);
  });
});

describe('Etsy', () => {
  it('knows a listing by its SKUs, else by its title', async () => {
    const rows = await read('etsy/listings/for-sale.csv');
    expect(rows.map((row) => row.listingKey)).toEqual(['VAN-2,VAN-1', 'Toy Box Plans (PDF)', 'NAP']);
    expect(rows[0]?.title).toBe('Variegated Vanilla Orchid — 3" Pot & Saucer');
  });

  it('tells sold orders without their items from those items', () => {
    const header =
      'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Currency,Order Value,Shipping,Order Total,Status,Card Processing Fees';
    expect(matching(header.split(','))).toEqual(['etsy.sold-orders']);
  });
});

describe('Taobao', () => {
  it('reads the package by its machine names, in UTF-16 with tabs and in UTF-8 with commas', async () => {
    const utf16 = await read('taobao/item-package/assistant-utf16.csv');
    const utf8 = await read('taobao/item-package/80-columns.csv');
    const facts = (row: Cells | undefined) => [row?.productId, row?.sku, row?.price, row?.available, row?.status];
    expect(facts(utf16[0])).toEqual(['680000000000001', 'KET-09', 15_900, 36, '上架']);
    expect(facts(utf8[0])).toEqual(facts(utf16[0]));
  });

  it('knows an item that was never uploaded by the seller’s code, else by its title', async () => {
    const rows = await read('taobao/item-package/assistant-utf16.csv');
    expect(rows.slice(2).map((row) => row.listingKey)).toEqual(['NEW-1', '没有编码的新品']);
  });

  it('counts what the buyer owes and closes single items of an order', async () => {
    const rows = await read('taobao/order-items/gbk.csv');
    expect(rows.map((row) => [row.unit, row.lineAmount, row.lineStatus, row.orderStatus])).toEqual([
      ['5118609024991031607', 29_800, '交易成功', undefined],
      ['5118609024991031607', 1250, '交易关闭', undefined],
      ['5118609024991099999', 129_900, '等待买家付款', '等待买家付款'],
      ['5118609024991100001', 4500, '买家已付款,等待卖家发货', undefined],
    ]);
  });

  it('tells the order report from the one of its items', () => {
    const header =
      '订单编号,支付单号,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,收货地址,订单创建时间,商品标题,宝贝种类,宝贝总数量';
    expect(matching(header.split(','))).toEqual(['taobao.orders']);
  });
});

function matching(header: readonly string[]): string[] {
  return REPORT_FORMATS.filter((format) => isMatch(matchHeader(format, header))).map((format) => format.id);
}
