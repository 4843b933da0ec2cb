/**
 * Month names as exports write them: English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Swedish, and as they stand in
 * a date Polish, Turkish and Russian, in full or shortened to three letters and more, with or without a full stop and accents
 * (`10-Dez-25`, `1 août 2026`, `31 July`, `sept.`). A shortening that two months share (`jui` of juin and juillet) is none.
 */

const NAMES: readonly string[] = [
  'january januar janvier enero gennaio janeiro januari stycznia ocak января',
  'february februar fevrier febrero febbraio fevereiro februari lutego subat февраля',
  'march marz maerz mars marzo marco maart marts mrz mrt marca mart марта',
  'april avril abril aprile kwietnia nisan апреля',
  'may mai mayo maggio maio mei maj maja mayis мая',
  'june juni juin junio giugno junho czerwca haziran июня',
  'july juli juillet julio luglio julho lipca temmuz июля',
  'august aout agosto augustus augusti sierpnia agustos августа',
  'september septembre septiembre setiembre settembre setembro wrzesnia eylul сентября',
  'october oktober octobre octubre ottobre outubro pazdziernika ekim октября',
  'november novembre noviembre novembro listopada kasim ноября',
  'december dezember decembre diciembre dicembre dezembro grudnia aralik декабря',
];

const MONTHS = monthsByShortening();

/** The month (1–12) that a word names, or null. */
export function monthOf(word: string): number | null {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
  return MONTHS.get(plain) ?? null;
}

function monthsByShortening(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const shared = new Set<string>();
  NAMES.forEach((names, index) => {
    for (const name of names.split(' ')) {
      for (let length = 3; length <= name.length; length++) {
        const shortening = name.slice(0, length);
        if ((months.get(shortening) ?? index + 1) !== index + 1) shared.add(shortening);
        months.set(shortening, index + 1);
      }
    }
  });
  for (const shortening of shared) months.delete(shortening);
  return months;
}
