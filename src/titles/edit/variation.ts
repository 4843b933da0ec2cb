/**
 * Size and colour out of what tells a variation from its siblings ("Black / 1.7 L"), by their form, where the catalogue does not tell the
 * names of the options. A part that looks like neither is neither; nothing is guessed.
 */

const PARTS = /\s+\/\s+|\s*[,;|]\s*/u;

const SIZE = new RegExp(
  [
    '^(?:size\\s+|gr(?:ö|oe)(?:ß|ss)e\\s+|taille\\s+)?(?:\\d*x{0,4}[sml]|xxs|one size|einheitsgröße|均码|フリーサイズ)$',
    '^(?:(?:eu|us|uk|de|fr|it)\\s*)?\\d{1,3}(?:[.,]\\d)?(?:\\s*[-–/]\\s*\\d{1,3})?$',
    '^\\d[\\d.,]*(?:\\s*[x×*]\\s*\\d[\\d.,]*){0,2}\\s*(?:mm|cm|m|in|inch(?:es)?|"|ft|ml|cl|l|liters?|litres?|fl\\.? ?oz|oz|g|kg|lbs?|qt|升|毫升|厘米|克|公斤|号|号码)\\.?$',
  ].join('|'),
  'iu',
);

const COLOURS = new Set(
  (
    'black white red green blue yellow orange purple violet pink brown grey gray beige ivory cream crème gold silver bronze copper navy turquoise teal olive khaki sand charcoal natural clear transparent multicolor multicolour rose mint lavender burgundy coral amber ' +
    'schwarz weiß weiss rot grün blau gelb lila rosa braun grau creme silber kupfer türkis natur transparent bunt anthrazit ' +
    'noir blanc rouge vert bleu jaune violet rose marron gris argent or doré cuivre naturel ' +
    'negro blanco rojo verde azul amarillo morado marrón plata oro dorado nero bianco rosso blu giallo viola marrone grigio argento zwart wit rood groen blauw geel paars bruin grijs ' +
    '黑色 白色 红色 绿色 蓝色 黄色 橙色 紫色 粉色 棕色 灰色 米色 金色 银色 透明 ブラック ホワイト レッド グリーン ブルー イエロー ピンク ブラウン グレー ベージュ 黒 白 赤 緑 青'
  ).split(' '),
);

/** Words that may stand beside a colour: "Light Blue", "Matte Black". */
const SHADES =
  /^(?:light|dark|matte?|matt|bright|deep|pale|rose|brushed|hell|dunkel|hellblau|clair|foncé|claro|oscuro|chiaro|scuro|&|and|und|\+)$/iu;

/** The parts of a variation in their order: "Black / S" has two. */
export function variationParts(variation: string): string[] {
  return variation
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function sizeIn(variation: string): string | null {
  return variationParts(variation).find((part) => SIZE.test(part)) ?? null;
}

export function colourIn(variation: string): string | null {
  return variationParts(variation).find(isColour) ?? null;
}

function isColour(part: string): boolean {
  const words = part.toLowerCase().split(/[\s-]+/u);
  return words.some((word) => COLOURS.has(word)) && words.every((word) => COLOURS.has(word) || SHADES.test(word));
}
