/** Which column of a mapping file says what: by its name, in the languages and the words that sellers and their systems use. */
import { UserError } from '../../core/errors.js';

export interface MappingColumns {
  readonly ownSku: number;
  /** -1 where there is none. */
  readonly store: number;
  /** Columns that may name the listing; the first filled one does. */
  readonly listing: readonly number[];
  readonly units: number;
  readonly name: number;
  readonly note: number;
  /** Headers of columns that are not read. */
  readonly unread: readonly string[];
}

function names(text: string): readonly string[] {
  return text.split('|');
}

/** Likeliest first: "SKU" is one's own where no other column is, else the channel's. */
const OWN_SKU = names(
  'own sku|master sku|internal sku|erp sku|own item number|自有货号|自有sku|主sku|erp编码|系统sku|货号|商家编码|商品货号|eigene artikelnummer|eigene sku|artikelnummer|artikelnr|artikel-nr.|art.-nr.|自社品番|自社sku|品番|sku interne|référence interne|sku interno|codice interno|item number|sku',
);
const STORE = names(
  'store|store name|shop|shop name|sales channel|channel|marketplace|platform|店铺|店铺名称|店铺名|渠道|销售渠道|平台|ショップ|店舗|モール|販売チャネル|kanal|verkaufskanal|marktplatz|plattform|boutique|canal|canal de vente|marché|plateforme|tienda|canal de venta|plataforma|negozio|canale|piattaforma',
);
const LISTING = names(
  'listing id|listing|listing key|item id|itemid|item-id|product id|商品id|宝贝id|num iid|平台商品id|平台商品编码|商品管理番号|商品番号|商品コード|angebotsnummer|angebots-id|id annonce|id anuncio|channel sku|platform sku|store sku|seller sku|seller-sku|listing sku|平台sku|平台货号|店铺sku|asin|said of|said listing|sku',
);
const UNITS = names(
  'units|units per listing|pieces|pieces per listing|pack size|pack|multiplier|quantity|qty|数量|件数|个数|套装数量|組数|入数|セット数|個数|menge|stück|stückzahl|packungsgröße|quantité|unités|cantidad|unidades|quantità|pezzi',
);
const NAME = names(
  'own name|name|product name|product|商品名称|名称|品名|商品名|bezeichnung|artikelbezeichnung|produktname|nom|nom du produit|nombre|nombre del producto|nome|nome del prodotto',
);
const NOTE = names('note|notes|comment|remark|remarks|备注|説明|備考|bemerkung|notiz|kommentar|remarque|commentaire|nota|comentario');

/** `hasStore`: the command line says whose listings they are. */
export function mappingColumns(file: string, header: readonly string[], hasStore: boolean): MappingColumns {
  const folded = header.map(fold);
  const find = (wanted: readonly string[], taken: readonly number[] = []) =>
    wanted.map((name) => folded.findIndex((cell, at) => cell === name && !taken.includes(at))).filter((at) => at !== -1);
  const ownSku = find(OWN_SKU)[0] ?? -1;
  const store = find(STORE)[0] ?? -1;
  const listing = find(LISTING, [ownSku]);
  const [units = -1] = find(UNITS);
  const [note = -1] = find(NOTE);
  const [name = -1] = find(NAME);
  const missing = [
    ...(ownSku === -1 ? ['your own SKU (own_sku, master sku, 货号, 商家编码, Artikelnummer)'] : []),
    ...(listing.length === 0 && name === -1 ? ['the listing (listing_id, item id, channel sku, asin, 商品ID)'] : []),
    ...(store === -1 && listing.length > 0 && !hasStore
      ? ['the store (store, channel, platform, 店铺), or --store NAME for the whole file']
      : []),
  ];
  if (missing.length > 0) {
    const found = header.map((cell) => `"${cell}"`).join(', ');
    throw new UserError(`${file}: no column tells ${missing.join(', nor ')}. Its columns: ${found}. Nothing was taken from the file.`);
  }
  const read = new Set([ownSku, store, ...listing, units, name, note]);
  const unread = header.filter((cell, at) => !read.has(at) && cell.trim() !== '');
  return { ownSku, store, listing, units, name, note, unread };
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}
