import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, openForReading } from '../../src/db/connection.js';
import { prepared } from '../../src/db/prepared.js';
import { remembered } from '../../src/db/remembered.js';

const folder = mkdtempSync(join(tmpdir(), 'eco-remembered-'));
const file = join(folder, 'eco.db');
const writer = openDatabase(file);
const reader = openForReading(file) as NonNullable<ReturnType<typeof openForReading>>;
afterAll(() => {
  writer.close();
  reader.close();
  rmSync(folder, { recursive: true });
});

const clients = (db: typeof writer) => remembered(db, 'clients', () => prepared(db, 'SELECT name FROM clients ORDER BY name').all());
const add = (name: string) => writer.prepare('INSERT INTO clients (name) VALUES (?)').run(name);

describe('answers that are remembered', () => {
  it('are the same until this connection or another writes', () => {
    const [ofWriter, ofReader] = [clients(writer), clients(reader)];
    expect([clients(writer), clients(reader)]).toEqual([[], []]);
    expect(clients(writer)).toBe(ofWriter);
    expect(clients(reader)).toBe(ofReader);
    add('Acme');
    expect([clients(writer), clients(reader)]).toEqual([[{ name: 'Acme' }], [{ name: 'Acme' }]]);
    writer.prepare('DELETE FROM clients').run();
    expect([clients(writer), clients(reader)]).toEqual([[], []]);
  });

  it('are made anew where what was asked before does not reach', () => {
    const since = (day: number) =>
      remembered(
        writer,
        'days',
        () => ({ day }),
        (before) => before.day <= day,
      );
    expect([since(5), since(7), since(3), since(5)]).toEqual([{ day: 5 }, { day: 5 }, { day: 3 }, { day: 3 }]);
  });
});

describe('statements that are compiled once', () => {
  it('answer for each connection by themselves', () => {
    add('Bee');
    const ask = 'SELECT count(*) AS n FROM clients WHERE name = ?';
    expect(prepared(writer, ask)).toBe(prepared(writer, ask));
    expect(prepared(writer, ask)).not.toBe(prepared(reader, ask));
    expect([prepared(writer, ask).get('Bee'), prepared(reader, ask).get('Cat')]).toEqual([{ n: 1 }, { n: 0 }]);
  });
});
