/**
 * What is missing for a complete picture of the platforms that came in: what no report of theirs tells (with the report that would,
 * and where it is downloaded), days without a report, and reports that overlap.
 */
import type { Day, Period } from '../../core/day.js';
import { SUBJECTS, type Subject } from '../../core/fields.js';
import type { Block, Sentence } from '../../core/page.js';
import type { Database } from '../../db/connection.js';
import { reportPeriods, reportsByPlatform } from '../../facts/coverageQueries.js';
import { orderEvidence } from '../../facts/salesQueries.js';
import { type Store, storesOf } from '../../facts/stores.js';
import type { ImportResult } from '../../importing/importFile.js';
import { daysOf, knownDaysByStore, periodsOf } from '../../measures/coverage.js';
import { type SubjectDays, subjectDays } from '../../measures/reportDays.js';
import type { Platform, ReportFormat } from '../../platforms/define.js';
import { PLATFORM_NAMES } from '../../platforms/marketplaces.js';
import { reportFormat } from '../../platforms/registry.js';
import { surestReport } from '../../platforms/surest.js';

/** What a shop's picture is made of, the most telling first. */
const TOLD: Readonly<Partial<Record<Subject, string>>> = {
  orders: 'what was sold',
  listings: 'what is on sale',
  stock: 'what is in stock',
  traffic: 'who looked',
  ads: 'what advertising costs and brings',
};

const MOST_LINES = 8;
const MOST_PERIODS = 3;

/** Of the platforms and stores of these results, for what of them was taken. */
export function pictureBlocks(db: Database, results: readonly ImportResult[], verbose: boolean): Block[] {
  const taken = results.filter(({ status }) => status === 'imported' || status === 'partial' || status === 'unchanged');
  // Companies that work for shops (ads, research) have no goods of their own to tell about.
  const ofShops = taken.filter(({ reportFormat: id }) => id === null || reportFormat(id)?.serves === undefined);
  const platforms = [...new Set(ofShops.map(({ platform }) => platform as Platform))].sort();
  const stores = [...new Set(taken.map(({ store }) => store as string))].sort();
  const days = [...subjectDays(reportPeriods(db, stores)).flatMap(dayLines), ...orderGaps(db, stores)];
  return [
    ...gridBlock('Days without a report, and reports that overlap', days, verbose),
    ...gridBlock('Missing for a complete picture', missingLines(db, platforms), verbose),
  ];
}

function gridBlock(heading: string, lines: readonly Sentence[][], verbose: boolean): Block[] {
  if (lines.length === 0) return [];
  const shown = verbose ? lines : lines.slice(0, MOST_LINES);
  const more = lines.length - shown.length;
  const left = { header: '', align: 'left' } as const;
  const rest: Sentence[][] =
    more > 0 ? [[[{ value: `… and ${more} more (--verbose lists them)`, kind: 'text', tone: 'dim' }], [], []]] : [];
  return [
    { type: 'heading', text: heading },
    { type: 'grid', grid: { columns: [left, left, { ...left, wraps: true }], rows: [...shown, ...rest] } },
  ];
}

function dayLines({ store, subject, from, to, missing, overlapping }: SubjectDays): Sentence[][] {
  const lines: Sentence[][] = [];
  const count = missing.reduce((sum, period) => sum + daysOf(period).length, 0);
  if (count > 0) {
    lines.push([
      [store],
      [subject],
      [`${count} of the ${daysOf({ from, to }).length} days from ${from} to ${to} have no report: ${listed(missing)}`],
    ]);
  }
  const [first] = overlapping;
  if (first) {
    const which = overlapping.length === 1 ? 'a longer report overlaps others' : `${overlapping.length} longer reports overlap others`;
    lines.push([[store], [subject], [`${which} (${listed(overlapping)}): they are never added, those that cover most days count`]]);
  }
  return lines;
}

function listed(periods: readonly Period[]): string {
  const shown = periods.slice(0, MOST_PERIODS).map(({ from, to }) => (from === to ? from : `${from} … ${to}`));
  return shown.join(', ') + (periods.length > shown.length ? ' …' : '');
}

/** Days between the first and the last order about which no order report tells: order reports do not say their days. */
function orderGaps(db: Database, stores: readonly string[]): Sentence[][] {
  const known = storesOf(db, {}).filter((store) => stores.includes(store.name));
  const { orderFiles, orderDays } = orderEvidence(
    db,
    known.map((store) => store.storeId),
    '1900-01-01' as Day,
  );
  return known.flatMap((store) => {
    const ofStore = orderFiles.filter((file) => file.storeId === store.storeId);
    if (ofStore.length === 0) return [];
    const from = ofStore.map((file) => file.from).sort()[0] as Day;
    const to = ofStore
      .map((file) => file.to)
      .sort()
      .at(-1) as Day;
    return gapLine(store, { from, to }, knownDaysByStore({ from, to }, [store], ofStore, orderDays).get(store.storeId) ?? []);
  });
}

function gapLine(store: Store, period: Period, known: readonly Day[]): Sentence[][] {
  const told = new Set(known);
  const all = daysOf(period);
  const missing = all.filter((day) => !told.has(day));
  if (missing.length === 0) return [];
  const text = `${missing.length} of the ${all.length} days from ${period.from} to ${period.to} are in no order report: ${listed(periodsOf(missing))}`;
  return [[[store.name], ['orders'], [text]]];
}

/** Of each platform, the subjects that none of its reports fills, with the report that would fill them. */
function missingLines(db: Database, platforms: readonly Platform[]): Sentence[][] {
  const there = reportsByPlatform(db);
  return platforms.flatMap((platform) => {
    const filled = new Set(
      there.filter((report) => report.platform === platform).flatMap((report) => reportFormat(report.reportFormat)?.fills ?? []),
    );
    const wanted = (Object.keys(TOLD) as Subject[]).filter((subject) => SUBJECTS.includes(subject) && !filled.has(subject));
    const reports = new Map<ReportFormat, Subject[]>();
    for (const subject of wanted) {
      const format = [...reports.keys()].find((chosen) => chosen.fills.includes(subject)) ?? surestReport(platform, subject);
      if (format) reports.set(format, [...(reports.get(format) ?? []), subject]);
    }
    return [...reports].map(([format, subjects], at): Sentence[] => [
      [at === 0 ? { value: PLATFORM_NAMES[platform], kind: 'text', tone: 'strong' } : ''],
      [subjects.map((subject) => TOLD[subject] as string).join(', ')],
      [`${format.report} (${format.download})`],
    ]);
  });
}
