/**
 * Google Analytics 4: reports, snapshots and explorations, downloaded as CSV. One file holds several tables; they reach this format
 * melted into one (src/files/tableBlocks.ts) with a column for each metric of any of them. What is told by country, channel or page,
 * and rows whose metrics have no field of their own, are left out by name.
 */
import type { FieldName } from '../../core/fields.js';
import { column, defineReport, required } from '../define.js';

export const googleGa4 = defineReport({
  id: 'google.ga4',
  platform: 'google',
  report: 'Google Analytics 4: reports, snapshots, explorations (CSV)',
  fills: ['traffic'],
  certainty: 'A-',
  source:
    'a real snapshot export of 2023 (daily users, countries); explorations and names in other languages as public readers describe them, rarer ones from memory',
  download: 'Google Analytics > Reports > a report > Share this report > Download file > CSV; with a line for each day',
  notes: [
    'only figures of the whole property are kept, a day or a period at a time; countries, channels and pages are left out',
    'revenue is in the currency of the property, which the file does not say: that of the store is taken',
  ],
  columns: [
    required('fromDay', 'start'),
    required('toDay', 'end'),
    column(
      'visitors',
      ...['Total users', 'Users', 'Active users', '総ユーザー数', 'Nutzer insgesamt', 'Aktive Nutzer', 'Utilisateurs actifs'],
      ...['Usuarios activos', 'Utenti attivi', 'Usuários ativos', 'アクティブ ユーザー'],
    ),
    column(
      'newVisitors',
      ...['New users', 'Neue Nutzer', 'Nouveaux utilisateurs', 'Usuarios nuevos', 'Nuovi utenti', 'Novos usuários', '新規ユーザー数'],
    ),
    column('returningVisitors', 'Returning users', 'Wiederkehrende Nutzer'),
    column('sessions', 'Sessions', 'Sitzungen', 'Sesiones', 'Sessioni', 'Sessões', 'セッション'),
    column(
      'pageViews',
      'Views',
      'Screen page views',
      'Page views',
      'Aufrufe',
      'Vues',
      'Vistas',
      'Visualizzazioni',
      'Visualizações',
      '表示回数',
    ),
    column('unitsOrdered', 'Items purchased'),
    column('paidOrders', 'Ecommerce purchases', 'Purchases', 'Transactions'),
    column(
      'conversions',
      ...['Key events', 'Conversions', 'Schlüsselereignisse', 'Événements clés', 'Eventos clave', 'Eventi chiave', 'Eventos principais'],
      'キーイベント',
    ),
    column(
      'orderedSales',
      ...[
        'Purchase revenue',
        'Total revenue',
        'Gesamtumsatz',
        'Revenu total',
        'Revenus totaux',
        'Ingresos totales',
        'Receita total',
        '合計収益',
      ],
    ),
  ],
  hasOneOf: ['block'],
  unit: ['fromDay', 'toDay'],
  period: 'rows',
  grain: 'property',
  rounded: true,
  // A comma is the decimal mark of a spreadsheet: Analytics writes plain numbers, with as many decimals as there are.
  noGrouping: true,
  ignore: [
    { rule: 'totals', firstCell: /^totals / },
    { rule: 'tables without dates', firstCell: /^undated / },
    { rule: 'by country, channel, page or other', firstCell: /^split / },
    {
      rule: 'other metrics',
      blank: [
        ...['visitors', 'newVisitors', 'returningVisitors', 'sessions', 'pageViews'],
        ...['unitsOrdered', 'paidOrders', 'conversions', 'orderedSales'],
      ] as FieldName[],
      filled: ['fromDay'],
    },
  ],
});
