/**
 * Which column of a cost file says what: by its name, in the languages and the words that sellers and their systems use, and by the
 * names that `products costs list` writes, whose cost is the landed one.
 */
import { UserError } from '../../core/errors.js';
import type { CostPart } from '../../core/unitCost.js';

export interface CostColumns {
  /** Columns that may name the listing; the first filled one does. */
  readonly item: readonly number[];
  /** -1 where there is none. */
  readonly store: number;
  /** What the supplier takes for a piece, or what a piece costs altogether where no other part has a column. */
  readonly cost: number;
  /** What a piece costs altogether, with all parts. */
  readonly landed: number;
  readonly parts: readonly (readonly [CostPart, number])[];
  readonly currency: number;
  readonly from: number;
  readonly quantity: number;
  readonly batch: number;
  /** What the headers say in brackets behind the name of an amount, by column: "元" of 成本价(元). */
  readonly unitOf: ReadonlyMap<number, string>;
  /** Headers of columns that are not read. */
  readonly unread: readonly string[];
}

function names(text: string): readonly string[] {
  return text.split('|');
}

const ITEM = names(
  'listing id|listing|listing key|item id|商品id|宝贝id|平台商品id|商品管理番号|商品番号|seller sku|seller-sku|merchant sku|msku|variant sku|sku|item sku|own sku|货号|商家编码|商品编码|sku编码|规格编码|sku码|品番|自社品番|商品コード|artikelnummer|artikelnr|artikel-nr.|art.-nr.|référence|reference|référence article|referencia|codice articolo|codice|asin|item number|item',
);
const STORE = names(
  'store|store name|shop|shop name|channel|sales channel|marketplace|店铺|店铺名称|店铺名|渠道|平台|ショップ|店舗|モール|kanal|verkaufskanal|marktplatz|boutique|canal|tienda|negozio|canale',
);
const COST = names(
  "cost|goods amount|unit cost|cost per unit|cost per item|cost price|purchase price|buying price|price per unit|supplier price|goods|goods cost|cogs|exw|fob|成本|成本价|单位成本|采购价|采购单价|采购成本|进价|进货价|货值|原価|仕入価格|仕入原価|仕入単価|einkaufspreis|ek|ek-preis|ek netto|stückkosten|einkaufspreis netto|coût|coût unitaire|prix d'achat|coste|costo|coste unitario|costo unitario|precio de compra|costo di acquisto|prezzo di acquisto|prezzo d'acquisto",
);
const LANDED = names(
  'landed cost|cost amount|landed unit cost|unit landed cost|landed|total cost|total unit cost|fully landed cost|ddp|到岸成本|到仓成本|总成本|含税到岸成本|综合成本|着荷原価|総原価|einstandspreis|einstandskosten|bezugspreis|coût de revient|prix de revient|coste total|costo total|costo totale',
);
const PARTS: Readonly<Record<Exclude<CostPart, 'goods'>, readonly string[]>> = {
  freight: names(
    'freight|freight amount|freight per unit|shipping|inbound shipping|inbound freight|freight in|sea freight|transport|运费|头程|头程运费|头程费用|物流费|国际运费|運賃|送料|輸送費|fracht|frachtkosten|transportkosten|versand|fret|frais de transport|flete|transporte|trasporto|spedizione|nolo',
  ),
  duty: names(
    'duty|duty amount|duties|customs|customs duty|tariff|import duty|关税|关税税费|進口關稅|関税|zoll|zollkosten|droits de douane|douane|arancel|aranceles|aduana|dazio|dazi|dogana',
  ),
  packaging: names(
    'packaging|packaging amount|packing|prep|prep cost|preparation|包装|包装费|包材|包材费|梱包|梱包費|包装費|verpackung|verpackungskosten|emballage|conditionnement|embalaje|empaque|imballaggio',
  ),
  other: names(
    'other|other amount|other costs|misc|inspection|labelling|其他|其它|其他费用|其它费用|杂费|その他|sonstiges|sonstige kosten|autre|autres|autres frais|otros|otros gastos|altro|altri costi',
  ),
};
const CURRENCY = names('currency|cost currency|currency code|币种|货币|采购币种|通貨|währung|devise|monnaie|moneda|divisa|valuta');
const FROM = names(
  'from|from on|from day|from date|valid from|since|date|day|effective from|effective date|start date|received|received on|arrival date|生效日期|开始日期|日期|起始日期|入库日期|到货日期|適用開始日|開始日|日付|入荷日|gültig ab|ab|datum|von|wareneingang|à partir de|date de début|valable à partir du|depuis|desde|fecha|válido desde|dal|data|da|valido dal',
);
const QUANTITY = names(
  'quantity|qty|units|pieces|received quantity|batch quantity|数量|件数|采购数量|入库数量|個数|入荷数|menge|stück|stückzahl|anzahl|quantité|unités|cantidad|unidades|quantità|pezzi',
);
const BATCH = names(
  'batch|batch number|lot|delivery|po|po number|purchase order|shipment|批次|批次号|采购单号|入库单号|ロット|発注番号|charge|lieferung|bestellnummer|lot n°|commande|livraison|lote|pedido|lotto|ordine',
);

const BRACKETS = /\s*[(（[]([^)）\]]*)[)）\]]\s*$/;

export function costColumns(file: string, header: readonly string[]): CostColumns {
  const folded = header.map((cell) => fold(cell.replace(BRACKETS, '')));
  const taken = new Set<number>();
  const all = (wanted: readonly string[]) =>
    wanted.flatMap((name) => folded.flatMap((cell, at) => (cell === name && !taken.has(at) ? [at] : [])));
  const take = (wanted: readonly string[]) => {
    const [at = -1] = all(wanted);
    taken.add(at);
    return at;
  };
  const item = all(ITEM);
  for (const at of item) taken.add(at);
  const [store, landed, cost] = [take(STORE), take(LANDED), take(COST)];
  const parts = Object.entries(PARTS)
    .map(([part, wanted]) => [part as CostPart, take(wanted)] as const)
    .filter(([, at]) => at !== -1);
  const [currency, from, batch, quantity] = [take(CURRENCY), take(FROM), take(BATCH), take(QUANTITY)];
  const missing = [
    ...(item.length === 0 ? ['what it is the cost of (sku, listing_id, asin, 商家编码, Artikelnummer)'] : []),
    ...(cost === -1 && landed === -1 ? ['what a piece costs (cost, landed cost, 成本价, Einkaufspreis, coût, 原価)'] : []),
  ];
  if (missing.length > 0) {
    const found = header.map((cell) => `"${cell}"`).join(', ');
    throw new UserError(`${file}: no column tells ${missing.join(', nor ')}. Its columns: ${found}. Nothing was taken from the file.`);
  }
  const unitOf = new Map(
    [cost, landed, ...parts.map(([, at]) => at)].flatMap((at) => {
      const unit = BRACKETS.exec(header[at] ?? '')?.[1];
      return unit === undefined ? [] : [[at, unit] as const];
    }),
  );
  const unread = header.filter((cell, at) => !taken.has(at) && cell.trim() !== '');
  return { item, store, cost, landed, parts, currency, from, quantity, batch, unitOf, unread };
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}
