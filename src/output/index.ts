/**
 * The output formats. Each is one file beside this one, loaded only when it is asked for, so that csv and json do not
 * pay for the terminal's libraries. To add one: its file, its line here, its golden.
 *
 * Only loading is asynchronous: a writer itself is a pure function.
 */
import { inBlocks } from '../core/blocks.js';
import { UsageError } from '../core/errors.js';
import type { Page } from '../core/page.js';
import type { Table } from '../core/table.js';
import { dataOf, type PartsWriter, type RenderOptions, type Writer } from './format.js';
import { measureGraphemesWith, UnmeasuredText } from './width.js';

export type { RenderOptions } from './format.js';

interface OutputFormat {
  /** One line for `--help`. */
  readonly summary: string;
  /** Whether the output itself has the notes of the table; where not, they belong on standard error. */
  readonly carriesNotes: boolean;
  /** Beginning of the ids of the only tables that can be written so; left out: all. */
  readonly only?: string;
  readonly load: (value: Table | Page) => Promise<Writer | PartsWriter>;
}

export const OUTPUT_FORMATS = {
  table: {
    summary: 'aligned columns for people',
    carriesNotes: false,
    load: async () => (await import('./table.js')).writeTable,
  },
  csv: {
    summary: 'comma-separated (RFC 4180), UTF-8',
    carriesNotes: false,
    load: async () => (await import('./csv.js')).writeCsv,
  },
  tsv: {
    summary: 'tab-separated, one line a row',
    carriesNotes: false,
    load: async () => (await import('./tsv.js')).writeTsv,
  },
  json: {
    summary: 'one object with rows, totals and notes',
    carriesNotes: true,
    load: async () => (await import('./json.js')).writeJson,
  },
  jsonl: {
    summary: 'one JSON object a row, one row a line',
    carriesNotes: false,
    load: async () => (await import('./jsonl.js')).writeJsonLines,
  },
  md: {
    summary: 'Markdown',
    carriesNotes: true,
    load: async () => (await import('./md.js')).writeMarkdown,
  },
  html: {
    summary: 'one self-contained HTML page',
    carriesNotes: true,
    load: async (value) => {
      const { hasCharts, htmlWriter } = await import('./html.js');
      return htmlWriter(hasCharts(value) ? (await import('./chart-draw.js')).draw : null);
    },
  },
  sarif: {
    summary: 'SARIF 2.1.0, for code scanning (findings of titles audit only)',
    carriesNotes: true,
    only: 'titles.audit/',
    load: async () => (await import('./sarif.js')).writeSarif,
  },
} as const satisfies Record<string, OutputFormat>;

export type OutputFormatName = keyof typeof OUTPUT_FORMATS;

/** The formats that every table can be written in. */
export const OUTPUT_FORMAT_NAMES = (Object.keys(OUTPUT_FORMATS) as OutputFormatName[]).filter((name) => onlyOf(name) === null);

function onlyOf(format: OutputFormatName): string | null {
  return (OUTPUT_FORMATS[format] as OutputFormat).only ?? null;
}

/** The text of a table or page in a format, with its final newline. */
export async function render(value: Table | Page, format: OutputFormatName, options: RenderOptions): Promise<string> {
  return [...(await renderBlocks(value, format, options))].join('');
}

/** The same in blocks that are made as they are asked for: of many rows, only as many stand in memory as are being written. */
export async function renderBlocks(value: Table | Page, format: OutputFormatName, options: RenderOptions): Promise<Iterable<string>> {
  const only = onlyOf(format);
  if (only !== null && !dataOf(value).id.startsWith(only)) {
    const command = only.replace(/\W/g, ' ').trim();
    throw new UsageError(`--format ${format}: only "eco ${command}" writes it. One of ${OUTPUT_FORMAT_NAMES.join(', ')} expected`);
  }
  const write = await OUTPUT_FORMATS[format].load(value);
  try {
    return blocksOf(write(value, options));
  } catch (error) {
    if (!(error instanceof UnmeasuredText)) throw error;
    const { default: stringWidth } = await import('string-width');
    measureGraphemesWith(stringWidth);
    return blocksOf(write(value, options));
  }
}

function blocksOf(text: string | Iterable<string>): Iterable<string> {
  return typeof text === 'string' ? [text] : inBlocks(text);
}
