/** `eco products costs rates import|list|remove`. */

import { basename } from 'node:path';
import { counted, thousands } from '../../core/count.js';
import { type Day, daysBetween } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import { shellWord } from '../../core/shellWord.js';
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import {
  ECB,
  forgetRates,
  putRates,
  type RatePair,
  type RateSource,
  ratePairs,
  rateSourceNames,
  type StoredRates,
} from '../../facts/rates.js';
import type { Session } from '../../session.js';
import { fromOption } from '../costs/runSet.js';
import { readTableFile, type TableFile } from '../runTableFile.js';
import { RATE_COLUMNS, REFUSED_COLUMNS } from './rateColumns.js';
import { type RateTable, readRates } from './rateTable.js';

export const RATES_EXPECTED =
  'A table of rates expected: eurofxref-hist.zip or .csv of the ECB, or CSV, TSV or Excel with day, from, to, rate';

export async function importRates(
  session: Session,
  file: string,
  flags: { readonly since?: string; readonly dryRun?: boolean },
): Promise<void> {
  const found = await readTableFile(session.context.cwd, file, RATES_EXPECTED);
  const { name } = found;
  const since = flags.since === undefined ? null : fromOption(flags.since);
  const db = await session.writableDatabase();
  const how = { since, dryRun: flags.dryRun === true, readAt: Math.floor(session.context.now() / 1000) };
  const { table, source, stored } = takeRates(db, found, how);
  const came = [`${thousands(stored.added)} new`, `${thousands(stored.changed)} changed`, `${thousands(stored.unchanged)} same`].filter(
    (part) => !part.startsWith('0 '),
  );
  const left = [
    ...(table.without > 0 ? [`${counted(table.without, 'cell', 'cells')} without a rate`] : []),
    ...(table.earlier > 0 ? [`${counted(table.earlier, 'day', 'days')} before ${since} left out`] : []),
    ...(table.refused.length > 0 ? [`${counted(table.refused.length, 'cell', 'cells')} refused`] : []),
  ];
  const data: Table = {
    id: 'products.rates-import/1',
    columns: REFUSED_COLUMNS,
    rows: table.refused.map((refused) => ({ ...refused })),
    params: { file, source: source.name, ...stored, without: table.without, earlier: table.earlier, dry_run: flags.dryRun === true },
  };
  const title = flags.dryRun === true ? `${name}: dry run, nothing was changed` : name;
  const sentence = `${counted(table.rates.length, 'rate', 'rates')} of ${source.name}: ${[...came, ...left].join(', ')}.`;
  await session.print({
    title,
    blocks: [{ type: 'sentence', parts: [sentence] }, ...(table.refused.length > 0 ? [{ type: 'table', table: data } as const] : [])],
    data,
  });
  if (table.refused.length > 0) session.setExitCode(4);
}

/** Stores the rates of a table. */
export function takeRates(
  db: Database,
  { name, sha256, header, rows }: TableFile,
  { since, dryRun, readAt }: { readonly since: Day | null; readonly dryRun: boolean; readonly readAt: number },
): { readonly table: RateTable; readonly source: RateSource; readonly stored: StoredRates } {
  const table = readRates(name, header, rows, since);
  if (table.rates.length === 0) throw new UserError(`${name}: no row has a rate${firstRefusal(table)}. Nothing was changed.`);
  const source = { name: table.kind === 'ecb' ? ECB : name, sha256, readAt };
  return { table, source, stored: putRates(db, source, table.rates, dryRun) };
}

function firstRefusal({ refused }: RateTable): string {
  const [first] = refused;
  return first === undefined ? '' : `; line ${first.line}, ${first.column} "${first.value}": ${first.reason}`;
}

export async function listRates(session: Session): Promise<void> {
  const db = await session.database();
  const asOf = session.asOf(await session.stores(db));
  const pairs = ratePairs(db, asOf);
  const table: Table = {
    id: 'products.rates/1',
    columns: RATE_COLUMNS,
    rows: pairs.map(({ from, to, source, days, firstDay, lastDay, rate }) => ({
      ...{ from_currency: from, to_currency: to, rate, last_on: lastDay, first_on: firstDay, days, source },
    })),
    notes: notesOf(pairs, asOf),
    asOf,
  };
  await session.print(table);
}

/** The ECB publishes on working days: over Easter four days pass without a rate. */
const FRESH_DAYS = 5;

function notesOf(pairs: readonly RatePair[], asOf: Day): string[] {
  const newest = pairs
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1);
  const get =
    'Download eurofxref-hist.zip from www.ecb.europa.eu (Statistics › Euro foreign exchange reference rates), then: eco products costs rates import eurofxref-hist.zip';
  if (newest === undefined) return [`no exchange rates yet: amounts of different currencies stay apart. ${get}`];
  const age = daysBetween(newest, asOf);
  return age > FRESH_DAYS ? [`the newest rate is ${age} days old. ${get}`] : [];
}

export async function removeRates(session: Session, word: string): Promise<void> {
  const db = await session.existingDatabase();
  const name = [ECB, basename(word)].find((each) => each.toLowerCase() === basename(word).toLowerCase()) as string;
  const count = forgetRates(db, name);
  if (count === null) {
    const known = rateSourceNames(db);
    throw new UserError(
      `There are no rates of "${word}". ${known.length === 0 ? 'None were imported.' : `Known: ${known.map(shellWord).join(', ')}.`}`,
    );
  }
  session.note(`${name}: ${counted(count, 'rate', 'rates')} taken back. Back again: eco products costs rates import FILE`);
}
