/** How a session prints: which rows of a result, as what text, in colour or not, and whole where it goes into a file. */
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Context } from './context.js';
import { UsageError, UserError } from './core/errors.js';
import type { Page } from './core/page.js';
import type { Table } from './core/table.js';
import type { OutputFormatName } from './output/index.js';

/** Options that choose what is printed of a result. */
export interface RowFlags {
  readonly columns?: readonly string[];
  readonly sort?: readonly string[];
  readonly where?: readonly string[];
  readonly limit?: string;
  readonly bom?: boolean;
}

/** A result as text in blocks, with the notes that its format does not carry. */
export async function renderResult(
  value: Table | Page,
  format: OutputFormatName,
  flags: RowFlags,
  look: { color: boolean; errorColor: boolean; width: number | null },
): Promise<{ body: Iterable<string>; notes: string }> {
  const { OUTPUT_FORMATS, renderBlocks } = await import('./output/index.js');
  if (!(format in OUTPUT_FORMATS)) throw new UsageError(`--format ${format}: one of ${Object.keys(OUTPUT_FORMATS).join(', ')} expected`);
  const chosen = await chooseRows(value, format, flags);
  const body = await renderBlocks(chosen, format, { ...look, bom: flags.bom === true });
  const data = 'blocks' in chosen ? chosen.data : chosen;
  if (OUTPUT_FORMATS[format].carriesNotes || (data.notes ?? []).length === 0) return { body, notes: '' };
  const { renderNotes } = await import('./output/notes.js');
  return { body, notes: renderNotes(data.notes ?? [], { color: look.errorColor }) };
}

/**
 * How many rows a command need make of a table that may be long: one more than `--limit`, by which it shows that there are others. Undefined:
 * all of them.
 */
export function rowsNeeded({ sort, where, limit }: RowFlags): number | undefined {
  const most = Number(limit);
  return limit === undefined || sort || where || !Number.isInteger(most) || most < 0 ? undefined : most + 1;
}

/** `--columns`, `--sort`, `--where` and `--limit` ask for rows: a page then prints its rows instead of its prose. */
async function chooseRows(value: Table | Page, format: OutputFormatName, flags: RowFlags): Promise<Table | Page> {
  const { columns, sort, where, limit } = flags;
  if (!columns && !sort && !where && limit === undefined) return value;
  const { select } = await import('./output/select.js');
  const count = limit === undefined ? undefined : Number(limit);
  if (count !== undefined && (!Number.isInteger(count) || count < 0))
    throw new UsageError(`--limit ${limit}: a whole number of 0 or more expected`);
  const table = select('blocks' in value ? value.data : value, { columns, sort, where, limit: count });
  return 'blocks' in value && format !== 'table' && format !== 'md' && format !== 'html' ? { ...value, data: table } : table;
}

/** Columns of the terminal; null where standard output is none. */
export function widthFor({ stdout }: Context): number | null {
  return stdout.isTTY ? stdout.columns : null;
}

/** NO_COLOR and FORCE_COLOR as https://no-color.org and https://force-color.org have them; `--color` wins. */
export function colorFor(context: Context, choice: string | undefined, isTTY: boolean): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if ((context.env.NO_COLOR ?? '') !== '') return false;
  if ((context.env.FORCE_COLOR ?? '') !== '' && context.env.FORCE_COLOR !== '0') return true;
  return isTTY && context.env.TERM !== 'dumb';
}

/** Writes a text, or its parts as they come, to a temporary name, then renames: a reader of the file never sees half of it. */
export function writeWhole(file: string, text: string | Iterable<string>): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const opened = openSync(temporary, 'w');
    try {
      for (const part of typeof text === 'string' ? [text] : text) writeFileSync(opened, part);
    } finally {
      closeSync(opened);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    // What makes the parts may have failed, too.
    if (error instanceof UserError || code === undefined) throw error;
    throw new UserError(`${file} cannot be written: ${code}`);
  }
}
