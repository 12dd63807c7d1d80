/** What a page says of AI: an entry's own word before that of the site, and nothing where nobody says. */
import { expect, test } from 'vitest';
import { siteSchema } from '#schemas/site.ts';
import { aiText, aiUseOf } from '#views/ai-use.ts';
import { dataSetJson } from '#views/open-data.ts';
import { operatorView } from '#views/operator.ts';
import { sheetView } from '#views/sheet.ts';
import { library } from '../library.ts';

const drafted = { ...library, site: siteSchema.parse({ aiUse: 'generated' }) };

test('an entry says it, else the site', () => {
  expect(aiUseOf({}, drafted)).toBe('generated');
  expect(aiUseOf({ aiUse: 'none' }, drafted)).toBe('none');
  expect(aiUseOf({}, library)).toBeUndefined();
});

test('there is one sentence, and none for none', () => {
  expect(aiText('generated')).toBe('This page was drafted by AI.');
  expect(aiText('assisted')).toBe('This page was written with the help of AI.');
  expect(aiText('none')).toBeUndefined();
  expect(aiText(undefined)).toBeUndefined();
});

test('a sheet and every record of open data carry it', () => {
  const [sheet = ''] = drafted.sheets.keys();
  expect(sheetView(sheet, drafted).aiText).toBe(aiText('generated'));
  expect(sheetView(sheet, library).aiText).toBeUndefined();
  const base = new URL('https://site.example');
  for (const set of ['claims', 'nutrients', 'products'] as const) {
    const { records } = JSON.parse(dataSetJson(set, drafted, base)) as {
      records: { aiUse?: string }[];
    };
    expect(new Set(records.map(({ aiUse }) => aiUse))).toEqual(new Set(['generated']));
  }
});

test('the pages about the site and about privacy say who is responsible, and no other', () => {
  const named = { ...library, site: siteSchema.parse({ operator: 'A Name', logsKept: '9 days' }) };
  expect(operatorView('about', named).map(({ text }) => text)).toContain('A Name');
  const texts = operatorView('privacy', named).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['A Name', '9 days']));
  expect(texts).toContain('[supervisory authority: to be filled in before launch]');
  expect(operatorView('disclosure', named)).toEqual([]);
});
