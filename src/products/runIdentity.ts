/** `eco products identity list|import|set|unset|check`: which listings are the same product, as people say it and as it follows. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

/** Adds the group with its verbs. */
export function configureIdentity(products: Command, act: Act): void {
  const command = products
    .command('identity')
    .description('which listings, on whatever channel, are the same product of your own')
    .addHelpText('before', EXAMPLES);

  command
    .command('list')
    .description('every product with its listings, and how each was joined: by hand, by a file, by SKU or by GTIN')
    .option('--all', 'also listings that nothing joins')
    .addHelpText('before', LIST_EXAMPLES)
    .action(act(async (session, flags: { all?: boolean }) => (await import('./identity/runList.js')).listIdentities(session, flags)));

  command
    .command('import')
    .description('read a mapping file: own_sku, store, listing_id, and, where you have them, units, name, note')
    .argument('<file>', 'CSV, TSV or Excel; read again, it replaces what it said before')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText('before', IMPORT_EXAMPLES)
    .action(
      act(async (session, file: string, flags: { dryRun?: boolean }) =>
        (await import('./identity/runImport.js')).importMappings(session, file, flags),
      ),
    );

  command
    .command('set')
    .description('say by hand which product a listing is; this counts more than files, SKUs and GTINs')
    .argument('<own_sku>', 'your own number of the product')
    .argument('<store>', 'the store that the listing is in')
    .argument('<listing>', 'its listing id, SKU or ASIN')
    .option('--units <n>', 'pieces of the product in one unit of the listing: 3 for a pack of three (default: 1)')
    .option('--name <text>', 'what you call the product')
    .option('--note <text>', 'why, for whoever reads it later')
    .addHelpText('before', SET_EXAMPLES)
    .action(
      act(async (session, ownSku: string, store: string, listing: string, flags: { units?: string; name?: string; note?: string }) =>
        (await import('./identity/runSet.js')).setOwnSku(session, ownSku, store, listing, flags),
      ),
    );

  command
    .command('unset')
    .description('take back what was said by hand of a listing, or all that a mapping file says')
    .argument('[store]', 'the store that the listing is in')
    .argument('[listing]', 'its listing id, SKU or ASIN')
    .option('--file <file>', 'take back all that this mapping file says')
    .addHelpText('before', UNSET_EXAMPLES)
    .action(
      act(async (session, store: string | undefined, listing: string | undefined, flags: { file?: string }) =>
        (await import('./identity/runSet.js')).unsetOwnSku(session, store, listing, flags),
      ),
    );

  command
    .command('check')
    .description('conflicts, proposals and listings that nothing joins, those that sell most first')
    .addHelpText('before', CHECK_EXAMPLES)
    .action(act(async (session) => (await import('./identity/runCheck.js')).checkIdentities(session)));
}

const EXAMPLES = `  $ eco products identity list
  $ eco products identity import mapping.csv
  $ eco products identity set MUG-4-BLUE web stoneware-mugs-set-of-4/Blue
  $ eco products identity check
`;

const LIST_EXAMPLES = `  $ eco products identity list
  $ eco products identity list --where 'channels>1' --sort own_sku
  $ eco products identity list --where own_sku=MUG-4-BLUE
  $ eco products identity list --all --format csv --output mapping.csv     # edit it, and import it again
`;

const IMPORT_EXAMPLES = `  $ eco products identity import mapping.csv --dry-run
  $ eco products identity import mapping.csv
  $ eco products identity import etsy-items.xlsx --store etsy
`;

const SET_EXAMPLES = `  $ eco products identity set MUG-4-BLUE web stoneware-mugs-set-of-4/Blue
  $ eco products identity set FILTER-100 us FILTER-100-3PK --units 3 --note 'pack of three'
`;

const UNSET_EXAMPLES = `  $ eco products identity unset web stoneware-mugs-set-of-4/Blue
  $ eco products identity unset --file mapping.csv
`;

const CHECK_EXAMPLES = `  $ eco products identity check
  $ eco products identity check --where finding=conflict --columns store,listing_id,message,fix
  $ eco products identity check --exit-code --quiet > findings.txt
`;
