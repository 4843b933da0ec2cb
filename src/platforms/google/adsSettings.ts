/** What Google Ads reports show of the account's settings: match types, states, bids, budgets, targets, as they were at the download. */
import { type ColumnSpec, column } from '../define.js';

export const MATCH_TYPE = [
  ...['Match type', 'Search term match type', 'Search keyword match type', 'Übereinstimmungstyp', 'Keyword-Option'],
  ...['Keyword-Übereinstimmungstyp', 'Type de correspondance', 'Type de corresp.', 'Tipo de concordancia', 'Tipo de corresp.'],
  ...['Tipo de correspondência', 'Tipo di corrispondenza', 'Zoektype', 'マッチタイプ', '匹配类型', '比對類型', '검색 유형'],
  ...['Тип соответствия', 'Typ dopasowania', 'Eşleme türü'],
];

export const MAX_CPC = [
  ...['Max. CPC', 'Default max. CPC', 'Max. CPC (Gebot)', 'Standard-max.-CPC', 'CPC max.', 'CPC máx.', 'CPC máx. predeterminado'],
  ...['上限クリック単価', 'デフォルトの上限クリック単価', '最高每次点击费用', '默认最高每次点击费用'],
];

/** Bids are sometimes words: "auto: 1.20", "(enhanced)". */
const AMOUNT_ONLY = /^[^\p{L}]*\d[^\p{L}]*$/u;

export const BID: ColumnSpec = { ...column('bid', ...MAX_CPC), only: AMOUNT_ONLY };

export const TARGETS: readonly ColumnSpec[] = [
  column(
    'biddingStrategy',
    ...['Bid strategy type', 'Campaign bid strategy type', 'Bid strategy', 'Gebotsstrategietyp', 'Type de stratégie d’enchères'],
    ...['Tipo de estrategia de ofertas', 'Tipo de estratégia de lances', '入札戦略タイプ', '出价策略类型'],
  ),
  // "300.00%" is a target of 3.
  column('targetRoas', 'Target ROAS', 'Avg. target ROAS', 'Ziel-ROAS', 'ROAS cible', 'ROAS objetivo', '目標広告費用対効果'),
  {
    ...column('targetCpa', 'Target CPA', 'Avg. target CPA', 'Ziel-CPA', 'CPA cible', 'CPA objetivo', '目標コンバージョン単価'),
    only: AMOUNT_ONLY,
  },
];

export const QUALITY_SCORE: ColumnSpec = column(
  'qualityScore',
  ...['Quality Score', 'Qualitätsfaktor', 'Niveau de qualité', 'Nivel de calidad', 'Índice de qualidade', '品質スコア', '质量得分'],
);

export const SETTINGS_NOTE = 'bids, budgets, targets and states are those of the moment of the download, in rows of past days too';
