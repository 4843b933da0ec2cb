/** `eco titles keywords`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { TermFlags } from './runSearchTerms.js';

interface KeywordFlags extends TermFlags {
  readonly sku?: string;
  readonly words?: boolean;
}

export function configureKeywords(command: Command, act: Act): void {
  command
    .command('keywords')
    .description('what shoppers typed, what it earned, and which titles lack it')
    .option('--sku <sku>', 'only what belongs to this listing: its SKU or id')
    .option('--words', 'word by word: what is searched and in no title, what is in titles and not searched')
    .option('--terms <file>', 'your own list of search terms: a CSV of term and value (any number)')
    .option('--days <n>', 'the last n days that ad reports speak of (default: 90)')
    .option('--from <day>', 'first day, instead of --days')
    .option('--to <day>', 'last day')
    .addHelpText('before', KEYWORD_EXAMPLES)
    .action(
      act(async (session, flags: KeywordFlags) => {
        const { loadTerms, textsNamed } = await import('./runSearchTerms.js');
        const loaded = await loadTerms(session, flags);
        const { keywordNotes } = await import('./keywords/keywordNotes.js');
        const { ofListing } = await import('./keywords/belonging.js');
        const named = flags.sku === undefined ? null : await textsNamed(loaded.texts, flags.sku);
        const terms = named === null ? loaded.terms : named.flatMap((text) => ofListing(loaded.terms, text.index));
        const params = { from: loaded.period.from, to: loaded.period.to, sku: flags.sku ?? null, terms: flags.terms ?? null };
        const shared = { ...loaded, terms, notes: keywordNotes({ ...loaded, terms }), params };
        if (flags.words) {
          const { wordTable } = await import('./keywords/wordTable.js');
          const { titleUnit } = await import('./keywords/titleLimit.js');
          const only = named === null ? loaded.texts : loaded.texts.map((text) => (named.includes(text) ? text : { ...text, title: null }));
          await session.print(wordTable({ ...shared, texts: only, unitOf: (text) => titleUnit(text, loaded.asOf) }));
          return;
        }
        const { keywordTable } = await import('./keywords/keywordTable.js');
        await session.print(keywordTable(shared));
      }),
    );
}

const KEYWORD_EXAMPLES = `  $ eco titles keywords --limit 30
  $ eco titles keywords --where 'missing_in!=' --limit 20         what earns money and a title lacks
  $ eco titles keywords --sku KETTLE-17
  $ eco titles keywords --words --where kind=unsearched           words in titles that nobody types
  $ eco titles keywords --store tmall --terms 关键词.csv
`;
