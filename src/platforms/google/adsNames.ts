/**
 * What Google Ads calls its dimensions, newest first, then in other languages. English from nine real files of 2013 to 2026; German,
 * French, Portuguese, Chinese and Japanese from public readers of the downloads, as are the Spanish names with "Costo" (Latin America);
 * the other languages from memory. Columns and their order are the advertiser's choice.
 */

export const SEARCH_TERM = [
  ...['Search term', 'Search query', 'Suchbegriff', 'Suchanfrage', 'Terme de recherche', 'Término de búsqueda', 'Termo de pesquisa'],
  ...[
    'Termine di ricerca',
    'Zoekterm',
    '検索語句',
    '搜索字词',
    '搜尋字詞',
    '검색어',
    'Поисковый запрос',
    'Wyszukiwane hasło',
    'Arama terimi',
  ],
];

/** Whether the advertiser has added the search term as a keyword: no other company's report has this column. */
export const ADDED_OR_EXCLUDED = [
  ...['Added/Excluded', 'Hinzugefügt/Ausgeschlossen', 'Ajouté/Exclu', 'Agregado/Excluido', 'Añadido/Excluido', 'Adicionada/excluída'],
  ...['Aggiunto/Escluso', 'Toegevoegd/uitgesloten', '追加/除外', '已添加/已排除', '已新增/已排除', '추가됨/제외됨'],
];

export const KEYWORD = [
  ...['Keyword', 'Search keyword', 'Keyword text', 'Suchkeyword', 'Mot clé', 'Mot-clé', 'Palabra clave', 'Palavra-chave'],
  ...['Parola chiave', 'Zoekwoord', 'キーワード', '検索キーワード', '关键字', '搜索关键字', '關鍵字', '키워드', 'Ключевое слово'],
  ...['Słowo kluczowe', 'Anahtar kelime'],
];

export const CAMPAIGN = [
  ...['Campaign', 'Kampagne', 'Campagne', 'Campaña', 'Campanha', 'Campagna', 'キャンペーン', '广告系列', '廣告活動', '캠페인'],
  ...['Кампания', 'Kampania', 'Kampanya', 'Kampanj'],
];

export const AD_GROUP = [
  ...['Ad group', 'Anzeigengruppe', "Groupe d'annonces", 'Grupo de anuncios', 'Grupo de anúncios', 'Gruppo di annunci'],
  ...['Advertentiegroep', '広告グループ', '广告组', '廣告群組', '광고그룹', 'Группа объявлений', 'Grupa reklam', 'Reklam grubu'],
];

export const CAMPAIGN_STATUS = [
  ...['Campaign status', 'Campaign state', 'Kampagnenstatus', 'État de la campagne', 'Estado de la campaña', 'Status da campanha'],
  ...['Stato della campagna', 'Campagnestatus', 'キャンペーンのステータス', 'キャンペーンの状態', '广告系列状态', '캠페인 상태'],
];

export const AD_GROUP_STATUS = [
  ...['Ad group status', 'Ad group state', 'Anzeigengruppenstatus', "État du groupe d'annonces", 'Estado del grupo de anuncios'],
  ...['Status do grupo de anúncios', '広告グループのステータス', '广告组状态'],
];

export const KEYWORD_STATUS = [
  ...['Keyword status', 'Keyword state', 'Keyword-Status', 'Keywordstatus', 'État du mot clé', 'Estado de la palabra clave'],
  ...['Status da palavra-chave', 'キーワードのステータス', '关键字状态', '키워드 상태'],
];

export const AD_STATUS = [
  ...['Ad status', 'Ad state', 'Anzeigenstatus', "État de l'annonce", 'Estado del anuncio', 'Status do anúncio'],
  ...['広告のステータス', '广告状态', '광고 상태'],
];

export const AD_TYPE = ['Ad type', 'Anzeigentyp', "Type d'annonce", 'Tipo de anuncio', 'Tipo de anúncio', '広告タイプ', '广告类型'];

export const ITEM_ID = [
  ...['Item ID', 'Product item ID', 'Product Item ID', 'Product ID', 'Artikel-ID', "ID d'article", 'ID de artículo', 'ID del artículo'],
  ...['ID do item', 'ID articolo', '商品 ID', '商品アイテム ID', '商品ID', '产品 ID'],
];

export const PLACEMENT = [
  ...['Placement', 'Where ads showed', 'Placement URL', 'Emplacement', 'Ubicación', 'Emplazamiento', 'Posizionamento'],
  ...['プレースメント', '展示位置'],
];

export const AUDIENCE = [
  ...['Audience segment', 'Audience', 'Zielgruppensegment', 'Zielgruppe', "Segment d'audience", 'Segmento de audiencia'],
  ...['Segmento de público-alvo', 'オーディエンス セグメント', '受众群体细分'],
];

/** Headers of reports of other companies or tools that share names with these. */
export const NOT_GOOGLE = [
  ...['Spend', 'Amount spent', 'Avg. monthly searches', 'Search Volume', 'Volume', 'Sessions', 'Criterion Type', 'Campaign Daily Budget'],
  ...['Estimated Clicks', 'Estimated Cost', 'Sales', 'Purchases', 'Retailer', 'Total cost'],
];
