/**
 * `eco files map FILE`: proposes what the columns of a file mean that eco does not know, asks or is told what is not certain, and keeps
 * the answer as a profile: from then on a format like any other.
 */
import { basename, resolve } from 'node:path';
import { UsageError, UserError } from '../../core/errors.js';
import type { FieldName } from '../../core/fields.js';
import { fileHead, type UnknownFile } from '../../importing/fileHead.js';
import type { DateOrder } from '../../platforms/cells/date.js';
import type { ReportFormat } from '../../platforms/define.js';
import { BUILT_IN, type Formats, isYours } from '../../platforms/formats.js';
import { assemble } from '../../platforms/mapping/assemble.js';
import { type Family, readAs } from '../../platforms/mapping/families.js';
import { nameIndex } from '../../platforms/mapping/names.js';
import { type Decisions, type Proposal, propose } from '../../platforms/mapping/propose.js';
import { looksPersonal } from '../../platforms/personal.js';
import { isProfileName } from '../../platforms/profile/profile.js';
import { writeProfile } from '../../platforms/profile/writeProfile.js';
import type { Session } from '../../session.js';
import { adoptProfiles, keepWithFile, profileFile } from '../profileFolder.js';
import { checkedCurrency, checkedPlatform } from '../store/settings.js';
import { askColumn, askDateOrder, askFamily } from './mapAsk.js';
import { columnChoices, dateOrderOption, fillsOption, type MapFlags, nameFrom, unitOption } from './mapOptions.js';
import { proposalTable } from './mapTable.js';
import { trialNotes } from './mapTrial.js';

export async function mapFile(session: Session, file: string, flags: MapFlags): Promise<void> {
  const db = await session.databaseIfAny();
  const formats = db ? (await import('../../importing/formats.js')).formatsOf(db) : BUILT_IN;
  const unknown = await headOf(session, file, formats);
  refuseKnown(unknown, file, formats, flags);
  const proposal = await settle(session, unknown, formats, flags);
  const format = await formatOf(session, file, unknown, proposal, formats, flags);
  const text = writeProfile(format, {
    head: [`Made by eco files map of ${basename(file)}.`],
    unread: proposal.columns.filter(({ field, header }) => field === null && header.trim() !== '').map(({ header }) => header),
  });
  const notes = [...sheetNotes(unknown), ...trialNotes(format, unknown.head)];
  const table = proposalTable(proposal, { file: basename(file), report_format: format.id }, notes);
  await session.print(table, { toStdout: session.flags.output !== undefined, chosen: true });
  await finish(session, file, flags, format, text);
}

async function finish(session: Session, file: string, flags: MapFlags, format: ReportFormat, text: string): Promise<void> {
  if (flags.dryRun) return session.note('Dry run: nothing was kept.');
  const { output } = session.flags;
  if (output !== undefined) {
    session.printText(text);
    return session.note(`The profile is ${output}. Use it: eco import ${file} --map ${output}`);
  }
  const db = await session.writableDatabase();
  await adoptProfiles(session, db);
  await keepWithFile(session, db, format, text);
  session.note(`Kept as ${profileFile(session, format.id)}, to be edited and shared. Now: eco import ${file}`);
}

async function headOf(session: Session, file: string, formats: Formats): Promise<UnknownFile> {
  const index = nameIndex(formats.all);
  const isName = (text: string) => index.meaningsOf(text).some(({ likeness }) => likeness !== 'part');
  try {
    return await fileHead(resolve(session.context.cwd, file), formats, isName);
  } catch (error) {
    if (error instanceof UserError && !(error instanceof UsageError)) throw new UserError(`${file}: ${error.message}`);
    throw error;
  }
}

function refuseKnown({ known }: UnknownFile, file: string, formats: Formats, flags: MapFlags): void {
  if (known === null || known === flags.name) return;
  const format = formats.find(known) as ReportFormat;
  const edit = isYours(format)
    ? `edit formats/${known}.yaml, or make it anew with --name ${known}`
    : `eco files map --like ${known} --output my.yaml`;
  throw new UserError(`${file} is known already: ${known} (${format.report}). Read it: eco import ${file}. To read it otherwise: ${edit}`);
}

/** Asks, or refuses, until nothing about the columns is uncertain. */
async function settle(session: Session, { head }: UnknownFile, formats: Formats, flags: MapFlags): Promise<Proposal> {
  const fills = fillsOption(flags.fills);
  const choices = columnChoices(session.flags.columns ?? [], head.header);
  const look = (decisions: Decisions) => propose(head, formats.all, decisions);
  let family = fills?.family;
  let proposal = look({ columns: choices, ...(family ? { family } : {}) });
  if (!proposal.isSure) {
    if (!session.mayAsk) throw unsureFamily(proposal);
    family = await askFamily(session, proposal.families);
    proposal = look({ columns: choices, family });
  }
  family ??= proposal.families[0];
  refuseForeign(choices, family);
  const open = proposal.columns.filter(({ verdict }) => verdict === 'unsure');
  if (open.length > 0 && !session.flags.yes) {
    if (!session.mayAsk) throw await unsureColumns(session, proposal);
    const answers = new Map<number, FieldName | null>(choices);
    for (const column of open) answers.set(column.column, await askColumn(session, column));
    proposal = look({ columns: answers, ...(family ? { family } : {}) });
  }
  return fills ? { ...proposal, fills: fills.subjects } : proposal;
}

/** Fields that the facts of such a file have not. */
function refuseForeign(choices: ReadonlyMap<number, FieldName | null>, family: Family | undefined): void {
  for (const field of choices.values()) {
    if (field === null || !family || readAs(family, field) !== null) continue;
    throw new UsageError(
      `--columns ${field}: files about ${family.about} have no such field. "eco files map --fields" says which have; --fills says what the file is about`,
    );
  }
}

function unsureFamily({ families }: Proposal): UserError {
  const likely = families.slice(0, 3).map(({ subjects, about }) => `--fills ${subjects.join(',')} (${about})`);
  return likely.length === 0
    ? new UserError(
        "No columns say what the file is about. Say it with --fills, and what the columns mean with --columns, such as --fills stock --columns 'sku=…,available=…'",
      )
    : new UserError(`What the file is about is not certain. Say it: ${likely.join(' or ')}`);
}

/** Printed before it is refused, so that one look at it answers all. */
async function unsureColumns(session: Session, proposal: Proposal): Promise<UserError> {
  await session.print(proposalTable(proposal, {}, []), { toStdout: true, chosen: true });
  const open = proposal.columns.filter(({ verdict }) => verdict === 'unsure');
  const list = open.map(({ header, candidates }) => `"${header}" (${candidates.join(' or ')})`).join(', ');
  const example = open
    .map(({ header, candidates }) => `${candidates[0]}=${header}`)
    .slice(0, 2)
    .join(',');
  return new UserError(
    `${open.length === 1 ? 'One column is' : `${open.length} columns are`} not certain: ${list}. Say what they are: --columns '${example}' (none=… for what is not to be read), or leave them unread: --yes`,
  );
}

async function formatOf(
  session: Session,
  file: string,
  { head }: UnknownFile,
  proposal: Proposal,
  formats: Formats,
  flags: MapFlags,
): Promise<ReportFormat> {
  const family = proposal.families[0];
  if (!family) throw unsureFamily(proposal);
  const personal = proposal.columns.filter(({ verdict }) => verdict === 'personal');
  const hidden = family.subjects.includes('orders') ? personal : personal.filter(({ header }) => !looksPersonal(header));
  const dateOrder = await dateOrderOf(session, proposal, flags);
  return assemble(head, {
    name: await nameOf(session, file, formats, flags),
    platform: flags.platform === undefined ? 'other' : checkedPlatform(flags.platform),
    report: flags.report ?? basename(file).replace(/\.[^.]*$/, ''),
    family,
    fills: flags.fills === undefined ? null : proposal.fills,
    fields: new Map(proposal.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const]))),
    unit: unitOption(flags.unit),
    currency: flags.currency === undefined ? null : checkedCurrency(flags.currency),
    dateOrder,
    personal: hidden.map(({ column }) => column),
  });
}

async function nameOf(session: Session, file: string, formats: Formats, flags: MapFlags): Promise<string> {
  const made = nameFrom(file);
  const asked =
    flags.name === undefined && session.mayAsk ? await session.context.prompt.input('What is the profile called?', made) : undefined;
  const name = flags.name ?? asked ?? made;
  if (!isProfileName(name))
    throw new UserError(
      `"${name}" cannot name a profile (letters, digits, ".", "-", "_", and no report of eco's own). Say another: --name my-erp`,
    );
  if (formats.find(name) === undefined) return name;
  const again =
    session.flags.yes === true || (session.mayAsk && (await session.context.prompt.confirm(`There is a profile ${name}. Make it anew?`)));
  if (!again)
    throw new UserError(`There is a profile ${name} already. Choose another name with --name, or make it anew with --name ${name} --yes`);
  return name;
}

async function dateOrderOf(session: Session, { dateOrders, columns }: Proposal, flags: MapFlags): Promise<DateOrder | null> {
  const said = dateOrderOption(flags.dateOrder);
  if (said !== null) return said;
  if (dateOrders === null) return null;
  const [first, second] = dateOrders;
  if (first && !second) return first;
  const example =
    columns.find(({ field, values }) => field !== null && values.filled.some((cell) => /^\d+[-/.]\d+[-/.]\d+/.test(cell)))?.values
      .filled[0] ?? '';
  if (first && session.mayAsk) return askDateOrder(session, dateOrders, example);
  const which = first ? `${dateOrders.join(' or ')}` : 'none that fits all of them';
  throw new UserError(
    `In which order day, month and year of "${example}" stand is not certain (${which}). Say it: --date-order dmy, mdy or ymd`,
  );
}

function sheetNotes({ sheet, above }: UnknownFile): string[] {
  return [
    ...(sheet === null ? [] : [`the sheet "${sheet}" was looked at`]),
    ...(above === 0 ? [] : [`the header is row ${above + 1}; what stands above it is left out`]),
  ];
}
