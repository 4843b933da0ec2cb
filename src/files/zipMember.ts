/** The one file in a zip that people download for a table: a central bank's rates. */
import { unzipSync } from 'fflate';

/** Its bytes. Throws Error where the zip is damaged, empty, or holds several files. */
export function onlyMember(bytes: Uint8Array): Uint8Array {
  const members = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  const [only] = members;
  if (only === undefined || members.length > 1) throw new Error(`it is a zip with ${members.length} files, one table expected`);
  return only[1];
}
