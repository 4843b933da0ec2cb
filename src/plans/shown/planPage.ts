/**
 * A plan as people read it: a line that says what it is, then each change with its words before and after, why, and what it should
 * bring. A screen, not a wall: the first changes, then how many more there are.
 */
import { LISTING_FIELDS } from '../../core/listingField.js';
import type { Block, Page, Sentence, Step, Tone, Value } from '../../core/page.js';
import type { Change, ChangePlan } from '../../core/plan.js';
import type { Table } from '../../core/table.js';
import { countStatuses, type PlanStatus } from '../kept/status.js';
import type { Stale, Standing } from '../standing/stale.js';
import { shown } from '../values.js';
import { diffTexts, type Span } from './diff.js';
import type { TextCheck } from './textCheck.js';

/** Changes that are shown unless more are asked for. */
export const CHANGES_ON_A_SCREEN = 20;
/** A note that fits into the first line, and what fits there in all. */
const SHORT_NOTE = 60;
const WIDEST_TITLE = 140;

export interface PlanPage {
  readonly plan: ChangePlan;
  readonly statuses: readonly PlanStatus[];
  readonly standing?: ReadonlyMap<string, Standing> | null;
  /** What is known of the texts, by the change's id. */
  readonly texts?: ReadonlyMap<string, TextCheck>;
  /** How many changes to show; null for all. */
  readonly limit: number | null;
  readonly next: readonly Step[];
  readonly data: Table;
}

export function planPage(page: PlanPage): Page {
  const { plan, statuses, limit } = page;
  const [inTitle, below] = notesOf(plan);
  const changes = limit === null ? plan.changes : plan.changes.slice(0, limit);
  const more = plan.changes.length - changes.length;
  const blocks: Block[] = [
    ...below.map((note): Block => ({ type: 'sentence', parts: [note], tone: 'dim' })),
    ...changes.flatMap((change, at) => {
      const standing = page.standing?.get(change.id);
      return changeBlocks(change, statuses[at] ?? 'proposed', standing?.isStale ? standing : null, page.texts?.get(change.id) ?? null);
    }),
  ];
  if (more > 0 && limit !== 0)
    blocks.push({ type: 'heading', text: `… ${more.toLocaleString('en')} more`, aside: '--verbose shows all, --limit N the first N' });
  if (page.next.length > 0) blocks.push({ type: 'heading', text: 'Next' }, { type: 'steps', steps: page.next });
  return { title: [titleOf(plan), ...statusNote(statuses), ...staleNote(page), ...inTitle].join(' · '), blocks, data: page.data };
}

function titleOf(plan: ChangePlan): string {
  if (plan.changes.length === 0 && plan.id === null) return 'no change is proposed';
  const group = plan.group === null ? '' : ` · group ${plan.group}`;
  return `${plan.id === null ? 'plan, not kept' : `plan ${plan.id}`} · ${plan.title}${group}`;
}

/** What became of the changes; nothing while all are proposed. */
function statusNote(statuses: readonly PlanStatus[]): string[] {
  const counts = countStatuses(statuses);
  if (counts.length === 0 || (counts.length === 1 && counts[0]?.status === 'proposed')) return [];
  return [counts.map(({ status, count }) => `${count.toLocaleString('en')} ${statusWord(status)}`).join(', ')];
}

function staleNote({ standing, plan }: PlanPage): string[] {
  const stale = [...(standing?.values() ?? [])].filter(({ isStale }) => isStale);
  return stale.length === 0 ? [] : [`${stale.length.toLocaleString('en')} stale (${staleAdvice(plan.id ?? 'ID', stale)})`];
}

/** What to do about stale changes: a rebase takes what stands there now, but cannot bring back what is gone. */
export function staleAdvice(planId: string, stale: readonly Pick<Stale, 'problem'>[]): string {
  const lost = stale.filter(({ problem }) => problem !== null).length;
  if (lost === 0) return `eco plan rebase ${planId}`;
  const decline = `eco plan review ${planId} --decline 'stale=true'`;
  if (lost === stale.length) return `nothing there to change: decline ${lost === 1 ? 'it' : 'them'}, ${decline}`;
  return `eco plan rebase ${planId}; ${lost} of which nothing is there to change: then ${decline}`;
}

/** A status in words: "not applied". */
export function statusWord(status: PlanStatus): string {
  return status.replace('_', ' ');
}

/** Short notes stand in the first line as far as they fit, the others are sentences beneath. */
function notesOf(plan: ChangePlan): [string[], string[]] {
  const inTitle: string[] = [];
  let width = titleOf(plan).length;
  for (const note of plan.notes) {
    if (note.length > SHORT_NOTE || width + note.length + 3 > WIDEST_TITLE) break;
    inTitle.push(note.replace(/\.$/, ''));
    width += note.length + 3;
  }
  return [inTitle, plan.notes.slice(inTitle.length)];
}

function changeBlocks(change: Change, status: PlanStatus, stale: Stale | null, check: TextCheck | null): Block[] {
  const asides = [
    ...(status === 'proposed' ? [] : [statusWord(status)]),
    ...(stale === null ? [] : ['stale']),
    ...(change.field === 'title' ? [] : [change.field]),
    ...lengths(change, check),
  ];
  const lines: Sentence[] = [
    ...changeLines(change),
    ...(stale === null ? [] : [staleLine(stale)]),
    ...(check?.proposed === undefined ? why(change) : [[editedLine(change, check.proposed)]]),
    ...(check?.broken ?? []).map((rule): Sentence => ['  ', { value: rule, kind: 'text', tone: 'warn' }]),
  ];
  return [
    { type: 'heading', text: change.sku ?? change.target.id, aside: asides.join(' · ') || undefined },
    ...lines.map((parts): Block => ({ type: 'sentence', parts })),
  ];
}

function why({ reason, expected }: Change): Sentence[] {
  return [...(reason.text === '' ? [] : [[`  ${reason.text}`]]), ...(expected === null ? [] : [[`  expected: ${expected.text}`]])];
}

/** The reason and the expectation were about what was proposed, not about what somebody made of it. */
function editedLine({ reason }: Change, proposed: string | null): string {
  return `  edited by hand; proposed was ${shown(proposed)}${reason.text === '' ? '' : ` (${reason.text})`}`;
}

/** "93 → 59 of 75" in the platform's unit: as the maker of the plan counted, or as counted now where the values are not its own. */
function lengths({ reason }: Change, check: TextCheck | null): string[] {
  const { length_before: before, length_after: after, limit } = check?.length ?? reason.values ?? {};
  if (typeof before !== 'number' || typeof after !== 'number') return [];
  return [`${before} → ${after}${typeof limit === 'number' ? ` of ${limit}` : ''}`];
}

function staleLine({ now, problem }: Stale): Sentence {
  return problem === null
    ? ['  now: ', { value: now ?? '', kind: 'text', tone: 'warn' }, now === null ? 'nothing known' : '']
    : ['  now: ', { value: `it ${problem}`, kind: 'text', tone: 'warn' }];
}

/** The old value with what goes in brackets, the new one beneath; amounts and numbers on one line. */
function changeLines(change: Change): Sentence[] {
  const { before, after } = change;
  if (LISTING_FIELDS[change.field] !== 'text') {
    const unit = change.currency === null ? '' : ` ${change.currency}`;
    return [[`${before ?? missing(change)} → `, { value: after ?? 'nothing', kind: 'text', tone: 'strong' }, unit]];
  }
  if (before === null) return [[`- (${missing(change)})`], ['+ ', text(after ?? '', 'good')]];
  if (after === null) return [['- ', '[', text(before, 'bad'), ']'], ['+ (nothing)']];
  const diff = diffTexts(before, after);
  return [
    ['- ', ...diff.before.flatMap(removed)],
    ['+ ', ...diff.after.map((span): string | Value => (span.changed ? text(span.text, 'good') : span.text))],
  ];
}

/** What an upload can restore is known: there was nothing. */
function missing({ inverse }: Change): string {
  return inverse === 'none' ? 'unknown' : 'nothing';
}

function removed(span: Span): (string | Value)[] {
  return span.changed ? ['[', text(span.text, 'bad'), ']'] : [span.text];
}

function text(value: string, tone: Tone): Value {
  return { value, kind: 'text', tone };
}
