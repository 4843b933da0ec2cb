/** Whose reports there are: of a shop one set, of an agency one a client, each in a folder of its own. */
import type { Store } from '../../facts/stores.js';
import { groupBy } from '../../measures/grouping.js';

export interface Group {
  /** Null for the stores without a client. */
  readonly client: string | null;
  /** Below the folder of all reports; empty where there are no clients. */
  readonly folder: string;
  readonly stores: readonly Store[];
}

/** Stores without a client stand beside clients under this name, as their accounts do. */
const WITHOUT_CLIENT = 'own';

/** By client, those without one last. */
export function groupsOf(stores: readonly Store[]): Group[] {
  if (stores.every(({ client }) => client === null)) return stores.length === 0 ? [] : [{ client: null, folder: '', stores }];
  const taken = new Set<string>();
  const groups = [...groupBy(stores, ({ client }) => client)];
  const named = groups.sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return named.map(([client, own]) => {
    const wanted = client === null ? WITHOUT_CLIENT : folderName(client);
    let folder = wanted;
    for (let n = 2; taken.has(folder.toLowerCase()); n++) folder = `${wanted}-${n}`;
    taken.add(folder.toLowerCase());
    return { client, folder, stores: own };
  });
}

/** What every file system takes: letters and digits of any script, other signs as hyphens. */
function folderName(client: string): string {
  return (
    client
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'client'
  );
}
