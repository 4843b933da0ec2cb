/**
 * What is said of a file that no format reads: what it looks like, and what to do. Only headers that eco knows by name are quoted:
 * the first row of a file that nobody knows may be a person's.
 */
import { isWronglyRead } from '../platforms/damageScan.js';
import type { ReportFormat } from '../platforms/define.js';
import { type HeaderMatch, matchHeader, nearest, shareOf } from '../platforms/header.js';
import type { Stranger } from '../platforms/strangers.js';

/** A header that lacks more of a report's required columns is not called near to it … */
const LEAST_SHARE = 0.5;
/** … nor one with fewer columns that the report knows: titles, prices and quantities stand in any table of products. */
const LEAST_COLUMNS = 5;

export function unknownMessage(
  header: readonly string[],
  stranger: Stranger | null,
  formats: readonly ReportFormat[],
  only?: ReportFormat,
): string {
  if (only) return notThis(matchHeader(only, header), stranger);
  if (stranger) return strangerMessage(stranger, formats);
  const near = nearest(formats, header).find(isNear);
  if (header.some(isWronglyRead)) return wronglyRead(near);
  if (!near) {
    return 'is no export that eco knows ("eco files formats" lists them). If it is one of them, its header row is missing or changed: download it again. If it is a table of your own, say what its columns mean: eco files map FILE';
  }
  const report = `${near.format.id} (${near.format.report})`;
  if (near.missing.length > 0) {
    return `comes close to ${report}, but lacks ${list(near.missing)}. If it is that report, download it again with all its columns`;
  }
  return `comes close to ${report}, but has ${list(near.contradictions)}, which that report has not. Nothing was taken from it`;
}

/** Names that were mangled are missing under their own: to list them would send the seller after columns that are there. */
function wronglyRead(near: HeaderMatch | undefined): string {
  const report = near ? `, and comes close to ${near.format.id} (${near.format.report})` : '';
  return `has a header that was read in the wrong encoding and saved so (such as "KÃ¼hl" for "Kühl")${report}. Download it again and import it without opening it in a spreadsheet`;
}

export function ambiguousMessage(matches: readonly HeaderMatch[]): string {
  const ids = matches.map((match) => match.format.id);
  return `fits more than one report: ${ids.join(', ')}. Say which: --as ${ids[0]}`;
}

function strangerMessage({ name, instead }: Stranger, formats: readonly ReportFormat[]): string {
  const other = formats.find((format) => format.id === instead);
  const advice = other ? `. It reads "${other.report}" (${other.download})` : '';
  return `looks like ${name}, which eco cannot read yet${advice}`;
}

function notThis({ format, missing, contradictions }: HeaderMatch, stranger: Stranger | null): string {
  const looks = stranger ? ` It looks like ${stranger.name}.` : '';
  const lacks = missing.length > 0 ? ` It lacks ${list(missing)}.` : '';
  const has = contradictions.length > 0 ? ` It has ${list(contradictions)}, which that report has not.` : '';
  return `is no ${format.id}.${looks}${lacks}${has}`;
}

function isNear(match: HeaderMatch): boolean {
  if (match.bound.size < LEAST_COLUMNS) return false;
  if (match.missing.length === 0) return match.contradictions.length > 0;
  return match.contradictions.length === 0 && shareOf(match) >= LEAST_SHARE;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `"${name}"`);
  const more = names.length > 6 ? ` and ${names.length - 6} more` : '';
  return `${names.length === 1 ? 'the column' : 'the columns'} ${shown.join(', ')}${more}`;
}
