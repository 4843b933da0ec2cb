/** `eco plan list|show|review|rebase|export|mark|verify|undo|discard|group`. Each verb has a file of its own. */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';
import type { Session } from '../../session.js';
import type { MarkFlags } from './mark.js';
import type { ReviewFlags } from './review.js';
import { configureExport } from './runExport.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', EXAMPLES);
  configureLooking(command, act);
  configureDeciding(command, act);
  configureExport(command, act);
  configureAfterwards(command, act);
  configureDropping(command, act);
}

function configureLooking(command: Command, act: Act): void {
  command
    .command('list')
    .description('the plans that are kept, what became of them, and what comes next')
    .option('--group <name>', 'only the plans of this group')
    .addHelpText('before', LIST_EXAMPLES)
    .action(
      act(async (session, flags: { group?: string }) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./list.js')).listVerb(session, flags);
      }),
    );

  command
    .command('show')
    .description('before → after of every change, why, what it should bring')
    .argument('<plan>', 'its id, or a plan file')
    .addHelpText('before', SHOW_EXAMPLES)
    .action(act(async (session, word: string) => (await import('./show.js')).showVerb(session, word)));
}

function configureDeciding(command: Command, act: Act): void {
  command
    .command('review')
    .description('accept, decline or edit, one by one; without a terminal by conditions or by file')
    .argument('[plan]', 'its id, or a plan file')
    .option('--accept <where>', "accept the changes that meet a condition on the plan's columns, or all (repeatable)", collect)
    .option('--decline <where>', 'decline them; wins over --accept (repeatable)', collect)
    .option('--group <name>', 'all plans of a group')
    .addHelpText('before', REVIEW_EXAMPLES)
    .addHelpText('after', REVIEW_HELP)
    .action(
      act(async (session, word: string | undefined, flags: ReviewFlags) => {
        tellIgnored(session, 'knownAt');
        await (await import('./review.js')).reviewVerb(session, word, flags);
      }),
    );

  command
    .command('rebase')
    .description('bring stale changes up to what stands at the platform today; they are proposed again')
    .argument('<plan>', 'its id, or a plan file')
    .option('--again', 'also what was not applied, refused, overridden or drifted back')
    .addHelpText('before', REBASE_EXAMPLES)
    .action(
      act(async (session, word: string, flags: { again?: boolean }) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./rebase.js')).rebaseVerb(session, word, flags);
      }),
    );
}

function configureAfterwards(command: Command, act: Act): void {
  command
    .command('mark')
    .description('say that a plan was uploaded, and what the platform refused')
    .argument('<plan>', 'its id, or a plan file')
    .option('--uploaded <when>', 'today, a day (2026-11-22) or a time (2026-11-22T14:30) in the time zone of the store')
    .option('--refused <file>', "the platform's processing report: CSV or tab-separated, with an item and an error column")
    .addHelpText('before', MARK_EXAMPLES)
    .action(
      act(async (session, word: string, flags: MarkFlags) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./mark.js')).markVerb(session, word, flags);
      }),
    );

  command
    .command('verify')
    .description('what became of each change, by exports of the shop that are newer than the upload')
    .argument('[plan]', 'its id; all plans when not given')
    .addHelpText('before', VERIFY_EXAMPLES)
    .action(
      act(async (session, word: string | undefined) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./verify.js')).verifyVerb(session, word);
      }),
    );

  command
    .command('undo')
    .description('the plan that takes a plan back, leaving alone what has changed since')
    .argument('<plan>', 'its id')
    .option('--save', 'keep it')
    .addHelpText('before', UNDO_EXAMPLES)
    .action(
      act(async (session, id: string, flags: { save?: boolean }) => {
        await (await import('./undo.js')).undoVerb(session, id, flags);
      }),
    );
}

function configureDropping(command: Command, act: Act): void {
  command
    .command('discard')
    .description('drop plans that are not at the platform')
    .argument('<plan...>', 'their ids')
    .addHelpText('before', `  $ eco plan discard t-0042\n`)
    .action(
      act(async (session, ids: string[]) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./discard.js')).discardVerb(session, ids);
      }),
    );

  command
    .command('group')
    .description('put plans of one promotion under one name')
    .argument('<name>', 'the name of the group')
    .argument('[plan...]', 'their ids')
    .option('--none', 'take them out of their group')
    .addHelpText('before', `  $ eco plan group double-11 t-0042 p-0007\n  $ eco plan group --none t-0042\n`)
    .action(
      act(async (session, name: string, ids: string[], flags: { none?: boolean }) => {
        tellIgnored(session, 'asOf', 'knownAt');
        await (await import('./discard.js')).groupVerb(session, name, ids, flags);
      }),
    );
}

/** Says which options of the whole program a verb does not ask: plans are shown as they are now. */
function tellIgnored(session: Session, ...options: readonly ('asOf' | 'knownAt')[]): void {
  const given = options
    .filter((option) => session.flags[option] !== undefined)
    .map((option) => (option === 'asOf' ? '--as-of' : '--known-at'));
  if (given.length > 0) session.warn(`${given.join(' and ')}: not asked here; plans are as they are now`);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

const EXAMPLES = `  $ eco titles edit shorten.yaml --save          a verb that proposes keeps its plan with --save
  $ eco plan review t-0042                       accept, decline, edit
  $ eco plan export t-0042 --output titles.csv   the platform's own upload file
  $ eco plan mark t-0042 --uploaded today
  $ eco plan verify                              after the next import
  $ eco plan undo t-0042 --save
`;

const LIST_EXAMPLES = `  $ eco plan list
  $ eco plan list --where next=review
  $ eco plan list --group double-11 --format json
`;

const SHOW_EXAMPLES = `  $ eco plan show t-0042
  $ eco plan show t-0042 --where 'status=refused' --verbose
  $ eco plan show t-0042 --output plan.csv       edit it, then: eco plan review plan.csv
`;

const REVIEW_EXAMPLES = `  $ eco plan review t-0042
  $ eco plan review t-0042 --accept all --decline 'sku=KETTLE-17'
  $ eco plan review t-0042 --accept 'reason_code=shorten'
  $ eco plan review plan.csv                     take over what was written into the file
`;

const REVIEW_HELP = `
What is written by hand is checked like what eco proposes: an edit that makes no sense, or that the platform refuses for certain (a text over
its limit), is rejected by line, and nothing is taken over. A limit that does not hold for a shop is made a warning in eco.config.yaml:
  titles: { stores: { us: { severity: { amazon/title-length: warning } } } }
`;

const REBASE_EXAMPLES = `  $ eco plan rebase t-0042
  $ eco plan rebase t-0042 --again
`;

const MARK_EXAMPLES = `  $ eco plan mark t-0042 --uploaded today
  $ eco plan mark t-0042 --uploaded 2026-11-22T14:30 --refused processing-report.txt
`;

const VERIFY_EXAMPLES = `  $ eco plan verify
  $ eco plan verify t-0042 --format json
  $ eco plan verify --exit-code                  exit code 3 when a change was not applied, refused, overridden or drifted back
`;

const UNDO_EXAMPLES = `  $ eco plan undo t-0042
  $ eco plan undo t-0042 --save
`;
