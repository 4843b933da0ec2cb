/** docs/FORMATS.md, made of the registry of reports. */
import { FIELDS } from '../../src/core/fields.js';
import type { ColumnSpec, ReportFormat } from '../../src/platforms/define.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';

const CERTAINTY: Readonly<Record<ReportFormat['certainty'], string>> = {
  A: 'a real export was opened',
  'A-': 'a header that is stated to be real',
  B: 'read in code that handles it',
  C: 'documentation only',
  M: 'our best knowledge',
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
`;
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
  return `### ${format.id}\n\n${facts.join('\n')}\n\n| meaning | kind | names of the column |\n| --- | --- | --- |\n${format.columns.map(row).join('\n')}`;
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
