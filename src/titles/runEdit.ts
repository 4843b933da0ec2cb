/** `eco titles edit`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { UsageError, UserError } from '../core/errors.js';
import type { ListingFieldName } from '../core/listingField.js';
import type { Store } from '../facts/stores.js';
import type { Session } from '../session.js';
import type { EditOrder } from './edit/engine.js';
import type { EditFlags } from './edit/options.js';
import type { PlacedCondition, PlacedRule, RuleFile } from './edit/ruleFile.js';
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

/** What was asked for, checked before the database is opened. */
interface Asked {
  readonly path: string | undefined;
  readonly file: RuleFile | null;
  readonly field: ListingFieldName;
  readonly rules: readonly PlacedRule[];
  readonly where: readonly PlacedCondition[];
}

async function edit(session: Session, path: string | undefined, flags: EditFlags): Promise<void> {
  const { onlyConditions, optionRules } = await import('./edit/options.js');
  const { readRules, testRules } = await import('./runEditFile.js');
  const file = path === undefined ? null : await readRules(session, path);
  const options = optionRules(flags);
  if (file === null && options.length === 0) {
    throw new UsageError(
      'Nothing to do: give a rule file (docs/TITLE-RULES.md), or options such as --find A --replace B, --case title, --shorten limit',
    );
  }
  const field = await fieldOf(flags, file);
  if (flags.test) return testRules(session, file, field);
  if (explains(flags) && flags.save) {
    throw new UsageError('--explain only shows what the rules would do; leave it out to keep the plan with --save');
  }
  const where = [...(file?.where ?? []), ...onlyConditions(flags.only ?? [])];
  await checkAllowed(flags);
  await editShop(session, flags, { path, file, field, rules: [...(file?.rules ?? []), ...options], where });
}

function explains(flags: EditFlags): boolean {
  return flags.explain === true || flags.preview === true;
}

async function editShop(session: Session, flags: EditFlags, asked: Asked): Promise<void> {
  const { ownedTexts } = await import('./textListing.js');
  const { textListings } = await import('./queries.js');
  const { checkNames, keepSlips } = await import('./edit/checkNames.js');
  const { loadFacts } = await import('./runEditFacts.js');
  const { editTexts } = await import('./edit/engine.js');
  const { editPlan } = await import('./edit/plan.js');
  const { catalogueImports } = await import('./editQueries.js');
  const { warnOfFailingTests } = await import('./runEditFile.js');
  const db = await session.database();
  const stores = await session.stores(db);
  const storeIds = stores.map((store) => store.storeId);
  const order = await orderOf(session, flags, asked, stores);
  await warnOfFailingTests(session, asked.file, asked.field, order.asOf);
  const texts = ownedTexts(textListings(db, storeIds), asked.field);
  const among = flags.sku === undefined ? undefined : new Set(namedBy(texts, flags.sku));
  checkNames({ ...asked, settings: order.settings }, texts);
  for (const slip of keepSlips({ ...asked, settings: order.settings }, texts)) session.warn(slip);
  const result = editTexts(texts, order, loadFacts(session, db, stores, order), among);
  const params = paramsOf(asked, flags, stores, order.allow);
  const plan = editPlan(result, { asOf: order.asOf, imports: catalogueImports(db, storeIds), params });
  if (explains(flags)) {
    const { stepsTable } = await import('./edit/stepsTable.js');
    await session.print(stepsTable(result, plan.notes, order.asOf));
    return session.findings(plan.changes.length);
  }
  const { propose } = await import('../plans/propose.js');
  await propose(session, plan, { save: flags.save === true });
}

async function orderOf(
  session: Session,
  flags: EditFlags,
  { file, field, rules, where }: Asked,
  stores: readonly Store[],
): Promise<EditOrder> {
  const { NO_SETTINGS } = await import('./edit/ruleFile.js');
  const { settingsOf } = await import('./auditSettings.js');
  const settings = file?.settings ?? NO_SETTINGS;
  const names = stores.map((store) => store.name);
  return {
    field,
    where,
    rules,
    settings,
    allow: [...settings.allow, ...(flags.allow ?? [])],
    asOf: session.asOf(stores),
    lint: settingsOf(session.config.titles, {}, names),
    keepsSteps: explains(flags),
  };
}

async function fieldOf(flags: EditFlags, file: RuleFile | null): Promise<ListingFieldName> {
  if (flags.field === undefined) return file?.field ?? 'title';
  const { TEXT_FIELD_NAMES, textFieldNamed } = await import('./edit/ruleFile.js');
  const { unknownWord } = await import('../core/spot.js');
  const field = textFieldNamed(flags.field);
  if (field === null) throw new UsageError(`--field: ${unknownWord('text field', flags.field, TEXT_FIELD_NAMES, 'Text fields')}`);
  return field;
}

/** A rule that does not exist allows nothing: most likely a slip. What a file allows was checked when it was read. */
async function checkAllowed(flags: EditFlags): Promise<void> {
  const { likelyRules, rulesMeant } = await import('./chosen.js');
  const isUnknown = (word: string) => word !== 'all' && rulesMeant(word).length === 0;
  const typed = flags.allow?.find(isUnknown);
  if (typed !== undefined) throw new UsageError(`--allow ${typed}: no such rule. Known: all, ${likelyRules(typed).join(', ')}`);
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
function paramsOf({ path, field }: Asked, flags: EditFlags, stores: readonly Store[], allow: readonly string[]) {
  const { field: _, save: __, test: ___, explain: ____, preview: _____, allow: ______, ...asked } = flags;
  const options = Object.entries(asked).map(
    ([name, value]) => [name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), value] as const,
  );
  // Also what the rule file allows: whoever edits the plan by hand later may break the same rules.
  const allowed = allow.length === 0 ? [] : [['allow', [...new Set(allow)]] as const];
  return { rules: path ?? null, field, stores: stores.map((store) => store.name), ...Object.fromEntries([...options, ...allowed]) };
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
