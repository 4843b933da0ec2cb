/** Reads a profile as people write it (YAML). Apart from `profile.ts`, since the YAML library is only loaded for a file. */
import { parseLocated } from '../../core/located.js';
import { rootSpot } from '../../core/spot.js';
import type { ReportFormat } from '../define.js';
import { profileAt } from './profile.js';

/** The format that a profile declares; a mistake is a UserError with file, line and key. */
export function readProfile(text: string, file: string): ReportFormat {
  return profileAt(rootSpot(parseLocated(text, file), file));
}
