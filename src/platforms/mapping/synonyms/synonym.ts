/** Words by which columns are called, beside the headers of the reports that eco has built in. */
import type { FieldName } from '../../../core/fields.js';

/** ISO 639-1; `zh` holds simplified and traditional spellings. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl' | 'pl' | 'pt' | 'ja' | 'zh' | 'ko' | 'th' | 'vi' | 'id';

/** Spellings separated by "|". A word may stand under several fields: what the file is about decides, or the values, or the user. */
export type Words = Readonly<Partial<Record<Language, string>>>;

export type SynonymTable = Readonly<Partial<Record<FieldName, Words>>>;
