/** Bare `eco`, told from what it asked: the stores and how old they are, what is missing, and what to do next. */
import { type Day, daysBetween } from '../../core/day.js';
import type { Block, Page, Sentence, Step } from '../../core/page.js';
import type { Column, Row, Table } from '../../core/table.js';
import { zone } from '../../core/zone.js';
import type { LastImport, StoreGlance } from './queries.js';

export interface Glance {
  readonly databaseFile: string;
  /** Epoch seconds. */
  readonly now: number;
  readonly stores: readonly StoreGlance[];
  readonly lastImport: LastImport | null;
  readonly foldsDue: boolean;
  readonly knowsSales: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'platform', header: 'Platform', kind: 'text' },
  { key: 'marketplace', header: 'Marketplace', kind: 'text' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'time_zone', header: 'Time zone', kind: 'text' },
  { key: 'listings', header: 'Listings', kind: 'integer' },
  { key: 'newest_file_at', header: 'Newest file', kind: 'instant' },
];

/** Files older than this are worth a new download. */
const FRESH_DAYS = 1;

export function glancePage(glance: Glance): Page {
  const missing = missingLines(glance);
  const blocks: Block[] = [
    { type: 'sentence', parts: [`everything is in ${glance.databaseFile}`], tone: 'dim' },
    ...(glance.stores.length > 0 ? [storeGrid(glance)] : []),
    ...lastImportLine(glance),
    ...missing.map((text): Block => ({ type: 'sentence', parts: [text], tone: 'warn' })),
    { type: 'heading', text: 'Next' },
    { type: 'steps', steps: nextSteps(glance) },
  ];
  return { title: 'eco', blocks, data: glanceTable(glance) };
}

function glanceTable({ stores }: Glance): Table {
  const rows = stores.map(
    (store): Row => ({
      store: store.name,
      platform: store.platform,
      marketplace: store.marketplace,
      currency: store.currency,
      time_zone: store.timeZone,
      listings: store.listings,
      newest_file_at: store.evidenceAt,
    }),
  );
  return { id: 'welcome/1', columns: COLUMNS, rows };
}

function storeGrid(glance: Glance): Block {
  const rows = glance.stores.map((store): Sentence[] => [
    [{ value: store.name, kind: 'text', tone: 'strong' }],
    [store.marketplace ?? store.platform],
    [store.currency ?? 'currency unknown'],
    [{ value: store.listings, kind: 'integer' }, store.listings === 1 ? ' listing' : ' listings'],
    [`newest file ${ageText(ageOf(store, glance.now))}`],
  ]);
  const left = { header: '', align: 'left' } as const;
  return { type: 'grid', grid: { columns: [left, left, left, { header: '', align: 'right' }, left], rows } };
}

/** Days since the newest file, by the store's calendar; null without any. */
function ageOf(store: StoreGlance, now: number): number | null {
  if (store.evidenceAt === null) return null;
  const { dayOf } = zone(store.timeZone);
  return Math.max(0, daysBetween(dayOf(store.evidenceAt) as Day, dayOf(now) as Day));
}

function ageText(days: number | null): string {
  if (days === null) return 'none';
  if (days === 0) return 'of today';
  return days === 1 ? 'of yesterday' : `${days} days old`;
}

function lastImportLine({ lastImport, now }: Glance): Block[] {
  if (!lastImport) return [];
  const hours = Math.floor((now - lastImport.importedAt) / 3600);
  const when =
    hours < 1
      ? 'within the last hour'
      : hours < 48
        ? `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`
        : `${Math.floor(hours / 24)} days ago`;
  const parts: Sentence = [
    'last import: ',
    { value: lastImport.files, kind: 'integer' },
    lastImport.files === 1 ? ' file' : ' files',
    ` ${when}`,
    ...(lastImport.rejected > 0 ? [', ', { value: lastImport.rejected, kind: 'integer', tone: 'bad' } as const, ' rejected'] : []),
  ];
  return [{ type: 'sentence', parts }];
}

function missingLines(glance: Glance): string[] {
  const unknown = glance.stores.filter((store) => store.currency === null).map((store) => store.name);
  return [
    ...(glance.foldsDue ? ['an import was interrupted: figures do not show all files yet'] : []),
    ...(unknown.length > 0 ? [`the currency of ${unknown.join(', ')} is unknown: amounts have none`] : []),
  ];
}

/** Two to four: first what puts things right, then what there is to see. */
function nextSteps(glance: Glance): Step[] {
  const unknown = glance.stores.find((store) => store.currency === null);
  const ages = glance.stores.map((store) => ageOf(store, glance.now));
  const isOld = ages.every((age) => age === null || age > FRESH_DAYS);
  const steps: Step[] = [
    ...(glance.foldsDue ? [{ text: ['bring the figures up to date'], command: 'eco db rebuild' }] : []),
    ...(glance.lastImport && glance.lastImport.rejected > 0
      ? [{ text: ['see what was rejected, and why'], command: 'eco files list --where status=rejected' }]
      : []),
    ...(unknown ? [{ text: [`say which currency ${unknown.name} has`], command: `eco store edit ${unknown.name} --currency USD` }] : []),
    ...(isOld || glance.stores.length === 0 ? [{ text: ['read newer exports'], command: 'eco import ~/Downloads' }] : []),
    ...(glance.knowsSales ? [{ text: ['the last day, and what to do today'], command: 'eco report daily' }] : []),
    ...(glance.stores.some((store) => store.listings > 0) ? [{ text: ['every listing'], command: 'eco products list' }] : []),
    { text: ['everything else'], command: 'eco --help' },
  ];
  return steps.slice(0, 4);
}
