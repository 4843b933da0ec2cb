/**
 * How good the proposer is: a report that eco knows is hidden from it (its headers are no words any more), and what it proposes for the
 * report's files is compared with what the report says of their columns.
 */
import { openSource } from '../../../src/importing/source.js';
import { bind } from '../../../src/platforms/binding.js';
import type { ReportFormat } from '../../../src/platforms/define.js';
import { familyOf } from '../../../src/platforms/mapping/families.js';
import { propose } from '../../../src/platforms/mapping/propose.js';
import { REPORT_FORMATS } from '../../../src/platforms/registry.js';

export interface Judged {
  readonly path: string;
  readonly format: string;
  /** Columns that the report reads. */
  readonly right: number;
  readonly wrong: readonly string[];
  /** Asked for, with the right answer among the candidates. */
  readonly askedRight: number;
  readonly asked: number;
  readonly unread: readonly string[];
  /** Columns that the report does not read and the proposer would. */
  readonly extra: readonly string[];
  readonly subjects: 'right' | 'wrong' | 'asked';
  readonly fills: string;
}

/** The words of all others: made once a report, since files of one report come together. */
let hidden: { readonly format: ReportFormat; readonly others: readonly ReportFormat[] } | null = null;

function without(format: ReportFormat): readonly ReportFormat[] {
  if (hidden?.format !== format) hidden = { format, others: REPORT_FORMATS.filter((other) => other !== format) };
  return hidden.others;
}

/** Null where no report knows the file, and where nobody but eco makes such reports (ad entities). */
export async function judge(path: string): Promise<Judged | null> {
  const { identified, workbook } = await openSource(path, REPORT_FORMATS, null);
  if (!identified) return null;
  const { format } = identified.match;
  const others = without(format);
  const binding = bind(identified.match, identified.header);
  const head = { header: identified.header, rows: identified.sample, workbook };
  const first = propose(head, others, { columns: new Map() });
  const family = familyOf(format.fills) ?? familyOf(format.fills.slice(0, 1));
  if (!family) return null;
  // Asked what the file is about, the user says it.
  const proposal = first.isSure ? first : propose(head, others, { family, columns: new Map() });
  const truth = new Map<number, string[]>();
  for (const [field, at] of binding.bound) truth.set(at, [...(truth.get(at) ?? []), field]);
  for (const [field, more] of binding.others) for (const at of more) truth.set(at, [...(truth.get(at) ?? []), field]);
  const counts = { right: 0, askedRight: 0, asked: 0 };
  const wrong: string[] = [];
  const extra: string[] = [];
  const unread: string[] = [];
  for (const { column, header, verdict, field, candidates } of proposal.columns) {
    const meant = truth.get(column);
    if (!meant) {
      if (field !== null) extra.push(`${header} → ${field}`);
    } else if (verdict === 'sure') {
      if (meant.includes(field as string)) counts.right++;
      else wrong.push(`${header} → ${field}, is ${meant.join(', ')}`);
    } else if (verdict === 'unsure') {
      counts.asked++;
      if (candidates.some((candidate) => meant.includes(candidate))) counts.askedRight++;
    } else unread.push(`${header} (${meant.join(', ')})`);
  }
  const fills = proposal.fills.join(', ');
  const subjects = !first.isSure ? 'asked' : first.families[0] === family ? 'right' : 'wrong';
  return { path, format: format.id, ...counts, wrong, unread, extra, subjects, fills };
}

export interface Figures {
  files: number;
  subjects: { right: number; wrong: number; asked: number };
  columns: { read: number; right: number; wrong: number; asked: number; askedWithAnswer: number; unread: number; extra: number };
}

export function figuresOf(all: readonly Judged[]): Figures {
  const sum = (count: (judged: Judged) => number) => all.reduce((total, judged) => total + count(judged), 0);
  const subjects = (verdict: Judged['subjects']) => sum((judged) => Number(judged.subjects === verdict));
  const columns = {
    right: sum(({ right }) => right),
    wrong: sum(({ wrong }) => wrong.length),
    asked: sum(({ asked }) => asked),
    askedWithAnswer: sum(({ askedRight }) => askedRight),
    unread: sum(({ unread }) => unread.length),
  };
  const read = columns.right + columns.wrong + columns.asked + columns.unread;
  return {
    files: all.length,
    subjects: { right: subjects('right'), wrong: subjects('wrong'), asked: subjects('asked') },
    columns: { read, ...columns, extra: sum(({ extra }) => extra.length) },
  };
}
