/** A file on its way in: as it lies on the disk, or unpacked from an archive. */
import { type Allowance, allowance } from './unpack.js';

export interface Arrival {
  /** Where its bytes lie. */
  readonly path: string;
  /** Where it lies for the user: an archive's member in a folder of the archive's name. */
  readonly place: string;
  readonly name: string;
  /** When the archive that it comes from says that it was changed, epoch seconds. */
  readonly modifiedAt: number | null;
  /** In how many archives it lies. */
  readonly depth: number;
  /** What the archive that lies on the disk may still unpack to. */
  readonly allowance: Allowance;
}

export function arrivalOf(path: string, name: string): Arrival {
  return { path, place: path, name, modifiedAt: null, depth: 0, allowance: allowance() };
}
