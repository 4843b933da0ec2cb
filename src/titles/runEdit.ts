/** `eco titles edit`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { Day } from '../core/day.js';
import { UsageError, UserError } from '../core/errors.js';
import type { ListingFieldName } from '../core/listingField.js';
import type { Store } from '../facts/stores.js';
import type { Session } from '../session.js';
import type { EditOrder } from './edit/engine.js';
import type { EditFlags } from './edit/options.js';
import type { PlacedRule, RuleFile } from './edit/ruleFile.js';
import type { OwnedText } from './textListing.js';

export function configureEdit(command: Command, act: Act): void {
  command
    .command('edit')
    .description('change many titles, or another text, by a rule file or by options; ends in a plan to review')
    .argument('[rules]', 'a rule file (YAML): docs/TITLE-RULES.md')
    .option(
      '--field <field>',
      'the text to edit: title, item_highlights, search_terms, subtitle, shopping_title, seo_title … (default: title)',
    )
    .option('--only <condition>', "only where it holds: 'platform = amazon and length > 75' (repeatable)", collect)
    .option('--sku <sku>', 'only this SKU, listing or product id (repeatable)', collect)
    .option('--find <text>', 'find this …')
    .option('--replace <text>', '… and put this in its place')
    .option('--regex', '--find is a regular expression (RE2); $1 in --replace is its first group')
    .option('--ignore-case', '--find in any case')
    .option('--whole-words', '--find as whole words only')
    .option('--remove-word <word>', 'take a word or phrase out (repeatable)', collect)
    .option('--template <template>', 'make the text of what is known: "{brand} {product_type}, {color?}"')
    .option('--prepend <text>', 'put before, unless it stands there already')
    .option('--append <text>', 'put after, unless it stands there already')
    .option('--case <case>', 'title, sentence, upper, lower or first')
    .option('--dedupe [by]', 'keep the first of equal words (words), or of words of one stem (stems)')
    .option('--shorten <to>', 'at most so many characters, or "limit": the platform’s own')
    .option('--test', 'run the tests of the rule file and change nothing; exit code 1 when one fails')
    .option('--allow <rule>', 'make changes although they newly break this rule, or "all" (repeatable)', collect)
    .option('--explain', 'show which rule did what, step by step, instead of the plan')
    .option('--preview', 'the same as --explain')
    .option('--save', 'keep the plan, to review and export it')
    .addHelpText('before', EDIT_EXAMPLES)
    .addHelpText('after', ORDER_HELP)
    .action(act(async (session, rules: string | undefined, flags: EditFlags) => edit(session, rules, flags)));
}

async function edit(session: Session, path: string | undefined, flags: EditFlags): Promise<void> {
  const { onlyConditions, optionRules } = await import('./edit/options.js');
  const { NO_SETTINGS } = await import('./edit/ruleFile.js');
  const file = path === undefined ? null : await readRules(session, path);
  const options = optionRules(flags);
  if (file === null && options.length === 0) {
    throw new UsageError(
      'Nothing to do: give a rule file (docs/TITLE-RULES.md), or options such as --find A --replace B, --case title, --shorten limit',
    );
  }
  const field = await fieldOf(flags, file);
  if (flags.test) return testRules(session, file, field);
  const explain = flags.explain === true || flags.preview === true;
  if (explain && flags.save)
    throw new UsageError('--explain only shows what the rules would do; leave it out to keep the plan with --save');
  const only = onlyConditions(flags.only ?? []);
  const db = await session.database();
  const stores = await session.stores(db);
  const rules = [...(file?.rules ?? []), ...options];
  const order: EditOrder & { readonly rules: readonly PlacedRule[] } = {
    field,
    where: [...(file?.where ?? []), ...only],
    rules,
    settings: file?.settings ?? NO_SETTINGS,
    allow: [...(file?.settings.allow ?? []), ...(flags.allow ?? [])],
    asOf: session.asOf(stores),
  };
  await warnOfFailingTests(session, file, field, order.asOf);
  const { ownedTexts } = await import('./textListing.js');
  const { textListings } = await import('./queries.js');
  const storeIds = stores.map((store) => store.storeId);
  const texts = ownedTexts(textListings(db, storeIds), field);
  const chosen = flags.sku === undefined ? texts : namedBy(texts, flags.sku);
  const { checkNames } = await import('./edit/checkNames.js');
  checkNames(order, texts);
  const { loadFacts } = await import('./runEditFacts.js');
  const { editTexts } = await import('./edit/engine.js');
  const result = editTexts(texts, order, loadFacts(session, db, stores, order), chosen === texts ? undefined : new Set(chosen));
  const { editPlan } = await import('./edit/plan.js');
  const { catalogueImports } = await import('./editQueries.js');
  const plan = editPlan(result, {
    asOf: order.asOf,
    imports: catalogueImports(db, storeIds),
    params: paramsOf(path, flags, field, stores),
  });
  if (explain) {
    const { stepsTable } = await import('./edit/stepsTable.js');
    await session.print(stepsTable(result, plan.notes, order.asOf));
    return session.findings(plan.changes.length);
  }
  const { propose } = await import('../plans/propose.js');
  await propose(session, plan, { save: flags.save === true });
}

async function readRules(session: Session, path: string): Promise<RuleFile> {
  const { readRuleFile } = await import('./edit/ruleFile.js');
  let content: string;
  try {
    content = readFileSync(resolve(session.context.cwd, path), 'utf8');
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
  return readRuleFile(content, path);
}

async function fieldOf(flags: EditFlags, file: RuleFile | null): Promise<ListingFieldName> {
  if (flags.field === undefined) return file?.field ?? 'title';
  const { TEXT_FIELD_NAMES, textFieldNamed } = await import('./edit/ruleFile.js');
  const { unknownWord } = await import('./edit/spot.js');
  const field = textFieldNamed(flags.field);
  if (field === null) throw new UsageError(`--field: ${unknownWord('text field', flags.field, TEXT_FIELD_NAMES, 'Text fields')}`);
  return field;
}

async function testRules(session: Session, file: RuleFile | null, field: ListingFieldName): Promise<void> {
  if (file === null) throw new UsageError('--test runs the tests of a rule file: eco titles edit RULES.yaml --test');
  const { runFileTests } = await import('./edit/fileTests.js');
  const { table, failed } = runFileTests(file, field, session.asOf([]), session.flags.verbose === true);
  await session.print(table);
  if (failed > 0) session.setExitCode(1);
}

async function warnOfFailingTests(session: Session, file: RuleFile | null, field: ListingFieldName, asOf: Day): Promise<void> {
  if (file === null || file.tests.length === 0) return;
  const { runFileTests } = await import('./edit/fileTests.js');
  const { failed } = runFileTests(file, field, asOf, false);
  if (failed > 0)
    session.warn(`${failed} of ${file.tests.length} tests of ${file.name} fail: eco titles edit ${file.name} --test shows them`);
}

/** The texts that `--sku` names, by SKU, listing id or product id in any case; a word that names none is a mistake. */
function namedBy(texts: readonly OwnedText[], words: readonly string[]): OwnedText[] {
  const wanted = new Map(words.map((word) => [word.toLowerCase(), word]));
  const missing = new Set(wanted.keys());
  const chosen = texts.filter((owned) => {
    const names = [owned.id, ...owned.listings.flatMap((listing) => [listing.sku, listing.listingId])].flatMap(
      (name) => name?.toLowerCase() ?? [],
    );
    const found = names.filter((name) => wanted.has(name));
    for (const name of found) missing.delete(name);
    return found.length > 0;
  });
  for (const word of missing) {
    throw new UserError(`--sku ${wanted.get(word)}: no listing of the chosen stores has this SKU or id. "eco products list" shows all.`);
  }
  return chosen;
}

/** What made the plan, as far as it was asked for. */
function paramsOf(path: string | undefined, flags: EditFlags, field: ListingFieldName, stores: readonly Store[]) {
  const { field: _, save: __, test: ___, explain: ____, preview: _____, ...asked } = flags;
  const options = Object.entries(asked).map(
    ([name, value]) => [name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), value] as const,
  );
  return { rules: path ?? null, field, stores: stores.map((store) => store.name), ...Object.fromEntries(options) };
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

const EDIT_EXAMPLES = `  $ eco titles edit shorten.yaml                             rules in a file: docs/TITLE-RULES.md
  $ eco titles edit shorten.yaml --test                      its own tests
  $ eco titles edit shorten.yaml --explain --sku KETTLE-17   which rule did what
  $ eco titles edit shorten.yaml --save                      keep the plan: eco plan review, export
  $ eco titles edit --find "Tea-pot" --replace Teapot --ignore-case
  $ eco titles edit --only 'length > 75' --dedupe --shorten limit --store us
`;

const ORDER_HELP = `
Options act in this order, after the rules of a file: find and replace, remove-word, template, prepend, append, case, dedupe, shorten.
No change is made that would newly break a rule of the platform, unless --allow; what is left out is named with the rule.
`;
