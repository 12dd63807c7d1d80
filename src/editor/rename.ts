/** A new name for an entry, as an editor carries it out: the plan of `author rename`. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, RenameFile } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { planRename, type Name } from '../author/rename.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { UserError } from '../problem.ts';

/**
 * Changes of texts, then moves of files.
 * @param corpus the whole content
 * @param openAt the text of a file that an editor has open
 * @param movesFiles whether the editor can move files
 * @throws {UserError} where the plan refuses, or while something cannot be read and may name the entry
 */
export function renameChanges(
  corpus: Corpus,
  name: Name,
  id: string,
  openAt: (absolutePath: string) => TextDocument | undefined,
  movesFiles: boolean,
): (TextDocumentEdit | RenameFile)[] {
  const [unread] = corpus.problems;
  if (unread !== undefined)
    throw new UserError(
      `Mend ${unread.file}:${unread.line}:${unread.column} first: what cannot be read may name it.`,
    );
  const { texts, moves } = planRename(corpus, name, id);
  if (moves.size > 0 && !movesFiles)
    throw new UserError(
      `This editor moves no files: npm run author -- rename ${name.collection}/${name.id} ${id}`,
    );
  const pathOf = (file: string): string => path.join(path.dirname(corpus.directory), file);
  const uriOf = (file: string): string => pathToFileURL(pathOf(file)).href;
  return [
    ...[...texts].map(([file, { before, after }]): TextDocumentEdit => {
      const open = openAt(pathOf(file));
      const document = open ?? TextDocument.create(uriOf(file), '', 0, before);
      const { start, end, text } = difference(before, after);
      return {
        textDocument: { uri: document.uri, version: open?.version ?? null },
        edits: [
          {
            range: { start: document.positionAt(start), end: document.positionAt(end) },
            newText: text,
          },
        ],
      };
    }),
    ...[...moves].map(([from, to]): RenameFile => ({
      kind: 'rename',
      oldUri: uriOf(from),
      newUri: uriOf(to),
    })),
  ];
}

// From the first letter that differs to the last.
function difference(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charAt(start) === after.charAt(start)) start += 1;
  let rest = 0;
  while (rest < most - start && before.at(-1 - rest) === after.at(-1 - rest)) rest += 1;
  return { start, end: before.length - rest, text: after.slice(start, after.length - rest) };
}
