/**
 * Phrases that speak of the offer (`promotional`: price, shipping, guarantees, sales) or praise (`subjective`), by language.
 * All European languages are looked for in every title of a European store: each phrase is long or odd enough to mean the
 * same everywhere. Left out for that: "sale" (salt in Italian, "goes out" in Spanish), "neu", "clearance" (of a wheel arch),
 * "gift", "new", "limited edition" (a property of the goods).
 *
 * `allowed` are phrases in which one of them means something else.
 */

export interface PhraseList {
  readonly promotional: readonly string[];
  readonly subjective: readonly string[];
  readonly allowed: readonly string[];
}

function list(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim());
}

const ENGLISH: PhraseList = {
  promotional: list(
    `free shipping|free ship|free delivery|free postage|free p&p|free returns|ships free|fast shipping|fast delivery|fast free shipping|
     same day dispatch|same day shipping|next day delivery|quality guaranteed|satisfaction guaranteed|satisfaction guarantee|money back guarantee|
     money back|lifetime guarantee|price match|best price|best prices|lowest price|low price|low prices|special price|sale price|wholesale price|
     on sale|big sale|hot sale|final sale|flash sale|clearance sale|summer sale|winter sale|holiday sale|hour sale|hours sale|flash deal|today only|special deal|on clearance|special offer|limited time offer|
     limited time only|limited time deal|best deal|great deal|super deal|hot deal|deal of the day|lightning deal|prime day|black friday|cyber monday|
     buy one get one|buy 1 get 1|buy 2 get 1|bogo|free gift|free bonus|discount price|discounted price|huge discount|big discount|order now|buy now|
     shop now|while supplies last|while stocks last|in stock now|coupon code|promo code|half price|reduced to clear|l@@k`,
  ),
  subjective: list(
    `best seller|best sellers|best selling|bestseller|bestsellers|bestselling|top seller|top selling|top rated|hot item|hot items|hot selling|hot seller|
     must have|must haves|best quality|top quality|world's best|number one|#1 rated|#1 best|great gift|great gifts|perfect gift|perfect gifts|amazing gift|
     best gift|best gifts|ideal gift|award winning`,
  ),
  allowed: list(
    `on sale sign|for sale sign|buy now sign|coupon code organizer|coupon organizer|best seller badge|must have been|prime day planner|black friday agreement`,
  ),
};

const GERMAN: PhraseList = {
  promotional: list(
    `versandkostenfrei|versandkostenfreie lieferung|kostenloser versand|kostenlose lieferung|gratis versand|gratisversand|portofrei|blitzversand|schneller versand|sonderangebot|
     zum sonderpreis|sonderpreis|tiefpreis|bester preis|günstigster preis|schnäppchen|rabattaktion|nur für kurze zeit|jetzt kaufen|
     geld zurück garantie|zufriedenheitsgarantie|ausverkauf|schlussverkauf|solange der vorrat reicht|preishammer|top preis|top angebot`,
  ),
  subjective: list(
    `verkaufsschlager|testsieger|beste qualität|top qualität|topqualität|das perfekte geschenk|perfektes geschenk|ideales geschenk|tolles geschenk`,
  ),
  allowed: [],
};

const FRENCH: PhraseList = {
  promotional: list(
    `livraison gratuite|livraison offerte|frais de port offerts|port offert|expédition gratuite|envoi gratuit|livraison rapide|offre spéciale|offre limitée|prix cassé|
     prix cassés|meilleur prix|prix bas|petit prix|satisfait ou remboursé|en promotion|bonne affaire|prix réduit|remise exceptionnelle|achetez maintenant|
     jusqu'à épuisement des stocks`,
  ),
  subjective: list(
    `meilleure vente|meilleures ventes|meilleure qualité|qualité supérieure garantie|cadeau idéal|cadeau parfait|idée cadeau parfaite`,
  ),
  allowed: [],
};

const SPANISH: PhraseList = {
  promotional: list(
    `envío gratis|envio gratis|envío gratuito|envío rápido|oferta especial|oferta limitada|mejor precio|precio más bajo|precio bajo|gran descuento|rebajas|
     satisfacción garantizada|devolución gratuita|garantía de devolución|liquidación total|compra ahora|hasta agotar existencias|oferta del día`,
  ),
  subjective: list(`más vendido|más vendidos|mejor vendido|mejor calidad|máxima calidad|regalo perfecto|regalo ideal`),
  allowed: [],
};

const ITALIAN: PhraseList = {
  promotional: list(
    `spedizione gratuita|spedizione gratis|consegna gratuita|spedizione veloce|offerta speciale|offerta limitata|miglior prezzo|prezzo più basso|prezzo basso|
     prezzi bassi|soddisfatti o rimborsati|super offerta|grande sconto|sconto speciale|acquista ora|compra ora|fino a esaurimento scorte|offerta del giorno`,
  ),
  subjective: list(
    `più venduto|più venduti|migliore qualità|miglior qualità|qualità garantita|regalo perfetto|regalo ideale|idea regalo perfetta`,
  ),
  allowed: [],
};

const DUTCH_AND_MORE: PhraseList = {
  promotional: list(
    `gratis verzending|gratis bezorging|laagste prijs|beste prijs|op is op|frete grátis|frete gratis|melhor preço|fri frakt|darmowa dostawa`,
  ),
  subjective: list(`best verkocht|best verkochte|beste kwaliteit|mais vendido`),
  allowed: [],
};

/** European languages together. */
export const EUROPEAN_PHRASES: readonly PhraseList[] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH_AND_MORE];

/** Japanese. Numbers in them (ポイント10倍, 50%OFF) are found by pattern. */
export const JAPANESE_PHRASES: PhraseList = {
  promotional: list(
    `送料無料|送料込み|送料込|あす楽|即納|即日発送|翌日配達|半額|激安|最安値|最安|特価|大特価|セール|タイムセール|クーポン|値下げ|期間限定価格|訳あり価格|お買い得|ポイントアップ|ポイント還元|
     レビュー特典|レビューで|プレゼント付き|おまけ付き|在庫限り|早い者勝ち|送無`,
  ),
  subjective: list(`ランキング1位|楽天1位|ランキング入賞|売れ筋|大人気|話題沸騰|神アイテム|世界一|日本一|史上最強`),
  allowed: list(`セールス|クーポンケース|クーポンフォルダー`),
};

/** Offers with a number in them. One expression, so that a title is gone through once. */
export const NUMBERED_OFFERS =
  /(?<![\d.,])(?:[1-9]\d?%\s?(?:off\b|rabatt\b|discount\b|de réduction\b|de descuento\b|di sconto\b|korting\b)|(?:save|sparen sie|économisez|ahorra|risparmia)\s(?:up to\s)?[$£€]?\d+%?|-[1-9]\d?\s?%(?=\s|$)|100 ?% (?:quality |satisfaction |qualité |qualität )?(?:guarantee|guaranteed|garantiert|garantie|garantizad[oa]|garantit[oa])\b|ポイント\s?\d{1,3}\s?倍|\d{1,3}\s?[%円]\s?(?:引き|オフ|off))/giu;
/** SALE in capitals at either end of a title, or shouted, is an offer; inside it may be a name. */
export const SHOUTED_SALE = /^\W*SALE\b(?! PEPE)|\bSALE\W*$|\bSALE!/u;
