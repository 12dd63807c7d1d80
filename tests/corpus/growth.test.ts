/**
 * Content grows, and no test minds: what content/README.md shows is written into a copy of the
 * content, an article is renamed, and the checks are clean; and no test names an article.
 */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '#checks/run.ts';

const day = process.env['TODAY'] ?? '2026-11-26';
const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
cpSync('content', folder, { recursive: true });
const file = (name: string): string => path.join(folder, name);

/** The example that stands under a heading of content/README.md. */
function example(heading: string): string {
  const readme = readFileSync('content/README.md', 'utf8');
  const [, section = ''] = readme.split(`### ${heading}\n`);
  const found = /```\w+\n([\s\S]*?)```/.exec(section)?.[1];
  if (found === undefined) throw new Error(`content/README.md has no example for ${heading}.`);
  return found;
}

const errors = async (): Promise<string[]> =>
  (await checkContent(folder, day)).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file: where, line, message, rule }) => `${where}:${line} ${message} ${rule}`);

describe('as content/README.md teaches', () => {
  test('a claim, a source, a product and an article are added', async () => {
    // The examples are records of the site: here they stand under other names, and say so.
    const claim = example('claims/&lt;topic&gt;.yaml')
      .replace(/^- id: .*$/m, '- id: added-claim')
      .replace(
        /statement: .*/,
        'statement: Whether an added claim stands beside the others is tried here.',
      )
      .replace(/sources: .*/, 'sources: [ added-source ]');
    const source = JSON.parse(example('sources/&lt;topic&gt;.json')) as Record<string, unknown>[];
    const product = example('products/&lt;id&gt;.yaml').replace(
      /^name: .*$/m,
      'name: An added product',
    );
    const article = example('articles/&lt;slug&gt;.mdx')
      .replace(/^title: .*$/m, 'title: An added article of this test')
      .replace(
        /^description: .*$/m,
        'description: What an article says that was added by a test to the articles that were there.',
      )
      .replace(/^published: .*$/m, `published: ${day}`)
      .replace(/question: .*/, 'question: Is magnesium in an added article?');
    writeFileSync(file('claims/added.yaml'), claim);
    writeFileSync(
      file('sources/added.json'),
      JSON.stringify(
        source.map((one) => ({ ...one, id: 'added-source', title: 'A work added by a test' })),
      ),
    );
    writeFileSync(file('products/added.yaml'), product);
    writeFileSync(file('articles/added.mdx'), `${article}\nIt is tried here [@added-claim].\n`);
    expect(await errors()).toEqual([]);
  });

  test('an article is renamed', async () => {
    const [name = ''] = readdirSync(file('articles'))
      .filter((one) => one !== 'added.mdx')
      .toSorted();
    const slug = name.replace('.mdx', '');
    for (const room of ['articles', 'pages', 'nutrients'])
      for (const one of readdirSync(file(room))) {
        const text = readFileSync(file(`${room}/${one}`), 'utf8');
        writeFileSync(
          file(`${room}/${one}`),
          text.replaceAll(`/articles/${slug}/`, '/articles/renamed/'),
        );
      }
    renameSync(file(`articles/${name}`), file('articles/renamed.mdx'));
    expect(await errors()).toEqual([]);
  });

  test('what is wrong with an addition is still told', async () => {
    appendFileSync(file('claims/added.yaml'), '- id: added-claim\n');
    expect(await errors()).not.toEqual([]);
  });
});

test('no test names an article of the content', () => {
  const slugs = readdirSync('content/articles').map((name) => name.replace('.mdx', ''));
  const tests = readdirSync('tests', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(slugs.length).toBeGreaterThan(0);
  const named = tests.flatMap((one) => {
    const text = readFileSync(one, 'utf8');
    return slugs.filter((slug) => text.includes(slug)).map((slug) => `${one} names ${slug}`);
  });
  expect(named).toEqual([]);
});
