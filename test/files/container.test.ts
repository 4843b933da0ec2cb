import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { sniffContainer } from '../../src/files/container.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function workbook(bookType: 'xlsx' | 'biff8' | 'biff2' | 'xlsb'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['sku'], ['A']]), 'S');
  return new Uint8Array(write(book, { bookType, type: 'buffer' }));
}

describe('sniffContainer', () => {
  it('tells workbooks from text, whatever the file is called', () => {
    expect(sniffContainer(workbook('xlsx'))).toBe('xlsx');
    expect(sniffContainer(workbook('xlsb'))).toBe('xlsx');
    expect(sniffContainer(workbook('biff8'))).toBe('xls');
    expect(sniffContainer(workbook('biff2'))).toBe('xls');
    expect(sniffContainer(bytes('流量来源,来源明细\n一级,-A\n'))).toBe('text');
  });

  it('needs only the first kilobyte of a workbook', () => {
    expect(sniffContainer(workbook('xlsx').subarray(0, 1024))).toBe('xlsx');
  });

  it.each([
    ['zip', zip('orders.csv')],
    ['document', zip('word/document.xml')],
    ['document', zip('mimetype')],
    ['archive', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['archive', Buffer.from('377abcaf271c0004', 'hex')],
    ['archive', tar('orders.csv')],
    ['xlsx', zip('[Content_Types].xml')],
    ['xlsx', zip('xl/workbook.xml')],
    ['gzip', gzipSync('a,b\n')],
    ['pdf', bytes('%PDF-1.7\n')],
    ['sqlite', bytes('SQLite format 3\0\x10\0')],
    ['image', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['image', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
    ['binary', new Uint8Array(100)],
    ['binary', new Uint8Array(100).map((_, index) => (index * 37) % 256)],
  ] as const)('%s by its first bytes', (expected, head) => {
    expect(sniffContainer(head)).toBe(expected);
  });

  it.each([
    ['html', '<!DOCTYPE html>\n<html><body>Your session has expired</body></html>'],
    ['html', '\ufeff  <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'],
    ['html', '<?xml version="1.0"?>\n<!-- x -->\n<html>'],
    ['html', '<table border="1"><tr><td>订单号</td></tr></table>'],
    ['xml', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook>'],
    ['xml', '<rss version="2.0"><channel>'],
    ['json', '{"error": "not authorised"}'],
    ['json', '[\n  {"sku": "A"}'],
    ['json', '{"sku":"A"}\n{"sku":"B"}\n'],
    ['text', '[Ads] Report,1\nsku,clicks\n'],
    ['text', '{brand} title,1\n'],
    ['text', '<10%,clicks\n'],
    ['text', 'sku'],
    ['text', 'sku\tqty\nA\0\t1\n'],
    ['empty', ''],
    ['empty', '\ufeff \r\n\t\n'],
  ] as const)('%s: %j', (expected, text) => {
    expect(sniffContainer(bytes(text))).toBe(expected);
  });

  it('takes UTF-16 for text, with and without a byte order mark', () => {
    const text = 'Campaign\tClicks\r\nKettle\t12\r\n';
    expect(sniffContainer(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('text');
    expect(sniffContainer(Buffer.from(text, 'utf16le'))).toBe('text');
    expect(sniffContainer(Buffer.from('\ufeff \n', 'utf16le'))).toBe('empty');
  });

  it('never throws and always answers on any few bytes', () => {
    for (let first = 0; first < 256; first++) {
      for (const second of [0, 10, 65, 200, 255]) expect(sniffContainer(new Uint8Array([first, second, second]))).toMatch(/^[a-z]+$/);
    }
  });
});

/** A tar header: the name, zeros, and its mark at byte 257. */
function tar(name: string): Uint8Array {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write('ustar', 257);
  return header;
}

/** A stored zip entry's local header, without content. */
function zip(name: string): Uint8Array {
  const head = new Uint8Array(30 + name.length);
  head.set([0x50, 0x4b, 0x03, 0x04]);
  head[26] = name.length;
  head.set(bytes(name), 30);
  return head;
}
