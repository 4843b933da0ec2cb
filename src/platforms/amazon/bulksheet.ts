/**
 * The bulk file of the advertising console: everything that is set there, one row an entity (campaign, bidding adjustment of a placement,
 * ad group, product ad, keyword, product or audience target, negative …), with ids, states, current bids and budgets. A workbook with a
 * sheet for each ad product (Sponsored Products, Brands, Brands with several ad groups, Display) and one of the portfolios; this
 * declares any of them. Rows with an operation are edits that wait for an upload, not what is set: they are left out, so that a file
 * prepared for an upload says nothing new. The sums of performance beside the settings belong to days that only the file's name tells:
 * the reports have them by day.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { BULK_CAMPAIGN, BULK_ENTITIES, BULK_TARGET, firstOf } from './bulkColumns.js';

export const amazonBulksheet = defineReport({
  id: 'amazon.bulksheet',
  platform: 'amazon',
  report: 'Advertising bulk file: campaigns, ad groups, ads, keywords, targets',
  fills: ['adEntities'],
  certainty: 'A-',
  source: 'headers of real bulk files of 2023 to 2026 in public readers and notes (English, German, Spanish); Chinese names from memory',
  download: 'Advertising console > Bulk operations > Create & download a custom spreadsheet',
  notes: [
    'ids are text: a spreadsheet program that rounds them destroys the file',
    'the bid of an ad group is its default; a target without a bid of its own has that one',
    'the sums of performance in it are not read: their days stand only in the name of the file',
  ],
  columns: [
    { ...required('entity', 'Entity', 'Record Level', 'Entität', 'Entidad', '实体层级', '实体'), words: BULK_ENTITIES },
    column('changeType', 'Operation', 'Operación', '操作'),
    ...BULK_CAMPAIGN,
    ...BULK_TARGET,
    column('startDay', 'Start Date', 'Budget Start Date', 'Startdatum', 'Anfangsdatum des Budgets', 'Fecha de inicio', '开始日期'),
    column('endDay', 'End Date', 'Budget End Date', 'Enddatum', 'Budget-Enddatum', 'Fecha de finalización', '结束日期'),
    firstOf('entityState', 'State', 'State (Informational only)', 'Zustand', 'Estado', '状态'),
    firstOf(
      'budget',
      ...['Daily Budget', 'Budget', 'Budget Amount', 'Tagesbudget', 'Budget-Betrag', 'Presupuesto diario', '每日预算', '预算'],
    ),
    firstOf('budgetType', 'Budget Type', 'Budget Policy', 'Budget-Linie', '预算类型'),
    column('sku', 'SKU'),
    firstOf(
      'asin',
      ...['ASIN (Informational only)', 'ASIN', 'ASIN (Nur zu Informationszwecken)', 'ASIN (Solo informativo)', 'ASIN(仅供参考)'],
    ),
    firstOf(
      'bid',
      ...['Bid', 'Ad Group Default Bid', 'Gebot', 'Standardgebot für die Anzeigengruppe', 'Puja'],
      ...['Puja predeterminada del grupo de anuncios', '竞价', '广告组默认竞价'],
    ),
    column('biddingStrategy', 'Bidding Strategy', 'Gebotsstrategie', 'Estrategia de pujas', '竞价方案', '竞价策略'),
    column('placement', 'Placement', 'Platzierung', 'Emplazamiento', '广告位'),
    { ...column('bidAdjustment', 'Percentage', 'Prozentsatz', 'Porcentaje', '百分比'), percent: true },
    column('currency', 'Budget Currency Code', 'Budgetwährungscode'),
  ],
  hasOneOf: ['Operation', 'Operación', '操作'],
  not: ['Customer Search Term', 'Record Type', 'Target ROAS'],
  ignore: [{ rule: 'edits that wait for an upload', filled: ['changeType'] }],
  unit: AD_UNIT,
  period: 'snapshot',
  grain: 'bulk',
});
