import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes, decodeHead, possibleEncodings } from '../../src/files/encoding.js';

const whole = (bytes: Uint8Array): string[] => possibleEncodings(bytes, true);
const gbk = iconv.encode('订单编号,宝贝标题\n1,连衣裙\n', 'gb18030');
const sjis = iconv.encode('商品番号,商品名\n1,髙島屋①～\n', 'shift_jis');

describe('possibleEncodings', () => {
  it('is UTF-8 with a stray byte, not another encoding, where nearly all is UTF-8', () => {
    const stray = Buffer.from([0x80]);
    const price = Buffer.concat([Buffer.from(`${'Küche, '.repeat(20)}12`), stray, Buffer.from(' das Stück')]);
    expect(whole(price)).toEqual(['utf-8']);
    expect(whole(Buffer.concat([Buffer.from(`${'电热水壶'.repeat(20)}`), stray]))).toEqual(['utf-8']);
    // Too few characters, or too many strays, prove nothing.
    expect(whole(Buffer.concat([Buffer.from('Küche '), stray]))).not.toContain('utf-8');
    expect(whole(Buffer.concat([Buffer.from('Küche, '.repeat(20)), stray, stray, stray]))).not.toContain('utf-8');
    for (const text of ['电热水壶不锈钢保温自动断电家用大容量', '男女同款夏季短袖纯棉宽松'])
      expect(whole(iconv.encode(text.repeat(9), 'gb18030'))).not.toContain('utf-8');
    expect(whole(iconv.encode('ステンレス電気ケトル大容量'.repeat(9), 'shift_jis'))).not.toContain('utf-8');
  });

  it('believes a byte order mark', () => {
    expect(whole(Buffer.from('\ufeffa,b\n'))).toEqual(['utf-8']);
    expect(whole(Buffer.from('\ufeffa\tb\n', 'utf16le'))).toEqual(['utf-16le']);
    expect(whole(Buffer.from('\ufeffa\tb\n', 'utf16le').swap16())).toEqual(['utf-16be']);
    expect(whole(iconv.encode('\ufeff订单', 'gb18030'))).toEqual(['gb18030']);
  });

  it('knows UTF-16 without a mark by its NULs', () => {
    const text = Buffer.from('Campaign\tキャンペーン\tClicks\r\nA\t壺\t12\r\n', 'utf16le');
    expect(whole(text)).toEqual(['utf-16le']);
    expect(whole(Buffer.from(text).swap16())).toEqual(['utf-16be']);
  });

  it('takes NULs at even and odd places, as of a half-written file, for no UTF-16', () => {
    expect(whole(Buffer.concat([Buffer.from('sku,qty\nA,1\n'), Buffer.alloc(40)]))).toEqual(['utf-8']);
  });

  it('takes valid UTF-8 for nothing else, also when the head cuts a character', () => {
    const text = Buffer.from('商品,数量\n');
    expect(whole(text)).toEqual(['utf-8']);
    expect(possibleEncodings(text.subarray(0, 2), false)).toEqual(['utf-8']);
    expect(possibleEncodings(text.subarray(0, 2), true)).not.toContain('utf-8');
  });

  it('offers the legacy encodings in which the bytes are valid, windows-1252 last', () => {
    expect(whole(gbk)[0]).toBe('gb18030');
    expect(whole(sjis).slice(-2)).toEqual(['shift_jis', 'windows-1252']);
    expect(whole(iconv.encode('café, €\n', 'windows-1252'))).toEqual(['windows-1252']);
    expect(possibleEncodings(gbk.subarray(0, 1), false)).toEqual(['gb18030', 'shift_jis', 'windows-1252']);
  });
});

describe('decodeHead', () => {
  it('drops the mark and a character that the end cuts, and keeps a mark anywhere else', () => {
    expect(decodeHead(Buffer.from('\ufeffa\ufeff'), 'utf-8', true)).toBe('a\ufeff');
    expect(decodeHead(Buffer.from('é中').subarray(0, 4), 'utf-8', false)).toBe('é');
    expect(decodeHead(gbk.subarray(0, 3), 'gb18030', false)).toBe('订');
    expect(decodeHead(Buffer.from('\ufeffab', 'utf16le').subarray(0, 5), 'utf-16le', false)).toBe('a');
  });
});

describe('decodeBytes', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

  it('decodes every byte of windows-1252 as Windows does, and the five without a character as controls', () => {
    const text = decodeBytes(all, 'windows-1252', { fatal: true, isWhole: true });
    const windows = iconv.decode(Buffer.from(all), 'windows-1252');
    expect([...text].map((char, byte) => ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte) ? '\ufffd' : char)).join('')).toBe(windows);
    expect(text[0x80]).toBe('€');
    expect(text[0x81]).toBe('\x81');
  });

  it('keeps a byte FF at the start of windows-1252', () => {
    expect(decodeBytes(new Uint8Array([0xff, 0x41]), 'windows-1252', { fatal: true, isWhole: true })).toBe('ÿA');
  });

  it('decodes ASCII as ASCII in every encoding but UTF-16', () => {
    const ascii = all.subarray(0, 128);
    for (const encoding of ['utf-8', 'gb18030', 'shift_jis', 'windows-1252'] as const) {
      expect(decodeBytes(ascii, encoding, { fatal: true, isWhole: true })).toBe(String.fromCharCode(...ascii));
    }
  });

  it('maps the marks that encodings disagree about as Windows does', () => {
    expect(decodeBytes(new Uint8Array([0x81, 0x60, 0x81, 0x7c]), 'shift_jis', { fatal: true, isWhole: true })).toBe('～－');
    expect(decodeBytes(sjis, 'shift_jis', { fatal: true, isWhole: true })).toContain('髙島屋①～');
  });

  it.each([
    ['utf-8', [0xe3, 0x41]],
    ['utf-16le', [0x00, 0xd8, 0x41, 0x00]],
    ['gb18030', [0x81, 0x0a]],
    ['shift_jis', [0x81, 0x0a]],
  ] as const)('refuses invalid %s', (encoding, bytes) => {
    expect(() => decodeBytes(new Uint8Array(bytes), encoding, { fatal: true, isWhole: true })).toThrow(TypeError);
  });
});
