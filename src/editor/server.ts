/**
 * The language server, on standard input and output: what is wrong, what may come next, what an id is,
 * where it stands, another name for it, and what mends a problem. Started by `npm run -s lsp`.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CodeActionKind,
  DiagnosticSeverity,
  ErrorCodes,
  MarkupKind,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type Location,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { createConnection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Name } from '../author/rename.ts';
import { collections } from '../corpus/collections.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { readCorpus } from '../corpus/read.ts';
import { isComponentName } from '../document/vocabulary.ts';
import { contentDirectory } from '../environment.ts';
import { failureText, type Mend, type Position, type Problem } from '../problem.ts';
import { completions, type Abilities } from './complete.ts';
import { Desk } from './desk.ts';
import { entryOf, explain, explainComponent } from './explain.ts';
import { renameChanges } from './rename.ts';
import { spotAt, type Spot } from './spot.ts';

const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const directory = contentDirectory();
const told = new Map<string, string>();
/** Versions of the texts in which the diagnostics that an editor has were found. */
const versions = new WeakMap<TextDocument, number>();
/** What was told last of what keeps everything from being checked. */
let failure = '';
let movesFiles = false;
const abilities: Abilities = { editRange: false, snippets: false };

const desk = new Desk(directory, {
  found: (file, problems) => {
    const uri = uriOf(path.join(path.dirname(directory), file));
    const document = documentOf(uri);
    const diagnostics = problems.map((problem) => diagnosticOf(problem, document));
    const text = JSON.stringify(diagnostics);
    // Of what nobody opened nothing is said that was said before.
    if (document === undefined && (told.get(uri) ?? '[]') === text) return;
    told.set(uri, text);
    if (document !== undefined) versions.set(document, document.version);
    void connection.sendDiagnostics({
      uri: document?.uri ?? uri,
      ...(document && { version: document.version }),
      diagnostics,
    });
  },
  failed: (reason) => {
    if (reason === failure) return;
    failure = reason;
    connection.console.error(reason);
    const message = reason.split('\n')[0] ?? reason;
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message,
    });
  },
});

connection.onInitialize(({ capabilities }) => {
  const { completion } = capabilities.textDocument ?? {};
  abilities.editRange = completion?.completionList?.itemDefaults?.includes('editRange') === true;
  movesFiles =
    capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true;
  abilities.snippets = completion?.completionItem?.snippetSupport === true;
  return {
    serverInfo: { name: 'micromile' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      completionProvider: { triggerCharacters: ['@', '<'] },
      hoverProvider: true,
      definitionProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    },
  };
});
connection.onInitialized(() => desk.lookAtAll());
connection.onDidChangeWatchedFiles(() => desk.lookAtAll());

documents.onDidChangeContent(({ document }) => {
  void desk.change(pathOf(document), document.getText()).catch(fail);
});
documents.onDidSave(() => desk.lookAtAll());
documents.onDidClose(({ document }) => desk.close(pathOf(document)));

connection.onCompletion(async ({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const offset = document.offsetAt(position);
  const spot = spotOf(document, offset, true);
  if (spot === undefined) return null;
  return completions(
    spot,
    document.getText().slice(spot.start, offset),
    rangeOf(document, spot.start, spot.end),
    await desk.evidence(),
    topicsOf(document.getText()),
    abilities,
  );
});

connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const spot = spotOf(document, document.offsetAt(position));
  if (spot === undefined) return null;
  const name = document.getText().slice(spot.start, spot.end);
  const corpus = await desk.evidence();
  const entry = namedBy(spot, name, corpus);
  const value =
    entry === undefined
      ? spot.kind === 'component' && isComponentName(name)
        ? explainComponent(name)
        : undefined
      : explain(entry, corpus);
  if (value === undefined) return null;
  const range = rangeOf(document, spot.start, spot.end);
  return { contents: { kind: MarkupKind.Markdown, value }, range };
});

connection.onDefinition(async ({ textDocument, position }): Promise<Location | null> => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const spot = spotOf(document, document.offsetAt(position));
  if (spot === undefined) return null;
  const corpus = await desk.evidence();
  const entry = namedBy(spot, document.getText().slice(spot.start, spot.end), corpus);
  if (entry === undefined) return null;
  const isListed = collections[entry.collection].list === true;
  const { line, column } = isListed ? entry.locate(['id']) : { line: 1, column: 1 };
  const at = { line: line - 1, character: column - 1 };
  return {
    uri: uriOf(path.join(path.dirname(directory), entry.file)),
    range: { start: at, end: at },
  };
});

connection.onPrepareRename(async ({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const named = renamedAt(document, document.offsetAt(position), await desk.evidence());
  return named && { range: rangeOf(document, named.start, named.end), placeholder: named.id };
});

connection.onRenameRequest(
  async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    try {
      const corpus = await readCorpus(directory, { overlay: desk.overlay });
      const name = renamedAt(document, document.offsetAt(position), corpus);
      if (name === null) return null;
      const openAt = (file: string): TextDocument | undefined => documentOf(uriOf(file));
      return { documentChanges: renameChanges(corpus, name, newName, openAt, movesFiles) };
    } catch (error) {
      throw new ResponseError(ErrorCodes.InvalidParams, failureText(error));
    }
  },
);

connection.onCodeAction(({ textDocument, context }): CodeAction[] => {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  return context.diagnostics.flatMap((diagnostic) => actionFor(document, diagnostic) ?? []);
});

documents.listen(connection);
connection.listen();

function fail(error: unknown): void {
  connection.console.error(failureText(error));
}

function uriOf(absolutePath: string): string {
  return pathToFileURL(absolutePath).href;
}

function pathOf({ uri }: Pick<TextDocument, 'uri'>): string {
  return uri.startsWith('file:') ? path.normalize(fileURLToPath(uri)) : '';
}

// Editors write an address in ways of their own.
function documentOf(uri: string): TextDocument | undefined {
  const wanted = pathOf({ uri });
  return documents.get(uri) ?? documents.all().find((one) => pathOf(one) === wanted);
}

function spotOf(document: TextDocument, offset: number, isBegun = false): Spot | undefined {
  const collection = desk.collectionOf(pathOf(document));
  if (collection === undefined) return undefined;
  const spot = spotAt(document.getText(), offset, collection, isBegun);
  // In data files JSON Schemas complete the fields, see `.schemas/`.
  const isTheirs = isBegun && collections[collection].extension !== '.mdx';
  return isTheirs && !(spot?.kind === 'value' && spot.isCitation) ? undefined : spot;
}

// An id that is cited or named, or the one of an entry of a list itself.
function renamedAt(
  document: TextDocument,
  offset: number,
  corpus: Corpus,
): (Name & Pick<Spot, 'start' | 'end'>) | null {
  const spot = spotOf(document, offset);
  const own = desk.collectionOf(pathOf(document));
  if (spot?.kind !== 'value' || own === undefined) return null;
  const { start, end } = spot;
  const names = spot.isTopic && collections[own].list === true ? [own] : spot.collections;
  const entry = entryOf(corpus, names, document.getText().slice(start, end));
  return entry === undefined ? null : { collection: entry.collection, id: entry.id, start, end };
}

function namedBy(spot: Spot, name: string, corpus: Corpus): Entry | undefined {
  return spot.kind === 'value' ? entryOf(corpus, spot.collections, name) : undefined;
}

// Of a frontmatter that may not parse while it is written; its list stands on one line or on several.
function topicsOf(text: string): string[] {
  const [, line = '', rows = ''] = /^topics: *(?:\[(.*)\]|((?:\r?\n +- .*)+))/m.exec(text) ?? [];
  return `${line}${rows}`.match(/[\w-]*\w/g) ?? [];
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function diagnosticOf(problem: Problem, document: TextDocument | undefined): Diagnostic {
  const { line, column, severity, rule, message, fix, mend } = problem;
  const start = { line: line - 1, character: column - 1 };
  return {
    range: { start, end: document === undefined ? start : endOf(document, start) },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'micromile',
    code: rule,
    message: `${message}\n${fix}`,
    ...(mend && { data: { fix, mend } satisfies Mendable }),
  };
}

// Problems have a start: the word, the citation or the sign there is underlined.
function endOf(document: TextDocument, start: Range['start']): Range['start'] {
  const text = document.getText({
    start,
    end: { line: start.line + 1, character: 0 },
  });
  const [word = ''] = /^(?:\[@[^\]\n]*\]|[\p{L}\p{N}_@<"'-]+|[^\r\n])/u.exec(text) ?? [];
  return { line: start.line, character: start.character + word.length };
}

/** What a diagnostic carries to the editor and back. */
type Mendable = Required<Pick<Problem, 'fix'>> & { mend: Mend };

// A mend of another text than the one at hand would hit other letters: the editor asks again then.
function actionFor(document: TextDocument, diagnostic: Diagnostic): CodeAction | undefined {
  const { fix, mend } = (diagnostic.data ?? {}) as Partial<Mendable>;
  if (fix === undefined || mend === undefined || versions.get(document) !== document.version)
    return undefined;
  const at = ({ line, column }: Position) => ({ line: line - 1, character: column - 1 });
  return {
    title: mend.safety === 'safe' ? fix : `${fix} (Read it first: ${mend.why})`,
    kind: CodeActionKind.QuickFix,
    isPreferred: mend.safety === 'safe',
    diagnostics: [diagnostic],
    edit: {
      changes: {
        [document.uri]: mend.edits.map(({ start, end, text }) => ({
          range: { start: at(start), end: at(end) },
          newText: text,
        })),
      },
    },
  };
}
