/** What reports of the platforms of China have in common: amounts with their unit in the header, a day or a span of days in one column, totals. */
import { type ColumnSpec, column, type IgnoreRule } from './define.js';

/** The same names with the unit behind them: 花费(元). */
export function inYuan(...names: string[]): string[] {
  return names.flatMap((name) => [name, `${name} ({currency})`]);
}

/** The same, as headers write it, where names are compared to the letter (`not`, `hasOneOf`). */
export function writtenInYuan(...names: string[]): string[] {
  return names.flatMap((name) => [name, `${name}(元)`]);
}

/** `2026-08-13`, or `20260801~20260831` in reports that sum a span up: one column, of which a row fills the day or both ends. */
export function dayOrSpan(...names: string[]): ColumnSpec[] {
  return [
    { ...column('day', ...names), only: /^[^至~～]*$/ },
    { ...column('fromDay', ...names), strip: /\s*[至~～].*$/s },
    { ...column('toDay', ...names), strip: /^.*[至~～]\s*/s },
  ];
}

/** Rows that sum the others up, at the top or the bottom. */
export const TOTALS: readonly IgnoreRule[] = [
  { rule: 'totals', firstCell: /^\s*(总计|合计|汇总|小计|共计|全部|总和)\s*[:：]?/ },
  { rule: 'totals', where: { field: 'day', matches: /^\s*(总计|合计|汇总|小计|共计|全部)\s*$/ } },
];
