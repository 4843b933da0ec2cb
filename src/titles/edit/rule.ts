/** What a rule of a bulk edit is: a function of the text and of what is known about its listing. */
import type { ListingFieldName } from '../../core/listingField.js';
import type { Condition } from '../../measures/condition.js';
import type { LengthUnit } from '../../measures/listingRules/length.js';
import type { Span } from './cut.js';
import type { PhraseFinder } from './phrases.js';
import type { EditSubject } from './subject.js';
import type { WordWorth } from './worth.js';
import type { WrittenForms } from './writtenForms.js';

export interface TextLimit {
  readonly limit: number;
  readonly unit: LengthUnit;
}

/** What rules may look at. */
export interface EditContext {
  readonly subject: EditSubject;
  readonly field: ListingFieldName;
  /** ISO 639-1. */
  readonly language: string;
  /** Brands that keep their form: of the settings, and of the catalogue. */
  readonly brands: PhraseFinder;
  /** Abbreviations that stay in capitals, by their key → their form. */
  readonly acronyms: ReadonlyMap<string, string>;
  /** How the shop's titles write a word. */
  readonly written: WrittenForms;
  /** The platform's limit for the field; null where none is known. */
  readonly limit: TextLimit | null;
  /** What the search terms of the store earned that a text answers, word by word. */
  readonly worth: (text: string) => WordWorth;
  /** Parts of a text that a rule of the platform forbids: no template takes them over. */
  readonly forbidden: (text: string) => readonly Span[];
}

/** Words that a rule took away, for another field of the listing. */
export interface Offer {
  readonly field: ListingFieldName;
  readonly words: readonly string[];
}

export interface Applied {
  readonly text: string;
  /** What was done, in a few words: `removed "kettle"`. */
  readonly did: string;
  readonly offer?: Offer;
}

/** The listing is not to be changed, and why: `no brand known`. */
export interface Refusal {
  readonly refusal: string;
}

/** Null: there is nothing to do. */
export type Outcome = Applied | Refusal | null;

export type Apply = (text: string, context: EditContext) => Outcome;

export interface EditRule {
  /** `dedupe`. */
  readonly name: string;
  readonly where: Condition | null;
  readonly apply: Apply;
  /** Attributes that a template of the rule names, with the line of the file, so that an unknown name can be told. */
  readonly attributes: readonly string[];
  /** Words or attributes that the rule leaves where they are, as written. */
  readonly keep?: readonly string[];
  readonly line: number | null;
}
