import { describe, expect, it } from 'vitest';
import { toldLanguage } from '../../../src/measures/words/functionWords.js';

describe('the language that titles tell', () => {
  const six = (title: string) => Array.from({ length: 6 }, () => title);

  it.each([
    ['en', six('Kettle with Lid for Tea')],
    ['nl', six('Mand met kussen en deken voor de hond')],
    ['de', six('Kessel mit Deckel für den Herd')],
    ['fr', six('Bouilloire avec couvercle pour le thé')],
  ])('%s', (language, titles) => {
    expect(toldLanguage(titles)).toBe(language);
  });

  it('is none of few words, of none, and where two are as likely', () => {
    expect(toldLanguage(['Kettle with Lid'])).toBeNull();
    expect(toldLanguage(six('Electric Kettle'))).toBeNull();
    // Half English, half German.
    expect(toldLanguage([...six('Kettle with Lid for Tea'), ...six('Kessel mit Deckel für Tee')])).toBeNull();
  });
});
