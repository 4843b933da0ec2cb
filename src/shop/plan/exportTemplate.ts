/** `plan export --template FILE`: reads the platform's template, text or workbook, fills it, and hands it back as one file. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { sniffContainer } from '../../files/container.js';
import { encodeText } from '../../files/encodeText.js';
import { decodeBytes, possibleEncodings } from '../../files/encoding.js';
import { byLikelihood } from '../../files/likelyEncoding.js';
import { patchText, placedRows } from '../../files/templateText.js';
import { fileSafe } from '../../plans/export/names.js';
import type { OfPlan } from '../../plans/export/sent.js';
import { fillTemplate, layoutIn, type TemplateFill, type TemplateRequest } from '../../plans/export/template.js';
import { templateFacts } from '../../plans/export/templateFacts.js';
import type { PreparedExport } from '../../plans/export/uploads.js';
import { TEMPLATE_NAMES } from '../../platforms/templates.js';
import type { Session } from '../../session.js';
import type { NewFile } from './exportWrite.js';

type Filled = Pick<PreparedExport, 'leftOut' | 'respelled' | 'notes' | 'carriedFrom'> & { readonly files: readonly NewFile[] };

export async function filledTemplate(
  session: Session,
  db: Database,
  items: readonly OfPlan[],
  name: string,
  template: string,
): Promise<Filled> {
  const path = resolve(session.context.cwd, template);
  if (!existsSync(path)) throw new UserError(`There is no template ${template}. Download it from the platform first.`);
  const bytes = readFileSync(path);
  const { request, leftOut } = templateFacts(db, items);
  const container = sniffContainer(bytes);
  const { fill, written } =
    container === 'xlsx'
      ? await fillWorkbook(template, bytes, request)
      : container === 'text'
        ? fillText(template, bytes, request)
        : refuse(template, container);
  const extension = extname(template);
  const stores = [...new Set(fill.filled.map(({ target }) => target.store))];
  const file: NewFile = {
    name: `${basename(template, extension)}-${fileSafe(name)}${extension}`,
    bytes: written,
    uploadId: fill.layout.name,
    steps: [
      'upload it where the template was downloaded',
      fill.carried.length === 0
        ? 'its other rows are as they were in the template'
        : 'use a template that was downloaded just now: its other cells go up too',
    ],
    store: stores.join(', '),
    rows: fill.rows,
    changeIds: fill.filled.map(({ id }) => id),
    changed: fill.changed,
    carried: fill.carried,
    template: true,
  };
  const notes =
    fill.renewed === 0
      ? []
      : [
          `${fill.renewed} ${fill.renewed === 1 ? 'cell' : 'cells'} of the template held what stood there before eco’s own uploads, and ${fill.renewed === 1 ? 'holds' : 'hold'} what was uploaded now`,
        ];
  return {
    files: fill.filled.length === 0 ? [] : [file],
    leftOut: [...leftOut, ...fill.leftOut],
    respelled: [],
    notes,
    carriedFrom: new Map(),
  };
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

function fillText(template: string, bytes: Uint8Array, request: TemplateRequest): Written {
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
      const fill = fillTemplate(layout, rows, request);
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

async function fillWorkbook(template: string, bytes: Uint8Array, request: TemplateRequest): Promise<Written> {
  const { loadWorkbookReader } = await import('../../files/workbook.js');
  const { patchWorkbook } = await import('../../files/templateWorkbook.js');
  for (const sheet of (await loadWorkbookReader())(bytes)) {
    const layout = layoutIn(sheet.rows);
    if (!layout) continue;
    const fill = fillTemplate(layout, sheet.rows, request);
    return { fill, written: patchWorkbook(bytes, sheet.name, fill.edits, fill.added) };
  }
  throw new UserError(`${template} is no template that eco knows: no sheet of it begins as one does. ${known()}`);
}
