/**
 * Headers of "Detail Page Sales and Traffic". The seller chooses columns (total, mobile app, browser, each also for business
 * buyers), the account's language names them: English (US, UK and the names before 2022) from real files; German, Spanish,
 * Portuguese, Japanese, Chinese and Korean from public readers of real files; French and most of the Italian from memory. Percentages
 * other than the buy box are left out: they follow from the counts.
 */
import { type ColumnSpec, column } from '../define.js';

export const CHILD_ASIN = [
  '(Child) ASIN',
  '(Untergeordnete) ASIN',
  'ASIN (child)',
  '(子)ASIN',
  '(子) ASIN',
  '(하위) ASIN',
  'ASIN (secundario)',
  'ASIN (enfant)',
  'ASIN (figlio)',
];

export const PARENT_ASIN = [
  '(Parent) ASIN',
  '(Übergeordnete) ASIN',
  'ASIN (parent)',
  '(親)ASIN',
  '(親) ASIN',
  '(父)ASIN',
  '(父) ASIN',
  '(상위) ASIN',
  'ASIN (principal)',
  'ASIN (padre)',
];

export const TRAFFIC_SKU = ['SKU', 'Código SKU', 'Référence (SKU)'];

export const TRAFFIC_COLUMNS: readonly ColumnSpec[] = [
  // Only reports of several days, split by day, have it.
  column('day', 'Date', 'Datum', 'Fecha', 'Data', '日期', '日付', '날짜'),
  column('title', 'Title', 'Titel', 'Título', 'Titre', 'Titolo', 'タイトル', '商品名', '标题', '商品名称', '제목'),
  column(
    'sessions',
    ...['Sessions - Total', 'Sessions', 'Sitzungen - Summe', 'Sitzungen - Gesamt', 'Sitzungen', 'Sesiones: total', 'Sesiones - Total'],
    ...['Sessões - Total', 'セッション数 - 合計', 'セッション - 合計', 'セッション', '会话数 - 总计', '会话次数 - 总计', '会话数'],
    ...['Sessions : total', 'Sessioni - Totale', 'Sessioni: totale', 'Sessioni', '세션 - 합계', '세션 - 총계'],
  ),
  column(
    'sessionsB2b',
    ...['Sessions - Total - B2B', 'Sessions - B2B', 'Sitzungen - Summe - B2B', 'Sesiones: total: B2B', 'Sesiones: total - B2B'],
    ...['Sessões - Total - B2B', 'セッション数 - 合計 - B2B', '会话 - 总计 - B2B', '会话数 - 总计 - B2B', 'Sessioni - Totale - B2B'],
    ...['세션 - 총계 - B2B', '세션 - 합계 - B2B'],
  ),
  column(
    'sessionsApp',
    ...['Sessions - Mobile App', 'Sitzungen - mobile App', 'Sesiones: aplicación móvil', 'Sessões - Aplicativo móvel'],
    ...['セッション数 - モバイルアプリ', '会话数 - 移动应用', '会话次数 - 移动应用', '세션 - 모바일 앱'],
  ),
  column(
    'sessionsBrowser',
    ...['Sessions - Browser', 'Sitzungen - Browser', 'Sesiones: navegador', 'Sessões - Navegador', 'セッション数 - ブラウザ'],
    ...['セッション数 - ブラウザー', '会话数 - 浏览器', '会话次数 - 浏览器', '세션 - 브라우저'],
  ),
  column(
    'pageViews',
    ...['Page Views - Total', 'Page Views', 'Seitenaufrufe - Summe', 'Seitenaufrufe - Gesamt', 'Seitenaufrufe', 'Vistas de página: total'],
    ...['Visualizações da página - Total', 'ページビュー - 合計', 'ページビュー', '页面浏览量 - 总计', '页面浏览次数 - 总计'],
    ...['Pages vues - Total', 'Visualizzazioni di pagina - Totale', '페이지 조회수 - 합계', '페이지 조회수 - 총계'],
  ),
  column(
    'pageViewsB2b',
    ...['Page Views - Total - B2B', 'Page Views - B2B', 'Seitenaufrufe - Summe - B2B', 'Vistas de página: total: B2B'],
    ...['Visualizações da página - Total - B2B', 'ページビュー - 合計 - B2B', '页面浏览量 - 总计 - B2B'],
    ...['페이지 조회수 - 총계 - B2B', '페이지 조회수 - 합계 - B2B'],
  ),
  column(
    'pageViewsApp',
    ...['Page Views - Mobile App', 'Seitenaufrufe - mobile App', 'Vistas de página: aplicación móvil'],
    ...['ページビュー - モバイルアプリ', '页面浏览量 - 移动应用', '페이지 조회수 - 모바일 앱'],
  ),
  column(
    'pageViewsBrowser',
    ...['Page Views - Browser', 'Seitenaufrufe - Browser', 'Vistas de página: navegador'],
    ...['ページビュー - ブラウザ', '页面浏览量 - 浏览器', '페이지 조회수 - 브라우저'],
  ),
  column(
    'buyBoxRatio',
    ...['Featured Offer (Buy Box) Percentage', 'Featured Offer Percentage', 'Buy Box Percentage'],
    ...['Porcentaje de ofertas destacadas (Buy Box)', 'おすすめ出品(おすすめ商品)の獲得率', 'おすすめ出品の獲得率', 'カートボックス獲得率'],
    ...['推荐报价(推荐报价展示位)百分比', '推荐报价百分比', 'Einkaufswagenfeld (Buy Box) in Prozent'],
    ...['추천 오퍼(바이 박스) 비율', '주요 오퍼(바이 박스) 백분율'],
  ),
  column(
    'unitsOrdered',
    ...['Units Ordered', 'Bestellte Einheiten', 'Unidades encargadas', 'Unidades pedidas', '注文された商品点数', '已订购商品数量'],
    ...['Unità ordinate', 'Unités commandées', '주문 수량', '상품 주문량'],
  ),
  column(
    'unitsOrderedB2b',
    ...['Units Ordered - B2B', 'Bestellte Einheiten - B2B', 'Unidades encargadas - B2B', 'Unidades encargadas: B2B'],
    ...['Unidades pedidas - B2B', '注文点数 - B2B', '注文された商品点数 - B2B', '已订购商品数量 - B2B', 'Unità ordinate - B2B'],
    ...['订购数量 - B2B', '주문 수량 - B2B', '상품 주문량 - B2B'],
  ),
  column(
    'orderedSales',
    ...[
      'Ordered Product Sales',
      'Durch bestellte Produkte erzielter Umsatz',
      'Ventas de productos encargados',
      'Vendas de produtos pedidos',
    ],
    ...['注文商品の売上額', '注文商品売上', '已订购商品销售额', 'Vendite di prodotti ordinati', 'Ventes de produits commandés'],
    ...['Vendite dei prodotti ordinati', '주문 상품 판매량', '주문한 상품 판매량'],
  ),
  column(
    'orderedSalesB2b',
    ...['Ordered Product Sales - B2B', 'Bestellsumme - B2B', 'Durch bestellte Produkte erzielter Umsatz - B2B'],
    ...['Ventas de productos encargados: B2B', 'Vendas de produtos pedidos - B2B'],
    ...['注文商品の売上額 - B2B', '已订购商品销售额 - B2B', '已订购商品的销售额 - B2B', 'Vendite di prodotti ordinati - B2B'],
    ...['주문 상품 판매 - B2B', '주문한 상품 판매량 - B2B'],
  ),
  column(
    'orderItems',
    ...['Total Order Items', 'Zahl der Bestellposten', 'Total de productos encargados', 'Total de itens do pedido', '注文品目総数'],
    ...['订单商品总数', '订单商品种类数', 'Totale articoli ordinati', '총 주문 아이템'],
  ),
  column(
    'orderItemsB2b',
    ...['Total Order Items - B2B', 'Zahl der Bestellposten - B2B', '注文品目総数 - B2B', '订单商品总数 - B2B', '총 주문 아이템 - B2B'],
  ),
  column('unitsRefunded', 'Units Refunded', '환불 상품'),
  column('shippedSales', 'Shipped Product Sales', '발송된 상품 판매량'),
  column('unitsShipped', 'Units Shipped', '상품 발송량'),
  column('ordersShipped', 'Orders Shipped', '발송된 주문'),
];

export const TRAFFIC_SOURCE =
  'two real exports (US 2026, UK 2025); names in other languages from public readers, French and some Italian from memory';
