/**
 * A profile: a report format that the seller made or changed. It is kept as a text for people (YAML, `readProfile.ts`) and as the plain
 * values of its keys, which need no YAML to be read again.
 */
import { type FieldName, PERIOD_SUBJECTS } from '../../core/fields.js';
import { complain, filledText, isMapping, type Spot, within } from '../../core/spot.js';
import { AD_UNIT, type ReportFormat } from '../define.js';
import { reportFormat } from '../registry.js';
import type { Plain } from './codec.js';
import { BODY } from './shape.js';

/** Name and version of the keys. */
export const PROFILE_SCHEMA = 'profile/1';

/** Where a profile says nothing of it. */
const UNSAID = { source: 'a profile of your own', download: 'where you make or download the file' };

/** The plain values of a format's profile. A format that eco has built in is named by what it replaces. */
export function profileValues(format: ReportFormat): Readonly<Record<string, Plain>> {
  const { id, certainty: _, ...body } = format;
  return { eco: PROFILE_SCHEMA, [reportFormat(id) ? 'replaces' : 'name']: id, ...(BODY.write(body) as Record<string, Plain>) };
}

/** Reads plain values that a profile was kept as: it was consistent when it was kept. */
export function profileOf(values: unknown, name: string): ReportFormat {
  return formatAt({ value: values, path: [], line: 1, file: name, located: { value: values, lineOf: () => 1 } });
}

/** Reads the root of a profile; a mistake names file, line and key. */
export function profileAt(spot: Spot): ReportFormat {
  const format = formatAt(spot);
  refuseInconsistent(spot, format);
  return format;
}

function formatAt(spot: Spot): ReportFormat {
  if (!isMapping(spot.value) || !('eco' in spot.value)) complain(spot, `"eco: ${PROFILE_SCHEMA}" is missing: this is no profile of eco`);
  const { eco, name, replaces, ...body } = spot.value as Record<string, unknown>;
  if (eco !== PROFILE_SCHEMA)
    complain(within(spot, 'eco'), `${PROFILE_SCHEMA} expected, found "${String(eco)}". A newer eco may have written it`);
  const id = idOf(spot, name, replaces);
  return { id, certainty: 'yours', ...BODY.read({ ...spot, value: { ...UNSAID, ...body } }) };
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u;

/** Whether a word can name a profile. */
export function isProfileName(word: string): boolean {
  return NAME.test(word) && !reportFormat(word);
}

function idOf(spot: Spot, name: unknown, replaces: unknown): string {
  if (replaces !== undefined) {
    if (name !== undefined) complain(within(spot, 'name'), 'a profile that replaces a report has its name: leave "name" out');
    const id = filledText(within(spot, 'replaces'));
    return reportFormat(id) ? id : complain(within(spot, 'replaces'), `there is no report "${id}". "eco files formats" lists them`);
  }
  if (name === undefined) complain(spot, '"name" is missing, such as my-erp');
  const id = filledText(within(spot, 'name'));
  if (reportFormat(id))
    complain(within(spot, 'name'), `eco has a report "${id}" of its own. To take its place: "replaces: ${id}" instead of "name"`);
  if (!NAME.test(id)) complain(within(spot, 'name'), `a name of letters, digits, ".", "-" and "_" expected, found "${id}"`);
  return id;
}

/** What the vocabulary allows and would still read nothing, or read it wrongly. */
function refuseInconsistent(spot: Spot, format: ReportFormat): void {
  const days = [...(format.days ?? []).map(({ day }) => day), ...(format.fromPreamble ?? []).map((value) => value.field)];
  const fields = new Set<FieldName>([...format.columns.map((column) => column.field), ...days]);
  const fills = (subject: string) => format.fills.some((filled) => filled === subject);
  const telling = format.columns.filter((column) => column.required).length + (format.hasOneOf ? 1 : 0);
  const builtIn = reportFormat(format.id);
  if (telling < (builtIn ? 1 : 2))
    complain(
      within(spot, 'columns'),
      'mark two columns as required at least, or any file would be taken for this one: { names: […], required: true }',
    );
  // Reports about ads name all that may tell a campaign and its days: which of it a file has differs.
  const isOfAds = (['ads', 'adEntities', 'adChanges'] as const).some(fills);
  for (const [key, names] of [
    ['unit', format.unit.filter((name) => !(isOfAds && AD_UNIT.includes(name)))],
    ['listing_key', format.listingKey ?? []],
  ] as const)
    for (const name of names) if (!fields.has(name)) complain(within(spot, key), `"${name}" has no column`);
  if (fills('listings') && !format.listingKey)
    complain(spot, '"listing_key" is missing, such as [sku]: what tells one listing from another');
  if (fills('stock') && !format.stock && !format.locationHeaders && format.locationColumnsAfter === undefined)
    complain(spot, '"stock" is missing, such as { location: Warehouse, available: [available] }');
  if (PERIOD_SUBJECTS.some(fills) && !format.period)
    complain(spot, '"period" is missing: "rows" where a column holds the day, "none" where the file does not say');
  if (fills('orders') && !format.people && (!builtIn || builtIn.people))
    complain(
      spot,
      '"people" is missing: reports of orders hold people, and only the columns above are then kept. Write people: true, or people: { buyer: [E-mail] }',
    );
  if (format.currency !== undefined && !/^[A-Z]{3}$/.test(format.currency))
    complain(within(spot, 'currency'), `three letters such as EUR expected, found "${format.currency}"`);
}
