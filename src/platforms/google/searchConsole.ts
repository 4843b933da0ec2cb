/**
 * Google Search Console, performance on Search: the download is a zip of one file a dimension, of at most 1,000 rows each. Only the
 * file by date says its days: for the others they are those of that file where both lie in one zip or workbook, else they come from
 * the name of the file or its folder, or from --period. Clicks and impressions are of unpaid results. A comparison of two periods has other columns and is not read.
 *
 * English, French, Turkish and Indonesian headers from real exports in public readers, the other languages from readers' tests.
 */
import { type ColumnSpec, defineReport, type ReportFormat, required } from '../define.js';

const FIGURES: readonly ColumnSpec[] = [
  required(
    'clicks',
    ...['Clicks', 'Klicks', 'Clics', 'Clic', 'Cliques', 'Klikken', 'Kliknięcia', 'Tıklama', 'Tıklamalar', 'Kliknutí', 'Klick'],
    ...['クリック数', '클릭수', '点击次数', '點擊', 'Клики', 'Klik'],
  ),
  required(
    'impressions',
    ...['Impressions', 'Impressionen', 'Impresiones', 'Impressioni', 'Impressões', 'Vertoningen', 'Wyświetlenia', 'Görüntüleme'],
    ...['Gösterim', 'Gösterimler', 'Tayangan', 'Zobrazení', 'Visningar', '表示回数', '노출수', '展示次数', '展示', '曝光', 'Показы'],
  ),
  required(
    'position',
    ...['Position', 'Average position', 'Durchschnittliche Position', 'Position moyenne', 'Posición', 'Posición media', 'Posição'],
    ...[
      'Posizione',
      'Posizione media',
      'Positie',
      'Pozycja',
      'Ortalama konum',
      'Konum',
      'Pozisyon',
      'Posisi',
      'Průměrná pozice',
      'Genomsnittlig position',
    ],
    ...['掲載順位', '平均掲載順位', '평균 게재순위', '게재순위', '平均排名', '排名', 'Позиция'],
  ),
];

const CTR = ['CTR', 'TO', 'Klickrate', 'Klickfrekvens', '클릭률', '点击率', '點閱率'];

const NAMES = {
  queries: [
    ...[
      'Top queries',
      'Queries',
      'Query',
      'Häufigste Suchanfragen',
      'Suchanfragen',
      'Requêtes les plus fréquentes',
      'Consultas principales',
    ],
    ...['Principais consultas', 'Query principali', 'Populairste zoekopdrachten', 'Najpopularniejsze zapytania', 'En popüler sorgular'],
    ...[
      'Nejčastější dotazy',
      'Vanligaste sökfrågorna',
      '上位のクエリ',
      'クエリ',
      '인기 검색어',
      '热门查询',
      '热门查询内容',
      'Поисковый запрос',
    ],
    ...['En çok yapılan sorgular', 'Kueri teratas'],
  ],
  pages: [
    ...[
      'Top pages',
      'Pages',
      'Page',
      'Häufigste Seiten',
      'Seiten',
      'Pages les plus populaires',
      'Páginas principales',
      'Principais páginas',
    ],
    ...['Pagine principali', "Populairste pagina's", '上位のページ', 'ページ', '인기 페이지', '热门网页', 'Страница'],
    ...['En çok görüntülenen sayfalar', 'En alakalı sayfalar', 'Halaman teratas'],
  ],
  countries: [
    'Country',
    'Countries',
    'Land',
    'Länder',
    'Pays',
    'País',
    'Paese',
    'Kraj',
    'Ülke',
    '国',
    '국가',
    '国家/地区',
    'Страна',
    'Negara',
  ],
  devices: [
    'Device',
    'Devices',
    'Gerät',
    'Geräte',
    'Appareil',
    'Dispositivo',
    'Apparaat',
    'Urządzenie',
    'Cihaz',
    'デバイス',
    '기기',
    '设备',
    'Устройство',
    'Perangkat',
  ],
  dates: ['Date', 'Datum', 'Fecha', 'Data', 'Tarih', '日付', '날짜', '日期', 'Дата', 'Tanggal'],
} as const;

const DATES = 'google.search-console-dates';

function searchConsole(
  report: string,
  file: string,
  grain: string,
  dimension: ColumnSpec,
  names: readonly string[],
  dates = false,
): ReportFormat {
  const others = Object.values(NAMES)
    .flat()
    .filter((name) => !names.includes(name));
  return defineReport({
    id: `google.search-console-${report}`,
    platform: 'google',
    report: `Search Console: performance on Search, ${file}`,
    fills: ['traffic'],
    certainty: 'A-',
    source: 'headers of real exports in public readers (English, French, Turkish, Indonesian); other languages from readers’ tests',
    download: 'Search Console > Performance > Search results > Export > CSV (a zip)',
    notes: [
      'clicks and impressions of unpaid results, the first 1,000 rows; Search Console counts days in Pacific time',
      'the position is the mean of the best one of each search',
    ],
    columns: [dimension, ...FIGURES],
    ratios: [{ names: CTR, of: ['clicks'], by: ['impressions'] }],
    not: [...others, 'Cost', 'Campaign', 'Ad group', 'Spend', 'Currency code', 'Kosten', 'Sessions'],
    zeroIsNone: ['position'],
    serves: 'any',
    unit: dates ? ['day'] : [],
    period: dates ? 'rows' : 'none',
    ...(dates ? {} : { daysFrom: DATES }),
    grain,
  });
}

export const googleSearchConsoleQueries = searchConsole(
  'queries',
  'Queries.csv',
  'search-term',
  required('searchTerm', ...NAMES.queries),
  NAMES.queries,
);

export const googleSearchConsolePages = searchConsole('pages', 'Pages.csv', 'page', required('url', ...NAMES.pages), NAMES.pages);

export const googleSearchConsoleCountries = searchConsole(
  'countries',
  'Countries.csv',
  'country',
  required('country', ...NAMES.countries),
  NAMES.countries,
);

export const googleSearchConsoleDevices = searchConsole(
  'devices',
  'Devices.csv',
  'device',
  required('device', ...NAMES.devices),
  NAMES.devices,
);

export const googleSearchConsoleDates = searchConsole(
  'dates',
  'Dates.csv or Chart.csv',
  'day',
  required('day', ...NAMES.dates),
  NAMES.dates,
  true,
);
