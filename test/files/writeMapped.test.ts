import { describe, expect, it } from 'vitest';
import { encodeText } from '../../src/files/encodeText.js';
import { mapped } from '../../src/files/writeMapped.js';

describe('characters that CP932 has a twin of', () => {
  // 〜 − ‖ — ¢ £ ¬ as keyboards type them; the bytes are those that Windows writes for their twins.
  it.each([
    ['\u301c', '\uff5e', [0x81, 0x60]],
    ['\u2212', '\uff0d', [0x81, 0x7c]],
    ['\u2016', '\u2225', [0x81, 0x61]],
    ['\u2014', '\u2015', [0x81, 0x5c]],
    ['\u00a2', '\uffe0', [0x81, 0x91]],
    ['\u00a3', '\uffe1', [0x81, 0x92]],
    ['\u00ac', '\uffe2', [0x81, 0xca]],
  ])('%s is written as %s', (typed, twin, bytes) => {
    const { text, replaced, lacking } = mapped(`価${typed}格`, 'shift_jis');
    expect({ text, replaced, lacking }).toEqual({ text: `価${twin}格`, replaced: [`${typed} → ${twin}`], lacking: '' });
    expect([...(encodeText(twin, 'shift_jis') as Uint8Array)]).toEqual(bytes);
  });
});

it('names what cannot be written, each once, and replaces nothing in an encoding that has it', () => {
  expect(mapped('Café ™ é 😀', 'shift_jis')).toEqual({ text: 'Café ™ é 😀', replaced: [], lacking: 'é™😀' });
  expect(mapped('〜—😀', 'utf-8')).toEqual({ text: '〜—😀', replaced: [], lacking: '' });
  expect(mapped('①髙～', 'shift_jis').lacking).toBe('');
});
