/** Words with a form of their own: abbreviations, units after numbers, sizes, Roman numerals. */

const ACRONYMS =
  'AC ADHD AI AM AMD AUX BBQ BPA CBD CCTV CD CE CMYK CNC CO2 COB CPU DC DHA DIN DIY DNA DSLR DVD EAN EPA ESD EU EVA FDA FM FSC GOTS GPS GPU HD HDMI HDPE HDTV HEPA HIFI HVAC IP IPS IR ISO IT LCD LDPE LED LFGB LTE MDF MSM NBA NFC NFL OEM OLED PC PD PDF PE PET PFOA PLA PNG PP PS PTFE PU PVA PVC QLED RAM RFID RGB RGBW RPM RTX SATA SD SIM SLR SPF SSD SUV SVG TFT TPE TPU TV UFO UHD UK UPC UPF US USA USB UV UVA UVB UVC VGA VIP VPN VR WC XLR';

/** By key → form. Other forms than capitals stand in full. */
export const KNOWN_ACRONYMS: ReadonlyMap<string, string> = new Map([
  ...ACRONYMS.split(' ')
    // Words of everyday language in other cases: "us", "it", "am" are no abbreviations unless they stand in capitals.
    .filter(
      (word) =>
        ![
          'AC',
          'AI',
          'AM',
          'CE',
          'DC',
          'EU',
          'EVA',
          'IP',
          'IR',
          'IT',
          'PC',
          'PD',
          'PE',
          'PET',
          'PP',
          'PS',
          'PU',
          'RAM',
          'SIM',
          'US',
        ].includes(word),
    )
    .map((word) => [word.toLowerCase(), word] as const),
  ['wifi', 'WiFi'],
  ['bluetooth', 'Bluetooth'],
  ['iphone', 'iPhone'],
  ['ipad', 'iPad'],
  ['macbook', 'MacBook'],
  ['airpods', 'AirPods'],
  ['ebike', 'eBike'],
]);

/** Words in capitals that stay so, but are ordinary words in any other form. */
export const CAPITALS: ReadonlySet<string> = new Set([
  'AC',
  'AI',
  'DC',
  'EU',
  'EVA',
  'IP',
  'IR',
  'PC',
  'PE',
  'PET',
  'PP',
  'PU',
  'RAM',
  'US',
]);

const UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  'mm cm m km ml cl dl L g kg mg oz lb lbs ft in W kW V kV A mA mAh Ah Wh kWh Hz kHz MHz GHz KB MB GB TB pcs dB lm K °C °F gr gm gms ltr ltrs mcg rpm'
    .split(' ')
    .map((unit) => [unit.toLowerCase(), unit]),
);

/** The form of a unit that stands behind a number; null for what is none. "l" and "L" both stand for litres and stay. */
export function unitForm(word: string): string | null {
  const key = word.toLowerCase();
  if (key === 'l' || key === 'k' || key === 'a') return word;
  return UNITS[key] ?? null;
}

/** S, M, XL, 3XL in capitals. */
export function isSizeCode(word: string): boolean {
  return /^(?:\d?X{0,4}[SL]|M)$/u.test(word);
}

/** II to XX, in capitals; "I", "V" and "X" alone are letters. */
export function isRoman(word: string): boolean {
  return /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX)$/u.test(word);
}
