/** The log against what SARIF 2.1.0 demands, and against what GitHub's code scanning needs to show a result. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { render } from '../../src/output/index.js';
import { writeSarif } from '../../src/output/sarif.js';
import { auditTitles } from '../../src/titles/audit.js';
import { TABLE } from './sample.js';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number; readonly endColumn: number };
    };
    readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly { readonly replacements: readonly { readonly insertedContent: { readonly text: string } }[] }[];
  }[];
}

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
      readonly columnKind: string;
      readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] }[];
      readonly results: readonly Result[];
    },
  ];
}

const listing = (listingId: string, title: string) => {
  return { store: 'my shop', platform: 'amazon', marketplace: 'US', listingId, sku: null, title, productType: null };
};
const table = auditTitles([listing('A/1', 'Kettle  kettle kettle'), listing('B', 'x'.repeat(80)), listing('C', 'Mug 😀')], {
  asOf: '2026-11-22' as Day,
});
const log = JSON.parse(writeSarif(table)) as Log;
const [run] = log.runs;

describe('SARIF', () => {
  it('is a log of version 2.1.0 with one run, its tool and its rules', () => {
    expect([log.$schema, log.version, log.runs.length]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 1]);
    expect(run.tool.driver.name).toBe('eco titles audit');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations[0]?.executionSuccessful).toBe(true);
    expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(table.notes?.length ?? 0);
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a result a finding, whose rule is the one at its index', () => {
    expect(run.results).toHaveLength(table.rows.length);
    for (const [at, result] of run.results.entries()) {
      const row = table.rows[at];
      expect(result.ruleId).toBe(row?.rule);
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.level).toBe({ error: 'error', warning: 'warning', hint: 'note' }[String(row?.severity)]);
      expect(result.message.text).toContain(String(row?.message));
    }
  });

  it('names a place that GitHub shows and the listing it is', () => {
    const spaces = run.results.find(({ ruleId }) => ruleId === 'amazon/title-spaces') as Result;
    const [{ physicalLocation, logicalLocations }] = spaces.locations as [Result['locations'][number]];
    expect(physicalLocation.artifactLocation.uri).toBe('listings/my%20shop/A%2F1/title');
    expect(physicalLocation.region).toMatchObject({ startLine: 1, startColumn: 7, endColumn: 9 });
    expect(logicalLocations[0]?.fullyQualifiedName).toBe('my shop/A/1');
    expect(spaces.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text).toBe('Kettle kettle kettle');
    for (const { locations } of run.results) {
      const { region } = (locations[0] as Result['locations'][number]).physicalLocation;
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
      expect(region.endColumn).toBeGreaterThan(region.startColumn);
    }
  });

  it('knows a finding again: fingerprints differ, and do not depend on the other findings', () => {
    const prints = run.results.map(({ partialFingerprints }) => partialFingerprints['ecoFinding/v1']);
    expect(new Set(prints).size).toBe(prints.length);
    const alone = JSON.parse(writeSarif(auditTitles([listing('C', 'Mug 😀')], { asOf: '2026-12-01' as Day }))) as Log;
    expect(prints).toContain(alone.runs[0].results[0]?.partialFingerprints['ecoFinding/v1']);
  });

  it('is refused for other tables, and empty for no findings', async () => {
    await expect(render(TABLE, 'sarif', { color: false, width: null })).rejects.toThrow(
      '--format sarif: only "eco titles audit" writes it',
    );
    const none = JSON.parse(await render(auditTitles([], { asOf: '2026-11-22' as Day }), 'sarif', { color: false, width: null })) as Log;
    expect(none.runs[0].results).toEqual([]);
    expect(none.runs[0].tool.driver.rules).toEqual([]);
  });
});
