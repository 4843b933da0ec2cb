/** The language in which a store's listings are written, as far as its marketplace tells. */

/** Country → ISO 639-1, where one language is the rule. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  US: 'en',
  GB: 'en',
  AU: 'en',
  CA: 'en',
  IE: 'en',
  IN: 'en',
  SG: 'en',
  ZA: 'en',
  DE: 'de',
  AT: 'de',
  FR: 'fr',
  ES: 'es',
  MX: 'es',
  IT: 'it',
  NL: 'nl',
  PT: 'pt',
  BR: 'pt',
  SE: 'sv',
  DK: 'da',
  NO: 'no',
  FI: 'fi',
  TR: 'tr',
  JP: 'ja',
  CN: 'zh',
  TW: 'zh',
  HK: 'zh',
};

const BY_PLATFORM: Readonly<Record<string, string>> = {
  taobao: 'zh',
  jd: 'zh',
  pdd: 'zh',
  douyin: 'zh',
  rakuten: 'ja',
  yahoojp: 'ja',
  qoo10: 'ja',
};

/** ISO 639-1. `country` as `countryOf` of the listing rules tells it; English where nothing tells, the commonest on shops of no country. */
export function languageOf(platform: string, country: string | null): string {
  return BY_PLATFORM[platform] ?? (country === null ? undefined : BY_COUNTRY[country]) ?? 'en';
}
