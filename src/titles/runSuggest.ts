/** `eco titles suggest`. */
import type { Command } from 'commander';
import type { Highs } from 'highs';
import type { Act } from '../commands.js';
import { UsageError } from '../core/errors.js';
import { wordKey } from '../measures/words/words.js';
import type { TermFlags } from './runSearchTerms.js';
import type { SolveLp } from './suggest/program.js';

interface SuggestFlags extends TermFlags {
  readonly sku?: readonly string[];
  readonly allow?: readonly string[];
  readonly exclude?: readonly string[];
  readonly save?: boolean;
  readonly explain?: boolean;
}

/** Seconds a title; the usual one takes a few hundredths. */
const TIME_LIMIT = 10;

export function configureSuggest(command: Command, act: Act): void {
  command
    .command('suggest')
    .description('plan: the title with the most keyword value within the limit')
    .option('--sku <sku>', 'only this listing: its SKU or id (repeatable)', collect)
    .option('--allow <words>', 'words that are true of the listings although no text of theirs says so: cordless,organic', collect)
    .option('--exclude <words>', 'words that no title may take: names of competitors', collect)
    .option('--terms <file>', 'your own list of search terms: a CSV of term and value (any number)')
    .option('--days <n>', 'the last n days that ad reports speak of (default: 90)')
    .option('--from <day>', 'first day, instead of --days')
    .option('--to <day>', 'last day')
    .option('--explain', 'every word with its worth, what was not taken and why, and the proof that it is the best title')
    .option('--save', 'keep the plan')
    .addHelpText('before', SUGGEST_EXAMPLES)
    .action(
      act(async (session, flags: SuggestFlags) => {
        if (flags.explain && flags.save) throw new UsageError('--explain shows the arithmetic and makes no plan: leave out --save');
        const { loadTerms, textsNamed } = await import('./runSearchTerms.js');
        const loaded = await loadTerms(session, flags);
        const { suggestAll } = await import('./suggest/suggestAll.js');
        const chosen =
          flags.sku === undefined ? loaded.texts : (await Promise.all(flags.sku.map((sku) => textsNamed(loaded.texts, sku)))).flat();
        const options = { allowed: wordsOption(flags.allow), excluded: wordsOption(flags.exclude), isChosen: flags.sku !== undefined };
        const solve = await loadSolver();
        const result = suggestAll(chosen, loaded, { ...options, solve });
        if (flags.explain) {
          const { explainTable } = await import('./suggest/explain.js');
          await session.print(explainTable(result, loaded.asOf));
          return;
        }
        const { suggestPlan } = await import('./suggest/plan.js');
        const { catalogueImports } = await import('./editQueries.js');
        const { propose } = await import('../plans/propose.js');
        const db = await session.database();
        const storeIds = loaded.stores.map((store) => store.storeId);
        const plan = suggestPlan({
          ...result,
          asOf: loaded.asOf,
          storesWithoutTerms: loaded.stores
            .filter(({ storeId }) => !loaded.terms.some((term) => term.storeId === storeId))
            .map(({ name }) => name),
          imports: catalogueImports(db, storeIds),
          params: paramsOf(flags, loaded.period),
        });
        await propose(session, plan, { save: flags.save === true });
      }),
    );
}

/** HiGHS as a function from a problem to its solution; the same problem has the same solution. */
async function loadSolver(): Promise<SolveLp> {
  // Its types describe its CommonJS build, whose default export lies one deeper than that of the module that is loaded.
  const { default: load } = (await import('highs')) as unknown as { readonly default: () => Promise<Highs> };
  const highs = await load();
  return (problem) => {
    const { Status, Columns } = highs.solve(problem, { output_flag: false, time_limit: TIME_LIMIT, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    if (Status !== 'Optimal' && Status !== 'Time limit reached') return null;
    const ones = Object.entries(Columns).filter(([, column]) => 'Primal' in column && (column.Primal as number) > 0.5);
    return { chosen: new Set(ones.map(([name]) => name)), isProved: Status === 'Optimal' };
  };
}

function paramsOf(flags: SuggestFlags, period: { from: string; to: string }) {
  return {
    from: period.from,
    to: period.to,
    ...(flags.sku ? { sku: flags.sku } : {}),
    ...(flags.terms ? { terms: flags.terms } : {}),
    ...(flags.allow ? { allow: flags.allow } : {}),
    ...(flags.exclude ? { exclude: flags.exclude } : {}),
  };
}

function wordsOption(values: readonly string[] | undefined): ReadonlySet<string> {
  return new Set(
    (values ?? [])
      .flatMap((value) => value.split(/[,\s]+/))
      .filter((word) => word !== '')
      .map(wordKey),
  );
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

const SUGGEST_EXAMPLES = `  $ eco titles suggest --store us
  $ eco titles suggest --sku KETTLE-17 --explain           each word, what it is worth, what was not taken and why
  $ eco titles suggest --sku KETTLE-17 --allow cordless    it is cordless, although no text of the listing says so
  $ eco titles suggest --store us --save                   keep the plan: eco plan review
  $ eco titles suggest --sku 680000000001 --terms 关键词.csv   a list for this item
`;
