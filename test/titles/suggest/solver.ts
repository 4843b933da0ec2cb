/** HiGHS, as the command loads it. */
import type { Highs } from 'highs';
import type { SolveLp } from '../../../src/titles/suggest/program.js';

export async function solver(): Promise<SolveLp> {
  const { default: load } = (await import('highs')) as unknown as { readonly default: () => Promise<Highs> };
  const highs = await load();
  return (problem) => {
    const { Status, Columns } = highs.solve(problem, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    const ones = Object.entries(Columns).filter(([, column]) => 'Primal' in column && (column.Primal as number) > 0.5);
    return Status === 'Optimal' ? { chosen: new Set(ones.map(([name]) => name)), isProved: true } : null;
  };
}
