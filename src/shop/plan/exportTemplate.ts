/** `plan export --template FILE`: reads the platform's template, text or workbook, fills it, and hands it back as one file. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { Change } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { sniffContainer } from '../../files/container.js';
import { decodeBytes, possibleEncodings } from '../../files/encoding.js';
import { byLikelihood } from '../../files/likelyEncoding.js';
import { patchText, placedRows } from '../../files/templateText.js';
import { encodeText } from '../../files/write.js';
import { fillTemplate, layoutIn, type TemplateFill } from '../../plans/exportTemplate.js';
import { undoSpellings } from '../../plans/exportUploads.js';
import type { KeptPlan } from '../../plans/keep.js';
import { TEMPLATE_NAMES } from '../../platforms/templates.js';
import type { Session } from '../../session.js';
import type { Exported } from './exportPage.js';
import type { NewFile } from './exportWrite.js';

type Filled = Omit<Exported, 'kept' | 'chosen'>;

export async function filledTemplate(
  session: Session,
  db: Database,
  kept: KeptPlan,
  changes: readonly Change[],
  template: string,
): Promise<Filled> {
  const path = resolve(session.context.cwd, template);
  if (!existsSync(path)) throw new UserError(`There is no template ${template}. Download it from the platform first.`);
  const bytes = readFileSync(path);
  const spelled = kept.plan.kind === 'undo' ? undoSpellings(db, changes) : new Map<string, string>();
  const container = sniffContainer(bytes);
  const { fill, written } =
    container === 'xlsx'
      ? await fillWorkbook(template, bytes, changes, spelled)
      : container === 'text'
        ? fillText(template, bytes, changes, spelled)
        : refuse(template, container);
  const extension = extname(template);
  const stores = [...new Set(fill.filled.map(({ target }) => target.store))];
  const file: NewFile = {
    name: `${basename(template, extension)}-${kept.plan.id}${extension}`,
    bytes: written,
    uploadId: fill.layout.name,
    steps: ['upload it where the template was downloaded', 'every other cell is as it was in the template'],
    store: stores.join(', '),
    rows: fill.rows,
    changeIds: fill.filled.map(({ id }) => id),
    changed: fill.changed,
    carried: [],
  };
  return { files: fill.filled.length === 0 ? [] : [file], leftOut: fill.leftOut, respelled: [], notes: [], carriedFrom: new Map() };
}

interface Written {
  readonly fill: TemplateFill;
  readonly written: Uint8Array;
}

function refuse(template: string, container: string): never {
  throw new UserError(`${template} is no template that eco knows (it is ${container}). ${known()}`);
}

function known(): string {
  return `Known: ${TEMPLATE_NAMES.map(({ name }) => name).join('; ')}.`;
}

const HEAD = 1 << 16;

function fillText(template: string, bytes: Uint8Array, changes: readonly Change[], spelled: ReadonlyMap<string, string>): Written {
  const head = bytes.subarray(0, HEAD);
  for (const encoding of byLikelihood(head, possibleEncodings(head, head.length === bytes.length))) {
    const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true });
    for (const grammar of [
      { delimiter: '\t', quoting: 'none' },
      { delimiter: ',', quoting: 'double' },
      { delimiter: ';', quoting: 'double' },
    ] as const) {
      const rows = placedRows(text, grammar);
      const layout = layoutIn(rows);
      if (!layout || layout.header.length < 2) continue;
      const fill = fillTemplate(layout, rows, changes, spelled);
      const patched = patchText(text, grammar, fill.edits, fill.added);
      const encoded = encodeText(patched, encoding);
      if (encoded instanceof Uint8Array) return { fill, written: encoded };
      throw new UserError(
        `${template} is written in ${encoding}, which has no "${encoded.unencodable}": edit these changes first (eco plan review), or save the template as UTF-8.`,
      );
    }
  }
  throw new UserError(`${template} is no template that eco knows. ${known()}`);
}

async function fillWorkbook(
  template: string,
  bytes: Uint8Array,
  changes: readonly Change[],
  spelled: ReadonlyMap<string, string>,
): Promise<Written> {
  const { loadWorkbookReader } = await import('../../files/workbook.js');
  const { patchWorkbook } = await import('../../files/templateWorkbook.js');
  for (const sheet of (await loadWorkbookReader())(bytes)) {
    const layout = layoutIn(sheet.rows);
    if (!layout) continue;
    const fill = fillTemplate(layout, sheet.rows, changes, spelled);
    return { fill, written: patchWorkbook(bytes, sheet.name, fill.edits, fill.added) };
  }
  throw new UserError(`${template} is no template that eco knows: no sheet of it begins as one does. ${known()}`);
}
