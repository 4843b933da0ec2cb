/**
 * SARIF 2.1.0 (OASIS), what code scanning reads: one run, the rules that were broken, one result a finding.
 *
 * Severities error, warning, hint are the levels error, warning, note. A finding has no line in a file: its place is the listing, as a
 * logical location `store/listing`, and, since GitHub refuses results without a physical one, as an address of its own
 * `listings/<store>/<listing>/<field>`, in whose first line the text would stand (columns count UTF-16 units). A fingerprint of
 * store, listing, field, rule and words lets a scanner know a finding again. A mended text is a fix. Notes of the table are
 * notifications of the invocation.
 */
import type { Page } from '../core/page.js';
import type { Cell, Row, Table } from '../core/table.js';
import { dataOf } from './format.js';
import { escapeControls } from './json.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS: Readonly<Record<string, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', hint: 'note' };

export function writeSarif(value: Table | Page): string {
  const table = dataOf(value);
  const ids = [...new Set(table.rows.map((row) => textOf(row.rule)))].sort();
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'eco titles audit', rules: ids.map((id) => ruleOf(id, table.rows)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: (table.notes ?? []).map(notificationOf) }],
        results: table.rows.map((row) => resultOf(row, numbers.get(textOf(row.rule)) ?? 0)),
      },
    ],
  };
  return `${escapeControls(JSON.stringify(log, null, 2))}\n`;
}

function ruleOf(id: string, rows: readonly Row[]): object {
  const broken = rows.find((row) => row.rule === id);
  const source = textOf(broken?.source ?? null);
  return {
    id,
    name: id,
    shortDescription: { text: id },
    ...(source === '' ? {} : { fullDescription: { text: source } }),
    defaultConfiguration: { level: levelOf(broken) },
    properties: { effectiveFrom: broken?.effective_from ?? null, certainty: broken?.certainty ?? null },
  };
}

function notificationOf(note: string): object {
  return { level: 'note', message: { text: note } };
}

function resultOf(row: Row, ruleIndex: number): object {
  const uri = ['listings', row.store, row.listing_id, row.field].map((part) => encodeURIComponent(textOf(part ?? null))).join('/');
  const text = textOf(row.text ?? null);
  const start = typeof row.span_start === 'number' ? row.span_start : 0;
  const end = typeof row.span_end === 'number' ? row.span_end : text.length;
  const region = { startLine: 1, startColumn: start + 1, endColumn: Math.max(end, start + 1) + 1, snippet: { text } };
  const name = `${textOf(row.store ?? null)}/${textOf(row.listing_id ?? null)}`;
  return {
    ruleId: textOf(row.rule ?? null),
    ruleIndex,
    level: levelOf(row),
    message: { text: `${textOf(row.message ?? null)} [${textOf(row.field ?? null)}: ${text}]` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region },
        logicalLocations: [{ name: textOf(row.listing_id ?? null), fullyQualifiedName: name, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'ecoFinding/v1': fingerprintOf(row) },
    ...(typeof row.fix === 'string' ? { fixes: [fixOf(uri, text, row.fix)] } : {}),
  };
}

function fixOf(uri: string, text: string, fix: string): object {
  const deletedRegion = { startLine: 1, startColumn: 1, endColumn: text.length + 1 };
  const replacements = [{ deletedRegion, insertedContent: { text: fix } }];
  return { description: { text: `Replace by: ${fix}` }, artifactChanges: [{ artifactLocation: { uri }, replacements }] };
}

function fingerprintOf(row: Row): string {
  return JSON.stringify([row.store, row.listing_id, row.field, row.rule, row.matched].map((cell) => cell ?? null));
}

function levelOf(row: Row | undefined): 'error' | 'warning' | 'note' {
  return LEVELS[textOf(row?.severity ?? null)] ?? 'warning';
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
