/**
 * The folder of a demo: `downloads/` with the made-up exports, the seller's own `costs.csv` and `rates.csv`, `demo.db`, an `eco.config.yaml` that names it, and a marker. Only
 * a folder with the marker, an empty one or none is written to, and of it only what a demo wrote is ever taken away.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CONFIG_NAME } from '../../config.js';
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import type { DemoFile } from './demoFile.js';

const MARKER = '.eco-demo';
const DATABASE = 'demo.db';
const DOWNLOADS = 'downloads';
/** What the seller keeps by hand. */
export const LISTS = { costs: 'costs.csv', rates: 'rates.csv' } as const;

/** What a demo was made from. */
export interface DemoSeeds {
  readonly seed: number;
  readonly lastDay: Day;
}

export function databaseIn(folder: string): string {
  return join(folder, DATABASE);
}

export function downloadsIn(folder: string): string {
  return join(folder, DOWNLOADS);
}

/** What the demo in a folder was made from; null where there is none. */
export function demoIn(folder: string): DemoSeeds | null {
  const marker = join(folder, MARKER);
  if (!existsSync(marker) || !existsSync(databaseIn(folder))) return null;
  const [seed, day] = readFileSync(marker, 'utf8').trim().split(' ');
  const lastDay = parseDay(day ?? '');
  return lastDay ? { seed: Number(seed), lastDay } : null;
}

/** An empty demo folder; an older demo in it goes. */
export function clearFolder(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, MARKER)) && readdirSync(folder).length > 0) {
    throw new UserError(`${folder} is not a demo folder, so nothing in it was touched. Name another one: eco demo --folder DIR`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARKER), '');
  for (const name of [DOWNLOADS, DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, `${DATABASE}.key`, ...Object.values(LISTS)]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Writes the files as they would lie in the download folder, each with the time at which it would have been downloaded. A file
 * that does not say which shop it is of lies in a folder of the shop's name, which is where an import looks for it.
 */
export function writeDownloads(folder: string, files: readonly DemoFile[]): void {
  for (const file of files) {
    const path = join(downloadsIn(folder), file.store ?? dirname(file.path), basename(file.path));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes);
    utimesSync(path, file.downloadedAt, file.downloadedAt);
  }
}

/** Writes the seller's own lists beside the downloads: they are no exports. */
export function writeLists(folder: string, lists: Readonly<Record<keyof typeof LISTS, Uint8Array>>): void {
  writeFileSync(join(folder, LISTS.costs), lists.costs);
  writeFileSync(join(folder, LISTS.rates), lists.rates);
}

/** The demo is whole: from now on it may be looked at again. */
export function sealFolder(folder: string, { seed, lastDay }: DemoSeeds): void {
  writeFileSync(
    join(folder, CONFIG_NAME),
    `# Commands run in this folder are about the demo, on the morning after its last day.\ndatabase: ${DATABASE}\nas_of: ${addDays(lastDay, 1)}\n`,
  );
  writeFileSync(join(folder, MARKER), `${seed} ${lastDay}\n`);
}
