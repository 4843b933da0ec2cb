import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangePlan } from '../../src/core/plan.js';
import { writePlanCsv } from '../../src/plans/file/planCsv.js';
import { readPlanFile } from '../../src/plans/file/planFile.js';
import { writePlanJson } from '../../src/plans/file/planJson.js';
import { type Draft, flatChange, reasonOf } from '../../src/plans/file/planKeys.js';
import { planSchema } from '../../src/plans/file/planSchema.js';
import type { PlanStatus } from '../../src/plans/kept/status.js';
import { expectGolden } from '../cli/transcript.js';
import { anyPlan, change, planOf } from './samplePlan.js';

/** What a file says, as a plan again, without asking any shop. */
function asPlan(draft: Draft): ChangePlan {
  const { envelope } = draft;
  if (envelope === null) throw new Error('no envelope');
  const changes = draft.changes.map(({ cells }): Change => {
    const text = (key: keyof typeof cells) => cells[key] as string;
    return {
      id: text('change_id'),
      action: 'set',
      target: { platform: text('platform'), store: text('store'), entity: text('entity') as 'listing', id: cells.entity_id ?? '' },
      sku: cells.sku ?? null,
      field: text('field') as 'title',
      before: cells.before ?? null,
      after: cells.after ?? null,
      currency: cells.currency ?? null,
      reason: reasonOf(cells.reason ?? null, cells.reason_code ?? null, cells.reason_values ?? null) as Change['reason'],
      expected: reasonOf(cells.expected ?? null, cells.expected_code ?? null, cells.expected_values ?? null),
      inverse: text('inverse') as 'exact',
    };
  });
  const { kind, title, group, as_of: asOf, created_from: createdFrom, notes } = envelope;
  return { schema: 'eco.plan/1', id: draft.planId, kind, title, group, asOf, createdFrom, changes, notes };
}

const bytes = (text: string) => new TextEncoder().encode(text);

type PlanForm = 'json' | 'csv';

function writePlanFile(plan: ChangePlan, form: PlanForm, statuses: readonly PlanStatus[] = []): string {
  return form === 'json' ? writePlanJson(plan, statuses) : writePlanCsv(plan, statuses);
}

describe('plan files', () => {
  it.each<PlanForm>(['json', 'csv'])('read back as the same plan: %s', (form) => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.array(fc.constantFrom<PlanStatus>('proposed', 'accepted', 'declined'), { minLength: 5, maxLength: 5 }),
        (plan, statuses) => {
          // A NUL is in no text that a platform exports, and no CSV can hold one.
          fc.pre(form === 'json' || !JSON.stringify(plan).includes('\\u0000'));
          const draft = readPlanFile(bytes(writePlanFile(plan, form, statuses)), `plan.${form}`);
          expect(asPlan(draft)).toEqual(plan);
          expect(draft.changes.map(({ cells }) => cells.status)).toEqual(statuses.slice(0, plan.changes.length));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(["'=1+1", '=1+1', "''=x", "'", "''", '-5 %', '@home', 'a\r\nb', '"quoted", twice', "'plain", ''])(
    'survive a spreadsheet with the title %j',
    (title) => {
      const text = writePlanFile(planOf([change('c1', { before: title, after: `${title}!` })]), 'csv');
      expect(readPlanFile(bytes(text), 'plan.csv').changes[0]?.cells.before).toBe(title);
      // No cell begins like a formula.
      expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    },
  );

  it('tell null from the empty text', () => {
    const [cells] = readPlanFile(
      bytes(writePlanFile(planOf([change('c1', { before: null }), change('c2', { before: '' })]), 'csv')),
      'p.csv',
    ).changes;
    expect(cells?.cells.before).toBeNull();
    const second = readPlanFile(bytes(writePlanFile(planOf([change('c1', { before: '' })]), 'csv')), 'p.csv').changes[0];
    expect(second?.cells.before).toBe('');
  });

  it('are read as spreadsheets save them: semicolons, tabs, UTF-16, a byte order mark', () => {
    const rows = [
      ['SKU', 'Field', 'After'],
      ['MUG-4', 'title', 'Mugs; four, "blue"'],
    ];
    const quoted = (delimiter: string) =>
      rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${quoted('\t')}`, 'utf16le'));
    for (const file of [bytes(quoted(',')), bytes(quoted(';')), bytes(`\ufeff${quoted(';')}`), utf16]) {
      const draft = readPlanFile(file, 'hand.csv');
      expect(draft.changes.map(({ cells }) => cells)).toEqual([{ sku: 'MUG-4', field: 'title', after: 'Mugs; four, "blue"' }]);
      expect(draft).toMatchObject({ planId: null, envelope: null });
    }
  });

  it('name the line of the file, also behind cells of several lines', () => {
    const text = 'sku,field,after\nA,title,"one\ntwo\n\nthree"\nB,title,x\n\nC,title,y\n';
    expect(readPlanFile(bytes(text), 'p.csv').changes.map((row) => row.lineOf('after'))).toEqual([2, 6, 8]);
    const json = writePlanFile(planOf([change('c1'), change('c2')]), 'json');
    const lines = json.split('\n');
    const { changes } = readPlanFile(bytes(json), 'p.json');
    expect(lines[(changes[1]?.lineOf('after') ?? 0) - 1]).toContain('"after": "New c2"');
  });

  it.each([
    [
      '{"schema": "eco.plan/2"}',
      'p, line 1, schema: "eco.plan/1" expected, found "eco.plan/2". A plan of a newer eco needs a newer eco. Nothing was taken from the file.',
    ],
    [
      '{\n"kind": "titles"}',
      'p, line 1, schema: "eco.plan/1" expected, none was found. A plan of a newer eco needs a newer eco. Nothing was taken from the file.',
    ],
    ['[1]', 'p, line 1: an object with "schema", "id", "kind" and "changes" expected. Nothing was taken from the file.'],
    ['{"schema": "eco.plan/1",\n "id" "x"}', 'p, line 2, column 7: found "\\"", expected a colon after the key.'],
    ['{"schema": "eco.plan/1",\n"changes": [', 'p, line 2, column 12: a list that begins here is never closed: "]" is missing.'],
    [
      'sku,field,after\nA,title,"Mug\nB,title,Cup\n',
      'p, line 2: a quote opens in this row and is never closed. A cell with a comma, a quote or a line break stands in quotes, and a quote in it is doubled ("3"" pipe"). Nothing was taken from the file.',
    ],
    ['', 'p, line 1: the file is empty. A plan file is made with --output plan.csv'],
    [
      'sku,feild,after\n',
      'p, line 1: the column "field" is missing; found sku, feild, after. Is "feild" meant? Then call it "field". Nothing was taken from the file.',
    ],
    ['sku,field,after\nA,title\n', 'p, line 2: 2 cells, 3 expected: is a quote or a "," missing? Nothing was taken from the file.'],
    ['sku,sku,field,after\nA,B,title,x\n', 'p, line 1, sku: there are two columns of this name. Nothing was taken from the file.'],
    [
      'plan_id,sku,field,after\nt-0001,A,title,x\n,B,title,y\n',
      'p, line 3, plan_id: found nothing, but the first row says t-0001: one file, one plan. Nothing was taken from the file.',
    ],
    [
      'sku,field,after,plan\nA,title,x,{}\n',
      'p, line 2, plan: this column holds what the plan was made from: leave it as it is, or take the column out ("kind": one of titles, prices, edits, undo expected, found nothing). Nothing was taken from the file.',
    ],
  ])('say by line what is wrong: %j', (text, message) => {
    let found = '';
    try {
      readPlanFile(bytes(text), 'p');
    } catch (error) {
      found = (error as Error).message;
    }
    expect(found).toBe(message);
  });

  it('say which keys of a JSON plan are wrong', () => {
    const plan = JSON.parse(writePlanFile(planOf([change('c1')]), 'json')) as {
      changes: Record<string, unknown>[];
      [key: string]: unknown;
    };
    const wrong = { ...plan, kind: 'title', titel: 'x', changes: [{ ...plan.changes[0], after: 12, befor: 'x', reason_values: [1] }] };
    expect(() => readPlanFile(bytes(JSON.stringify(wrong, null, 2)), 'p.json')).toThrow(
      [
        'p.json has 5 mistakes, so nothing was taken from it:',
        '  line 4, kind: one of titles, prices, edits, undo expected, found "title"',
        '  line 25, after: a text in quotes, or null, expected, found 12',
        '  line 29, reason_values: an object of texts and numbers, or null, expected',
        '  line 37, befor: there is no such key. The nearest is "before"',
        '  line 40, titel: there is no such key. The nearest is "title"',
      ].join('\n'),
    );
  });

  it('are refused in an encoding that cannot be told', () => {
    expect(() => readPlanFile(new Uint8Array([0x73, 0x6b, 0x75, 0xe9, 0x0a]), 'p.csv')).toThrow(
      'p.csv is not in UTF-8, so its letters cannot be told for sure. Save it as "CSV UTF-8" and run this again.',
    );
  });
});

describe('the schema of plan files', () => {
  const file = fileURLToPath(new URL('../../docs/schemas/plan.schema.json', import.meta.url));

  it('is published', () => {
    expectGolden(file, `${JSON.stringify(planSchema(), null, 2)}\n`);
  });

  it('holds for every plan that is written', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(validate(JSON.parse(writePlanFile(plan, 'json'))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
    const [first] = planOf([change('c1')]).changes as [Change];
    expect(validate({ ...planOf([]), changes: [flatChange(null, first, 'proposed')] })).toBe(false);
  });
});
