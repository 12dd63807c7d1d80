/** What editors are told of the content: schemas that take what the checks take, and where they lie. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatText } from '#checks/report.ts';
import { collectionNames, collections } from '#corpus/collections.ts';
import { frontmatterOf } from '#corpus/data.ts';
import { editorSchema, schemaFile, writeEditorSchemas } from '#corpus/editor-schemas.ts';
import { readCorpus, readFiles } from '#corpus/read.ts';

const directory = path.resolve('content');
const corpus = await readCorpus(directory);
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe.each(collectionNames)('the schema of %s', (name) => {
  const schema = editorSchema(name, corpus);
  const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

  test('takes every file of the content', async () => {
    const folders = [directory, path.resolve('tests/fixtures/content')];
    const files = (await Promise.all(folders.map((folder) => readFiles(folder, name)))).flatMap(
      (read) => read.files,
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { decoded, file } of files) {
      const { text } = decoded();
      const data: unknown = parse(
        collections[name].extension === '.mdx' ? (frontmatterOf(text) ?? '') : text,
        { schema: 'core' },
      );
      expect({ file, issues: validator.safeParse(data).error?.issues }).toEqual({ file });
    }
  });

  test('says what each field is, and nothing stands for itself alone', () => {
    const entry = (schema.items as typeof schema | undefined) ?? schema;
    const variants = (entry.anyOf ?? entry.oneOf ?? [entry]) as (typeof schema)[];
    for (const { properties = {} } of variants) {
      expect(Object.keys(properties)).toContain('exceptions');
      const unsaid = Object.entries(properties).filter(
        ([, field]) =>
          typeof field === 'object' && field.description === undefined && field.maxItems !== 0,
      );
      expect(unsaid.map(([key]) => key)).toEqual([]);
    }
  });
});

test('ids of the content are completions, and another id is no error of the shape', () => {
  const { definitions } = editorSchema('claims', corpus);
  expect(Object.keys(definitions ?? {})).toEqual(['nutrients', 'claims', 'sources']);
  expect(definitions).toMatchObject({ sources: { enum: [...corpus.entries.sources.keys()] } });
  const { items } = editorSchema('claims', corpus) as {
    items: { properties: { sources: { items: object } } };
  };
  expect(items.properties.sources.items).toMatchObject({
    anyOf: [{ $ref: '#/definitions/sources' }, { type: 'string' }],
  });
});

test('they are written once, and again when an id changes or one is gone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  const file = path.join(folder, schemaFile('claims'));
  writeEditorSchemas(folder, corpus);
  const first = statSync(file).mtimeMs;
  writeFileSync(file, 'mine');
  writeEditorSchemas(folder, corpus);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  rmSync(file);
  writeEditorSchemas(folder, corpus);
  expect(json(file)).toMatchObject({ type: 'array' });
  const [id = ''] = corpus.entries.people.keys();
  const people = new Map(corpus.entries.people);
  people.delete(id);
  writeEditorSchemas(folder, { ...corpus, entries: { ...corpus.entries, people } });
  expect(readFileSync(path.join(folder, schemaFile('articles')), 'utf8')).not.toContain(`"${id}"`);
  expect(statSync(file).mtimeMs).toBeGreaterThanOrEqual(first);
  // A file stands in the way.
  expect(() => writeEditorSchemas(file, corpus)).not.toThrow();
});

test('the settings of VS Code name the schema of each file that is no prose', () => {
  const settings = json('.vscode/settings.json') as {
    'yaml.schemas': Record<string, string>;
    'json.schemas': { fileMatch: string[]; url: string }[];
  };
  const named = [
    ...Object.entries(settings['yaml.schemas']),
    ...settings['json.schemas'].map(({ url, fileMatch }) => [url, fileMatch[0]?.slice(1)]),
  ];
  const wanted = collectionNames
    .filter((name) => collections[name].extension !== '.mdx')
    .map((name) => [
      `./.schemas/${schemaFile(name)}`,
      `content/${collections[name].file ?? `${name}/*${collections[name].extension}`}`,
    ]);
  expect(named.toSorted()).toEqual(wanted.toSorted());
});

test('the problem matcher of VS Code reads what check prints', () => {
  const { tasks } = json('.vscode/tasks.json') as {
    tasks: { problemMatcher: { pattern: { regexp: string } & Record<string, number> } }[];
  };
  const pattern = tasks[0]?.problemMatcher.pattern;
  const problem = {
    file: 'content/articles/a-b.mdx',
    line: 42,
    column: 7,
    severity: 'warning' as const,
    message: '"25 mg:  12" has no citation.',
    rule: 'uncited-amount',
  };
  const [first = '', ...rest] = formatText([{ ...problem, fix: 'Cite  it.' }]).split('\n');
  const matcher = new RegExp(pattern?.regexp ?? '');
  const found = matcher.exec(first) ?? [];
  const names = {
    file: 'file',
    line: 'line',
    column: 'column',
    severity: 'severity',
    message: 'message',
    code: 'rule',
  } as const;
  for (const [group, key] of Object.entries(names))
    expect(found[pattern?.[group] ?? 0]).toBe(String(problem[key]));
  expect(rest.filter((line) => matcher.test(line))).toEqual([]);
});
