/** The pages to which every page leads are there. */
import path from 'node:path';
import { formatList } from '../../domain/format.ts';
import { framePages } from '../../routes.ts';
import type { Rule } from '../rule.ts';

export const framePageRule: Rule = {
  id: 'frame-page',
  demands: `The pages to which the head and foot of every page lead are there: ${formatList([...framePages])}.`,
  why: 'Without one of them every page of the site would have a dead link, and no build passes.',
  fix: 'Write them; content/README.md says what such a page holds.',
  corpus: ({ corpus }) => {
    const missing = framePages.filter((page) => !corpus.knownIds.pages.has(page));
    if (missing.length === 0) return [];
    const files = missing.map((page) => `${page}.mdx`);
    return [
      {
        file: `${path.basename(corpus.directory)}/pages`,
        line: 1,
        column: 1,
        message: `every page leads to ${missing.length === 1 ? 'a page' : 'pages'} that the folder lacks: ${formatList(files)}.`,
      },
    ];
  },
};
