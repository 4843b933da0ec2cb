/** `eco titles audit`. */
import { type Command, Option } from 'commander';
import type { Act } from '../commands.js';
import { UsageError } from '../core/errors.js';
import type { Session } from '../session.js';
import type { AuditOptions } from './auditTexts.js';
import { type AuditFlags, filterOf, paramsOf, SEVERITIES, show } from './runAuditShow.js';

export function configureAudit(command: Command, act: Act): void {
  command
    .command('audit')
    .argument('[file]', 'a file of titles that is not imported (CSV, tab-separated, workbook); with --platform')
    .description("listing texts that break their platform's rules, now or from a day that is known")
    .option('--rule <rule>', 'only this rule: amazon/title-length, a platform: amazon, or a name: length (repeatable)', collect)
    .option('--disable <rule>', 'not this rule, named as in --rule (repeatable)', collect)
    .addOption(new Option('--severity <severity>', 'only findings this serious or worse').choices(SEVERITIES))
    .addOption(new Option('--fail-on <severity>', 'exit with 3 when there are such findings (or worse)').choices(SEVERITIES))
    .option('--fields <fields>', 'only these texts: title,seo_title,…')
    .option('--fix', 'a plan of the mendings that are certain, instead of the findings')
    .option('--save', 'with --fix: keep the plan')
    .option('--platform <name>', 'with FILE: whose rules')
    .option('--marketplace <name>', 'with FILE: where, such as DE or Amazon.de')
    .option('--column <name>', 'with FILE: the column of the titles')
    .addHelpText('before', AUDIT_EXAMPLES)
    .action(act((session, file: string | undefined, flags: AuditFlags) => audit(session, file, flags)));
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

async function audit(session: Session, file: string | undefined, flags: AuditFlags): Promise<void> {
  await checkFlags(file, flags);
  if (file !== undefined) {
    const { auditFile } = await import('./runAuditFile.js');
    return auditFile(session, file, flags);
  }
  const loaded = await loadShop(session, flags);
  const options = { ...loaded.options, ...(await filterOf(flags)), params: paramsOf(flags) };
  if (flags.fix) return proposeFixes(session, flags, { ...loaded, options });
  await show(session, flags, loaded.listings, options, 'eco titles audit');
}

async function checkFlags(file: string | undefined, flags: AuditFlags): Promise<void> {
  const { likelyRules, rulesMeant } = await import('./chosen.js');
  for (const [option, words] of [
    ['--rule', flags.rule],
    ['--disable', flags.disable],
  ] as const) {
    for (const word of words ?? []) {
      if (rulesMeant(word).length === 0) throw new UsageError(`${option} ${word}: no such rule. Known: ${likelyRules(word).join(', ')}`);
    }
  }
  if (file === undefined) {
    for (const option of ['platform', 'marketplace', 'column'] as const) {
      if (flags[option] !== undefined)
        throw new UsageError(`--${option} is for a file: eco titles audit FILE --${option} ${flags[option]}`);
    }
  } else if (flags.fix)
    throw new UsageError('--fix makes a plan for imported listings: eco import FILE first, then eco titles audit --fix');
  if (flags.save && !flags.fix) throw new UsageError('--save keeps the plan of --fix: eco titles audit --fix --save');
}

async function loadShop(session: Session, flags: AuditFlags) {
  const db = await session.database();
  const stores = await session.stores(db);
  const asOf = session.asOf(stores);
  const storeIds = stores.map((store) => store.storeId);
  const { storesOf } = await import('../facts/stores.js');
  const { checkSettings, settingsOf } = await import('./auditSettings.js');
  const { auditRows, searchTermsOf } = await import('./auditQueries.js');
  const { judgedOnce } = await import('./judged.js');
  const { searchedIn } = await import('./auditSearched.js');
  // Before the first row is asked for: an open question to the database must not be left behind.
  const fields = await fieldsOf(flags);
  const configured = session.config.titles;
  if (session.configFile !== null) {
    checkSettings(
      configured,
      session.configFile,
      storesOf(db, {}).map((store) => store.name),
    );
  }
  const terms = searchTermsOf(db, storeIds);
  const searched = new Map(
    stores.flatMap((store) => {
      const words = searchedIn(terms.get(store.storeId) ?? [], store.platform, store.marketplace);
      return words === null ? [] : [[store.name, words] as const];
    }),
  );
  const settings = settingsOf(
    configured,
    flags,
    stores.map((store) => store.name),
  );
  const listings = judgedOnce(auditRows(db, storeIds), fields);
  return { db, storeIds, listings, options: { asOf, settings, searched } satisfies AuditOptions };
}

async function fieldsOf({ fields }: AuditFlags) {
  if (fields === undefined) return undefined;
  const { AUDIT_FIELDS } = await import('./audit.js');
  return fields.split(',').map((word) => {
    const field = AUDIT_FIELDS.find((name) => name === word.trim().replaceAll('-', '_'));
    if (!field) throw new UsageError(`--fields ${word}: no such text. Known: ${AUDIT_FIELDS.join(', ')}`);
    return field;
  });
}

async function proposeFixes(
  session: Session,
  flags: AuditFlags,
  loaded: Awaited<ReturnType<typeof loadShop>> & { options: AuditOptions },
): Promise<void> {
  const { fixPlan } = await import('./auditFix.js');
  const { catalogueImports } = await import('./auditQueries.js');
  const { meansRule } = await import('../measures/listingRules/textRules.js');
  const { propose } = await import('../plans/propose.js');
  const words = flags.rule ?? [];
  const plan = fixPlan(loaded.listings, loaded.options, {
    imports: catalogueImports(loaded.db, loaded.storeIds),
    params: { command: 'titles audit --fix', rules: flags.rule ?? null, disabled: flags.disable ?? null },
    only: (rule) => words.length === 0 || words.some((word) => meansRule(word, rule)),
  });
  await propose(session, plan, { save: flags.save === true });
}

const AUDIT_EXAMPLES = `  $ eco titles audit
  $ eco titles audit --rule amazon/title-length --store us
  $ eco titles audit --severity error --fail-on error     for cron: exit code 3 when a title is refused
  $ eco titles audit --as-of 2026-07-01                   what is coming into force
  $ eco titles audit --disable all-caps --fields title
  $ eco titles audit --format csv --output findings.csv
  $ eco titles audit --format sarif --output titles.sarif   for code scanning
  $ eco titles audit --fix --save                         a plan: spaces, HTML, wrong encoding and width mended
  $ eco titles audit titles.csv --platform taobao         a file that is not imported
`;
