/** docs/FORMATS.md, made of the registries of reports and uploads. */
import { FIELDS } from '../../src/core/fields.js';
import type { ColumnSpec, ReportFormat } from '../../src/platforms/define.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { TEMPLATE_NAMES } from '../../src/platforms/templates.js';
import type { UploadFormat } from '../../src/platforms/upload.js';
import { UPLOAD_FORMATS } from '../../src/platforms/uploads.js';

const CERTAINTY: Readonly<Record<ReportFormat['certainty'], string>> = {
  A: 'a real export was opened',
  'A-': 'a header that is stated to be real',
  B: 'read in code that handles it',
  C: 'documentation only',
  M: 'our best knowledge',
  yours: 'a profile that you made (`eco files map`)',
};

export function formatsPage(): string {
  const platforms = [...new Set(REPORT_FORMATS.map((format) => format.platform))].sort();
  return `# Reports that eco reads

Generated from \`src/platforms/\` (\`UPDATE_GOLDEN=1 npx vitest run test/docs.test.ts\`); on the command line: \`eco files formats\`. A report is
recognised by the names of its columns, in any order and whatever the file is called. Case, width, dashes and spaces of a name do not matter;
\`{currency}\` stands for a code or sign in brackets. Names are listed newest first. A column in **bold** must be there.

${Object.entries(CERTAINTY)
  .map(([letter, meaning]) => `- certainty ${letter}: ${meaning}`)
  .join('\n')}

${platforms.map(platformSection).join('\n\n')}

# Uploads that eco writes

\`eco plan export\` takes the first of these that carries a field of the platform; \`--for NAME\` chooses, \`--template FILE\` fills the platform's own
file instead. Only changed units, only the key and the changed columns, and what the platform demands besides. Where a blank cell clears, rows that change
other columns stand in files of their own, so that no cell says more than it must.

${UPLOAD_FORMATS.map(uploadSection).join('\n\n')}

## Templates that eco fills

${TEMPLATE_NAMES.map(({ platform, name }) => `- ${platform}: ${name}`).join('\n')}
`;
}

function uploadSection(upload: UploadFormat): string {
  const facts = [
    `- ${escaped(upload.upload)}${upload.platform === null ? '' : ` of ${upload.platform}`}: ${fileText(upload.file)}`,
    `- carries: ${upload.carries.join(', ')}`,
    `- told by: ${escaped(upload.key)}`,
    ...(upload.demands === null ? [] : [`- demanded besides: ${escaped(upload.demands)}`]),
    `- a blank cell: ${ruleText(upload.blank)}`,
    `- a missing column: ${ruleText(upload.missing)}`,
    `- limits: ${limitText(upload.limits)}`,
    ...upload.steps.map((step, at) => `- step ${at + 1}: ${escaped(step)}`),
  ];
  return `### ${upload.id}\n\n${facts.join('\n')}`;
}

function ruleText({ text, source, certainty }: UploadFormat['blank']): string {
  return `${escaped(text)} (certainty ${certainty}: ${escaped(source)})`;
}

function limitText({ rows, bytes, source }: UploadFormat['limits']): string {
  const limits = [...(rows === null ? [] : [`${rows} rows a file`]), ...(bytes === null ? [] : [`${bytes / 1e6} MB a file`])];
  return limits.length === 0 ? escaped(source) : `${limits.join(', ')}, more become several files (${escaped(source)})`;
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons' };

function fileText(file: UploadFormat['file']): string {
  if (file.kind === 'workbook') return 'a workbook (.xlsx)';
  if (file.kind === 'list') return 'a list for people';
  const lineEnd = file.lineEnd === '\n' ? 'LF' : 'CR LF';
  const follows = file.follows.length === 0 ? '' : `; ${file.follows.join(', ')} as in the last export`;
  return `text, ${file.encoding === 'shift_jis' ? 'CP932' : file.encoding}${file.bom ? ' with a byte order mark' : ''}, ${DELIMITERS[file.delimiter]}, ${lineEnd}${follows}`;
}

function platformSection(platform: string): string {
  const formats = REPORT_FORMATS.filter((format) => format.platform === platform).sort((a, b) => (a.id < b.id ? -1 : 1));
  return `## ${platform}\n\n${formats.map(formatSection).join('\n\n')}`;
}

function formatSection(format: ReportFormat): string {
  const facts = [
    `- ${format.report}: ${escaped(format.download)}`,
    `- fills: ${format.fills.join(', ')}`,
    `- certainty ${format.certainty}: ${escaped(format.source)}`,
    ...quirks(format).map((quirk) => `- ${quirk}`),
  ];
  const rows = [...format.columns.map(row), ...partRows(format)];
  return `### ${format.id}\n\n${facts.join('\n')}\n\n| meaning | kind | names of the column |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function partRows({ parts }: ReportFormat): string[] {
  return (parts?.columns ?? []).map(({ part, names }) => `| ${part} | ${parts?.kind}, a part | ${names.map(code).join(' · ')} |`);
}

/** Clicks ÷ impressions, as a platform defines what it prints. */
function ratioText({ names, of, by, times }: NonNullable<ReportFormat['ratios']>[number]): string {
  return `${code(names[0] ?? '')} = ${of.join(' + ')} ÷ ${by.join(' + ')}${times === undefined ? '' : ` × ${times}`}`;
}

function quirks(format: ReportFormat): string[] {
  const found: string[] = [...(format.notes ?? []).map(escaped)];
  if (format.people)
    found.push(
      `holds people: only the columns below are kept${format.people.buyer ? `; the buyer (${format.people.buyer.map(code).join(', ')}) as a keyed hash` : ''}`,
    );
  if (format.period === 'none')
    found.push('does not say which days it covers: `FROM..TO` in the name of the file or folder, or `--period`');
  if (format.period === 'span')
    found.push('tells its days only by its rows: better `FROM..TO` in the name of the file or folder, or `--period`');
  if (format.period === 'preamble')
    found.push('its period stands above the header; else `FROM..TO` in the name of the file or folder, or `--period`');
  if (format.period === 'snapshot') found.push('shows one moment: the day in its name, else of the file');
  if (format.serves === 'any') found.push('goes to a web shop, or the store that `--store` names');
  else if (format.serves) found.push(`goes to a store on ${format.serves.join(' or ')}`);
  if (format.collect)
    found.push(
      `collects the columns ${format.collect.map(({ into, headers }) => `\`${headers.source.replaceAll('|', '\\|')}\` into ${into}`).join(', ')}`,
    );
  if (format.ratios) found.push(`computed, not read: ${format.ratios.map(ratioText).join(' · ')}`);
  if (format.not) found.push(`is another report with ${format.not.map(code).join(', ')}`);
  if (format.hasOneOf) found.push(`has one of ${format.hasOneOf.map(code).join(', ')}`);
  if (format.ignore) found.push(`ignores rows by rule: ${format.ignore.map((rule) => rule.rule).join(', ')}`);
  return found;
}

function row(column: ColumnSpec): string {
  const names = column.names.map(code).join(' · ');
  return `| ${column.field} | ${FIELDS[column.field]} | ${column.required ? `**${names}**` : names} |`;
}

/** A name as code in a table: a bar would end the cell. */
function code(name: string): string {
  return `\`${name.replaceAll('|', '\\|')}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '>'));
}
