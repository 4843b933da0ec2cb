/**
 * `index.json` beside the index page: what each night wrote. It is what the next night catches up from, and what scripts read. Kept
 * in the folder of the reports, so that the folder says by itself what is in it; of a folder that was cleared, nothing is remembered.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../core/day.js';

export interface IndexedReport {
  readonly report: string;
  readonly title: string;
  /** Names of its files in the folder of the morning. */
  readonly files: readonly string[];
}

export interface IndexedMorning {
  readonly morning: Day;
  readonly client: string | null;
  /** Below the folder of all reports, with slashes. */
  readonly folder: string;
  readonly reports: readonly IndexedReport[];
  readonly failed: readonly string[];
  /** Of the daily report: by store, `[what, figure]`. */
  readonly headline: readonly { readonly store: string; readonly figures: readonly (readonly [string, string])[] }[];
}

export interface NightlyIndex {
  readonly mornings: readonly IndexedMorning[];
  /** Who got the digest of the newest morning. */
  readonly delivered: { readonly morning: Day; readonly to: readonly string[] } | null;
}

const SCHEMA = 'eco.nightly.index/1';
export const INDEX_JSON = 'index.json';

/** What earlier nights wrote and is still there; empty where there is none. `warn` is told where what is there cannot be read. */
export function readIndex(out: string, warn: (text: string) => void): NightlyIndex {
  const file = join(out, INDEX_JSON);
  if (!existsSync(file)) return EMPTY;
  try {
    const index = JSON.parse(readFileSync(file, 'utf8')) as NightlyIndex & { schema: string };
    if (index.schema === SCHEMA)
      return { mornings: index.mornings.filter(({ folder }) => existsSync(join(out, folder))), delivered: index.delivered };
  } catch {
    // Said below: what is not there, or not whole, is no index.
  }
  warn(
    `${file} is no index of eco, or damaged: it is written anew, and the index page begins with this night. The reports of earlier nights stay.`,
  );
  return EMPTY;
}

const EMPTY: NightlyIndex = { mornings: [], delivered: null };

/** Newest morning first, then by client. */
export function indexText({ mornings, delivered }: NightlyIndex): string {
  return `${JSON.stringify({ schema: SCHEMA, mornings: sorted(mornings), delivered }, null, 1)}\n`;
}

export function sorted(mornings: readonly IndexedMorning[]): IndexedMorning[] {
  return [...mornings].sort((a, b) => (a.morning !== b.morning ? (a.morning < b.morning ? 1 : -1) : a.folder < b.folder ? -1 : 1));
}

/** What a night wrote joins what earlier ones did in the same folder. */
export function joined(index: NightlyIndex, written: IndexedMorning): NightlyIndex {
  const before = index.mornings.find(({ folder }) => folder === written.folder);
  const names = written.reports.map(({ report }) => report);
  const reports = [...(before?.reports.filter(({ report }) => !names.includes(report)) ?? []), ...written.reports];
  const failed = [
    ...(before?.failed.filter((report) => !names.includes(report) && !written.failed.includes(report)) ?? []),
    ...written.failed,
  ];
  const morning: IndexedMorning = {
    ...written,
    reports: reports.sort((a, b) => (a.report < b.report ? -1 : 1)),
    failed: failed.sort(),
    headline: written.headline.length > 0 ? written.headline : (before?.headline ?? []),
  };
  return { ...index, mornings: sorted([...index.mornings.filter(({ folder }) => folder !== written.folder), morning]) };
}
