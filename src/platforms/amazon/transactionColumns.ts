/**
 * Headers of the date range transaction report, by language: English (US, UK), German, French, Spanish (Spain, Mexico), Italian, Dutch,
 * Swedish, Polish, Japanese. From public readers of real files, three of which list all of them; a second generation of German, French,
 * Italian, Dutch and Japanese names comes from one reader alone.
 */
import { type ColumnSpec, column, type PartSpec, required } from '../define.js';

export const TRANSACTION_COLUMNS: readonly ColumnSpec[] = [
  required(
    'postedAt',
    ...[
      'date/time',
      'Datum/Uhrzeit',
      'Datum/Zeit',
      'date/heure',
      'fecha y hora',
      'fecha/hora',
      'Data/Ora',
      'Data/Ora:',
      'datum/tijd',
      'datum/tid',
    ],
    ...['data/godzina', '日付/時間', '日付/時刻', 'data/hora', 'tarih/saat'],
  ),
  required(
    'settlementId',
    ...['settlement id', 'Abrechnungsnummer', 'Abrechnungs-ID', 'numéro de versement', 'Identifiant du paiement', 'identificador de pago'],
    ...['Id. de liquidación', 'Numero pagamento', 'Identificativo del pagamento', 'schikkings-ID', 'Identificatie van de afrekening'],
    ...['reglerings-id', 'identyfikator rozliczenia', '決済番号', '決済ID', 'ID de liquidação'],
  ),
  required('transactionType', 'type', 'Typ', 'tipo', 'トランザクションの種類', 'タイプ'),
  column(
    'orderId',
    ...[
      'order id',
      'Bestellnummer',
      'numéro de la commande',
      'numéro commande',
      'número de pedido',
      'Id. del pedido',
      'Numero ordine',
      'ID ordine',
    ],
    ...['bestelnummer', 'beställnings-id', 'identyfikator zamówienia', '注文番号', '注文ID'],
  ),
  column('sku', 'sku'),
  column(
    'description',
    'description',
    'Beschreibung',
    'descripción',
    'Descrizione',
    'beschrijving',
    'omschrijving',
    'beskrivning',
    'opis',
    '説明',
  ),
  column('quantity', 'quantity', 'Menge', 'quantité', 'cantidad', 'Quantità', 'aantal', 'hoeveelheid', 'antal', 'ilość', '数量'),
  column(
    'marketplace',
    ...[
      'marketplace',
      'Verkaufsplattform',
      'site de vente',
      'place de marché',
      'web de Amazon',
      'amazon-website',
      'marknadsplats',
      'rynek',
    ],
    ...['Amazon 出品サービス', 'マーケットプレイス'],
  ),
  column(
    'fulfilment',
    ...['fulfillment', 'fulfilment', 'Versand', 'Versandart', 'traitement', 'expédition', 'gestión logística', 'cumplimiento', 'Gestione'],
    ...['logistica', 'verzending', 'levering', 'leverans', 'realizacja', 'フルフィルメント', '出荷方法'],
  ),
  column(
    'status',
    ...['Transaction Status', 'Transaktionsstatus', 'Statut de la transaction', 'Estado de la transacción', 'Stato della transazione'],
    ...['Transactiestatus', 'status transakcji', 'トランザクションステータス'],
  ),
  required('amount', 'total', 'Gesamt', 'Summe', 'totale', 'totaal', 'totalt', 'suma', '合計'),
];

export const TRANSACTION_PARTS: readonly PartSpec[] = [
  {
    part: 'product sales',
    names: [
      ...['product sales', 'Umsätze', 'Produktverkäufe', 'ventes de produits', 'ventas de productos', 'Vendite', 'vendite di prodotti'],
      ...['verkoop van producten', 'productverkoop', 'försäljning av produkter', 'sprzedaż produktów', '商品売上'],
    ],
  },
  {
    part: 'product sales tax',
    names: [
      ...['product sales tax', 'Produktumsatzsteuer', 'Taxes sur la vente des produits', 'taxe sur les ventes de produits'],
      ...['impuesto de ventas de productos', 'imposta sulle vendite dei prodotti', 'imposta sulle vendite di prodotti'],
      ...['belasting op productverkoop', '商品の売上税', '商品売上税', 'Total sales tax liable(GST before adjusting TCS)'],
    ],
  },
  {
    part: 'shipping credits',
    names: [
      ...['shipping credits', 'postage credits', 'Gutschrift für Versandkosten', 'Versandgutschriften', "crédits d'expédition"],
      ...['abonos de envío', 'créditos de envío', 'Accrediti per le spedizioni', 'crediti di spedizione', 'Verzendtegoeden'],
      ...['verzendkredieten', 'fraktkrediter', 'noty kredytowe za wysyłkę', '配送料'],
    ],
  },
  {
    part: 'shipping credits tax',
    names: [
      ...['shipping credits tax', 'Steuer auf Versandgutschrift', 'Versandgutschrift-Steuer', "taxe sur les crédits d'expédition"],
      ...['impuestos por abonos de envío', 'impuesto de abono de envío', 'imposta accrediti per le spedizioni'],
      ...['imposta sui crediti di spedizione', 'belasting op verzendkredieten', '配送料の税金', '送料クレジット税'],
    ],
  },
  {
    part: 'gift wrap credits',
    names: [
      ...['gift wrap credits', 'giftwrap credits', 'Gutschrift für Geschenkverpackung', 'Geschenkverpackungsgutschriften'],
      ...["crédits sur l'emballage cadeau", "crédits d'emballage-cadeau", "crédits d'emballage cadeau", 'abonos de envoltorio para regalo'],
      ...['créditos por envoltorio de regalo', 'Accrediti per confezioni regalo', 'crediti per confezione regalo'],
      ...[
        'kredietpunten cadeauverpakking',
        'krediter för presentinslagning',
        'środki na pokrycie pakowania na prezent',
        'ギフト包装手数料',
      ],
      'ギフト包装クレジット',
    ],
  },
  {
    part: 'gift wrap credits tax',
    names: [
      ...[
        'giftwrap credits tax',
        'gift wrap credits tax',
        'Steuer auf Geschenkverpackungsgutschriften',
        'Geschenkverpackungsgutschrift-Steuer',
      ],
      ...['Taxes sur les crédits cadeaux', "taxe sur les crédits d'emballage cadeau", 'impuestos por abonos de envoltorio para regalo'],
      ...['impuesto de créditos de envoltura', 'imposta sui crediti confezione regalo', 'imposta sui crediti per confezione regalo'],
      ...['ギフト包装クレジットの税金', 'ギフト包装クレジット税'],
    ],
  },
  { part: 'regulatory fee', names: ['Regulatory Fee', 'Tarifa reglamentaria'] },
  { part: 'tax on regulatory fee', names: ['Tax On Regulatory Fee', 'Impuesto sobre tarifa reglamentaria'] },
  { part: 'Amazon points', names: ['Amazonポイントの費用'] },
  {
    part: 'promotional rebates',
    names: [
      ...['promotional rebates', 'Rabatte aus Werbeaktionen', 'Aktionsrabatte', 'Werbegutschriften', 'Rabais promotionnels'],
      ...[
        'Total des réductions',
        'remises promotionnelles',
        'devoluciones promocionales',
        'descuentos promocionales',
        'Sconti promozionali',
      ],
      ...['promotiekortingen', 'kampanjrabatter', 'rabaty promocyjne', 'プロモーション割引額', 'プロモーションリベート'],
    ],
  },
  {
    part: 'promotional rebates tax',
    names: [
      ...['promotional rebates tax', 'Steuer auf Aktionsrabatte', 'Werbegutschrift-Steuer', 'Taxes sur les remises promotionnelles'],
      ...['taxe sur les remises promotionnelles', 'impuestos de descuentos por promociones', 'impuesto de reembolsos promocionales'],
      ...['imposta sugli sconti promozionali', 'belasting op promotiekortingen', 'プロモーション割引の税金', 'プロモーションリベート税'],
    ],
  },
  {
    part: 'sales tax collected',
    names: [
      ...['sales tax collected', 'taxe de ventes prélevée', 'geïnde omzetbelasting', 'inkasserad moms', 'pobrany podatek od sprzedaży'],
      'low value goods',
    ],
  },
  {
    part: 'marketplace withheld tax',
    names: [
      ...[
        'marketplace withheld tax',
        'Marketplace Facilitator Tax',
        'Einbehaltene Steuer auf Marketplace',
        'Einbehaltene Marktplatzsteuer',
      ],
      ...['Taxes retenues sur le site de vente', 'taxe retenue par la place de marché', 'Taxe Marketplace Facilitator'],
      ...['impuesto retenido en el sitio web', 'impuesto de retenciones en la plataforma', 'trattenuta IVA del marketplace'],
      ...['imposta trattenuta dal marketplace', 'Belasting voor marketplace-facilitator', 'ingehouden belasting door marketplace'],
      ...['skatt för marknadsplatsförmedlare', 'podatek od transakcji marketplace facilitator', '源泉徴収税を伴うマーケットプレイス'],
      'マーケットプレイス徴収税',
    ],
  },
  { part: 'TCS CGST', names: ['TCS-CGST'] },
  { part: 'TCS SGST', names: ['TCS-SGST'] },
  { part: 'TCS IGST', names: ['TCS-IGST'] },
  { part: 'TDS', names: ['TDS (Section 194-O)'] },
  {
    part: 'selling fees',
    names: [
      ...['selling fees', 'Verkaufsgebühren', 'frais de vente', 'tarifas de venta', 'Commissioni di vendita', 'verkoopkosten'],
      ...['försäljningsavgifter', 'opłaty za sprzedaż', '手数料', '販売手数料'],
    ],
  },
  {
    part: 'FBA fees',
    names: [
      ...['fba fees', 'fulfilment by amazon fees', 'fulfillment by amazon fees', 'Gebühren zu Versand durch Amazon', 'FBA-Gebühren'],
      ...['Frais Expédié par Amazon', 'Frais pour le service Expédié par Amazon', 'frais FBA', 'tarifas de Logística de Amazon'],
      ...['tarifas fba', 'Costi del servizio Logistica di Amazon', 'commissioni FBA', 'fba-vergoedingen', 'FBA-kosten', 'fba-avgifter'],
      ...['opłaty za fba', 'FBA 手数料', 'FBA手数料'],
    ],
  },
  {
    part: 'other transaction fees',
    names: [
      ...['other transaction fees', 'Andere Transaktionsgebühren', 'autres frais de transaction', 'tarifas de otras transacciones'],
      ...['tarifas de otra transacción', 'Altri costi relativi alle transazioni', 'altre commissioni di transazione'],
      ...['overige transactiekosten', 'andere transactiekosten', 'övriga transaktionsavgifter', 'inne opłaty transakcyjne'],
      ...['トランザクションに関するその他の手数料', 'その他の取引手数料'],
    ],
  },
  {
    part: 'other',
    names: ['other', 'Andere', 'Sonstiges', 'autre', 'autres', 'otro', 'Altro', 'overige', 'overig', 'övrigt', 'inne', 'その他'],
  },
];
