/**
 * Meta Ads Manager: reports of campaigns, ad sets and ads. Columns are the advertiser's choice, the account's language names them and its
 * currency stands in the header ("Amount spent (EGP)"). Each row says its days: "Day", or the first and last day of the report.
 *
 * A "result" is whatever the campaign is for, so results are conversions; purchases and their value, where the report has them, are
 * orders and sales, as Meta attributes them. Clicks are those on links: "Clicks (all)" counts likes and comments too and is left out.
 *
 * English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Indonesian, Vietnamese, Japanese, Korean and Chinese names
 * from public readers of real exports and from exports themselves.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';

/** With and without the currency in the header. */
function amounts(...names: string[]): string[] {
  return names.flatMap((name) => [name, `${name} ({currency})`]);
}

export const CAMPAIGN = [
  ...['Campaign name', 'Kampagnenname', 'Name der Kampagne', 'Nom de la campagne', 'Nombre de la campaña', 'Nome da campanha'],
  ...['Nome della campagna', 'Campagnenaam', 'キャンペーン名', '广告系列名称', '캠페인 이름'],
  ...['Naam campagne', 'Nama kampanye', 'Tên chiến dịch', 'Nazwa kampanii', 'Kampanya adı'],
];

export const AD_SET = [
  ...['Ad set name', 'Anzeigengruppenname', 'Name der Anzeigengruppe', "Nom de l'ensemble de publicités"],
  ...['Nombre del conjunto de anuncios', 'Nome do conjunto de anúncios', 'Nome del gruppo di inserzioni', 'Naam advertentieset'],
  ...['広告セット名', '广告组名称', '광고 세트 이름'],
  ...['Nama set iklan', 'Tên nhóm quảng cáo', 'Nazwa zestawu reklam', 'Reklam seti adı'],
];

export const AD = [
  ...['Ad name', 'Anzeigenname', 'Name der Werbeanzeige', 'Nom de la publicité', 'Nombre del anuncio', 'Nome do anúncio'],
  ...["Nome dell'inserzione", 'Advertentienaam', '広告名', '広告の名前', '广告名称', '광고 이름'],
  ...['Naam advertentie', 'Nama iklan', 'Tên quảng cáo', 'Nazwa reklamy', 'Reklam adı'],
];

const SHARED: readonly ColumnSpec[] = [
  column('day', 'Day', 'Tag', 'Jour', 'Día', 'Dia', 'Giorno', 'Dag', '日', '单日', '일', 'Ngày', 'Dzień', 'Gün'),
  column(
    'fromDay',
    ...['Reporting starts', 'Berichtsstart', 'Auswertungsbeginn', 'Début des rapports', 'Inicio del informe', 'Início dos relatórios'],
    ...['Inizio report', 'Begin rapportage', 'レポート開始日', '报告开始日期', '보고 시작'],
    ...['Start rapportage', 'Awal pelaporan', 'Lượt bắt đầu báo cáo', 'Rapor Başlangıcı'],
  ),
  column(
    'toDay',
    ...['Reporting ends', 'Berichtsende', 'Auswertungsende', 'Fin des rapports', 'Fin del informe', 'Encerramento dos relatórios'],
    ...['Término dos relatórios', 'Fine report', 'Einde rapportage', 'レポート終了日', '报告结束日期', '보고 종료'],
    ...['Akhir pelaporan', 'Lượt kết thúc báo cáo', 'Rapor Sonu'],
  ),
  column('campaign', ...CAMPAIGN),
  column(
    'campaignId',
    'Campaign ID',
    'Kampagnen-ID',
    'Identifiant de la campagne',
    'Identificador de la campaña',
    '广告系列编号',
    '广告系列 ID',
    'Campagne-ID',
  ),
  column('adGroup', ...AD_SET),
  column('adGroupId', 'Ad set ID', 'Anzeigengruppen-ID', "Identifiant de l'ensemble de publicités", '广告组编号', '广告组 ID'),
  column('creativeId', 'Ad ID', 'Anzeigen-ID', 'Identifiant de la publicité', '广告编号', '广告 ID'),
  column('currency', 'Currency', 'Währung', 'Devise', 'Divisa', 'Moeda', 'Valuta', '通貨', '货币', 'Đơn vị tiền tệ'),
  column('country', 'Country', 'Land', 'Pays', 'País', 'Paese', '国', '国家/地区'),
  column('placement', 'Placement', 'Platzierung', 'Placement (breakdown)', 'Ubicación', 'Posicionamento', 'Posizionamento', '配置', '版位'),
  column('device', 'Impression device', 'Device platform', 'Impressionsgerät', "Appareil d'impression", 'Dispositivo de impresión'),
  required(
    'adCost',
    ...amounts('Amount spent', 'Ausgegebener Betrag', 'Montant dépensé', 'Importe gastado', 'Valor usado', 'Valor gasto', 'Importo speso'),
    ...amounts('Besteed bedrag', '消化金額', '已花费金额', '花费金额', '지출 금액'),
    ...amounts('Jumlah yang dibelanjakan', 'Số tiền đã chi tiêu', 'Wydana kwota', 'Harcanan Tutar'),
  ),
  column(
    'impressions',
    ...['Impressions', 'Impressionen', 'Impresiones', 'Impressões', 'Impression', 'Vertoningen', 'インプレッション', '展示次数', '노출'],
    ...['Weergaven', 'Impresi', 'Lượt hiển thị', 'Wyświetlenia', 'Gösterim'],
  ),
  column(
    'clicks',
    ...['Link clicks', 'Link-Klicks', 'Clics sur un lien', 'Clics sur le lien', 'Clics en el enlace', 'Cliques no link', 'Clic sul link'],
    ...['Klikken op link', 'リンクのクリック', 'リンクのクリック数', 'リンククリック', '链接点击量', '링크 클릭'],
    ...['Klikken op links', 'Linkklikken', 'Linkkliks', 'Klik tautan', 'Lượt click vào liên kết', 'Kliknięcia linku'],
    ...['Bağlantı Tıklamaları'],
  ),
  column(
    'adConversions',
    ...['Results', 'Ergebnisse', 'Résultats', 'Resultados', 'Risultati', 'Resultaten', '結果', '成效', '결과'],
    ...['Hasil', 'Kết quả', 'Wyniki', 'Sonuçlar'],
  ),
  column(
    'adOrders',
    ...['Purchases', 'Website purchases', 'Käufe', 'Website-Käufe', 'Achats', 'Achats sur le site web', 'Compras'],
    ...['Compras en el sitio web', 'Compras no site', 'Acquisti', 'Acquisti sul sito web', '購入', '购物次数', '网站购物', '구매'],
    ...['Aankopen', 'Aankopen op website', 'Zakupy', 'Alışverişler'],
  ),
  column(
    'adSales',
    ...['Purchases conversion value', 'Purchase conversion value', 'Website purchases conversion value', 'Conversion-Wert von Käufen'],
    ...['Valeur de conversion des achats', 'Valor de conversión de compras', 'Valor de conversión de las compras'],
    ...['Valor de conversão da compra', 'Valor de conversão de compras', 'Valore di conversione degli acquisti'],
    ...['購入コンバージョン値', '购物转化价值', '구매 전환값'],
    ...['Conversiewaarde van aankopen', 'Conversiewaarde aankopen', 'Alışveriş dönüşüm değeri'],
  ),
  column(
    'adCarts',
    ...['Adds to cart', 'Website adds to cart', 'In den Einkaufswagen', 'Ajouts au panier', 'Artículos agregados al carrito'],
    ...['Adições ao carrinho', 'Aggiunte al carrello', 'カートへの追加', '加入购物车次数', '加入购物车'],
  ),
  column('adViews', 'ThruPlays'),
];

/** "Using ad set budget" is no amount. */
const BUDGETS: readonly ColumnSpec[] = [
  {
    ...column(
      'budget',
      ...amounts('Campaign budget', 'Ad set budget'),
      'Orçamento do conjunto de anúncios',
      '广告组预算',
      'Ngân sách chiến dịch',
    ),
    only: /^[^\p{L}]*\d/u,
  },
  column('budgetType', 'Campaign budget type', 'Ad set budget type', '广告组预算类型'),
];

const RATIOS: readonly RatioSpec[] = [
  {
    names: ['CTR (link click-through rate)', 'CTR (Link-Klickrate)', 'CTR (tỷ lệ click vào liên kết)', 'CTR (Bağlantı Tıklama Oranı)'],
    of: ['clicks'],
    by: ['impressions'],
  },
  {
    names: [
      ...['CPC (cost per link click)', 'CPC (Kosten pro Link-Klick)', 'CPC (Biaya per Klik Tautan)'],
      ...['CPC (chi phí trên mỗi lượt click vào liên kết)', 'CPC (Bağlantı Tıklaması Başına Ücret)'],
    ],
    of: ['adCost'],
    by: ['clicks'],
  },
  {
    names: [
      ...['CPM (cost per 1,000 impressions)', 'CPM（千次展示费用）', 'CPM (biaya per 1.000 tayangan)'],
      ...['CPM (Chi phí trên mỗi 1.000 lượt hiển thị)'],
    ],
    of: ['adCost'],
    by: ['impressions'],
    times: 1000,
  },
  {
    names: [
      ...['Purchase ROAS (return on ad spend)', '广告花费回报 (ROAS) - 购物', 'ROAS (rendement op advertentie-uitgaven) voor aankoop'],
      ...['Alışveriş Reklam Harcamasının Getirisi'],
    ],
    of: ['adSales'],
    by: ['adCost'],
  },
];

type Own = Pick<ReportFormat, 'id' | 'report' | 'fills' | 'grain'> & {
  readonly level: ColumnSpec;
  readonly state: readonly string[];
  readonly finer: readonly string[];
};

/** Declares the report of one level; the names of finer levels say that it is not this one. */
export function metaReport({ level, state, finer, ...own }: Own): ReportFormat {
  const shared = SHARED.filter(({ field, names }) => field !== level.field && !names.some((name) => finer.includes(name)));
  return defineReport({
    ...own,
    platform: 'meta',
    certainty: 'B',
    source: 'headers of real exports in public readers, in fourteen languages',
    download: 'Meta Ads Manager > Reports > Export table data > CSV or Excel, with "Reporting starts" and "ends" or broken down by day',
    notes: [
      'orders and sales are purchases that Meta attributes, within the attribution setting of the account; results are whatever the campaign is for',
      'clicks are those on links',
      'budgets and delivery are those of the moment of the download',
    ],
    columns: [level, ...shared, column('entityState', ...state), ...(own.fills.includes('adEntities') ? BUDGETS : [])],
    ratios: RATIOS,
    not: [...finer, 'Customer Search Term', 'Portfolio name'],
    ignore: [
      { rule: 'total rows', blank: [level.field], filled: ['adCost', 'impressions'] },
      { rule: 'total rows', anyCell: /^(?:Results from|Ergebnisse aus|Résultats de|Resultados de|Risultati di) \d+ \p{L}/u },
    ],
    // An ad set without a budget of its own shows 0.
    zeroIsNone: ['budget'],
    serves: 'any',
    unit: AD_UNIT,
    period: 'none',
  });
}
