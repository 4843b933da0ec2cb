/**
 * The status of a change: the fold of its events, in the order in which they were recorded.
 *
 *     proposed ─▶ accepted ─▶ exported ─▶ uploaded ─▶ applied ─▶ undone
 *        │  ▲        │           │           ├──────▶ not_applied, refused (by the platform)
 *        ▼  │        ▼           ▼           └──────▶ overridden (another value), drifted (the old value is back)
 *      declined   discarded  discarded
 *
 * An event that cannot follow what was before it changes nothing: an event of all changes (`discarded`) leaves alone those that it
 * has no business with. An edited or rebased change is proposed again, with its new values. `pending` is no event but what
 * verification says of an upload that no newer export has seen. Where the export that a verdict rested on is withdrawn, the change
 * is exported or uploaded again (`EVIDENCE_GONE`).
 */
import type { Change, ChangePlan, PlanEvent, PlanEventName } from '../../core/plan.js';

export const PLAN_STATUSES = [
  'proposed',
  'accepted',
  'declined',
  'exported',
  'uploaded',
  'pending',
  'applied',
  'not_applied',
  'refused',
  'overridden',
  'drifted',
  'undone',
  'discarded',
] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What a change has come to. */
export interface ChangeState {
  /** The change with the values that count now: as proposed, or as edited or rebased since. */
  readonly change: Change;
  readonly status: PlanStatus;
  /** When it came to that, epoch seconds; null before any event. */
  readonly since: number | null;
  readonly exportedAt: number | null;
  /** Told by `plan mark`, for the last export. */
  readonly uploadedAt: number | null;
  /** Whether an export of the shop has shown it applied since its upload. */
  readonly wasApplied: boolean;
  /** What the event that gave the status says: the platform's words, the value that is there now. */
  readonly details: PlanEvent['details'];
}

/** Nothing has left the house yet. */
export const OPEN: readonly PlanStatus[] = ['proposed', 'accepted', 'declined'];
/** What an export of the shop can tell about. */
export const SENT: readonly PlanStatus[] = ['exported', 'uploaded', 'applied', 'not_applied', 'refused', 'overridden', 'drifted'];

/** What an export of the shop has told about; undone is what the undo of another plan told. */
const JUDGED: readonly PlanStatus[] = ['applied', 'not_applied', 'overridden', 'drifted', 'undone'];
/** The `why` of an `exported` or `uploaded` event that takes a verdict back: the export that it rested on was withdrawn. */
export const EVIDENCE_GONE = 'the export that told of it was withdrawn';

/** The statuses after which an event can happen. */
const AFTER: Readonly<Record<PlanEventName, readonly (PlanStatus | 'none')[]>> = {
  proposed: ['none', 'accepted', 'declined'],
  accepted: ['proposed', 'declined'],
  declined: ['proposed', 'accepted'],
  edited: OPEN,
  // Where another value stands, only a rebase may have it written over: it says what it writes over.
  rebased: ['proposed', 'accepted', 'not_applied', 'refused', 'overridden', 'drifted'],
  exported: ['proposed', 'accepted', 'exported', 'uploaded', 'not_applied', 'refused'],
  uploaded: ['accepted', 'exported', 'uploaded', 'not_applied', 'refused'],
  applied: SENT,
  refused: SENT,
  overridden: SENT,
  drifted: SENT,
  not_applied: SENT,
  undone: ['exported', 'uploaded', 'applied', 'overridden', 'drifted'],
  discarded: ['proposed', 'accepted', 'declined', 'exported', 'refused', 'not_applied'],
};

const BACK_TO_PROPOSED: readonly PlanEventName[] = ['edited', 'rebased'];

/** Whether an event can happen to a change of this status. */
export function canFollow(status: PlanStatus, event: PlanEventName): boolean {
  return AFTER[event].includes(status);
}

/** A change to which nothing has happened yet. */
export function newState(change: Change): ChangeState {
  return { change, status: 'proposed', since: null, exportedAt: null, uploadedAt: null, wasApplied: false, details: {} };
}

/** The state of one change after its events (and those of all changes), in their order. */
export function foldChange(change: Change, events: readonly PlanEvent[]): ChangeState {
  let state = newState(change);
  for (const event of events) {
    if (event.changeId === null || event.changeId === change.id) state = step(state, event) ?? state;
  }
  return state;
}

/** The state after an event; null where it cannot happen. */
export function step(state: ChangeState, event: PlanEvent): ChangeState | null {
  const before = state.since === null && event.event === 'proposed' ? 'none' : state.status;
  const allowed: readonly string[] = event.details.why === EVIDENCE_GONE ? JUDGED : AFTER[event.event];
  return allowed.includes(before) ? next(state, event) : null;
}

/** Whether an export of the shop has told about it. */
export function isJudged({ status }: ChangeState): boolean {
  return JUDGED.includes(status);
}

/** The event that takes a verdict back: the change is again as it was sent off. Only for changes that were sent. */
export function backToSent(state: ChangeState): PlanEvent {
  return {
    changeId: state.change.id,
    event: state.uploadedAt === null ? 'exported' : 'uploaded',
    at: sentAt(state) as number,
    details: { why: EVIDENCE_GONE },
  };
}

function next(state: ChangeState, { event, at, details }: PlanEvent): ChangeState {
  const status = BACK_TO_PROPOSED.includes(event) ? 'proposed' : (event as PlanStatus);
  const came = { ...state, status, since: at, details };
  if (BACK_TO_PROPOSED.includes(event)) {
    const value = (key: 'before' | 'after') => (details[key] === undefined ? state.change[key] : (details[key] as string | null));
    return {
      ...came,
      change: { ...state.change, before: value('before'), after: value('after') },
      exportedAt: null,
      uploadedAt: null,
      wasApplied: false,
    };
  }
  if (event === 'exported') return { ...came, exportedAt: at, uploadedAt: null, wasApplied: false };
  if (event === 'uploaded') return { ...came, uploadedAt: at, wasApplied: false };
  return event === 'applied' ? { ...came, wasApplied: true } : came;
}

/** The states of all changes, in the order of the plan. */
export function foldPlan(plan: ChangePlan, events: readonly PlanEvent[]): ChangeState[] {
  const ofAll: [number, PlanEvent][] = [];
  const own = new Map<string, [number, PlanEvent][]>();
  events.forEach((event, at) => {
    if (event.changeId === null) ofAll.push([at, event]);
    else if (own.has(event.changeId)) own.get(event.changeId)?.push([at, event]);
    else own.set(event.changeId, [[at, event]]);
  });
  return plan.changes.map((change) => {
    const mine = own.get(change.id) ?? [];
    const inOrder = ofAll.length === 0 ? mine : [...ofAll, ...mine].sort(([a], [b]) => a - b);
    return foldChange(
      change,
      inOrder.map(([, event]) => event),
    );
  });
}

/** When the change was sent off: as marked, else as exported; null where it was not. */
export function sentAt(state: ChangeState): number | null {
  return state.uploadedAt ?? state.exportedAt;
}

/** How many changes have each status, only those that occur, in the order of a plan's life. */
export function countStatuses(statuses: readonly PlanStatus[]): { status: PlanStatus; count: number }[] {
  return PLAN_STATUSES.map((status) => ({ status, count: statuses.filter((each) => each === status).length })).filter(
    ({ count }) => count > 0,
  );
}
