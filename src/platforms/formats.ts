/**
 * The reports that files are held against: those that eco has built in and the profiles of a shop. Made once for a database
 * (`importing/formats.ts`) and passed along, so that nothing that reads, folds or uploads asks the registry itself.
 */
import type { ReportFormat } from './define.js';
import { REPORT_FORMATS } from './registry.js';

export interface Formats {
  readonly all: readonly ReportFormat[];
  /** The format of this id. */
  find(id: string): ReportFormat | undefined;
}

/** What eco has built in, with profiles beside it; a profile of a built-in format's id takes its place. */
export function formatsWith(profiles: readonly ReportFormat[]): Formats {
  const own = new Set(profiles.map(({ id }) => id));
  const all = profiles.length === 0 ? REPORT_FORMATS : [...REPORT_FORMATS.filter(({ id }) => !own.has(id)), ...profiles];
  const byId = new Map(all.map((format) => [format.id, format]));
  return { all, find: (id) => byId.get(id) };
}

/** Without a shop. */
export const BUILT_IN: Formats = formatsWith([]);

/** Whether the seller made it: what eco has built in goes first. */
export function isYours(format: ReportFormat): boolean {
  return format.certainty === 'yours';
}
