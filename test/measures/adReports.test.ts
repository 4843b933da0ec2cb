import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { type AdUnit, adGrainRank, competingReports } from '../../src/measures/adReports.js';
import { tile } from '../../src/measures/tiling.js';

const OCTOBER = { from: '2026-10-01' as Day, to: '2026-10-31' as Day };
let id = 0;

function unit(grain: string, about: string, more: Partial<AdUnit> = {}): AdUnit {
  id++;
  return { id, storeId: 1, grain, about, ...OCTOBER, channel: '', campaign: about === '' ? null : about, ...more };
}

/** Grain and campaign of the reports that are added up. */
function added(units: readonly AdUnit[], keys: Parameters<typeof competingReports>[1]): string[] {
  return tile(competingReports(units, keys), OCTOBER, adGrainRank).chosen.map(
    ({ channel, grain, campaign }) => `${channel}${channel && ' '}${grain} ${campaign ?? 'all'}`,
  );
}

describe('reports of several grains about one month', () => {
  const units = [unit('search-term', 'Kettles'), unit('keyword', 'Kettles'), unit('campaign', 'Kettles'), unit('campaign', 'Mugs')];

  it('are never added: the coarsest speaks, which misses nothing', () => {
    expect(added(units, ['campaign'])).toEqual(['campaign Kettles', 'campaign Mugs']);
  });

  it('are asked only by what they tell', () => {
    expect(added(units, ['match_type'])).toEqual(['keyword Kettles']);
    expect(added(units, ['campaign', 'search_term'])).toEqual(['search-term Kettles']);
  });
});

describe('a report of the whole shop beside reports of campaigns', () => {
  const units = [unit('account', ''), unit('campaign', 'Kettles')];

  it('speaks alone where nobody asks for campaigns', () => {
    expect(added(units, [])).toEqual(['account all']);
  });

  it('is left out where they are asked for', () => {
    expect(added(units, ['campaign'])).toEqual(['campaign Kettles']);
  });

  it('is no witness of everything when it lists search terms', () => {
    expect(added([unit('search-term', ''), unit('campaign', 'Kettles')], [])).toEqual(['campaign Kettles']);
  });

  it('fills the days on which campaigns are silent', () => {
    const day = { from: '2026-10-31' as Day, to: '2026-10-31' as Day };
    const early = { from: '2026-10-01' as Day, to: '2026-10-30' as Day };
    expect(added([unit('search-term', '', day), unit('campaign', 'Kettles', early)], [])).toEqual(['search-term all', 'campaign Kettles']);
  });
});

it('asks no report that tells of purchases only what it cannot tell of ads', () => {
  expect(added([unit('purchased-item', 'Kettles')], ['campaign'])).toEqual([]);
  expect(added([unit('purchased-item', 'Kettles'), unit('item', 'Kettles')], ['campaign'])).toEqual(['item Kettles']);
});

it('adds channels up, and campaigns of one name in two channels', () => {
  const units = [
    unit('campaign', 'Brand'),
    unit('campaign', 'Brand', { channel: 'google' }),
    unit('search-term', 'Brand', { channel: 'google' }),
  ];
  expect(added(units, ['campaign'])).toEqual(['campaign Brand', 'google campaign Brand']);
});

it('lets a campaign known by number and one known by name compete', () => {
  const units = [unit('campaign', '4711', { campaign: 'Kettles' }), unit('keyword', 'Kettles')];
  expect(added(units, ['campaign'])).toEqual(['campaign Kettles']);
});

it('never takes two reports of one campaign or shop for the same days', () => {
  const days = fc.integer({ min: 1, max: 31 }).map((day) => `2026-10-${String(day).padStart(2, '0')}` as Day);
  const any = fc
    .record({
      grain: fc.constantFrom('account', 'campaign', 'keyword', 'search-term', 'item'),
      about: fc.constantFrom('', 'Kettles', 'Mugs'),
      channel: fc.constantFrom('', 'google'),
      ends: fc.tuple(days, days),
    })
    .map(({ grain, about, channel, ends: [a, b] }) => unit(grain, about, { channel, from: a < b ? a : b, to: a < b ? b : a }));
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 12 }),
      fc.constantFrom<Parameters<typeof competingReports>[1]>([], ['campaign'], ['search_term']),
      (units, keys) => {
        const { chosen } = tile(competingReports(units, keys), OCTOBER, adGrainRank);
        for (const [at, one] of chosen.entries())
          for (const other of chosen.slice(at + 1)) {
            const isRival =
              one.channel === other.channel && (one.campaign === other.campaign || one.campaign === null || other.campaign === null);
            expect(isRival && one.from <= other.to && other.from <= one.to).toBe(false);
          }
      },
    ),
  );
});
