/** Makes the demo shop: writes its downloads, imports them with the importer that everybody uses, and shows what came of it. */
import { resolve } from 'node:path';
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { zone } from '../../core/zone.js';
import { type Database, inTransaction, openDatabase } from '../../db/connection.js';
import { createStore, type NewStore, storesOf } from '../../facts/stores.js';
import { openSession, type Session } from '../../session.js';
import { findFiles } from '../import/findFiles.js';
import { importProgress } from '../import/progress.js';
import { clearFolder, type DemoSeeds, databaseIn, demoIn, downloadsIn, LISTS, sealFolder, writeDownloads, writeLists } from './folder.js';
import { tourPage } from './tour.js';

export interface DemoFlags {
  readonly folder?: string;
  readonly seed?: string;
  readonly lastDay?: string;
  readonly keep?: boolean;
}

const FOLDER = 'eco-demo';

export async function runDemo(session: Session, flags: DemoFlags): Promise<void> {
  const named = flags.folder ?? FOLDER;
  const folder = resolve(session.context.cwd, named);
  const seeds = flags.keep ? keptDemo(folder, named, flags) : await makeDemo(session, folder, named, wantedSeeds(session, flags));
  await showTour(session, folder, named, seeds);
}

function keptDemo(folder: string, named: string, flags: DemoFlags): DemoSeeds {
  if (flags.seed !== undefined || flags.lastDay !== undefined)
    throw new UsageError('--keep: --seed and --last-day make another demo. Leave one or the other out');
  const seeds = demoIn(folder);
  if (!seeds) throw new UserError(`There is no demo in ${named} yet. Make one: eco demo${named === FOLDER ? '' : ` --folder ${named}`}`);
  return seeds;
}

function wantedSeeds(session: Session, flags: DemoFlags): DemoSeeds {
  const seed = Number(flags.seed ?? 1);
  if (!Number.isInteger(seed) || seed < 0) throw new UsageError(`--seed ${flags.seed}: a whole number of 0 or more expected`);
  const lastDay = flags.lastDay === undefined ? yesterday(session) : parseDay(flags.lastDay);
  if (!lastDay) throw new UsageError(`--last-day ${flags.lastDay}: a day such as 2026-11-20 expected`);
  return { seed, lastDay };
}

/** Yesterday in the westernmost shop, so that the demo's last morning has come everywhere. */
function yesterday(session: Session): Day {
  return addDays(zone(WEST).dayOf(Math.floor(session.context.now() / 1000)) as Day, -1);
}

const WEST = 'America/Los_Angeles';

const STORES: readonly NewStore[] = [
  { platform: 'amazon', name: 'us', marketplace: 'Amazon.com', currency: 'USD', timeZone: WEST, client: null, assumed: false },
  { platform: 'amazon', name: 'ca', marketplace: 'Amazon.ca', currency: 'CAD', timeZone: WEST, client: null, assumed: false },
  { platform: 'shopify', name: 'web', marketplace: null, currency: 'USD', timeZone: WEST, client: null, assumed: false },
  { platform: 'taobao', name: 'tmall', marketplace: 'Tmall', currency: 'CNY', timeZone: 'Asia/Shanghai', client: null, assumed: false },
];

async function makeDemo(session: Session, folder: string, named: string, seeds: DemoSeeds): Promise<DemoSeeds> {
  clearFolder(folder);
  session.note(`Making up 18 months of a seller's downloads in ${named} …`);
  const { generateDemo } = await import('./index.js');
  const { files, lists } = generateDemo(seeds);
  writeDownloads(folder, files);
  writeLists(folder, lists);
  const db = openDatabase(databaseIn(folder));
  try {
    inTransaction(db, () => {
      for (const store of STORES) createStore(db, store);
    });
    await importDownloads(session, db, folder);
    await takeLists(session, db, folder);
  } finally {
    db.close();
  }
  sealFolder(folder, seeds);
  return seeds;
}

async function importDownloads(session: Session, db: Database, folder: string): Promise<void> {
  const { importPath } = await import('../../importing/importPath.js');
  const { foldDue } = await import('../../importing/folding.js');
  const files = findFiles([downloadsIn(folder)]);
  session.note(`Importing ${files.length} files …`);
  const progress = await importProgress(
    session,
    files.reduce((sum, file) => sum + file.bytes, 0),
  );
  const options = {
    ...{ as: null, store: null, client: null, period: null, skipBadRows: false, replace: false, dryRun: false },
    now: Math.floor(session.context.now() / 1000),
    localZone: () => session.context.timeZone,
    databaseFile: databaseIn(folder),
    onProgress: progress.bytes,
  };
  for (const file of files) {
    progress.start(file.name, file.bytes);
    for (const { file: name, status, message } of await importPath(db, file.path, file.name, options)) {
      if (status !== 'imported' && status !== 'unchanged') session.warn(`${name}: ${status}${message === null ? '' : `, ${message}`}`);
    }
    progress.done(file.bytes);
  }
  inTransaction(db, () => foldDue(db, progress.folding));
  progress.end();
}

/** What the seller knows and no platform tells: unit costs and exchange rates. */
async function takeLists(session: Session, db: Database, folder: string): Promise<void> {
  const { readTableFile } = await import('../../products/runTableFile.js');
  const { COSTS_EXPECTED, takeCosts } = await import('../../products/costs/runImport.js');
  const { RATES_EXPECTED, takeRates } = await import('../../products/rates/runRates.js');
  const readAt = Math.floor(session.context.now() / 1000);
  const costs = await readTableFile(folder, LISTS.costs, COSTS_EXPECTED);
  const { refused } = takeCosts(db, storesOf(db, {}), costs, { file: LISTS.costs, flags: {}, readAt });
  if (refused > 0) session.warn(`${LISTS.costs}: ${refused} refused`);
  takeRates(db, await readTableFile(folder, LISTS.rates, RATES_EXPECTED), { since: null, dryRun: false, readAt });
}

/** The daily report of the demo, and what else to look at. */
async function showTour(session: Session, folder: string, named: string, { lastDay }: DemoSeeds): Promise<void> {
  const { dailyReport } = await import('../../report/daily/runDaily.js');
  const morning = addDays(lastDay, 1);
  const demo = await openSession(session.context, { ...session.flags, db: databaseIn(folder), asOf: morning, knownAt: undefined });
  try {
    const daily = await dailyReport(demo, {});
    const isToday = demoMorning(session) === morning;
    await session.print(tourPage(daily, { named, asOf: isToday ? null : morning }));
  } finally {
    demo.close();
  }
}

/** The day on which a command without --as-of would be asked. */
function demoMorning(session: Session): Day {
  const now = Math.floor(session.context.now() / 1000);
  return STORES.map((store) => zone(store.timeZone).dayOf(now) as Day)
    .sort()
    .at(-1) as Day;
}
