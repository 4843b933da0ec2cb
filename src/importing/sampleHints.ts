/** What the first rows of a file tell of its store: sales channels, the currency, glyphs that several currencies share. */
import { FIELDS, type FieldKind } from '../core/fields.js';
import { utcDay } from '../core/zone.js';
import type { Binding } from '../platforms/binding.js';
import { sharedGlyph } from '../platforms/cells/index.js';
import { createRowReader } from '../platforms/rowReader.js';
import type { Identified } from './identify.js';
import type { StoreHints } from './stores.js';

export type SampleHints = Pick<StoreHints, 'currency' | 'glyphs'> & { readonly channels: string[] };

/** Reads the sample as the file will be read, for its sales channels and currencies. */
export function sampleHints(binding: Binding, identified: Identified): SampleHints {
  const channels = new Map<string, number>();
  const currencies = new Set<string>();
  const reader = createRowReader(
    binding,
    { currency: null, workbook: false, zoneOffset: () => 0, dayOf: utcDay, hashBuyer: () => '' },
    {
      batch({ columns }) {
        for (const channel of columns.storeBy ?? []) {
          if (channel !== null) channels.set(String(channel), (channels.get(String(channel)) ?? 0) + 1);
        }
        for (const currency of columns.currency ?? []) if (currency !== null) currencies.add(String(currency));
      },
      rejected: () => undefined,
    },
  );
  for (const cells of identified.sample) {
    if (cells.length === binding.header.length)
      reader.row(
        0,
        binding.wanted.map((at) => cells[at] as string),
      );
  }
  reader.end();
  return {
    channels: [...channels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([channel]) => channel),
    currency: currencies.size === 1 ? ([...currencies][0] as string) : null,
    glyphs: sampleGlyphs(binding, identified.sample),
  };
}

/** The glyphs at amounts that several currencies share, each once. */
function sampleGlyphs({ bound }: Binding, sample: readonly (readonly string[])[]): string[] {
  const amounts = [...bound].flatMap(([name, at]) => (AMOUNT_KINDS.includes(FIELDS[name]) ? [at] : []));
  return [...new Set(sample.flatMap((cells) => amounts.flatMap((at) => sharedGlyph(cells[at] ?? '') ?? [])))].sort();
}

const AMOUNT_KINDS: readonly (FieldKind | undefined)[] = ['money', 'unitAmount'];
