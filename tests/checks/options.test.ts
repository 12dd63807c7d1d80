/** What can be asked of `npm run check`. */
import { expect, test } from 'vitest';
import { filterProblems, readOptions } from '#checks/options.ts';
import { rules } from '#checks/rules/index.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import type { Problem } from '#problem.ts';

test.each([
  [['--rule', 'clich'], 'There is no rule "clich". Did you mean "cliche"?'],
  [['--fromat', 'json'], 'There is no option --fromat. Did you mean "--format"?'],
  [['--format', 'xml'], '--format is "xml": write text, json, github, markdown.'],
  [['--format'], '--format needs a value.'],
  [['--file', ''], '--file needs a value.'],
  [['--rule', 'cliche', '--rule', 'unused'], '--rule stands twice: give it once.'],
  [['--report=yes'], '--report takes no value.'],
  [['here'], '"here" is no option: options start with --, such as --rule ID.'],
  [
    ['--report', '--format', 'json'],
    '--report prints a table for people: leave out --format json.',
  ],
  [['--watch', '--format', 'json'], '--watch shows people what is wrong: leave out --format json.'],
  [['--watch', '--fix'], '--watch looks while you write: leave out --fix, or --watch.'],
])('%j is told in a sentence', (words, message) => {
  expect(() => readOptions(words)).toThrow(message);
});

test('an unknown rule far from all names lists them', () => {
  expect(() => readOptions(['--rule', 'xxxxxxxxxxxxxxxxxxxxxxxxxx'])).toThrow(
    `Rules are ${rules.map(({ id }) => id).join(', ')}.`,
  );
});

const problem = (file: string, rule: string): Problem => ({
  file,
  rule,
  line: 1,
  column: 1,
  severity: 'error',
  message: 'x.',
  fix: 'y.',
});
const found = {
  corpus: emptyCorpus('/project/content'),
  problems: [
    problem('content/articles/a.mdx', 'cliche'),
    problem('content/articles/a.mdx', 'schema'),
    problem('content/pages/b.mdx', 'schema'),
  ],
};

test.each([
  [[], 3],
  [['--rule', 'schema'], 2],
  [['--file', 'content/pages/*'], 1],
  [['--file', 'articles/*'], 2],
  [['--file', '/project/content/articles/a.mdx'], 2],
  [['--file', '**/*.mdx', '--rule', 'cliche'], 1],
])('%j leaves %d problems', (words, count) => {
  expect(filterProblems(found, readOptions(words))).toHaveLength(count);
});

test('a glob that fits no file is told', () => {
  expect(() => filterProblems(found, readOptions(['--file', 'nowhere/*']))).toThrow(
    'No file fits "nowhere/*": write a path such as content/articles/*.mdx.',
  );
});
