/** `eco titles audit FILE`: a table of titles that is not imported. */
import { type Day, parseDay } from '../core/day.js';
import { UsageError } from '../core/errors.js';
import type { Session } from '../session.js';
import type { AuditOptions } from './auditTexts.js';
import { type AuditFlags, filterOf, paramsOf, show } from './runAuditShow.js';

export async function auditFile(session: Session, file: string, flags: AuditFlags): Promise<void> {
  const { countryOf, platformName } = await import('../measures/listingRules/rule.js');
  const { RULED_PLATFORMS } = await import('../measures/listingRules/textRules.js');
  const platform = platformName(flags.platform ?? '');
  if (!RULED_PLATFORMS.includes(platform)) {
    const found = flags.platform === undefined ? 'whose rules?' : `no rules of "${flags.platform}" are known.`;
    throw new UsageError(`eco titles audit ${file}: ${found} --platform with one of ${RULED_PLATFORMS.join(', ')} expected`);
  }
  const { readTitleFile } = await import('./runTitleFile.js');
  const { listingsOfTable } = await import('./auditTable.js');
  const { settingsOf } = await import('./auditSettings.js');
  const { languageOf } = await import('../measures/words/language.js');
  const language = languageOf(platform, countryOf(flags.marketplace ?? null));
  const table = await readTitleFile(session.context.cwd, file, language);
  const { listings, column, rows } = listingsOfTable(table, {
    platform,
    marketplace: flags.marketplace ?? null,
    ...(flags.column === undefined ? {} : { column: flags.column }),
  });
  const options: AuditOptions = {
    asOf: dayOf(session),
    settings: settingsOf(session.config.titles, flags, []),
    ...(await filterOf(flags)),
    params: { ...paramsOf(flags), file: table.name, column, platform, marketplace: flags.marketplace ?? null },
  };
  const note = `${table.name}: ${rows} ${rows === 1 ? 'row' : 'rows'}, titles from column "${column}"${listings.length < rows ? `; ${repeated(rows - listings.length)}` : ''}.`;
  await show(session, flags, listings, options, `eco titles audit ${file} --platform ${platform}`, [note]);
}

function repeated(rows: number): string {
  return rows === 1 ? '1 row repeats a listing and its title' : `${rows} rows repeat a listing and its title`;
}

/** A file knows no store's time zone: today is the machine's. */
function dayOf(session: Session): Day {
  return session.flags.asOf === undefined ? session.asOf([]) : (parseDay(session.flags.asOf) ?? session.asOf([]));
}
