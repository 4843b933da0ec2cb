/** Names of upload files: what the platform looks at, the plan, and what tells the files of one export apart. */
import type { UploadFormat, UploadSheet } from '../../platforms/upload.js';

export interface FileNaming {
  readonly store: string;
  /** `t-0042`, or the group's name. */
  readonly plan: string;
  /** Whether the store's name is part of the file's. */
  readonly withStore: boolean;
}

/** The name of each part of an upload's sheets, in their order. */
export function namesOf(upload: UploadFormat, parts: readonly { readonly sheet: UploadSheet }[], naming: FileNaming): string[] {
  const sheets = [...new Set(parts.map(({ sheet }) => sheet))];
  // Two sheets of prices, one of them of sale prices, are told apart by their columns.
  const partOf = (sheet: UploadSheet) =>
    sheets.filter(({ part }) => part === sheet.part).length === 1 ? sheet.part : fileSafe(sheet.changed.join('-'));
  const taken = new Map<string, number>();
  const bases = parts.map(({ sheet }) =>
    [
      upload.fileName,
      fileSafe(naming.plan),
      ...(naming.withStore ? [fileSafe(naming.store)] : []),
      ...(sheets.length > 1 ? [partOf(sheet)] : []),
    ].join('-'),
  );
  return bases.map((base) => {
    const number = (taken.get(base) ?? 0) + 1;
    taken.set(base, number);
    const isOne = bases.filter((other) => other === base).length === 1;
    return `${base}${isOne ? '' : `-${number}`}.${upload.extension}`;
  });
}

/** A store's name as a part of a file's. */
export function fileSafe(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_');
}
