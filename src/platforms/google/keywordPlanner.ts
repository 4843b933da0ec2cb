/**
 * Google Ads Keyword Planner: ideas and historical metrics. UTF-16 with tabs; the title and the period above the header may have been
 * cut off. Accounts that spend little get one figure for a whole bucket (50, 500, 5000, 50000: ten to a hundred, and so on), or the
 * bucket as text ("1K – 10K"); which of them a plain 500 is, the file does not say, so it is kept as it stands. Searches of each
 * month are columns of their own.
 */
import { column, defineReport, required } from '../define.js';

export const googleKeywordPlanner = defineReport({
  id: 'google.keyword-planner',
  platform: 'google',
  report: 'Keyword Planner: keyword stats',
  fills: ['marketKeywords'],
  certainty: 'A',
  source: 'two real exports (2021 and later); Turkish headers in a public reader; other languages from memory',
  download: 'Google Ads > Tools > Keyword Planner > Get search volume and forecasts (or Discover new keywords) > Download',
  notes: [
    'volumes of accounts that spend little stand for a whole bucket: 500 may mean 100 to 1,000 searches a month',
    'bids are what advertisers paid for the top of the page, low and high range',
  ],
  columns: [
    required(
      'searchTerm',
      'Keyword',
      'Keywords',
      'Mot clé',
      'Palabra clave',
      'Palavra-chave',
      'Parola chiave',
      'Zoekwoord',
      'Anahtar Kelime',
      'キーワード',
      '关键字',
    ),
    column('currency', 'Currency', 'Währung', 'Devise', 'Moneda', 'Moeda', 'Valuta', 'Para Birimi', '通貨', '币种'),
    required(
      'searchVolume',
      ...['Avg. monthly searches', 'Avg. Monthly Searches (exact match only)', 'Durchschnittl. Suchanfragen pro Monat'],
      ...['Nombre moyen de recherches mensuelles', 'Promedio de búsquedas mensuales', 'Média de pesquisas mensais'],
      ...['Media ricerche mensili', 'Gem. maandelijkse zoekopdrachten', 'Ort. aylık aramalar', '月間平均検索ボリューム', '平均每月搜索量'],
    ),
    column(
      'searchChange',
      'YoY change',
      'Veränderung gegenüber Vorjahr',
      'Variation annuelle',
      'Cambio interanual',
      'Yıllık değişim',
      '前年比の推移',
    ),
    column(
      'competition',
      'Competition',
      'Wettbewerb',
      'Concurrence',
      'Competencia',
      'Concorrência',
      'Concorrenza',
      'Rekabet',
      '競合性',
      '竞争程度',
    ),
    column(
      'competitionIndex',
      ...['Competition (indexed value)', 'Wettbewerb (Indexwert)', 'Concurrence (valeur indexée)', 'Competencia (valor indexado)'],
      ...['Concorrência (valor indexado)', 'Rekabet (dizine eklenen değer)', '競合性（インデックス値）', '竞争程度（指数化值）'],
    ),
    column(
      'cpc',
      ...['Top of page bid (low range)', 'Suggested bid', 'Gebot für obere Positionen (niedriger Bereich)'],
      ...['Enchère de haut de page (fourchette basse)', 'Oferta para la parte superior de la página (rango bajo)'],
      ...['Lance na parte superior da página (faixa inferior)', 'ページ上部に掲載された広告の入札単価（低額帯）', '页首出价（低位区间）'],
    ),
    column(
      'cpcHigh',
      ...['Top of page bid (high range)', 'Gebot für obere Positionen (hoher Bereich)', 'Enchère de haut de page (fourchette haute)'],
      ...['Oferta para la parte superior de la página (rango alto)', 'Lance na parte superior da página (faixa superior)'],
      ...['ページ上部に掲載された広告の入札単価（高額帯）', '页首出价（高位区间）'],
    ),
  ],
  collect: [
    {
      into: 'history',
      headers: /^(?:Searches|Suchanfragen|Recherches|Búsquedas|Pesquisas|Ricerche|Aramalar|検索|搜索量)\s*[:：]\s*(.+)$/i,
    },
  ],
  not: ['Campaign', 'Clicks', 'Impr.'],
  serves: 'any',
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
