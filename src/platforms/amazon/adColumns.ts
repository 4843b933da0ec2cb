/**
 * Headers that the reports of Amazon's advertising console share: Sponsored Products, and the Sponsored Brands and Display reports
 * that read alike. The account's language names them. English from real files of 2019 to 2026; Spanish and Chinese from tests made
 * after real files; Japanese, German and Korean from readers of real files; French and Italian, and the rarer names, from memory.
 */
import { type ColumnSpec, column, type RatioSpec } from '../define.js';

/** "7 Day …" and "14 Day …": the days after the click within which a sale counts. */
export function windows(...names: string[]): string[] {
  return ['7', '14', '30'].flatMap((days) => names.flatMap((name) => name.replace('{d}', days)));
}

export const CAMPAIGN_NAMES = [
  ...['Campaign Name', '广告活动名称', 'キャンペーン名', 'Kampagnen-Name', 'Kampagnenname', 'Nombre de campaña'],
  ...['Nombre de la campaña', 'Nom de la campagne', 'Nome campagna', '캠페인 이름'],
];

export const AD_GROUP_NAMES = [
  ...['Ad Group Name', '广告组名称', '広告グループ名', 'Anzeigengruppenname', 'Name der Anzeigengruppe', 'Nombre del grupo de anuncios'],
  ...["Nom du groupe d'annonces", 'Nome gruppo di annunci', '광고 그룹 이름'],
];

export const TARGETING_NAMES = [...['Targeting', '投放', 'ターゲティング', 'Ausrichtung', 'Segmentación', 'Ciblage', '키워드', '타겟팅']];

export const SEARCH_TERM_NAMES = [
  ...['Customer Search Term', '客户搜索词', 'カスタマーの検索キーワード', 'Suchbegriff eines Kunden', 'Suchbegriff des Kunden'],
  ...['Término de búsqueda de cliente', 'Término de búsqueda del cliente', 'Terme de recherche client', 'Termine di ricerca cliente'],
  '고객 검색어',
];

export const ADVERTISED_SKU_NAMES = [
  ...['Advertised SKU', '广告SKU', '広告対象SKU', 'Beworbene SKU', 'SKU anunciado', 'SKU mis en avant', 'SKU pubblicizzato', '광고된 SKU'],
];

export const ADVERTISED_ASIN_NAMES = [
  ...['Advertised ASIN', '广告ASIN', '広告対象ASIN', 'Beworbene ASIN', 'ASIN anunciado', 'ASIN mis en avant', 'ASIN pubblicizzato'],
  '광고된 ASIN',
];

export const PURCHASED_ASIN_NAMES = [
  ...[
    'Purchased ASIN',
    '已购买的ASIN',
    '購入されたASIN',
    'Gekaufte ASIN',
    'ASIN comprado',
    'ASIN acheté',
    'ASIN acquistato',
    '구매한 ASIN',
  ],
];

export const PLACEMENT_NAMES = [
  ...['Placement', '放置', '广告位', '掲載枠', 'プレースメント', 'Platzierung', 'Ubicación', 'Emplacement', 'Posizionamento', '게재 위치'],
];

/** Headers of reports of other kinds that share campaigns and costs with these. */
export const OTHER_AD_REPORTS = [
  ...['Entity', 'Operation', 'Record Type', 'Keyword ID', 'Date range', 'Budget currency', 'Total cost'],
  ...['Entität', 'Keyword-ID', 'Entidad', 'Operación', 'ID de palabra clave'],
];

/** A day in daily reports; in summaries the first and last day with traffic of the row. */
export const AD_DAYS: readonly ColumnSpec[] = [
  column('day', 'Date', '日期', '日付', 'Datum', 'Fecha', 'Data', '날짜'),
  column('firstDay', 'Start Date', '开始日期', '開始日', 'Startdatum', 'Fecha de inicio', 'Date de début', 'Data di inizio', '시작 날짜'),
  column('lastDay', 'End Date', '结束日期', '終了日', 'Enddatum', 'Fecha de finalización', 'Date de fin', 'Data di fine', '종료 날짜'),
];

export const AD_ACCOUNT: readonly ColumnSpec[] = [
  column(
    'portfolio',
    ...['Portfolio name', '广告组合名称', 'ポートフォリオ名', 'Portfolioname', 'Nombre de la cartera', 'Nom du portefeuille'],
    ...['Nome portafoglio', '포트폴리오 이름'],
  ),
  column('currency', 'Currency', '货币', '通貨', 'Währung', 'Divisa', 'Devise', 'Valuta', '통화'),
  column('country', 'Country', '国家/地区', '国', 'Land', 'País', 'Pays', 'Paese'),
  column('retailer', 'Retailer', '零售商', '小売業者', 'Einzelhändler'),
];

export const AD_GROUP = column('adGroup', ...AD_GROUP_NAMES);

export const MATCH_TYPE = column(
  'matchType',
  ...['Match Type', '匹配类型', 'マッチタイプ', 'Übereinstimmungstyp', 'Tipo de coincidencia', 'Type de correspondance'],
  ...['Tipo di corrispondenza', '일치 유형'],
);

export const IMPRESSIONS_NAMES = [
  ...['Impressions', '展示量', 'インプレッション', 'Impressionen', 'Impresiones', 'Impressioni', '광고 노출 수'],
];

export const CLICKS_NAMES = ['Clicks', '点击量', 'クリック', 'クリック数', 'Klicks', 'Clics', 'Clic', '클릭 수', '클릭수'];

export const SPEND_NAMES = [...['Spend', 'Spend ({currency})', '花费', '広告費', '費用', 'Ausgaben', 'Gasto', 'Dépenses', 'Spesa', '지출']];

export const AD_SALES = column(
  'adSales',
  ...windows(
    '{d} Day Total Sales',
    '{d} Day Total Sales ({currency})',
    '{d}天总销售额',
    '{d} 天内的总销售额',
    '{d}天总销售额 ({currency})',
  ),
  ...windows('広告がクリックされてから{d}日間の総売上高', '広告がクリックされてから{d}日間の総売上高 ({currency})'),
  ...windows('{d} Tage, Umsatz gesamt', '{d} Tage, Umsatz gesamt ({currency})', '{d} Tage, Verkäufe gesamt'),
  ...windows('Ventas totales de {d} días', 'Ventas totales de {d} días ({currency})'),
  ...windows('Ventes totales sur {d} jours', 'Ventes totales sur {d} jours ({currency})'),
  ...windows('Vendite totali {d} giorni', 'Vendite totali {d} giorni ({currency})', '{d}일 총 판매', '{d}일 총 판매 ({currency})'),
);

export const AD_ORDERS = column(
  'adOrders',
  ...windows('{d} Day Total Orders (#)', '{d} Day Total Orders', '{d}天总订单数(#)', '{d} 天内的总订单数 (#)'),
  ...windows('広告がクリックされてから{d}日間の合計注文数', '{d} Tage, Aufträge gesamt (#)', '{d} Tage, Bestellungen gesamt'),
  ...windows('Pedidos totales de {d} días (#)', 'Pedidos totales de {d} días', 'Commandes totales sur {d} jours (#)'),
  ...windows('Ordini totali {d} giorni (#)', '{d}일 총 주문(건수)'),
);

export const AD_UNITS = column(
  'adUnits',
  ...windows('{d} Day Total Units (#)', '{d} Day Total Units', '{d}天总销售量(#)', '広告がクリックされてから{d}日間の合計販売数'),
  ...windows('{d} Tage, Einheiten gesamt (#)', '{d}Tage, Einheiten gesamt (#)', '{d} Tage, verkaufte Einheiten gesamt'),
  ...windows('Unidades totales de {d} días (#)', 'Unités totales sur {d} jours (#)', 'Unità totali {d} giorni (#)', '{d}일 총 수량(개수)'),
);

/** What the sales, orders and units were of the advertised product, and of the brand's others. */
export const SAME_AND_OTHER_SKU: readonly ColumnSpec[] = [
  column(
    'adUnitsSameSku',
    ...windows('{d} Day Advertised SKU Units (#)', '{d} Day Advertised ASIN Units (#)', '{d}天内广告SKU销售量(#)'),
    ...windows('{d} Tage, Beworbene SKU-Einheiten (#)', '{d}Tage, Beworbene SKU-Einheiten (#)', 'Unidades SKU anunciadas {d} días (#)'),
    ...windows('{d}일 광고된 SKU 수량(개수)'),
  ),
  column(
    'adUnitsOtherSku',
    ...windows('{d} Day Other SKU Units (#)', '{d} Day Brand Halo ASIN Units (#)', '{d}天内其他SKU销售量(#)'),
    ...windows('{d}-Tage, Andere SKU-Einheiten (#)', 'Otras unidades SKU de {d} días (#)', '{d}일 기타 SKU 수량(개수)'),
  ),
  column(
    'adSalesSameSku',
    ...windows('{d} Day Advertised SKU Sales', '{d} Day Advertised SKU Sales ({currency})', '{d}天内广告SKU销售额'),
    ...windows(
      '{d} Day Advertised ASIN Sales',
      '{d} Day Advertised ASIN Sales ({currency})',
      'Ventas SKU anunciadas {d} días ({currency})',
    ),
    ...windows('{d} Tage, Beworbene SKU-Umsätze ({currency})', '{d}Tage, Beworbene SKU-Umsätze ({currency})', '{d}일 광고된 SKU 판매'),
  ),
  column(
    'adSalesOtherSku',
    ...windows('{d} Day Other SKU Sales', '{d} Day Other SKU Sales ({currency})', '{d}天内其他SKU销售额'),
    ...windows('{d} Day Brand Halo ASIN Sales', '{d} Day Brand Halo ASIN Sales ({currency})', 'Otras ventas SKU de {d} días ({currency})'),
    ...windows('{d}-Tage, Andere SKU-Umsätze ({currency})', '{d}일 기타 SKU 판매'),
  ),
];

/** Orders of shoppers who are new to the brand: Sponsored Brands and Display tell them. */
export const NEW_TO_BRAND = column(
  'adNewBuyers',
  ...windows('{d} Day New-to-brand Orders (#)', '{d}天内“品牌新买家”订单数量(#)'),
  'New-to-brand Orders (#)',
);

export const AD_RATIOS: readonly RatioSpec[] = [
  {
    names: ['Click-Thru Rate (CTR)', '点击率 (CTR)', 'クリック率 (CTR)', 'Klickrate (CTR)', 'Porcentaje de clics (CTR)'],
    of: ['clicks'],
    by: ['impressions'],
  },
  {
    names: ['Cost Per Click (CPC)', '单次点击成本 (CPC)', 'Kosten pro Klick (CPC)'],
    of: ['adCost'],
    by: ['clicks'],
  },
  {
    names: [
      ...['Total Advertising Cost of Sales (ACOS)', 'Advertising Cost of Sales (ACOS)', '广告投入产出比 (ACOS) 总计'],
      ...['Gesamtumsatzkosten für Werbung (ACOS)', 'Gesamtumsatzkosten für Werbung (ACoS)'],
      ...['Zugeschriebene Umsatzkosten (ACOS) gesamt', 'Coste publicitario de las ventas (ACOS) total'],
    ],
    of: ['adCost'],
    by: ['adSales'],
  },
];

export const ROAS: RatioSpec = {
  names: [
    ...['Total Return on Advertising Spend (ROAS)', 'Return on Advertising Spend (ROAS)', '总广告投资回报率 (ROAS)'],
    'Gesamtrendite von Werbeausgaben (Return on Advertising Spend, ROAS)',
    'Gesamte Rentabilität der Anzeigenkosten (ROAS)',
  ],
  of: ['adSales'],
  by: ['adCost'],
};

export const CONVERSION_RATE: RatioSpec = {
  names: windows('{d} Day Conversion Rate', '{d}天的转化率', '{d}-Tage-Konversionsrate', 'Tasa de conversión de {d} días'),
  of: ['adOrders'],
  by: ['clicks'],
};

export const AD_NOTES = [
  'sales and orders are those within the days after a click that the header says (7 or 14), and still arrive for as long',
];
