/** What tells one campaign from another, said once for what is stored of it and for what is left out with a row that cannot be read. */
import type { FieldValue } from './fields.js';

/** A campaign goes by its id where the row has one, else by its name; empty in a report that knows no campaigns. */
export function campaignKey(id: FieldValue, name: FieldValue): string {
  return String(id ?? name ?? '');
}
