/**
 * `eco plan export`: the accepted changes of a plan as the files that its platforms take, in the working folder or where `--output`
 * says, or filled into the platform's own template. Nothing is written when anything is wrong; what cannot be exported is named.
 */
import type { Command } from 'commander';
import type { Act } from '../../commands.js';
import { UsageError } from '../../core/errors.js';
import type { UploadFormat } from '../../platforms/upload.js';

export interface ExportFlags {
  readonly for?: string;
  readonly template?: string;
  readonly all?: boolean;
  readonly group?: string;
}

export function configureExport(command: Command, act: Act): void {
  command
    .command('export')
    .description("the platforms' own upload files: only accepted changes, only safe columns")
    .argument('[plan]', 'its id, or a plan file')
    .option('--for <upload>', 'only what this upload carries, or checklist: a list to work through by hand')
    .option('--template <file>', "fill the platform's own template; its other rows are written back unchanged")
    .option('--all', 'also changes that nobody has reviewed yet; declined ones never')
    .option('--group <name>', 'all plans of a group')
    .addHelpText('before', EXPORT_EXAMPLES)
    .action(
      act(async (session, word: string | undefined, flags: ExportFlags) => {
        const { exportVerb } = await import('./export.js');
        await exportVerb(session, word, flags, await uploadNamed(flags));
      }),
    );
}

async function uploadNamed(flags: ExportFlags): Promise<UploadFormat | null> {
  if (flags.for === undefined) return null;
  if (flags.template !== undefined) throw new UsageError('Give --for or --template: a template says itself what it is for.');
  const { UPLOAD_FORMATS, uploadFormat } = await import('../../platforms/uploads.js');
  const found = uploadFormat(flags.for);
  if (found) return found;
  const { nearestName } = await import('../../core/nearest.js');
  const ids = UPLOAD_FORMATS.map(({ id }) => id);
  throw new UsageError(
    `--for ${flags.for}: there is no such upload. The nearest is ${nearestName(flags.for, ids)}; all: ${ids.join(', ')}`,
  );
}

const EXPORT_EXAMPLES = `  $ eco plan export t-0042
  $ eco plan export t-0042 --output titles.csv
  $ eco plan export t-0042 --template flat-file.txt --output upload.txt
  $ eco plan export t-0042 --for checklist          to work through by hand
  $ eco plan export --group double-11 --output uploads/
`;
