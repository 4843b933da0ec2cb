/**
 * Figures that every Google Ads report may have. The currency is the account's own: columns "(Converted currency)" repeat the same
 * amounts in another one and are left out, as are all averages and rates, which follow from the sums.
 */
import type { IgnoreRule, RatioSpec } from '../define.js';
import { type ColumnSpec, column } from '../define.js';
import { AD_GROUP, CAMPAIGN } from './adsNames.js';

export const COST = [
  ...['Cost', 'Kosten', 'Coût', 'Coste', 'Costo', 'Custo', 'Costi', '費用', '费用', '비용', 'Расходы', 'Koszt', 'Maliyet', 'Kostnad'],
];

const IMPRESSIONS = [
  ...['Impr.', 'Impressions', 'Impressionen', 'Impresiones', 'Impressões', 'Impressioni', 'Vertoningen', '表示回数', '展示次数'],
  ...['曝光', '노출수', 'Показы', 'Wyświetlenia', 'Gösterim'],
];

const CLICKS = [
  ...['Clicks', 'Klicks', 'Clics', 'Cliques', 'Clic', 'Klikken', 'クリック数', '点击次数', '點擊', '클릭수', 'Клики', 'Kliknięcia'],
  'Tıklamalar',
];

const CURRENCY = [
  ...[
    'Currency code',
    'Currency',
    'Währungscode',
    'Code de devise',
    'Code de la devise',
    'Código de moneda',
    'Código da moeda',
    'Codice valuta',
  ],
  ...['Valutacode', '通貨コード', '货币代码', '幣別', '통화 코드', 'Код валюты', 'Kod waluty', 'Para birimi kodu'],
];

const CONVERSIONS = [
  ...['Conversions', 'Conv.', 'Conversiones', 'Conversões', 'Conversioni', 'Conversies', 'コンバージョン', 'コンバージョン数'],
  ...['转化次数', '轉換', '전환', '전환수', 'Конверсии', 'Konwersje', 'Dönüşümler', 'Converted clicks'],
];

const CONVERSION_VALUE = [
  ...['Conv. value', 'Total conv. value', 'Conversion value', 'Conv.-Wert', 'Valeur de conv.', 'Valor de conv.', 'Valore conv.'],
  ...['Conv.waarde', 'コンバージョン値', 'コンバージョンの価値', '转化价值', '轉換價值', '전환 가치'],
];

const AVERAGE_CPC = [
  ...['Avg. CPC', 'Durchschn. CPC', 'CPC moy.', 'CPC prom.', 'CPC medio', 'CPC méd.', 'Gem. CPC', '平均クリック単価', '平均每次点击费用'],
];

/** Where the rows belong, and what they cost and brought. */
export const ADS_COLUMNS: readonly ColumnSpec[] = [
  column('day', 'Day', 'Tag', 'Jour', 'Día', 'Dia', 'Giorno', 'Dag', '日', '日期', '天', '일', 'День', 'Dzień', 'Gün'),
  column('week', 'Week', 'Woche', 'Semaine', 'Semana', 'Settimana', '週', '周', '주', 'Неделя'),
  column('month', 'Month', 'Monat', 'Mois', 'Mes', 'Mês', 'Mese', 'Maand', '月', '月份', '월', 'Месяц'),
  column('device', 'Device', 'Gerät', 'Appareil', 'Dispositivo', 'Apparaat', 'デバイス', '设备', '裝置', '기기', 'Устройство'),
  column('country', 'Country/Territory', 'Land/Gebiet', 'Pays/Territoire', 'País/Territorio', '国 / 地域', '国家/地区'),
  column('campaign', ...CAMPAIGN),
  column(
    'campaignId',
    'Campaign ID',
    'Kampagnen-ID',
    'ID de campagne',
    'ID de la campaña',
    'ID da campanha',
    'キャンペーン ID',
    '广告系列 ID',
  ),
  column(
    'campaignType',
    ...['Campaign type', 'Kampagnentyp', 'Type de campagne', 'Tipo de campaña', 'Tipo de campanha', 'Tipo di campagna', 'Campagnetype'],
    ...['キャンペーン タイプ', '广告系列类型', '캠페인 유형'],
  ),
  column('adGroup', ...AD_GROUP),
  column(
    'adGroupId',
    'Ad group ID',
    'Anzeigengruppen-ID',
    "ID du groupe d'annonces",
    'ID del grupo de anuncios',
    '広告グループ ID',
    '广告组 ID',
  ),
  column('currency', ...CURRENCY),
  column('impressions', ...IMPRESSIONS),
  column('clicks', ...CLICKS),
  column('adCost', ...COST),
  column('adConversions', ...CONVERSIONS),
  column('adConversionValue', ...CONVERSION_VALUE),
  // Conversions with cart data: the only ones that Google itself counts as orders.
  column('adOrders', 'Orders'),
  column('adUnits', 'Units sold'),
  column('adSales', 'Revenue'),
  column('adUnitsSameSku', 'Lead units sold'),
  column('adUnitsOtherSku', 'Cross-sell units sold'),
  column('adSalesSameSku', 'Lead revenue'),
  column('adSalesOtherSku', 'Cross-sell revenue'),
  column('adViews', 'TrueView views', 'Views'),
  column(
    'impressionShare',
    ...['Search impr. share', 'Impr. share', 'Anteil an möglichen Impressionen im Suchnetzwerk', 'Parc. impr. de pesquisa'],
    ...['検索インプレッション シェア', '搜索网络展示次数份额'],
  ),
  column('topOfSearchShare', 'Search top IS', 'Search top impression share', 'Search abs. top IS'),
];

/** What a conversion, a click and a value cost. Interaction rates are left out: what an interaction is differs by campaign type. */
export const ADS_RATIOS: readonly RatioSpec[] = [
  { names: ['CTR', 'Klickrate'], of: ['clicks'], by: ['impressions'] },
  { names: AVERAGE_CPC, of: ['adCost'], by: ['clicks'] },
  { names: ['Cost / conv.', 'Kosten/Conv.', 'Costo/conv.', 'Coût/conv.'], of: ['adCost'], by: ['adConversions'] },
  { names: ['Conv. value / cost', 'Conv.-Wert/Kosten'], of: ['adConversionValue'], by: ['adCost'] },
];

/**
 * Three to nine totals stand at the end, under the name of what they add ("Total: Search"), in the first column of text, and again for
 * each device. Some add campaigns that are not in the file. Until 2017 they were "Total" and "Total - Search", which a campaign may be
 * called too.
 */
export const ADS_TOTALS: readonly IgnoreRule[] = [
  {
    rule: 'total rows',
    anyCell:
      /^\s*(?:total|totals|totaal|totale|totalt|gesamt|gesamtwert|summe|suma|łącznie|razem|итого|всего|toplam|合計|总计|總計|합계|총계|celkem|összesen|yhteensä)\s*[:：]\s*\S/i,
  },
  { rule: 'total rows', anyCell: /^(?:Total|Gesamt)(?: - .+)?$/, blank: ['campaign', 'adGroup', 'matchType'] },
];

export const ADS_NOTES: readonly string[] = [
  'conversions are whatever the advertiser counts as one, and their value what the account says of them: they count as orders and sales only where the report has "Orders" and "Revenue" (conversions with cart data)',
  'amounts are in the account’s currency; columns in a converted currency are left out',
  'a report without a campaign column speaks of the whole account: two of them for the same days replace one another, so have the column in the download',
];

export const ADS_DOWNLOAD = 'Google Ads > the table > Download > .csv or Excel .csv';
