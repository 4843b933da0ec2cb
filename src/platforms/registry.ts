/** Every report format, one line each. The order does not matter: exactly one must match a file. */
import type { ReportFormat } from './define.js';

export const REPORT_FORMATS: readonly ReportFormat[] = [];

/** The format of this id. */
export function reportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
