/** Telling a file that came in before without reading it. */
import { statSync } from 'node:fs';

/** Within this time a file may change again without its times telling (FAT counts in steps of two seconds). */
const RACE_SECONDS = 3;

/**
 * What the file system says of a file: device, number, size, and the times of its last change and of its last move. While none of
 * them changes, the file is the same, as git's index has it, and need not be read. Null where it is too young to tell.
 */
export function fileStamp(path: string, now: number): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile() || now - Number(stat.mtimeMs) / 1000 < RACE_SECONDS) return null;
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
}
