/**
 * Headers of Amazon's listing reports. The account's language decides: names in German, French, Italian, Spanish, Polish, Turkish,
 * Arabic, Chinese and Japanese are those that public readers of real files list (certainty B); "ASIN 1" stands in the Japanese
 * and German ones, "ASIN1" in the Chinese.
 */
export const SELLER_SKU = [
  'seller-sku',
  '出品者SKU',
  '卖家 SKU',
  '卖家SKU',
  'Händler-SKU',
  'sku-vendeur',
  'SKU venditore',
  'SKU del vendedor',
  'sku-sprzedawcy',
  'seller-sku (satıcı sku)',
  'sku-البائع',
];

export const ITEM_NAME = [
  'item-name',
  '商品名',
  '商品名称',
  'Artikelbezeichnung',
  'nom-produit',
  "Nome dell'articolo",
  'Título del producto',
  'nazwa-produktu',
  'item-name (ürün adı)',
  'اسم-المنتج',
];

export const PRICE = ['price', '価格', '价格', 'Preis', 'prix', 'Prezzo', 'Precio', 'cena', 'price (fiyat)', 'السعر'];

export const QUANTITY = ['quantity', '数量', 'Menge', 'quantité', 'Quantità', 'Cantidad', 'ilość', 'quantity (adet)', 'الكمية'];

export const STATUS = ['status', 'ステータス', '状态', 'stato', 'état', 'estado', 'durum', 'الحالة'];

export const CONDITION = [
  'item-condition',
  'コンディション',
  '商品状况',
  'Artikelzustand',
  'état-produit',
  "Condizione dell'articolo",
  'Estado del producto',
  'stan-produktu',
  'item-condition (ürün durumu)',
  'حالة-المنتج',
];

export const CHANNEL = [
  'fulfillment-channel',
  'fulfilment-channel',
  'フルフィルメント・チャンネル',
  'フルフィルメントチャンネル',
  '配送渠道',
  'Versender',
  'canal-traitement',
  'Canale di gestione',
  'Canal de gestión logística',
  'kanał-realizacji',
  'fulfillment-channel (dağıtım kanalı)',
  'قناة-الشحن',
];

/** What the listing was made by: an ASIN (product-id-type 1) or, seen in a real file beside asin1, an EAN (type 4). */
export const PRODUCT_ID = [
  'product-id',
  '商品ID',
  '商品编码',
  'Produkt-ID',
  'id-produit',
  'Identificativo del prodotto',
  'Identificador del producto',
  'identyfikator-produktu',
  'product-id (ürün numarası)',
  'رقم-المنتج',
];

export const LISTING_ASIN = ['asin1', 'ASIN 1', ...PRODUCT_ID];

/** UPC, EAN and the like. */
export const GTIN = /^(?:\d{8}|\d{12,14})$/;

/** Ten characters that begin with B0; for books, the ISBN-10. */
export const ASIN = /^(?:B[0-9A-Z]{9}|\d{9}[\dX])$/i;
