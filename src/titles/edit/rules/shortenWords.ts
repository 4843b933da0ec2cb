/**
 * Words that praise a thing and do not say what it is: of the words before a noun, only they may go by themselves. "Powder" is no longer
 * "Crisp Film Powder", nor are "Cups" the "Coffee Cups" of before; which of several nouns in a row says what the thing is, only a person
 * knows.
 */
const PRAISE: ReadonlySet<string> = new Set(
  `
  amazing attractive authentic beautiful best brilliant charming classy cute elegant excellent exclusive exquisite fabulous fantastic
  fashionable finest genuine gorgeous great ideal incredible lovely luxurious luxury nice perfect popular powerful premium pretty quality
  stunning stylish superb superior trendy unique wonderful
  beste bester bestes edel exklusiv hochwertig hochwertige hochwertiger hochwertiges perfekt praktisch praktische praktischer praktisches
  schön schöne schöner schönes stilvoll stilvolle wunderschön wunderschöne
  mooi mooie luxe hoogwaardig hoogwaardige stijlvol stijlvolle prachtig prachtige ideaal ideale uniek unieke
  fantastisk fantastiske lyxig perfekta praktisk praktiska snygg stilig unik unika vacker vackra
  `
    .trim()
    .split(/\s+/),
);

/** Whether a word only praises, by its key; of languages in which nouns stand last. */
export function onlyPraises(key: string): boolean {
  return PRAISE.has(key);
}

/** What holds things and is none: "3 x 2.5kg Bundle - Dark, Milk & White Chocolate" is about the chocolate. */
const HOLDERS: ReadonlySet<string> = new Set(
  'assortment bag bags box boxes bundle bundles carton case cases collection combo deal gift hamper kit kits lot lots mix multipack pack packs pair pcs pieces sale sample selection set sets tub variety geschenkset paket sortiment pakket doos'.split(
    ' ',
  ),
);

export function onlyHolds(key: string): boolean {
  return HOLDERS.has(key);
}

const COMPANIES: ReadonlySet<string> = new Set(['ag', 'bv', 'co', 'corp', 'gmbh', 'inc', 'llc', 'ltd', 'plc', 'sa', 'srl']);

export function isCompany(key: string): boolean {
  return COMPANIES.has(key);
}

/** Also where an encoding lost the space: "960?g". */
const AMOUNT =
  /(?<![\p{L}\p{N}.,])\d[\d.,]*[\s?]?(?:kgs?|kilos?|gms?|grs?|grams?|g|mg|lbs?|oz|ml|cl|l|lt|ltr|lit(?:er|re)s?)(?![\p{L}\p{N}])/giu;

/** The weights and volumes in a part of a text, which go nowhere unless they are said elsewhere. */
export function amountsIn(part: string): string[] {
  return /\d/.test(part) ? (part.match(AMOUNT) ?? []).map((amount) => amount.toLowerCase().replaceAll(/[\s?]/g, '')) : [];
}
