/** The prose of an entry: which of its texts are Markdown, and what the compiler makes of them. */
import { compileDocument, type Compiled, type Snippet } from '../document/compile.ts';
import { LineIndex } from '../document/line-index.ts';
import type { Article } from '../schemas/article.ts';
import type { ProseEntry } from './corpus.ts';
import { lettersOf, type DataPath } from './data.ts';

interface MarkdownField {
  part: 'urgent' | 'takeaway' | 'question' | 'answer';
  path: DataPath;
  text: string;
}

/** The fields of an article that hold Markdown: care card, takeaways, then questions, then answers. */
export function markdownFields({ urgent, takeaways, faq }: Article): MarkdownField[] {
  const field = (part: MarkdownField['part'], at: DataPath, text: string): MarkdownField => ({
    part,
    path: at,
    text,
  });
  return [
    ...(urgent === undefined ? [] : [field('urgent', ['urgent', 'text'], urgent.text)]),
    ...takeaways.map((text, index) => field('takeaway', ['takeaways', index], text)),
    ...faq.map(({ question }, index) => field('question', ['faq', index, 'question'], question)),
    ...faq.map(({ answer }, index) => field('answer', ['faq', index, 'answer'], answer)),
  ];
}

/** Compiles the prose of an MDX entry: with care card, takeaways and FAQ for an article. */
export function compileEntry(entry: ProseEntry): Compiled {
  const { markdownStarts } = entry;
  const file = entry.text();
  const lines = new LineIndex(file);
  const fields = entry.collection === 'articles' ? markdownFields(entry.data as Article) : [];
  const snippets = fields.map(({ text }, index): Snippet => {
    const { isPlain, offset } = lettersOf(file, markdownStarts[index] ?? 0, text);
    return { text, isPlain, locate: (letter) => lines.position(offset(letter)) };
  });
  const of = (part: MarkdownField['part']): Snippet[] =>
    snippets.filter((_, index) => fields[index]?.part === part);
  return compileDocument({
    text: file,
    urgent: of('urgent')[0],
    takeaways: of('takeaway'),
    questions: of('question'),
    answers: of('answer'),
    // Of data that does not fit, half of a pair may be missing.
    fragmentAliases:
      entry.collection === 'articles' && entry.isSound
        ? (entry.data as Article).fragmentAliases
        : [],
  });
}
