/** Which report to ask a seller for. */
import type { Subject } from '../core/fields.js';
import type { Platform, ReportFormat } from './define.js';
import { REPORT_FORMATS } from './registry.js';

const CERTAINTIES = ['A', 'A-', 'B', 'C', 'M'];

/** The report of a platform that fills a subject: the surest, of those the first that is listed. */
export function surestReport(platform: Platform, subject: Subject): ReportFormat | undefined {
  return REPORT_FORMATS.filter((format) => format.platform === platform && format.fills.includes(subject)).sort(
    (a, b) => CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty),
  )[0];
}
