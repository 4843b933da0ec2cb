/** Bare `eco`. */
import { describe, expect, test } from 'vitest';
import { type Glance, glancePage } from '../../../src/shop/welcome/glance.js';
import { run, testContext } from '../../cli/testContext.js';
import { expectTranscript } from '../../cli/transcript.js';
import { MORNING, writeExport, writeTinyShop } from '../../report/tinyShop.js';

describe('bare eco', () => {
  test('without a database says how to begin, and makes none', async () => {
    await expectTranscript(testContext(), 'welcome-begin', [[]]);
  });

  test('with one: stores, how old they are, what was rejected, what to do next', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeExport(
      context,
      'orders_export_1.csv',
      'Name,Financial Status,Lineitem quantity,Lineitem name,Lineitem price\n#1,paid,1,Kettle,seventeen\n',
    );
    await run(context, 'import', 'in');
    const { exitCode, out } = await run(context);
    expect(exitCode).toBe(0);
    expect(out.replace(context.dir, '')).toBe(`eco

everything is in /eco.db

us  Amazon.com  USD  0 listings  newest file of today

last import: 6 files within the last hour, 1 rejected

Next
  1  see what was rejected, and why      eco files list --where status=rejected
  2  the last day, and what to do today  eco report daily
  3  everything else                     eco --help
`);
  });
});

const GLANCE: Glance = {
  databaseFile: 'shop.db',
  now: Date.parse('2026-11-22T06:00:00Z') / 1000,
  stores: [
    {
      storeId: 1,
      name: 'web',
      platform: 'shopify',
      marketplace: null,
      currency: null,
      timeZone: 'UTC',
      assumed: 1,
      listings: 1,
      evidenceAt: Date.parse('2026-11-19T23:00:00Z') / 1000,
    },
  ],
  lastImport: { importedAt: Date.parse('2026-11-19T23:30:00Z') / 1000, files: 1, rejected: 0 },
  foldsDue: true,
  knowsSales: false,
};

describe('what is missing', () => {
  const steps = (glance: Glance) =>
    glancePage(glance).blocks.flatMap((block) => (block.type === 'steps' ? block.steps.map((step) => step.command) : []));
  const sentences = (glance: Glance) =>
    glancePage(glance).blocks.flatMap((block) => (block.type === 'sentence' && block.tone === 'warn' ? [block.parts.join('')] : []));

  test('comes with the command that mends it, most urgent first, four at most', () => {
    expect(sentences(GLANCE)).toEqual([
      'an import was interrupted: figures do not show all files yet',
      'the currency of web is unknown: amounts have none',
    ]);
    expect(steps(GLANCE)).toEqual(['eco db rebuild', 'eco store edit web --currency USD', 'eco import ~/Downloads', 'eco products list']);
  });

  test('files of yesterday are fresh, older ones ask for an import', () => {
    const at = (day: string): Glance => ({
      ...GLANCE,
      foldsDue: false,
      stores: GLANCE.stores.map((store) => ({ ...store, evidenceAt: Date.parse(day) / 1000 })),
    });
    expect(steps(at('2026-11-21T00:00:00Z'))).not.toContain('eco import ~/Downloads');
    expect(steps(at('2026-11-20T23:59:59Z'))).toContain('eco import ~/Downloads');
  });
});
