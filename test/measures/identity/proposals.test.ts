/** SKUs that are nearly the same are proposed, never joined. */
import { describe, expect, it } from 'vitest';
import { deriveIdentities } from '../../../src/measures/identity/derive.js';
import { foldedSku, proposeJoins } from '../../../src/measures/identity/proposals.js';
import { facts, listing, said } from './scene.js';

function proposed(...args: Parameters<typeof facts>): string[] {
  const known = facts(...args);
  return proposeJoins(known, deriveIdentities(known)).map(({ ownSku, units, listings }) => `${ownSku} ×${units}: ${listings.join(', ')}`);
}

describe('foldedSku', () => {
  it.each([
    ['MUG-4', 'mug-4 '],
    ['MUG 4', 'mug4'],
    ['0417', '417'],
    ['ＭＵＧ－４', 'MUG-4'],
  ])('sees %s and %s as one', (a, b) => {
    expect(foldedSku(a)).toBe(foldedSku(b));
  });

  it.each([
    ['MUG-4', 'MUG4'],
    ['A-07', 'A-7'],
    ['0', ''],
    ['MUG-4', 'MUG-40'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(foldedSku(a)).not.toBe(foldedSku(b));
  });
});

describe('a proposal', () => {
  it('is for the product that people named, else for what is joined, else for the first', () => {
    expect(proposed([listing(11, 'k'), listing(21, 'K')])).toEqual(['k ×1: 21']);
    expect(proposed([listing(11, 'k'), listing(21, 'K'), listing(31, 'K')])).toEqual(['K ×1: 11']);
    expect(
      proposed([listing(11, 'k'), listing(21, 'K'), listing(31, 'K'), listing(41, 'x')], [said('hand', 'X9', 41), said('hand', ' k', 11)]),
    ).toEqual([' k ×1: 21, 31']);
    expect(proposed([listing(11, 'k')], [], [{ clientId: null, ownSku: 'K' }])).toEqual(['K ×1: 11']);
  });

  it('names no second listing of a store, and nothing that people have named', () => {
    expect(proposed([listing(11, 'k'), listing(12, 'K')])).toEqual([]);
    expect(proposed([listing(11, 'k'), listing(21, 'K'), listing(22, 'K ')])).toEqual([]);
    expect(proposed([listing(11, 'k'), listing(21, 'K')], [said('hand', 'A', 11), said('hand', 'B', 21)])).toEqual([]);
  });

  it('leaves alone what a conflict holds back, other clients, and what is no longer on sale', () => {
    expect(proposed([listing(11, 'k'), listing(21, 'K')], [said('file', 'A', 21), said('file', 'B', 21)])).toEqual([]);
    expect(proposed([listing(11, 'k', null, { clientId: 5 }), listing(21, 'K')])).toEqual([]);
    expect(proposed([listing(11, 'k'), listing(21, 'K', null, { isRemoved: true })])).toEqual([]);
  });
});
