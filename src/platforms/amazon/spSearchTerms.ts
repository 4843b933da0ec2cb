/**
 * Sponsored Products search term report: what shoppers typed, what it cost and sold. One row a campaign, ad group, target and
 * search term; in the daily version also a day. In the summary version Start and End Date are the first and last day on which the
 * row had traffic, not the report's period (seen in real files: they differ from row to row). Workbook by default, CSV as a choice.
 * CTR, CPC, ACOS and conversion rate are left out: they follow from the rest. The Sponsored Brands report of the same name has the
 * same columns and is read likewise. English names from six real files 2019 to 2025, Spanish and Chinese ones from tests made after
 * real files, Japanese and German ones from readers (some of the German from memory), French and Italian from memory.
 */
import { column, defineReport, required } from '../define.js';

/** "7 Day …" and "14 Day …": the days after the click within which a sale counts. */
function windows(...names: string[]): string[] {
  return ['7', '14', '30'].flatMap((days) => names.flatMap((name) => name.replace('{d}', days)));
}

export const amazonSpSearchTerms = defineReport({
  id: 'amazon.sp-search-terms',
  platform: 'amazon',
  report: 'Sponsored Products search term report',
  fills: ['ads'],
  certainty: 'A',
  source: 'real exports of 2019, 2023, 2024 and 2025 (US, UK, AE); localised names from public readers and from memory',
  download: 'Advertising console > Measurement & Reporting > Sponsored ads reports > Sponsored Products > Search term',
  notes: [
    'sales and orders are those within the days after a click that the header says (7 or 14), and still arrive for as long',
    'rows without a click may be missing: sums of impressions are less than the campaign’s',
  ],
  columns: [
    column('day', 'Date', '日期', '日付', 'Datum', 'Fecha', 'Data', '날짜'),
    column('firstDay', 'Start Date', '开始日期', '開始日', 'Startdatum', 'Fecha de inicio', 'Date de début', 'Data di inizio', '시작 날짜'),
    column('lastDay', 'End Date', '结束日期', '終了日', 'Enddatum', 'Fecha de finalización', 'Date de fin', 'Data di fine', '종료 날짜'),
    column(
      'portfolio',
      'Portfolio name',
      '广告组合名称',
      'ポートフォリオ名',
      'Portfolioname',
      'Nombre de la cartera',
      'Nom du portefeuille',
      'Nome portafoglio',
      '포트폴리오 이름',
    ),
    column('currency', 'Currency', '货币', '通貨', 'Währung', 'Divisa', 'Devise', 'Valuta', '통화'),
    required(
      'campaign',
      ...[
        'Campaign Name',
        '广告活动名称',
        'キャンペーン名',
        'Kampagnen-Name',
        'Kampagnenname',
        'Nombre de campaña',
        'Nombre de la campaña',
      ],
      ...['Nom de la campagne', 'Nome campagna', '캠페인 이름'],
    ),
    column('country', 'Country', '国家/地区', '国', 'Land', 'País', 'Pays', 'Paese'),
    column('retailer', 'Retailer', '零售商', '小売業者', 'Einzelhändler'),
    column(
      'adGroup',
      ...[
        'Ad Group Name',
        '广告组名称',
        '広告グループ名',
        'Anzeigengruppenname',
        'Name der Anzeigengruppe',
        'Nombre del grupo de anuncios',
      ],
      ...["Nom du groupe d'annonces", 'Nome gruppo di annunci', '광고 그룹 이름'],
    ),
    column('targeting', 'Targeting', '投放', 'ターゲティング', 'Ausrichtung', 'Segmentación', 'Ciblage', '키워드', '타겟팅'),
    column(
      'matchType',
      'Match Type',
      '匹配类型',
      'マッチタイプ',
      'Übereinstimmungstyp',
      'Tipo de coincidencia',
      'Type de correspondance',
      'Tipo di corrispondenza',
      '일치 유형',
    ),
    required(
      'searchTerm',
      ...['Customer Search Term', '客户搜索词', 'カスタマーの検索キーワード', 'Suchbegriff eines Kunden', 'Suchbegriff des Kunden'],
      ...['Término de búsqueda de cliente', 'Término de búsqueda del cliente', 'Terme de recherche client', 'Termine di ricerca cliente'],
      '고객 검색어',
    ),
    column('impressions', 'Impressions', '展示量', 'インプレッション', 'Impressionen', 'Impresiones', 'Impressioni', '광고 노출 수'),
    required('clicks', 'Clicks', '点击量', 'クリック', 'クリック数', 'Klicks', 'Clics', 'Clic', '클릭 수', '클릭수'),
    required('adCost', 'Spend', 'Spend ({currency})', '花费', '広告費', '費用', 'Ausgaben', 'Gasto', 'Dépenses', 'Spesa', '지출'),
    column(
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
    ),
    column(
      'adOrders',
      ...windows('{d} Day Total Orders (#)', '{d} Day Total Orders', '{d}天总订单数(#)', '{d} 天内的总订单数 (#)'),
      ...windows('広告がクリックされてから{d}日間の合計注文数', '{d} Tage, Aufträge gesamt (#)', '{d} Tage, Bestellungen gesamt'),
      ...windows(
        'Pedidos totales de {d} días (#)',
        'Pedidos totales de {d} días',
        'Commandes totales sur {d} jours (#)',
        'Ordini totali {d} giorni (#)',
        '{d}일 총 주문(건수)',
      ),
    ),
    column(
      'adUnits',
      ...windows('{d} Day Total Units (#)', '{d} Day Total Units', '{d}天总销售量(#)', '広告がクリックされてから{d}日間の合計販売数'),
      ...windows('{d} Tage, Einheiten gesamt (#)', '{d}Tage, Einheiten gesamt (#)', '{d} Tage, verkaufte Einheiten gesamt'),
      ...windows(
        'Unidades totales de {d} días (#)',
        'Unités totales sur {d} jours (#)',
        'Unità totali {d} giorni (#)',
        '{d}일 총 수량(개수)',
      ),
    ),
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
      ...windows(
        '{d} Day Brand Halo ASIN Sales',
        '{d} Day Brand Halo ASIN Sales ({currency})',
        'Otras ventas SKU de {d} días ({currency})',
      ),
      ...windows('{d}-Tage, Andere SKU-Umsätze ({currency})', '{d}일 기타 SKU 판매'),
    ),
  ],
  not: ['Entity', 'Operation', 'Keyword ID', 'Advertised SKU', 'Placement', 'Date range'],
  unit: ['campaign', 'day'],
  period: 'span',
  grain: 'search-term',
  attribution: true,
  storeBy: 'country',
});
