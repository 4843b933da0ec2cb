/** Headers of Rakuten's item file, newest first: what its report reads and its upload writes. */
export const ITEM_NUMBER = ['商品管理番号（商品URL）'];
export const ITEM_NAME = ['商品名'];
export const CATCH_COPY = ['キャッチコピー', 'PC用キャッチコピー'];
export const SKU_NUMBER = ['SKU管理番号'];
export const PRICE = ['販売価格'];
export const LIST_PRICE = ['表示価格'];
