/**
 * The JSON Schema (draft 2020-12) of a plan file, `eco.plan/1`, as it is published in docs/schemas/plan.schema.json. Built from the
 * same lists of keys that write and read the files.
 */
import { LISTING_FIELDS } from '../../core/listingField.js';
import { PLAN_KINDS, PLAN_SCHEMA } from '../../core/plan.js';
import { PLAN_STATUSES } from '../kept/status.js';
import { CHANGE_KEYS, type ChangeKey } from './planKeys.js';

type JsonSchema = { readonly [key: string]: unknown };

const TEXT = { type: 'string' };
const TEXT_OR_NULL = { type: ['string', 'null'] };
const FIGURES = { type: ['object', 'null'], additionalProperties: { type: ['string', 'number', 'null'] } };
const PARAMETER = { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, { type: 'array', items: TEXT }] };

const CHANGE: Readonly<Record<ChangeKey, JsonSchema>> = {
  plan_id: { description: 'The plan it belongs to; null until it is kept', ...TEXT_OR_NULL },
  change_id: { description: 'Unique in its plan', ...TEXT },
  action: { description: 'What the upload does with the target', enum: ['set'] },
  store: { description: "The store's name in eco", ...TEXT },
  platform: TEXT,
  entity: { description: 'product: all variations share the field', enum: ['product', 'listing'] },
  entity_id: { description: "The platform's own key", ...TEXT },
  sku: { description: 'Where the target has exactly one', ...TEXT_OR_NULL },
  field: { enum: Object.keys(LISTING_FIELDS) },
  before: { description: 'Null is unknown. An amount is a plain decimal of its currency', ...TEXT_OR_NULL },
  after: { description: 'Null empties the field. Can be edited', ...TEXT_OR_NULL },
  currency: { description: 'ISO 4217, for amounts', ...TEXT_OR_NULL },
  reason: { description: 'Why, as a sentence', ...TEXT },
  reason_code: { description: 'The same for machines', ...TEXT },
  reason_values: { description: 'The figures in it', ...FIGURES },
  expected: { description: 'What it should bring; null where nothing is claimed', ...TEXT_OR_NULL },
  expected_code: TEXT_OR_NULL,
  expected_values: FIGURES,
  inverse: { description: 'Whether an upload can restore what was before', enum: ['exact', 'partial', 'none'] },
  status: { description: 'accepted and declined can be written by hand', enum: PLAN_STATUSES },
};

/** The schema of what `--format json` prints for a plan, and of what a plan file may hold. */
export function planSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: PLAN_SCHEMA,
    type: 'object',
    required: ['schema', 'id', 'kind', 'title', 'group', 'as_of', 'created_from', 'notes', 'changes'],
    additionalProperties: false,
    properties: {
      schema: { const: PLAN_SCHEMA },
      id: { description: 'Such as t-0042; null until it is kept', ...TEXT_OR_NULL },
      kind: { enum: PLAN_KINDS },
      title: TEXT,
      group: { description: 'Plans of one promotion go by one name', ...TEXT_OR_NULL },
      as_of: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
      created_from: {
        type: 'object',
        required: ['imports', 'params'],
        properties: {
          imports: { description: 'Hashes of the imports whose catalogues were read', type: 'array', items: TEXT },
          params: { type: 'object', additionalProperties: PARAMETER },
        },
      },
      notes: { type: 'array', items: TEXT },
      part: { description: 'Only some changes of the plan are in the file', type: 'boolean' },
      changes: { type: 'array', items: { $ref: '#/$defs/change' } },
    },
    $defs: {
      change: {
        type: 'object',
        required: CHANGE_KEYS,
        additionalProperties: false,
        properties: {
          ...CHANGE,
          stale: { description: 'plan show: what stands there is not "before" any more', type: 'boolean' },
          current: {
            description:
              'plan show: what stands there, as far as exports and uploads tell; null where nobody knows, and for what is declined or sent',
            ...TEXT_OR_NULL,
          },
        },
      },
    },
  };
}
