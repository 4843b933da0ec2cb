/**
 * How every plan-making verb ends: it prints its plan, keeps it with `--save`, writes it as a plan file with `--output`.
 *
 * `json` and `csv` are plan files, which `eco plan show|review|export FILE` read back; `--output x.json` and `x.csv` say it without
 * `--format`. With `--columns`, or in `tsv` and `jsonl`, the changes are rows.
 */
import { UsageError } from '../core/errors.js';
import type { Step } from '../core/page.js';
import type { ChangePlan } from '../core/plan.js';
import type { Row, Table } from '../core/table.js';
import type { OutputFormatName } from '../output/index.js';
import { type Selection, select } from '../output/select.js';
import type { Session } from '../session.js';
import { planCsvBlocks } from './file/planCsv.js';
import { type Added, writePlanJson } from './file/planJson.js';
import { keepPlan } from './kept/keep.js';
import type { PlanStatus } from './kept/status.js';
import { CHANGES_ON_A_SCREEN, planPage } from './shown/planPage.js';
import { planTable } from './shown/planTable.js';
import type { TextCheck } from './shown/textCheck.js';
import { soundPlan } from './sound.js';
import type { Standing } from './standing/stale.js';

export interface ProposeOptions {
  /** `--save`. */
  readonly save: boolean;
  /** `--where` chose the listings, so it is not asked of the changes again. */
  readonly whereChoseListings?: boolean;
}

/** Prints a plan that was just made, and keeps it where that is asked for. Returns it, with its id where it is kept. */
export async function propose(session: Session, made: ChangePlan, options: ProposeOptions): Promise<ChangePlan> {
  const chosen = options.whereChoseListings === true ? made : wherePlan(made, session);
  soundPlan(chosen);
  const isKept = options.save && chosen.changes.length > 0;
  const now = Math.floor(session.context.now() / 1000);
  const plan = isKept ? keepPlan(await session.existingDatabase(), chosen, now).plan : chosen;
  const statuses = plan.changes.map((): PlanStatus => 'proposed');
  await printPlan(session, { plan, statuses, next: nextSteps(plan, options), where: false });
  if (options.save && !isKept) session.note('Nothing is proposed, so nothing was kept.');
  if (isKept && session.flags.output !== undefined) session.note(`kept as ${plan.id}`);
  session.findings(plan.changes.length);
  return plan;
}

/** The plan of the changes that `--where` names: what is kept is what was chosen. `--limit` only says how many are shown. */
function wherePlan(plan: ChangePlan, { flags }: Session): ChangePlan {
  if (flags.where === undefined) return plan;
  const table = planTable(
    plan,
    plan.changes.map((): PlanStatus => 'proposed'),
    null,
  );
  const chosen = rowsOf(table, select(table, { where: flags.where }).rows);
  if (chosen.length === plan.changes.length) return plan;
  return {
    ...plan,
    title: `${chosen.length} of ${plan.title}`,
    changes: chosen.map((at) => plan.changes[at] as ChangePlan['changes'][number]),
  };
}

function nextSteps(plan: ChangePlan, options: ProposeOptions): Step[] {
  if (plan.changes.length === 0) return [];
  if (plan.id === null) return options.save ? [] : [{ text: ['Keep it: the same command with --save, or as a file: --output plan.csv'] }];
  return [
    { text: ['Review'], command: `eco plan review ${plan.id}` },
    { text: ['Upload file'], command: `eco plan export ${plan.id} --output FILE` },
  ];
}

export interface Printed {
  readonly plan: ChangePlan;
  readonly statuses: readonly PlanStatus[];
  /** Today's facts, where they were asked. */
  readonly standing?: ReadonlyMap<string, Standing>;
  /** What is known of the texts, by the change's id. */
  readonly texts?: ReadonlyMap<string, TextCheck>;
  readonly next: readonly Step[];
  /** Whether `--where` is about the changes. */
  readonly where: boolean;
  /** Only the line that says what became of the plan: its changes were just looked at. */
  readonly summary?: boolean;
}

/** Prints a plan in the format that was asked for. */
export async function printPlan(session: Session, printed: Printed): Promise<void> {
  const { plan, statuses, standing } = printed;
  const { flags } = session;
  const format = formatOf(session);
  const isPage = flags.columns === undefined && ['table', 'md', 'html'].includes(format);
  const isFile = flags.columns === undefined && ['json', 'csv'].includes(format);
  const selection = selectionOf(session, printed.where, isPage);
  const isChosen = Object.values(selection).some((option) => option !== undefined);
  // The rows of a plan of thousands of changes are made only where somebody asks for rows, or chooses among them.
  const table = isChosen || !(isPage || isFile) ? planTable(plan, statuses, standing ?? null) : null;
  const chosen = table === null ? null : select(table, selection);
  const places = table === null || chosen === null ? null : rowsOf(table, chosen.rows);
  const part = places === null ? plan : { ...plan, changes: places.map((at) => plan.changes[at] as ChangePlan['changes'][number]) };
  const isPart = part.changes.length < plan.changes.length;
  const partStatuses = places === null ? statuses : places.map((at) => statuses[at] as PlanStatus);
  if (isFile && format === 'json') return session.printText(writePlanJson(part, partStatuses, { added: addedOf(part, standing), isPart }));
  if (isFile) return session.printText(csvOf(part, partStatuses, isPart, flags.bom === true));
  if (!isPage) return session.print(chosen as Table, { format, chosen: true });
  const limit = printed.summary && flags.limit === undefined && !flags.verbose ? 0 : pageLimit(session);
  const data = chosen ?? planTable({ ...part, changes: part.changes.slice(0, limit ?? undefined) }, partStatuses, standing ?? null);
  await session.print(planPage({ ...printed, plan: part, statuses: partStatuses, limit, data }), { format, chosen: true });
}

function* csvOf(plan: ChangePlan, statuses: readonly PlanStatus[], isPart: boolean, bom: boolean): Generator<string> {
  if (bom) yield '\ufeff';
  yield* planCsvBlocks(plan, statuses, isPart);
}

/** How many changes a page shows; null for all. */
function pageLimit({ flags }: Session): number | null {
  if (flags.limit === undefined) return flags.verbose ? null : CHANGES_ON_A_SCREEN;
  const limit = Number(flags.limit);
  if (Number.isInteger(limit) && limit >= 0) return limit;
  throw new UsageError(`--limit ${flags.limit}: a whole number of 0 or more expected`);
}

/** `--format`, else what the name of `--output` says, else the session's. */
function formatOf(session: Session): OutputFormatName {
  if (session.flags.format !== undefined) return session.format;
  const [, extension] = /\.(json|csv)$/i.exec(session.flags.output ?? '') ?? [];
  return (extension?.toLowerCase() as OutputFormatName | undefined) ?? session.format;
}

/** What of the changes is asked for. A page has a limit of its own. */
function selectionOf({ flags }: Session, where: boolean, isPage: boolean): Selection {
  return {
    columns: flags.columns,
    sort: flags.sort,
    where: where ? flags.where : undefined,
    limit: flags.limit === undefined || isPage ? undefined : Number(flags.limit),
  };
}

/** Where the chosen rows stand in the table: they are its own. */
function rowsOf(table: Table, chosen: readonly Row[]): number[] {
  const places = new Map(table.rows.map((row, at) => [row, at]));
  return chosen.map((row) => places.get(row) as number);
}

function addedOf(plan: ChangePlan, standing: ReadonlyMap<string, Standing> | undefined): Added[] {
  if (standing === undefined) return [];
  return plan.changes.map(({ id }) => ({ stale: standing.get(id)?.isStale ?? false, current: standing.get(id)?.now ?? null }));
}
