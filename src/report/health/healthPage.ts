/** The health of shops as a page: of each store what is beyond a limit, what nears one, what is well; then what nothing tells. */
import type { Day } from '../../core/day.js';
import type { Block, Page, Sentence, Value } from '../../core/page.js';
import type { Cell, Column, Row } from '../../core/table.js';
import type { HealthFinding, HealthStatus } from './health.js';
import { isOfOrders } from './limits/limit.js';

export interface StoreHealth {
  readonly store: string;
  readonly platform: string;
  readonly findings: readonly HealthFinding[];
}

export const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'name', header: 'Name', kind: 'text', detail: true },
  { key: 'local_name', header: 'Local name', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text', yields: true },
  { key: 'status', header: 'Status', kind: 'text' },
  { key: 'value', header: 'Value', kind: 'decimal', digits: 4 },
  { key: 'must', header: 'Must be', kind: 'text' },
  { key: 'limit', header: 'Limit', kind: 'decimal', digits: 4 },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'window_days', header: 'Window', kind: 'integer', unit: 'd' },
  { key: 'value_on', header: 'As of', kind: 'day' },
  { key: 'by_hand', header: 'By hand', kind: 'boolean', detail: true },
  { key: 'hits', header: 'Hits', kind: 'integer', detail: true },
  { key: 'of', header: 'Of', kind: 'integer', detail: true },
  { key: 'room', header: 'Room', kind: 'integer' },
  { key: 'crosses_on', header: 'Crosses on', kind: 'day' },
  { key: 'earliest', header: 'Earliest', kind: 'day' },
  { key: 'latest', header: 'Latest', kind: 'day' },
  { key: 'consequence', header: 'Beyond it', kind: 'text', detail: true },
  { key: 'how', header: 'How', kind: 'text', detail: true },
  { key: 'effective_from', header: 'Limit since', kind: 'day', detail: true },
  { key: 'certainty', header: 'Certainty', kind: 'text' },
  { key: 'source', header: 'Source', kind: 'text', detail: true },
];

const ORDER: readonly HealthStatus[] = ['over', 'soon', 'ok', 'unknown'];
/** Products whose rating is well are summed up. */
const MOST_ITEMS = 5;

export function healthPage(stores: readonly StoreHealth[], asOf: Day, all: boolean, notes: readonly string[]): Page {
  const shown = stores.map((store) => ({
    ...store,
    findings: sorted(all ? store.findings : store.findings.filter(({ status }) => status !== 'unknown')),
  }));
  const count = (status: HealthStatus) =>
    shown.reduce((sum, { findings }) => sum + findings.filter((each) => each.status === status).length, 0);
  const [over, soon] = [count('over'), count('soon')];
  const title = shown.every(({ findings }) => findings.every(({ status }) => status === 'unknown'))
    ? 'nothing that is imported tells a metric with a limit'
    : over + soon === 0
      ? 'no limit in danger'
      : [over > 0 ? `${over} beyond ${over === 1 ? 'its' : 'their'} limit` : '', soon > 0 ? `${soon} near it` : '']
          .filter(Boolean)
          .join(', ');
  return {
    title: `Health on the morning of ${asOf}: ${title}`,
    blocks: shown.flatMap(({ store, platform, findings }): Block[] => [
      { type: 'heading', text: store, aside: platform },
      ...(findings.length === 0
        ? [
            {
              type: 'sentence',
              parts: [
                all
                  ? 'eco knows no limits of this platform; ratings of products are watched where reviews are imported'
                  : 'nothing imported tells a metric with a limit; --all names the reports and pages that would',
              ],
              tone: 'dim',
            } as const,
          ]
        : [gridOf(findings)]),
    ]),
    data: {
      id: 'report.health/1',
      columns: COLUMNS,
      rows: shown.flatMap(({ store, findings }) => findings.map((finding) => rowOf(store, finding))),
      notes,
      params: { all },
      asOf,
    },
  };
}

function sorted(findings: readonly HealthFinding[]): HealthFinding[] {
  return [...findings].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

function gridOf(findings: readonly HealthFinding[]): Block {
  const wellRated = findings.filter(({ item, status }) => item !== null && status === 'ok');
  const rows = findings.filter((finding) => !wellRated.slice(MOST_ITEMS).includes(finding));
  return {
    type: 'grid',
    grid: {
      columns: [
        { header: 'Metric', align: 'left' },
        { header: 'Value', align: 'right' },
        { header: 'Limit', align: 'right' },
        { header: 'Window', align: 'right' },
        { header: '', align: 'left', wraps: true },
      ],
      rows: rows.map((finding) => [
        nameOf(finding),
        [shownValue(finding, finding.value)],
        limitOf(finding),
        [`${finding.limit.windowDays} d`],
        remarkOf(finding),
      ]),
    },
  };
}

function nameOf({ limit, item }: HealthFinding): Sentence {
  if (item !== null) return [limit.name, ' ', { value: item, kind: 'text' }];
  return [limit.localName === null ? limit.name : `${limit.name} ${limit.localName}`];
}

function limitOf(finding: HealthFinding): Sentence {
  return [finding.limit.must === 'most' ? '≤ ' : '≥ ', shownValue(finding, finding.limit.limit)];
}

function shownValue({ limit, status }: HealthFinding, value: number | null): Value {
  const tone = status === 'over' ? 'bad' : status === 'soon' ? 'warn' : undefined;
  if (limit.unit === 'ratio') return { value, kind: 'ratio', tone };
  return { value, kind: 'decimal', digits: limit.limit < 10 ? 2 : 0, tone };
}

function remarkOf(finding: HealthFinding): Sentence {
  const { limit, status } = finding;
  const recorded: Sentence = finding.byHand ? [' · recorded of ', { value: finding.valueOn, kind: 'day' }] : [];
  const certain: Sentence = [...recorded, ...(limit.certainty === 'memory' ? [' · limit from memory'] : [])];
  switch (status) {
    case 'unknown':
      if (limit.from === 'none') return [`in no report that eco reads: ${limit.how}`];
      // What the figure would not be is nothing to tell while there is none.
      return [`nothing imported tells it${isOfOrders(limit) ? ': import the orders of these days' : `: ${limit.how}`}`];
    case 'over':
      return ['beyond the limit: ', limit.consequence, ...roomOf(finding), ...certain];
    case 'soon':
    case 'ok':
      return [...crossingOf(finding), ...roomOf(finding), ...certain];
  }
}

function crossingOf({ crossesOn, earliest, latest }: HealthFinding): Sentence {
  if (crossesOn === null) return ['no trend towards it'];
  const until: Sentence = latest === null ? [' or later'] : [' … ', { value: latest, kind: 'day' }];
  return ['crossed on ', { value: crossesOn, kind: 'day' }, ' if it goes on so (', { value: earliest, kind: 'day' }, ...until, ')'];
}

function roomOf({ room, hits, of }: HealthFinding): Sentence {
  if (room === null || hits === null || of === null) return [];
  const rest = room < 0 ? `${-room} too many` : room === 0 ? 'not one more fits' : room === 1 ? 'one more fits' : `${room} more fit`;
  return [' · ', { value: hits, kind: 'integer' }, ' of ', { value: of, kind: 'integer' }, ` orders, ${rest}`];
}

function rowOf(store: string, finding: HealthFinding): Row {
  const { limit } = finding;
  const cells: Record<string, Cell> = {
    store,
    metric: limit.metric,
    name: limit.name,
    local_name: limit.localName,
    sku: finding.item,
    status: finding.status,
    value: finding.value === null ? null : Number(finding.value.toFixed(6)),
    must: limit.must === 'most' ? 'at most' : 'at least',
    limit: limit.limit,
    unit: limit.unit,
    window_days: limit.windowDays,
    value_on: finding.valueOn,
    by_hand: finding.status === 'unknown' ? null : finding.byHand,
    hits: finding.hits,
    of: finding.of,
    room: finding.room,
    crosses_on: finding.crossesOn,
    earliest: finding.earliest,
    latest: finding.latest,
    consequence: limit.consequence,
    how: limit.how,
    effective_from: limit.effectiveFrom,
    certainty: limit.certainty,
    source: limit.source,
  };
  return cells;
}
