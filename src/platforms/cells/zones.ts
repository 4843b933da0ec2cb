/**
 * Time zone abbreviations as exports write them, in minutes east of UTC. An abbreviation that is not here is refused by name, not guessed.
 *
 * Several are used by more than one country; these readings are meant, because the platforms that write abbreviations sell there:
 * CST and CDT are US Central (not China), IST is India (not Ireland or Israel), BST is British Summer Time, AST is Atlantic, GST is the Gulf.
 */

const MINUTES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  MET: 60,
  CEST: 120,
  MESZ: 120,
  MEST: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  MSK: 180,
  TRT: 180,
  GST: 240,
  PKT: 300,
  IST: 330,
  ICT: 420,
  WIB: 420,
  SGT: 480,
  MYT: 480,
  HKT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
  COT: -300,
  PET: -300,
  CLT: -240,
  CLST: -180,
};

const OFFSET = /^(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** Seconds east of UTC of `+0100`, `+08:00`, `UTC+8`, `PDT`, `Z`; null where the zone is not known. */
export function zoneOffset(zone: string): number | null {
  const upper = zone.toUpperCase();
  if (Object.hasOwn(MINUTES, upper)) return (MINUTES[upper] as number) * 60;
  const match = OFFSET.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return null;
  return (match[1] === '-' ? 0 - minutes : minutes) * 60;
}
