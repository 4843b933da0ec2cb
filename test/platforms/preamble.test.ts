/** The period in the lines above a header, as platforms and programs in between write them. */
import { describe, expect, test } from 'vitest';
import type { ReportFormat } from '../../src/platforms/define.js';
import { periodInPreamble } from '../../src/platforms/preamble.js';
import { reportFormat } from '../../src/platforms/registry.js';

const ADS = reportFormat('google.ads-campaigns') as ReportFormat;
const WEEK = { from: '2026-05-01', to: '2026-05-08' };

describe('periodInPreamble', () => {
  test.each([
    ['in a cell of its own', [['Campaign report'], ['May 1, 2026 - May 8, 2026']]],
    ['cut at its commas by a program that does not quote', [['Campaign report'], ['May 1', ' 2026 - May 8', ' 2026', '', '']]],
    ['in brackets behind the title', [['Campaign report (May 1, 2026-May 8, 2026)']]],
  ])('%s', (_, lines) => {
    expect(periodInPreamble(lines, ADS)).toEqual(WEEK);
  });

  test('"All time" is none', () => {
    expect(periodInPreamble([['Campaign report'], ['All time']], ADS)).toBeNull();
  });

  test('a format may say where it stands, and in which order its dates are', () => {
    const format: ReportFormat = { ...ADS, periodIn: /^Report Time: (?<period>.+)$/, dateOrder: 'mdy' };
    expect(periodInPreamble([['Report Name: Campaigns'], ['Report Time: 5/1/2026,5/8/2026']], format)).toEqual(WEEK);
    expect(periodInPreamble([['Report Time: 5/1/2026', '5/8/2026']], format)).toEqual(WEEK);
    expect(periodInPreamble([['Last Completed Available Day: 5/9/2026 7:20:00 AM (GMT)']], format)).toBeNull();
  });
});
