/** Rules that reading and compiling a file report by themselves: listed here for their documentation. */
import { LineIndex } from '../../document/line-index.ts';
import { editAt, safe } from '../../document/mend.ts';
import { locate } from '../../document/prose.ts';
import { citable } from '../../schemas/fields.ts';
import type { DocumentContext, Rule, RuleDiagnostic } from '../rule.ts';

const stray =
  /(?<![\p{L}\p{N}._/-])@([a-z0-9]+(?:-[a-z0-9]+)+)|\[([a-z0-9]+(?:-[a-z0-9]+)+)\]|(\[\^[^\]\s]{1,20}\])/gu;

const shape = (id: string, demands: string, why: string, fix: string): Rule => ({
  id,
  demands,
  why,
  fix,
});

export const shapeRules: readonly Rule[] = [
  shape(
    'schema',
    'Every field has the shape that its schema describes; unknown fields are refused.',
    'Content is data: a misspelt field would be lost without a word.',
    'The message names the field and what it is for.',
  ),
  shape(
    'data-syntax',
    'YAML, JSON and frontmatter parse; aliases are few.',
    'What does not parse cannot be read, and alias bombs are an old trick.',
    'Mend the syntax at the place named.',
  ),
  shape(
    'data-duplicate-key',
    'No key stands twice.',
    'One of the two would be lost.',
    'Delete one.',
  ),
  shape(
    'duplicate-id',
    'An id stands once in its collection.',
    'A reference must mean one thing.',
    'Rename one.',
  ),
  shape(
    'file-name',
    'File names are ids, with the extension of their folder.',
    'The name of a file is its id and its address.',
    'Rename it.',
  ),
  shape(
    'file-empty',
    'No file is empty.',
    'An empty file is a mistake or a leftover.',
    'Fill it, or delete it.',
  ),
  shape(
    'file-unreadable',
    'Every file can be opened and has at most 300 kB.',
    'What cannot be read cannot be published, and no article is as long as a book.',
    'Give it its permissions back, or split it.',
  ),
  shape('file-encoding', 'Files are UTF-8.', 'Other encodings lose letters.', 'Save it as UTF-8.'),
  shape(
    'file-characters',
    'No character that cannot be seen or read, however it is written: controls, byte order marks, zero-width spaces, soft hyphens, joiners between letters that need none, marks that turn the reading direction, halves of characters, private ones.',
    'They cannot be seen, and can make a text say what it does not show.',
    'Delete them.',
  ),
  shape(
    'mdx-syntax',
    'MDX parses: every component is closed, every brace is escaped.',
    'Broken syntax stops the compiler.',
    'Close what was opened; write \\{ and \\< for the characters.',
  ),
  shape(
    'no-code',
    'No import, export, expression or spread props.',
    'Content can never run code in the build.',
    'Write text, or literal props.',
  ),
  shape(
    'no-html',
    'No raw HTML.',
    'Every element has a component that is accessible and checked.',
    'Write Markdown, or a component.',
  ),
  shape(
    'component-unknown',
    'Components are those of the vocabulary.',
    'An unknown one would render as nothing.',
    'Correct the name.',
  ),
  shape(
    'component-props',
    'Props have the shape that the component’s schema describes.',
    'A wrong prop shows a wrong thing.',
    'The message names the prop and what it is for.',
  ),
  shape(
    'component-place',
    'A block component stands on lines of its own.',
    'A card inside a sentence is broken HTML.',
    'Put an empty line before and after.',
  ),
  shape(
    'prose-image',
    'A picture stands in content/images/ with what it shows, whose it is and its licence, and in prose as <Picture>.',
    'One from another host tells that host who reads the page, a shop’s is not ours to show, and one without its size moves the text under a reader’s eyes.',
    'Write <Picture id="…" />.',
  ),
  shape(
    'markup-place',
    'A takeaway is one paragraph, and a link holds no citation.',
    'Elsewhere a block or a mark that opens is no valid HTML, and browsers guess.',
    'Move it out.',
  ),
  shape(
    'accidental-markup',
    'Nothing that reads as text is taken for markup: no year for the number of a list, no 2*3*4 for emphasis.',
    'Markdown would lose the signs, or print other numbers than were written.',
    'Write \\ before the sign, or an empty line before the block.',
  ),
  {
    ...shape(
      'citation-syntax',
      'Citations are written [@id] or [@a; @b].',
      'Anything else would be printed as text.',
      'Correct the bracket.',
    ),
    document: strayCitations,
  },
];

// What the compiler takes for text and was meant as a citation: an id of ours without its brackets
// or its sign, and a footnote.
function strayCitations({ entry, compiled, corpus }: DocumentContext): RuleDiagnostic[] {
  return compiled.prose.flatMap((block) =>
    [...block.text.matchAll(stray)]
      .filter(({ index, 1: sign, 2: bracket }) => {
        if (block.codes.some(({ start, end }) => start <= index && index < end)) return false;
        const id = sign ?? bracket;
        return id === undefined || citable.some((name) => corpus.knownIds[name].has(id));
      })
      .map(([text, sign, bracket, note], index, all) => {
        const place = locate(block, all[index]?.index ?? 0);
        const written = entry.text();
        const lines = new LineIndex(written);
        const start = lines.offset(place);
        const put = `[@${sign ?? bracket ?? ''}]`;
        const isThere = note === undefined && written.startsWith(text, start);
        const edit = editAt((at) => lines.position(at), start, start + text.length, put);
        return {
          ...place,
          message: `"${text}" is no citation and would be printed.`,
          fix:
            note === undefined
              ? `Write ${put}.`
              : 'Cite with [@id], a claim or a source: the notes are made from it. A remark is a sentence of the text.',
          mend: isThere ? safe('It is the whole id of a claim or a source.', edit) : undefined,
        };
      }),
  );
}
