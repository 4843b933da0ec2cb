/**
 * Words that are written in capitals and are no shouting: units, standards, materials, technology, sizes, countries. Words of
 * up to three letters, words with a digit, and words of four letters without a vowel are never taken for shouting, so only
 * longer ones need to be listed.
 */
export const ACRONYMS: ReadonlySet<string> = new Set(
  (
    'ABS AAAA ANSI ASTM AWS BIOS BPA CBD CCTV CCD CMOS CNC CPAP CPU DAB DDR DHA DIMM DIY DNA DPF DVD DVDR EDTA EEPROM EGPU EMF ' +
    'EPDM ESATA EVA FDA FSC GATE GOTS GPS GPU HDMI HDPE HEPA HIFI HIIT HVAC IEEE IKEA IMAX INOX IPA IPAD IPTV ISBN ISO ISOFIX LAN ' +
    'LASER LCD LDPE LED LEDS LIFEPO LIPO LTE MCT MDF MICR MIDI MIMO MOLLE MOQ NAND NASA NATO NBA NCAA NFC NFL NHL NIMH NIJ NVME ' +
    'OBD OEKO OLED OPEC ORAC OSHA OTDR PADI PEVA PETG PFOA PFAS PLA POE PTFE PVC PVCU RAID RAM RFID RGB RGBW ROHS RPET SAE SATA ' +
    'SCUBA SDHC SDXC SIM SKU SMD SODIMM SPF SSD SUV SUVS SVGA SWAT TENS TFT THHN TPE TPU TUV UEFI UHD UNESCO UNICEF UPVC USA USB USDA ' +
    'UVA UVB UVC VESA VGA VIP VOIP WIFI WLAN WPA WPAN XLR XXXL XXXXL XXXS HOTAS ATX MATX ABEC ASMR CITES ECOCERT GMP HACCP HALAL ' +
    'IFOS KOSHER NAFTA NASCAR OHSA PEEK PILOT SARS COVID UEFA FIFA ATSC ASIN EAN UPC FNSKU OEM ODM EDP EDT EDC MSM NAD NMN GABA BCAA EAA ' +
    'MAGSAFE LGBTQ LGBT AARP UFO SOS NERF MTB BMX ATV UTV DOHC SOHC TDI TSI HDTV QLED EOFY NAS DSLR SLR PSU RPM MPH KMH'
  ).split(' '),
);

/** Measures and shop words between numbers ("10 cm x 20 cm x 30 cm"): they repeat without stuffing anything. */
export const MEASURE_WORDS: ReadonlySet<string> = new Set(
  (
    'mm cm m km in inch inches ft foot feet yd yard yards oz lb lbs g kg mg mcg ml l cl dl fl gal qt pt pc pcs piece pieces pack count ct ' +
    'x w v a mah ah hz ghz mhz gb tb mb k kw wh cc psi bar sq cu dia id od uk us eu size sizes no nr stk stück st zoll pz pezzi unidades pièces ' +
    'litre liter litres liters gram grams gr cal kcal'
  ).split(' '),
);
