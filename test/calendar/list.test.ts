import { describe, expect, it } from 'vitest';
import { listEvents } from '../../src/calendar/list.js';
import type { Day } from '../../src/core/day.js';
import type { CalendarEvent } from '../../src/measures/calendar/event.js';
import { date, during, onDay, PLAIN } from '../../src/measures/calendar/event.js';
import { datedEvent, EVENTS, eventsIn } from '../../src/measures/calendar/events.js';

const day = (text: string) => text as Day;
const year = (number: number) => ({ from: day(`${number}-01-01`), to: day(`${number}-12-31`) });
const rowsOf = (events: readonly { event: string; startsOn: string; endsOn: string; of: CalendarEvent }[]) =>
  events.map(({ event, startsOn, endsOn, of }) => [event, of.stage, startsOn, endsOn]);

describe('listEvents', () => {
  it('has the promised keys first, in their order', () => {
    const keys = listEvents(year(2027)).columns.map((column) => column.key);
    expect(keys.slice(0, 9)).toEqual(['event', 'market', 'platform', 'stage', 'starts_on', 'ends_on', 'kind', 'certainty', 'source']);
    for (const row of listEvents(year(2027)).rows) expect(Object.keys(row)).toEqual(keys);
  });

  it('lists what a seller sees in the weeks after 22 November 2026', () => {
    const table = listEvents({ from: day('2026-11-22'), to: day('2026-12-31'), asOf: day('2026-11-22'), market: 'us' });
    expect(table.rows.map((row) => [row.event, row.starts_on, row.days_until, row.certainty])).toEqual([
      ['2026-thanksgiving', '2026-11-26', 4, 'computed'],
      ['2026-black-friday', '2026-11-27', 5, 'computed'],
      ['2026-cyber-monday', '2026-11-30', 8, 'computed'],
      ['2026-christmas', '2026-12-25', 33, 'computed'],
    ]);
    expect(table.notes).toEqual([]);
  });

  it('lists the stages of Double 11 as rows of one event, in order', () => {
    const rows = listEvents({ ...year(2026), market: 'CN' }).rows.filter((row) => row.event === '2026-double-11');
    expect(rows.map((row) => [row.stage, row.starts_on, row.ends_on, row.certainty])).toEqual([
      ['pre-sale', '2026-10-15', '2026-10-20', 'estimated'],
      ['first wave', '2026-10-20', '2026-10-31', 'estimated'],
      ['main', '2026-11-10', '2026-11-14', 'estimated'],
    ]);
    expect(rows[0]?.source).toContain('as in 2025');
  });

  it('says how many rows are estimates', () => {
    const table = listEvents({ from: day('2027-06-01'), to: day('2027-06-30'), market: 'US', platform: 'amazon' });
    expect(table.rows.map((row) => [row.event, row.starts_on, row.certainty])).toEqual([
      ['2027-fathers-day', '2027-06-20', 'computed'],
      ['2027-prime-day', '2027-06-22', 'estimated'],
    ]);
    expect(table.notes).toEqual(['1 of 2 rows are estimates from earlier years: check the days that the platform announces.']);
  });

  it('keeps an event that has begun, with negative days', () => {
    const table = listEvents({ from: day('2027-12-06'), to: day('2027-12-08'), asOf: day('2027-12-06'), market: 'JP' });
    expect(table.rows.map((row) => [row.event, row.starts_on, row.ends_on, row.days_until])).toEqual([
      ['2027-rakuten-super-sale-december', '2027-12-04', '2027-12-11', -2],
    ]);
    expect(listEvents({ from: day('2027-12-06'), to: day('2027-12-08'), market: 'JP' }).rows[0]?.days_until).toBeNull();
  });

  it('reads UK as GB and Tmall as Taobao', () => {
    expect(listEvents({ ...year(2026), market: 'UK' }).rows).toEqual(listEvents({ ...year(2026), market: 'GB' }).rows);
    const tmall = listEvents({ ...year(2026), platform: 'Tmall' }).rows;
    expect(tmall.map((row) => row.event)).toContain('2026-618');
    expect(tmall.map((row) => row.event)).toContain('2026-christmas');
    expect(tmall.map((row) => row.event)).not.toContain('2026-prime-day');
  });

  it('says when it knows nothing of a market or platform', () => {
    const notes = listEvents({ ...year(2026), market: 'ZW', platform: 'ozon' }).notes ?? [];
    expect(notes[0]).toMatch(/^eco knows no event of the market ZW\. It knows: AU, CA, /);
    expect(notes[1]).toMatch(/^eco knows no event of ozon itself\. It knows those of: amazon, /);
  });

  it('lists a seller’s own events in the place of the built-in ones', () => {
    const own: CalendarEvent = {
      ...PLAIN,
      slug: 'shop-birthday',
      name: 'Shop birthday',
      markets: ['DE'],
      kind: 'sale',
      rule: onDay(date(3, 3)),
      certainty: 'announced',
      source: 'us',
    };
    expect(listEvents({ ...year(2027), events: [own] }).rows).toEqual([
      {
        event: '2027-shop-birthday',
        market: 'DE',
        platform: 'any',
        stage: null,
        starts_on: '2027-03-03',
        ends_on: '2027-03-03',
        kind: 'sale',
        certainty: 'announced',
        source: 'us',
        name: 'Shop birthday',
        local_name: null,
        days_until: null,
      },
    ]);
  });
});

describe('eventsIn', () => {
  it('finds an event of next year that begins in this one, and one of last year that still runs', () => {
    const shopping = EVENTS.filter((event) => event.slug === 'new-year-shopping');
    // Chinese New Year 2028 is 26 January: 35 days before is 22 December 2027.
    expect(rowsOf(eventsIn(year(2027), shopping))).toEqual([
      ['2027-new-year-shopping', null, '2027-01-02', '2027-01-27'],
      ['2028-new-year-shopping', null, '2027-12-22', '2028-01-16'],
    ]);
    const laba: CalendarEvent = {
      ...PLAIN,
      slug: 'laba',
      name: 'Laba',
      markets: ['CN'],
      kind: 'holiday',
      rule: onDay({ on: 'lunar', month: 12, day: 8 }),
      certainty: 'computed',
      source: 'lunar calendar',
    };
    expect(rowsOf(eventsIn(year(2027), [laba]))).toEqual([['2026-laba', null, '2027-01-15', '2027-01-15']]);
  });

  it('counts both ends of the period', () => {
    const window: CalendarEvent = {
      ...PLAIN,
      slug: 'window',
      name: 'Window',
      markets: ['US'],
      kind: 'sale',
      rule: during(date(5, 10), date(5, 12)),
      certainty: 'computed',
      source: 'test',
    };
    const found = (from: string, to: string) => eventsIn({ from: day(from), to: day(to) }, [window]).length;
    expect([found('2026-05-12', '2026-05-20'), found('2026-05-13', '2026-05-20')]).toEqual([1, 0]);
    expect([found('2026-05-01', '2026-05-10'), found('2026-05-01', '2026-05-09')]).toEqual([1, 0]);
    expect(found('2026-05-11', '2026-05-11')).toBe(1);
    expect(found('2026-05-20', '2026-05-01')).toBe(0);
  });

  it('does not date an event before the first year in which it took place', () => {
    const primeDay = EVENTS.find((event) => event.slug === 'prime-day') as CalendarEvent;
    expect(datedEvent(primeDay, 2022)).toBeNull();
    expect(datedEvent(primeDay, 2026)).toMatchObject({
      startsOn: '2026-06-23',
      endsOn: '2026-06-26',
      certainty: 'quoted',
    });
  });

  it('leaves out the pre-sale of 618 in 2024, which there was none of', () => {
    const stages = (number: number) =>
      eventsIn(year(number))
        .filter((event) => event.of.slug === '618')
        .map((event) => event.of.stage);
    expect(stages(2024)).toEqual(['first wave', 'main']);
    expect(stages(2025)).toEqual(['pre-sale', 'first wave', 'main']);
  });
});

describe('the built-in events', () => {
  it('have one row for each event, stage and year', () => {
    const keys = EVENTS.map((event) => `${event.slug} ${event.stage}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('can be dated in every year from 2026 to 2035 and never end before they begin', () => {
    for (const event of EVENTS) {
      for (let number = 2026; number <= 2035; number += 1) {
        const dated = datedEvent(event, number);
        expect(dated, `${number} ${event.slug}`).not.toBeNull();
        expect(dated && dated.startsOn <= dated.endsOn, `${number} ${event.slug}`).toBe(true);
      }
    }
  });

  it('say in every future year that what a platform has not announced is no fact', () => {
    const future = eventsIn(year(2031));
    const platformSales = future.filter((event) => event.of.platforms.length > 0).map((event) => event.certainty);
    expect(platformSales.length).toBeGreaterThan(15);
    expect(new Set(platformSales)).toEqual(new Set(['estimated', 'memory']));
  });

  it('cover the year’s big events', () => {
    const slugs = new Set(EVENTS.map((event) => event.slug));
    for (const slug of [
      'chinese-new-year',
      'new-year-shopping',
      '38',
      '618',
      'qixi',
      '99',
      'mid-autumn',
      'double-11',
      'double-12',
      'rakuten-super-sale-march',
      'rakuten-super-sale-december',
      'valentines-day',
      'mothers-day',
      'mothers-day-uk',
      'fathers-day',
      'easter',
      'prime-day',
      'prime-big-deal-days',
      'back-to-school-us',
      'halloween',
      'singles-day',
      'thanksgiving',
      'black-friday',
      'cyber-monday',
      'christmas',
      'boxing-day',
      'sea-9-9',
      'sea-11-11',
      'sea-12-12',
    ]) {
      expect(slugs, slug).toContain(slug);
    }
  });
});
