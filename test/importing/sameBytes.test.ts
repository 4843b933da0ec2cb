/** A catalogue that goes back to exactly what it was before: its bytes are those of the old download. */
import { expect, test } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { importAll, put, rows } from './imported.js';

const catalogue = (title: string) => `Handle,Title,Variant SKU,Variant Price,Status\nmug,${title},MUG,10.00,active\n`;

test('a copy of an old download is only known; one that is newer than all may be a new download, and eco says how to take it', async () => {
  const context = testContext();
  const imported = async (name: string) => {
    const { out } = await run(context, 'import', name, '--format', 'json');
    return (JSON.parse(out) as { rows: { status: string; message: string | null }[] }).rows[0];
  };
  put(context, 'old.csv', catalogue('Mug'), '2026-11-01');
  put(context, 'new.csv', catalogue('Cup'), '2026-11-05');
  await importAll(context, 'old.csv', 'new.csv');
  put(context, 'copy.csv', catalogue('Mug'), '2026-11-03');
  expect(await imported('copy.csv')).toMatchObject({ status: 'unchanged', message: 'already imported as 1' });
  put(context, 'again.csv', catalogue('Mug'), '2026-11-09');
  expect(await imported('again.csv')).toMatchObject({
    status: 'unchanged',
    message:
      'already imported as 1, and import 2 counts as newer. Is this a new download, of a shop that is as it was? Then eco files undo 1, and import it again',
  });
  expect(await rows(context, 'SELECT title FROM v_listings')).toEqual([['Cup']]);
  await run(context, 'files', 'undo', '1');
  expect(await imported('again.csv')).toMatchObject({ status: 'imported' });
  expect(await rows(context, 'SELECT title FROM v_listings')).toEqual([['Mug']]);
});
