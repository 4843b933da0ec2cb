/** `eco store list|add|edit` */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';
import type { StoreFlags } from './settings.js';

export function configure(command: Command, act: Act): void {
  command
    .command('list')
    .description('clients, accounts and stores, and what eco assumed of them')
    .addHelpText(
      'before',
      `  $ eco store list
  $ eco store list --where assumed=yes
`,
    )
    .action(act(async (session) => (await import('./list.js')).listStores(session)));

  const add = command
    .command('add')
    .description('a store, before its first file comes')
    .argument('<name>', 'what you call it')
    .requiredOption('--platform <platform>', 'amazon, shopify, …')
    .addHelpText(
      'before',
      `  $ eco store add us --platform amazon --marketplace Amazon.com
  $ eco store add web --platform shopify --currency EUR --timezone Europe/Berlin
  $ eco store add acme-us --platform amazon --marketplace Amazon.com --client acme
`,
    )
    .action(
      act(async (session, name: string, flags: StoreFlags & { platform: string }) =>
        (await import('./add.js')).addStore(session, name, flags),
      ),
    );
  settings(add);

  const edit = command
    .command('edit')
    .description('change a store; a new currency or time zone is applied to all files that are in')
    .argument('<name>', 'the store')
    .option('--name <name>', 'call it something else')
    .addHelpText(
      'before',
      `  $ eco store edit us --timezone America/New_York
  $ eco store edit shopify --name web --currency EUR
`,
    )
    .action(
      act(async (session, name: string, flags: StoreFlags & { name?: string }) =>
        (await import('./edit.js')).changeStore(session, name, flags),
      ),
    );
  settings(edit);
}

function settings(command: Command): void {
  command
    .option('--marketplace <name>', "the platform's own name of it: Amazon.co.uk")
    .option('--currency <code>', 'ISO 4217: USD')
    .option('--timezone <zone>', 'IANA: America/Los_Angeles; it decides on which day a sale falls');
}
