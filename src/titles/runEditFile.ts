/** The rule file of `eco titles edit`: read, and its own tests run. */
import type { Day } from '../core/day.js';
import { UsageError } from '../core/errors.js';
import type { ListingFieldName } from '../core/listingField.js';
import { decodeWritten, readNamedFile } from '../namedFile.js';
import type { Session } from '../session.js';
import type { RuleFile } from './edit/ruleFile.js';

export async function readRules(session: Session, path: string): Promise<RuleFile> {
  const { readRuleFile } = await import('./edit/ruleFile.js');
  const bytes = readNamedFile(session.context.cwd, path, 'a rule file (YAML): docs/TITLE-RULES.md');
  return readRuleFile(decodeWritten(bytes, path), path);
}

export async function testRules(session: Session, file: RuleFile | null, field: ListingFieldName): Promise<void> {
  if (file === null) throw new UsageError('--test runs the tests of a rule file: eco titles edit RULES.yaml --test');
  const { runFileTests } = await import('./edit/fileTests.js');
  const { table, failed } = runFileTests(file, field, session.asOf([]), session.flags.verbose === true);
  await session.print(table);
  if (failed > 0) session.setExitCode(1);
}

export async function warnOfFailingTests(session: Session, file: RuleFile | null, field: ListingFieldName, asOf: Day): Promise<void> {
  if (file === null || file.tests.length === 0) return;
  const { runFileTests } = await import('./edit/fileTests.js');
  const { failed } = runFileTests(file, field, asOf, false);
  if (failed > 0)
    session.warn(`${failed} of ${file.tests.length} tests of ${file.name} fail: eco titles edit ${file.name} --test shows them`);
}
