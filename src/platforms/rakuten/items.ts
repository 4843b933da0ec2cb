/**
 * Item file of Rakuten's RMS since its SKU project of 2023 (`normal-item.csv`, as downloaded `dl-normal-item.csv`): CP932, CR LF. An
 * item is one row for what belongs to it, then one row for each of its SKUs, then rows for options that the buyer fills in. The
 * SKU rows leave the item's cells empty and the other way round, so title and status are carried down and the first row is the parent.
 *
 * A listing is known by its number (商品管理番号) and its SKU's (SKU管理番号). The SKU is the seller's own code for other systems
 * where there is one, else the SKU's number. The file of before the SKU project (`item.csv`) has one row an item and is read as
 * well. Amounts are yen as buyers pay them. Descriptions and pictures are left out.
 *
 * The columns come from a public program that reads and writes the file, and from published guides.
 */
import { column, defineReport, required } from '../define.js';
import { CATCH_COPY, ITEM_NAME, ITEM_NUMBER, LIST_PRICE, PRICE, SKU_NUMBER } from './names.js';

export const rakutenItems = defineReport({
  id: 'rakuten.items',
  platform: 'rakuten',
  report: '商品情報CSV (normal-item.csv)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'a public program that reads and writes the file; published guides',
  download: 'RMS > 店舗設定 > 商品管理 > CSV商品一括編集 > ダウンロード: 通常商品',
  notes: ['prices are yen with tax as 消費税 says', `texts of the item (${CATCH_COPY[0]}) stand on its first row`],
  columns: [
    required('productId', ...ITEM_NUMBER),
    required('title', ...ITEM_NAME),
    column('variationId', ...SKU_NUMBER),
    { ...column('sku', 'システム連携用SKU番号', ...SKU_NUMBER), firstFilled: true },
    column('option1', 'バリエーション項目選択肢1'),
    column('option2', 'バリエーション項目選択肢2'),
    column('option3', 'バリエーション項目選択肢3'),
    column('price', ...PRICE),
    column('compareAtPrice', ...LIST_PRICE),
    column('available', '在庫数'),
    column('category', 'ジャンルID', '全商品ディレクトリID'),
    { ...column('gtin', 'カタログID'), only: /^\d{8,14}$/ },
    { ...column('status', '倉庫指定'), words: { 0: '販売中', 1: '倉庫' } },
  ],
  hasOneOf: ['ジャンルID', '全商品ディレクトリID', ...SKU_NUMBER, ...CATCH_COPY, '倉庫指定', ...PRICE],
  not: ['項目選択肢用コントロールカラム', '表示先カテゴリ', '注文番号'],
  ignore: [{ rule: 'rows of item options', blank: ['title', 'variationId'] }],
  fillDown: { by: 'productId', fields: ['title', 'category', 'status'] },
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  firstRowIsParent: true,
  currency: 'JPY',
  stock: [{ location: { name: 'Rakuten' }, available: ['available'] }],
  noAttributes: [
    /説明文/,
    /^商品画像|^白背景画像|^sku画像/i,
    /^動画$/,
    /^商品オプション/,
    /^選択肢タイプ$/,
    /選択肢定義$/,
    /項目(キー|名)定義$/,
    /^バリエーション項目キー/,
  ],
});
