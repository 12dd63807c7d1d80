/** Makes content of any size for the benchmarks: the real records, and articles cut from a real one. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { richArticle } from '../site/articles.ts';
import { compileEntry } from '../../src/corpus/prose.ts';
import { readCorpus } from '../../src/corpus/read.ts';

/** The article that all generated ones are cut from: four cards, five questions. */
const model = `content/articles/${richArticle().slug}.mdx`;

/** Sections of the model that are left out, so that an article has about 1,200 words. */
const leftOut = [
  'Who is at real risk',
  'What you may miss, nutrient by nutrient',
  'Carbohydrate in one screen',
  'That figure of 30%',
];

/**
 * Writes a content folder with `count` articles; everything else in it is the real content.
 * @returns words of one article, takeaways and questions included
 */
export async function writeContent(directory: string, count: number): Promise<number> {
  rmSync(directory, { recursive: true, force: true });
  for (const name of readdirSync('content')) {
    if (name === 'articles') continue;
    cpSync(path.join('content', name), path.join(directory, name), { recursive: true });
  }
  for (const folder of ['pages', 'nutrients'])
    for (const name of readdirSync(path.join(directory, folder))) {
      const file = path.join(directory, folder, name);
      writeFileSync(file, unlink(readFileSync(file, 'utf8')));
    }
  const articles = path.join(directory, 'articles');
  mkdirSync(articles, { recursive: true });
  const text = unlink(shorten(readFileSync(model, 'utf8')));
  // Pages link to the model: it keeps its name.
  for (let number = 0; number < count; number += 1) {
    const slug = number === 0 ? path.basename(model, '.mdx') : `generated-${number}`;
    writeFileSync(path.join(articles, `${slug}.mdx`), vary(text, number));
  }
  return wordsOf(directory);
}

async function wordsOf(directory: string): Promise<number> {
  const { entries } = await readCorpus(directory);
  const entry = entries.articles.get(path.basename(model, '.mdx'));
  return entry === undefined ? 0 : compileEntry(entry).document.words;
}

// A title, a description, questions and a first sentence of its own: no two files have the same
// digest, and none is the twin of another.
function vary(text: string, number: number): string {
  return (
    text
      // An old anchor leads to one page.
      .replace(/^ +aliases: .*\n/gm, '')
      .replace(/^title: .*$/m, `title: What runners really miss, article number ${number}`)
      .replace(/^description: .*$/m, (line) => `${line.slice(0, 150)} ${number}`)
      .replace(/^( +- question: .*)\?$/gm, `$1, number ${number}?`)
      .replace(/^---\n\n/m, `---\n\nThis is article number ${number} of a benchmark. `)
  );
}

function shorten(text: string): string {
  return text
    .split(/^(?=##+ )/m)
    .filter((section) => !leftOut.some((title) => section.replace(/^#+ /, '').startsWith(title)))
    .join('');
}

// The articles that the generated ones replace are gone, and what leads to them is text.
function unlink(text: string): string {
  return text.replace(/\[([^\]]+)\]\(\/articles\/[^)]*\)/g, '$1');
}
