/** What a night did, on one screen: what came in, what failed, the day's figures, what to do, where the reports lie. */
import { relative } from 'node:path';
import { counted } from '../../core/count.js';
import type { Day } from '../../core/day.js';
import type { Block, Page, Sentence } from '../../core/page.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult } from '../../importing/importFile.js';
import type { Verified } from '../../plans/verified/verify.js';
import { knownBlocks, otherBlocks } from '../import/fileGrids.js';
import { verifyPage } from '../plan/verify.js';
import type { Failure } from './failures.js';
import type { Headline } from './headline.js';
import type { GroupMorning, WrittenReport } from './writeReports.js';

export interface Night {
  readonly morning: Day;
  readonly hasInbox: boolean;
  readonly imported: readonly ImportResult[];
  readonly verified: readonly Verified[];
  readonly mornings: readonly GroupMorning[];
  readonly reports: readonly WrittenReport[];
  readonly tooOld: number;
  readonly failures: readonly Failure[];
  /** Where the digest went, in words. */
  readonly delivered: readonly Delivered[];
  readonly out: string;
  /** What paths are told relative to. */
  readonly cwd: string;
  readonly verbose: boolean;
}

export interface Delivered {
  readonly step: 'mail' | 'webhook';
  readonly to: string;
  /** False: it went before, and nothing is new. */
  readonly isNew: boolean;
}

const COLUMNS: readonly Column[] = [
  { key: 'step', header: 'Step', kind: 'text' },
  { key: 'subject', header: 'What', kind: 'text' },
  { key: 'client', header: 'Client', kind: 'text' },
  { key: 'morning', header: 'Morning', kind: 'day' },
  { key: 'status', header: 'Status', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text' },
  { key: 'file', header: 'File', kind: 'text' },
];

const LEFT = { header: '', align: 'left' } as const;

/** Whether something happened that was not so when the last digest was made. */
export function hasNews({ imported, verified, reports, failures }: Omit<Night, 'delivered'>): boolean {
  const isNews = (result: ImportResult) => result.status !== 'unchanged' && result.isKnown !== true;
  return imported.some(isNews) || verified.some(({ isNew }) => isNew) || reports.some(({ isChanged }) => isChanged) || failures.length > 0;
}

export function digestPage(db: Database, night: Night): Page {
  const blocks = [
    ...importBlocks(db, night),
    ...failureBlocks(night.failures),
    ...verifyBlocks(night.verified),
    ...night.mornings.flatMap((group) => groupBlocks(group, night.mornings.length > 1)),
    ...reportBlocks(night),
  ];
  return { title: `Nightly run of ${night.morning}`, blocks, data: digestTable(night) };
}

function importBlocks(db: Database, { hasInbox, imported, verbose }: Night): Block[] {
  const heading: Block = { type: 'heading', text: 'What came in' };
  if (!hasInbox) {
    const parts = ['no folder to import from: --inbox DIR, or nightly.inbox in eco.config.yaml'];
    return [heading, { type: 'sentence', parts, tone: 'dim' }];
  }
  const news = imported.filter((result) => result.status !== 'unchanged' && result.isKnown !== true);
  const known = news.filter(({ reportFormat, status }) => reportFormat !== null && status !== 'skipped');
  const skipped = news.filter(({ status }) => status === 'skipped');
  const strangers = news.filter(({ reportFormat, status }) => reportFormat === null && status !== 'skipped');
  const notes = [...new Set(news.flatMap((result) => result.notes))];
  return [
    heading,
    ...(known.length > 0 ? knownBlocks(db, known, verbose) : []),
    ...(strangers.length + skipped.length > 0 ? otherBlocks(strangers, skipped, verbose) : []),
    ...(news.length === 0 ? [said(`nothing new (${counted(imported.length, 'file', 'files')} looked at)`, 'dim')] : []),
    ...notes.map((note) => said(note, 'warn')),
    ...refusedBefore(imported),
  ];
}

function refusedBefore(imported: readonly ImportResult[]): Block[] {
  const refused = imported.filter(({ status, isKnown }) => status === 'rejected' && isKnown === true);
  if (refused.length === 0) return [];
  const names = refused.slice(0, 3).map(({ file }) => file);
  const all = names.join(', ') + (refused.length > names.length ? ', …' : '');
  const text = `${counted(refused.length, 'file was', 'files were')} refused before and not tried again: ${all}. Why: eco files list --where status=rejected`;
  return [said(text, 'warn')];
}

function failureBlocks(failures: readonly Failure[]): Block[] {
  if (failures.length === 0) return [];
  const rows = failures.map(({ step, subject, message }): Sentence[] => [
    [{ value: '✗', kind: 'text', tone: 'bad' }],
    [{ value: step, kind: 'text', tone: 'strong' }],
    [subject],
    [message],
  ]);
  const grid = { columns: [LEFT, LEFT, { ...LEFT, most: 40 }, { ...LEFT, wraps: true }], rows };
  return [
    { type: 'heading', text: 'What failed' },
    { type: 'grid', grid },
  ];
}

function verifyBlocks(verified: readonly Verified[]): Block[] {
  const news = verified.filter(({ isNew }) => isNew);
  if (news.length === 0) return [];
  return [{ type: 'heading', text: 'Plans' }, ...verifyPage(news).blocks.filter(({ type }) => type === 'sentence')];
}

function groupBlocks({ client, headline, steps }: GroupMorning, isNamed: boolean): Block[] {
  const name = isNamed ? `${client ?? 'without a client'} · ` : '';
  return [
    ...(headline === null ? [] : headlineBlocks(headline, name)),
    ...(steps.length === 0
      ? []
      : [{ type: 'heading', text: `${name}To do today`, aside: 'all of it: eco report todo' } as const, { type: 'steps', steps } as const]),
  ];
}

function headlineBlocks({ headers, lines }: Headline, name: string): Block[] {
  const days = [...new Set(lines.map(({ day }) => day))].sort();
  const stores = lines.map(({ store }) => store).join(', ');
  if (headers.length === 0)
    return [{ type: 'heading', text: `${name}${days.join(', ')}` }, said(`${stores}: no file covers this day yet`, 'warn')];
  const rows = lines.map(({ store, figures }): Sentence[] => [[{ value: store, kind: 'text', tone: 'strong' }], ...figures]);
  const columns = [LEFT, ...headers.map((header) => ({ header, align: 'right' as const }))];
  return [
    { type: 'heading', text: `${name}${days.join(', ')}`, aside: 'each against the usual day of the week' },
    { type: 'grid', grid: { columns, rows } },
  ];
}

function reportBlocks({ reports, tooOld, delivered, out, cwd }: Night): Block[] {
  const rows = reports.map(({ client, report, morning, files, isChanged }): Sentence[] => [
    [[report, morning, ...(client === null ? [] : [client])].join(' ')],
    [pathOf(out, files[0] as string, cwd)],
    [{ value: isChanged ? 'written' : 'as it was', kind: 'text', tone: 'dim' }],
  ]);
  const grid: Block[] = rows.length === 0 ? [] : [{ type: 'grid', grid: { columns: [LEFT, LEFT, LEFT], rows } }];
  return [
    { type: 'heading', text: 'Reports', aside: `all: ${pathOf(out, 'index.html', cwd)}` },
    ...grid,
    ...(tooOld > 0
      ? [said(`${counted(tooOld, 'morning', 'mornings')} further back than a month without a report: eco report daily --as-of DAY`, 'warn')]
      : []),
    ...delivered.map(({ step, to, isNew }) => said(isNew ? `${step}: sent to ${to}` : `${step}: ${to} has it; nothing is new`, 'dim')),
  ];
}

function said(text: string, tone: 'dim' | 'warn'): Block {
  return { type: 'sentence', parts: [text], tone };
}

function pathOf(out: string, file: string, cwd: string): string {
  const path = relative(cwd, `${out}/${file}`);
  return path.startsWith('..') ? `${out}/${file}` : path;
}

function digestTable(night: Night): Table {
  const row = (step: string, subject: string, status: string, more: Row = {}): Row => ({
    step,
    subject,
    client: null,
    morning: null,
    status,
    message: null,
    file: null,
    ...more,
  });
  const rows = [
    ...night.imported.map(({ file, status, message }) => row('import', file, status, { message })),
    ...night.verified.map(({ plan, state, status, why }) => row('verify', `${plan.plan.id}/${state.change.id}`, status, { message: why })),
    ...night.reports.flatMap(({ client, morning, report, files, isChanged }) =>
      files.map((file) =>
        row('report', report, isChanged ? 'written' : 'unchanged', { client, morning, file: pathOf(night.out, file, night.cwd) }),
      ),
    ),
    ...night.delivered.map(({ step, to, isNew }) => row(step, to, isNew ? 'sent' : 'unchanged')),
    ...night.failures.map(({ step, subject, message }) => row(step, subject, 'failed', { message })),
  ];
  return { id: 'nightly/1', title: 'Nightly run', columns: COLUMNS, rows, asOf: night.morning };
}
