/** A content type that the project has never heard of takes a schema and an entry of the one table, as the README says. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, copyProject, edit, temporaryFolder, writeSmallContent } from './project.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const project = copyProject(path.join(folder, 'project'));
const content = writeSmallContent(path.join(folder, 'content'));

writeFileSync(
  path.join(project, 'src/schemas/race.ts'),
  `/** content/races/<id>.yaml: made up for a test. */
import { z } from 'zod';
import { changesSchema } from './change.ts';
import { day, prose, ref, words } from './fields.ts';

/** A race. */
export const raceSchema = z.strictObject({
  name: words().describe('Its name.'),
  tells: prose().describe('What to know about it.'),
  first: day().describe('The day on which it was run first.'),
  needs: z.array(ref('nutrients')).describe('Nutrients to think of.'),
  after: ref('races').optional().describe('The race that it follows.'),
  sources: z.array(ref('claims', 'sources')).describe('Where that is from.'),
  changes: changesSchema.default([]),
});
`,
);
edit(
  path.join(project, 'src/corpus/collections.ts'),
  /(import \{ siteSchema)([^]*)(\n {2}site: collection)/,
  `import { raceSchema } from '../schemas/race.ts';
$1$2
  races: collection(raceSchema, { noun: 'race', unused: 'Delete it.', openData: { title: 'Races', description: 'Made up.' } }),$3`,
);

function writeRace(id: string, fields: object): void {
  const race = {
    name: `The race ${id}`,
    tells: 'It goes uphill.',
    first: '2020-01-01',
    needs: ['iron'],
    sources: ['reference-tables'],
    ...fields,
  };
  mkdirSync(path.join(content, 'races'), { recursive: true });
  writeFileSync(path.join(content, `races/${id}.yaml`), JSON.stringify(race));
}

/** What the project finds of the races, and what it would publish of them. */
function look(): { found: string[]; json: string; csv: string; schema: string } {
  const code = `
    const { checkContent } = await import('./src/checks/run.ts');
    const { libraryOf } = await import('./src/library/join.ts');
    const { dataSetCsv, dataSetJson, dataSetSchema } = await import('./src/views/open-data.ts');
    const day = '2026-11-25';
    const { corpus, problems } = await checkContent(process.env.CONTENT_DIR, day);
    const library = libraryOf({ races: corpus.entries.races.values() }, { today: day });
    const base = new URL('https://example.org/');
    const found = problems
      .filter(({ file }) => file.includes('/races/'))
      .map(({ file, rule, message }) => [file, rule, message].join(' | '))
      .sort();
    console.log(JSON.stringify({
      found,
      json: dataSetJson('races', library, base),
      csv: dataSetCsv('races', library),
      schema: dataSetSchema('races', base),
    }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as ReturnType<typeof look>;
}

test('its files are read, and everything that walks content walks them', () => {
  writeRace('hill', { after: 'valley', needs: ['irn'], first: '2030-01-01', sources: ['nowhere'] });
  writeRace('lake', { tells: 'It is a game changer.' });
  expect(look().found).toEqual([
    'content/races/hill.yaml | date-order | first 2030-01-01 lies in the future.',
    'content/races/hill.yaml | unknown-reference | there is no claim or source "nowhere".',
    'content/races/hill.yaml | unknown-reference | there is no nutrient "irn".',
    'content/races/hill.yaml | unknown-reference | there is no race "valley".',
    'content/races/hill.yaml | unused | nothing uses the race "hill".',
    'content/races/lake.yaml | cliche | "game changer" is a cliché.',
    'content/races/lake.yaml | unused | nothing uses the race "lake".',
  ]);
  writeRace('lake', { aliases: 1 });
  expect(look().found).toContain('content/races/lake.yaml | schema | unknown field "aliases".');
});

test('it can be published as open data, with its schema', () => {
  writeRace('hill', { after: 'lake' });
  writeRace('lake', { after: 'hill' });
  const { found, json, csv, schema } = look();
  expect(found).toEqual([]);
  expect(JSON.parse(json)).toMatchObject({
    records: [{ id: 'hill', after: 'lake' }, { id: 'lake' }],
  });
  expect(csv).toMatch(/^id,name/);
  expect(schema).toMatch(/Nutrients to think of/);
});

test('a build publishes it, and makes of the next site anew what shows it', () => {
  writeRace('hill', { after: 'lake' });
  writeRace('lake', { after: 'hill' });
  const site = (name: string): string => path.join(project, 'dist', name);
  const built = (): string => {
    const { status, output } = build(project, { CONTENT_DIR: content });
    expect(status === 0 ? '' : output).toBe('');
    return readFileSync(site('data/races.json'), 'utf8');
  };
  expect(JSON.parse(built())).toMatchObject({
    records: [{ id: 'hill', tells: 'It goes uphill.' }, { id: 'lake' }],
  });
  expect(readFileSync(site('data/index.html'), 'utf8')).toContain('2 records. Made up.');
  expect(readFileSync(site('data/races.schema.json'), 'utf8')).toContain('Nutrients to think of');
  const numbers = (): number[] =>
    ['data/races.json', 'data/races.csv', 'data/claims.json', 'articles/model/index.html'].map(
      (name) => statSync(site(name)).ino,
    );
  const before = numbers();
  writeRace('hill', { after: 'lake', tells: 'It goes downhill.' });
  expect(built()).toContain('It goes downhill.');
  expect(readFileSync(site('data/races.csv'), 'utf8')).toContain('It goes downhill.');
  expect(numbers().map((number, index) => number === before[index])).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
