/**
 * Headers that the sheets of a bulk file share. Campaign and ad group stand in one of two columns: under their own name in the rows
 * of campaigns and ad groups, "(Informational only)" in all others. The account's language names columns and entities: English from
 * readers of real files; German and Spanish from readers that say they were made of real files and of Amazon's template; Chinese from memory.
 */
import { type ColumnSpec, column } from '../define.js';

/** The first of the columns that is filled in a row counts. */
export function firstOf(...args: Parameters<typeof column>): ColumnSpec {
  return { ...column(...args), firstFilled: true };
}

export const BULK_CAMPAIGN: readonly ColumnSpec[] = [
  column('campaignType', 'Product', 'Produkt', 'Producto', '产品'),
  column('campaignId', 'Campaign ID', 'Kampagnen-ID', 'ID de la campaña', '广告活动编号', '广告活动 ID'),
  column('adGroupId', 'Ad Group ID', 'Anzeigengruppen-ID', 'ID del grupo de anuncios', '广告组编号', '广告组 ID'),
  firstOf(
    'campaign',
    ...['Campaign Name', 'Campaign Name (Informational only)', 'Kampagnenname', 'Kampagnenname (Nur zu Informationszwecken)'],
    ...['Nombre de la campaña', 'Nombre de la campaña (Solo informativo)', '广告活动名称', '广告活动名称(仅供参考)'],
  ),
  firstOf(
    'adGroup',
    ...['Ad Group Name', 'Ad Group Name (Informational only)', 'Name der Anzeigengruppe'],
    ...['Name der Anzeigengruppe (Nur zu Informationszwecken)', 'Nombre del grupo de anuncios'],
    ...['Nombre del grupo de anuncios (Solo informativo)', '广告组名称', '广告组名称(仅供参考)'],
  ),
  firstOf(
    'portfolio',
    ...['Portfolio Name', 'Portfolio Name (Informational only)', 'Portfolioname', 'Portfolioname (Nur zu Informationszwecken)'],
    '广告组合名称(仅供参考)',
  ),
];

export const BULK_TARGET: readonly ColumnSpec[] = [
  firstOf(
    'targetId',
    ...['Keyword ID', 'Product Targeting ID', 'Targeting ID', 'Ad ID', 'Keyword-ID', 'Produkt-Targeting-ID', 'Targeting-ID', 'Anzeigen-ID'],
    ...['ID de palabra clave', 'ID de segmentación por productos', 'ID del anuncio', '关键词编号', '商品投放编号', '广告编号'],
  ),
  firstOf(
    'targeting',
    ...['Keyword Text', 'Product Targeting Expression', 'Targeting Expression', 'Keyword-Text', 'Ausdruck für Produkt-Targeting'],
    ...['Targeting-Ausdruck', 'Texto de palabra clave', 'Fórmula de segmentación por productos', '关键词文本', '商品投放表达式'],
    ...['Resolved Product Targeting Expression (Informational only)', 'Resolved Targeting Expression (Informational only)'],
  ),
  column('matchType', 'Match Type', 'Übereinstimmungstyp', 'Tipo de coincidencia', '匹配类型'),
];

/** What a row of the file is, by Amazon's own word in the account's language. */
export const BULK_ENTITIES: Readonly<Record<string, string>> = {
  kampagne: 'Campaign',
  anzeigengruppe: 'Ad Group',
  produktanzeige: 'Product Ad',
  'negatives keyword': 'Negative Keyword',
  'produkt-targeting': 'Product Targeting',
  'negatives produkt-targeting': 'Negative Product Targeting',
  gebotsanpassung: 'Bidding Adjustment',
  campaña: 'Campaign',
  'grupo de anuncios': 'Ad Group',
  'anuncio de producto': 'Product Ad',
  'palabra clave': 'Keyword',
  'palabra clave negativa': 'Negative Keyword',
  'segmentación por productos': 'Product Targeting',
  'ajuste de puja': 'Bidding Adjustment',
};
