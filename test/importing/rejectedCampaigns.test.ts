/**
 * What of a campaign is left out with a row that cannot be read: all that it may belong to, by its id, its name or its day, and nothing else.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../cli/testContext.js';
import { rows } from './imported.js';
import { COSTS, expectSettled, HEADER, KETTLES, take } from './withoutBadRows.js';

const both = (lines: readonly string[]) => [
  [HEADER, ...lines],
  [HEADER, ...lines.toReversed()],
];

describe('a campaign of which one row cannot be read', () => {
  it.each(
    both([
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots sale,345,2026-11-01,Tablets,CAD,20/00,300,9',
      KETTLES,
      'Teapots,345,2026-11-02,Computers,CAD,8.00,60,3',
    ]),
  )('stands on no row of its id, where the bad one is the only one under its name', async (...lines) => {
    const context = testContext({ database: true });
    expect(await take(context, 'campaigns.csv', lines)).toEqual(expect.objectContaining({ rows_read: 4, rows_new: 2, rows_rejected: 2 }));
    expect(await rows(context, COSTS)).toEqual([
      ['345', '2026-11-02', 8, 1],
      ['678', '2026-11-01', 1, 1],
    ]);
    await expectSettled(context);
  });

  it.each(
    both([
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,--,2026-11-01,Tablets,CAD,3.00,30,1',
      'Teapots,345,2026-11-01,Mobile phones,CAD,x1x,300,9',
      KETTLES,
    ]),
  )('takes the rows of its name along that have no id', async (...lines) => {
    const context = testContext({ database: true });
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([['678', '2026-11-01', 1, 1]]);
    await expectSettled(context);
  });

  it('is found by its name where its id is what was destroyed; its namesakes may be meant as well', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Teapots,345678901234,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,3.45679E+11,2026-11-01,Tablets,CAD,20.00,300,9',
      'Teapots,987,2026-11-01,Computers,CAD,2.00,20,1',
      'Teapots,987,2026-11-02,Computers,CAD,7.00,20,1',
      KETTLES,
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 2, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([
      ['678', '2026-11-01', 1, 1],
      ['987', '2026-11-02', 7, 1],
    ]);
    await expectSettled(context);
  });

  it('leaves a namesake alone that has an id of its own', async () => {
    const context = testContext({ database: true });
    const lines = [HEADER, 'Teapots,345,2026-11-01,Computers,CAD,x1x,50,2', 'Teapots,987,2026-11-01,Computers,CAD,2.00,20,1'];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 1 });
    expect(await rows(context, COSTS)).toEqual([['987', '2026-11-01', 2, 1]]);
  });

  it('stands on none of its days where the day of the bad row cannot be read', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2',
      'Teapots,345,2026-11-02,Computers,CAD,8.00,60,3',
      'Teapots,345,2026-31-02,Tablets,CAD,9.00,60,3',
      KETTLES,
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([['678', '2026-11-01', 1, 1]]);
  });
});

describe('a row whose cells have slipped', () => {
  it('takes along what stands in the days where it stands, since any of it may be its campaign', async () => {
    const context = testContext({ database: true });
    const lines = [
      HEADER,
      'Kettles,678,2026-11-01,Computers,CAD,1.00,10,1',
      '"Teapots, red",345,2026-11-02,Computers,CAD,4.50,50,2',
      'Teapots, red,345,2026-11-02,Tablets,CAD,20.00,300,9',
      KETTLES.replace('-01,', '-02,'),
      KETTLES.replace('-01,', '-03,'),
    ];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_read: 5, rows_new: 2, rows_rejected: 3 });
    expect(await rows(context, COSTS)).toEqual([
      ['678', '2026-11-01', 1, 1],
      ['678', '2026-11-03', 1, 1],
    ]);
  });

  it('takes nothing along as a note below the table', async () => {
    const context = testContext({ database: true });
    const lines = [HEADER, 'Teapots,345,2026-11-01,Computers,CAD,4.50,50,2', 'Downloaded on 2026-11-20 at 10:00', 'ACME'];
    expect(await take(context, 'campaigns.csv', lines)).toMatchObject({ rows_new: 1, rows_rejected: 2 });
  });
});

describe('any file of campaigns, some of whose rows cannot be read', () => {
  interface Row {
    readonly id: string;
    readonly name: string;
    readonly day: string;
    readonly bad: 'cost' | 'id' | 'day' | null;
  }
  const row: fc.Arbitrary<Row> = fc.record({
    id: fc.constantFrom('', '1', '2', '3', '4'),
    name: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    bad: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.constantFrom('cost' as const, 'id' as const, 'day' as const)),
  });

  /** Whether a row may be of a day: of its own; or, where that cannot be read and the days of the others are in order, of one between its neighbours'. */
  function mayBeOf(all: readonly Row[], one: Row, day: string): boolean {
    if (one.bad !== 'day') return one.day === day;
    const good = all.filter(({ bad }) => bad === null);
    const inOrder = (sign: 1 | -1) => good.every((row, at) => at === 0 || sign * row.day.localeCompare((good[at - 1] as Row).day) >= 0);
    const above = good.findLast((row) => all.indexOf(row) < all.indexOf(one))?.day;
    const below = good.find((row) => all.indexOf(row) > all.indexOf(one))?.day;
    if (inOrder(1)) return (above ?? day) <= day && day <= (below ?? day);
    return !inOrder(-1) || ((below ?? day) <= day && day <= (above ?? day));
  }

  /** Whether a good row may be of the campaign and day of another, as anybody would say it who has nothing but the two. */
  function mayBelong(all: readonly Row[], good: Row, other: Row): boolean {
    const otherId = other.bad === 'id' ? '' : other.id;
    return mayBeOf(all, other, good.day) && (good.id !== '' && otherId !== '' ? good.id === otherId : good.name === other.name);
  }

  function standing(all: readonly Row[]): Row[] {
    let left = all.filter(({ bad }) => bad === null);
    for (let reached = all.filter(({ bad }) => bad !== null); reached.length > 0; ) {
      const next = left.filter((good) => reached.some((other) => mayBelong(all, good, other)));
      left = left.filter((good) => !next.includes(good));
      reached = next;
    }
    return left;
  }

  it('has nothing of a campaign and day that a bad row may belong to, everything of all others, and accounts for every row', async () => {
    const context = testContext({ database: true });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 14 }), async (all) => {
        fc.pre(all.some(({ bad }) => bad === null));
        const turn = ++number;
        const idOf = (id: string) => (id === '' ? '--' : `${turn}000${id}`);
        const lines = all.map(({ id, name, day, bad }, at) =>
          [
            `${name}${turn}`,
            bad === 'id' ? '1.00E+12' : idOf(id),
            bad === 'day' ? '2026-13-77' : day,
            `Device ${at}`,
            'CAD',
            bad === 'cost' ? 'x1x' : `${2 ** at}.00`,
            '10',
            '1',
          ].join(','),
        );
        const left = standing(all);
        const taken = await take(context, `campaigns-${turn}.csv`, [HEADER, ...lines]);
        const isWhole = all.every(({ bad }) => bad === null);
        const status = isWhole ? 'imported' : left.length === 0 ? 'rejected' : 'partial';
        expect(taken).toMatchObject({ status, rows_read: all.length, rows_new: left.length });
        // Powers of two: the sum says which rows stand.
        const sql = `SELECT CAST(coalesce(sum(cost), 0) AS INTEGER) AS cost FROM v_ads WHERE substr(campaign, 2) = '${turn}'`;
        expect(await rows(context, sql)).toEqual([[left.reduce((sum, good) => sum + 2 ** all.indexOf(good), 0)]]);
      }),
      { numRuns: Number(process.env.ECO_PROPERTY_RUNS ?? 25) },
    );
    await expectSettled(context);
  });
});
