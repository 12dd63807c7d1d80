/** The language server as an editor meets it: a process of its own, spoken to in the protocol. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Location,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkContent } from '#checks/run.ts';
import type { Problem } from '#problem.ts';

const today = '2026-06-01';
const model = 'articles/model.mdx';

/** An editor with a server over a copy of the small content. */
class Editor {
  readonly folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly texts = new Map<string, { version: number; text: string }>();
  readonly told = new Map<string, PublishDiagnosticsParams>();
  #waiting: (() => void)[] = [];

  constructor(change: (folder: string) => void = () => undefined) {
    cpSync('tests/fixtures/content', this.folder, { recursive: true });
    change(this.folder);
    this.process = spawn('node', ['src/editor/server.ts'], {
      env: { ...process.env, CONTENT_DIR: this.folder, TODAY: today },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error('The server has no streams.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.told.set(params.uri, params);
        for (const look of this.#waiting) look();
      },
    );
    this.connection.listen();
  }

  async begin(completion: object, resourceOperations: string[] = []): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { completion },
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations } },
      },
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    await ended;
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  onDisk(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Opens a file, or types so that it reads as given; nothing is saved. */
  async type(file: string, text: string): Promise<void> {
    const uri = this.uri(file);
    const open = this.texts.get(file);
    const version = (open?.version ?? 0) + 1;
    this.texts.set(file, { version, text });
    await (open === undefined
      ? this.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'mdx', version, text },
        })
      : this.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        }));
  }

  document(file: string): TextDocument {
    const { version, text } = this.texts.get(file) ?? { version: 0, text: this.onDisk(file) };
    return TextDocument.create(this.uri(file), '', version, text);
  }

  /** Asks about the place where a word stands, or behind it. */
  ask<Result>(method: string, file: string, word: string, more: object = {}): Promise<Result> {
    const document = this.document(file);
    const at = document.getText().indexOf(word);
    if (at === -1) throw new Error(`"${word}" is not there.`);
    const position = document.positionAt(at + word.length);
    return this.connection.sendRequest<Result>(`textDocument/${method}`, {
      textDocument: { uri: document.uri },
      position,
      ...more,
    });
  }

  /** Waits for diagnostics that are as wanted. */
  async until(
    file: string,
    fits: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<Diagnostic[]> {
    const uri = this.uri(file);
    for (;;) {
      const params = this.told.get(uri);
      const version = this.texts.get(file)?.version;
      if (params !== undefined && params.version === version && fits(params.diagnostics))
        return params.diagnostics;
      await new Promise<void>((resolve) => {
        this.#waiting = [resolve];
      });
    }
  }

  /** What check says of the files as they stand in the editor. */
  async checked(file: string): Promise<string[]> {
    const overlay = new Map(
      [...this.texts].map(([name, { text }]) => [`content/${name}`, Buffer.from(text)]),
    );
    const { problems } = await checkContent(this.folder, today, { overlay });
    return problems.filter((problem) => problem.file === `content/${file}`).map(lineOfProblem);
  }
}

const lineOfProblem = (problem: Problem): string =>
  `${problem.line}:${problem.column} ${problem.severity} ${problem.rule} ${problem.message}\n${problem.fix}`;
const lineOf = ({ range: { start }, severity, code, message }: Diagnostic): string =>
  `${start.line + 1}:${start.character + 1} ${severity === 1 ? 'error' : 'warning'} ${code ?? ''} ${message}`;
const labels = (list: CompletionList | null): string[] =>
  (list?.items ?? []).map(({ label }) => label);
const whole = {
  completionList: { itemDefaults: ['editRange'] },
  completionItem: { snippetSupport: true },
};

const editor = new Editor();
const text = editor.onDisk(model);
const here = '{/* here */}';
const put = (words: string): string => text.replace(here, words);
let result: InitializeResult;

beforeAll(async () => {
  result = await editor.begin(whole, ['rename']);
  await editor.type(model, text);
});
afterAll(() => editor.end());

test('it counts in UTF-16 and is asked at two signs', () => {
  expect(result.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    completionProvider: { triggerCharacters: ['@', '<'] },
    renameProvider: { prepareProvider: true },
  });
});

describe('diagnostics', () => {
  const mistakes = [
    'They took 25 mg a day.',
    '🏃 🏃 It is [@iron-tset], and <Dose product="iron-capsule" nutrient="irn" />.',
    'See [more](/articles/none/). A game changer.',
    '<Calout kind="stop" title="x" />',
  ].join('\n\n');

  test.each([
    ['a text without a mistake', text],
    ['mistakes of a file alone and of all files', put(mistakes)],
    ['the same with the line ends of Windows', put(mistakes).replaceAll('\n', '\r\n')],
    ['broken syntax', put('<Callout kind="stop" title="x">')],
    ['broken frontmatter', text.replace('authors: [desk]', 'authors: [desk')],
  ])('of %s are those of check, in its words and places', async (_of, words) => {
    await editor.type(model, words);
    const wanted = await editor.checked(model);
    const found = await editor.until(
      model,
      (diagnostics) => JSON.stringify(diagnostics.map(lineOf)) === JSON.stringify(wanted),
    );
    expect(found.map(lineOf)).toEqual(wanted);
    expect(wanted.length === 0).toBe(words === text);
  });

  test('underline the letters that are meant, behind letters of two units too', async () => {
    await editor.type(model, put(mistakes));
    const isUnknown = ({ message }: Diagnostic): boolean => String(message).includes('iron-tset');
    const found = await editor.until(model, (some) => some.some(isUnknown));
    const unknown = found.find(isUnknown);
    expect(editor.document(model).getText(unknown?.range)).toBe('[@iron-tset]');
  });

  test('of other files come when an unsaved text is their cause', async () => {
    await editor.type(model, text);
    const claims = editor.onDisk('claims/iron.yaml');
    await editor.type('claims/iron.yaml', claims.replace('id: iron-fatigue', 'id: iron-tired'));
    const wanted = await editor.checked(model);
    expect(wanted.join()).toContain('iron-fatigue');
    const found = await editor.until(model, ({ length }) => length === wanted.length);
    expect(found.map(lineOf)).toEqual(wanted);
    await editor.type('claims/iron.yaml', claims);
    expect(await editor.until(model, ({ length }) => length === 0)).toEqual([]);
  });
});

describe('completion', () => {
  const complete = async (words: string, before = words): Promise<CompletionList | null> => {
    await editor.type(model, put(words));
    return editor.ask<CompletionList | null>('completion', model, before);
  };

  test('of a citation has claims and sources, and says what a claim is', async () => {
    const list = await complete('It is so [@iron-f].', 'It is so [@iron-f');
    expect(list?.isIncomplete).toBe(false);
    expect(list?.items[0]).toMatchObject({
      label: 'iron-fatigue',
      labelDetails: { description: 'moderate' },
      documentation: { kind: 'markdown' },
    });
    const value = JSON.stringify(list?.items[0]?.documentation);
    expect(value).toContain('Iron eased fatigue in women with low stores.');
    expect(value).toContain('Certainty: moderate');
    expect(value).toContain('Population: women with low stores');
    const range = list?.itemDefaults?.editRange as TextEdit['range'] | undefined;
    expect(editor.document(model).getText(range)).toBe('iron-f');
    expect(list?.items.every(({ textEdit }) => textEdit === undefined)).toBe(true);
  });

  test('finds a claim by words of its statement', async () => {
    const list = await complete('It is so [@recruits', 'It is so [@recruits');
    expect(labels(list)).toEqual(['magnesium-sleep']);
    expect(list?.items[0]?.filterText).toBe('recruits');
  });

  test('works behind the first id, behind letters of two units, and in the frontmatter', async () => {
    const list = await complete(
      '🏃🏃 It is [@iron-test; @small-t] so.',
      'It is [@iron-test; @small-t',
    );
    expect(labels(list)).toEqual(['small-trial']);
    const range = list?.itemDefaults?.editRange as TextEdit['range'] | undefined;
    expect(editor.document(model).getText(range)).toBe('small-t');
    await editor.type(model, text.replace('[@iron-prevalence]."', '[@iron-p]."'));
    expect(labels(await editor.ask('completion', model, 'who run [@iron-p'))).toEqual([
      'iron-prevalence',
    ]);
  });

  test('of a component knows its names, props, ids and words', async () => {
    const names = await complete('<Pro', '<Pro');
    expect(labels(names)).toContain('ProductCard');
    const card = names?.items.find(({ label }: CompletionItem) => label === 'ProductCard');
    expect(card?.textEditText).toBe('ProductCard id="$1" />');
    expect(
      labels(await complete('<Dose product="iron-capsule" n />', '<Dose product="iron-capsule" n')),
    ).toEqual(['nutrient']);
    expect(labels(await complete('<Dose product="ir" />', '<Dose product="ir'))).toEqual([
      'iron-capsule',
    ]);
    expect(labels(await complete('<Callout kind="" />', '<Callout kind="'))).toEqual([
      'note',
      'warning',
      'stop',
      'urgent',
    ]);
    expect(labels(await complete('<EvidenceTable topic="" />', '<EvidenceTable topic="'))).toEqual([
      'iron',
      'magnesium',
      'testing',
    ]);
    expect(await complete('5 &lt; 6 and so', 'and so')).toBeNull();
  });

  test('of frontmatter knows fields, ids and words', async () => {
    const fields = async (from: string, to: string, at: string): Promise<string[]> => {
      await editor.type(model, text.replace(from, to));
      return labels(await editor.ask('completion', model, at));
    };
    expect(await fields('authors: [desk]', 'authors: [', 'authors: [')).toEqual([
      'desk',
      'pat-example',
    ]);
    expect(await fields('topics: [iron, testing]', 'topics: [iron, ma]', '[iron, ma')).toEqual(
      expect.arrayContaining(['magnesium', 'testing']),
    );
    expect(await fields('aiUse: none', 'aiUse: a', 'aiUse: a')).toEqual([
      'none',
      'assisted',
      'generated',
    ]);
    expect(await fields('theme: tired\n', 'the\n', '\nthe')).toEqual(
      expect.arrayContaining(['theme', 'series', 'title'].filter((key) => key !== 'series')),
    );
    expect(await fields('kind: update', 'kind: up', 'kind: up')).toEqual([
      'correction',
      'update',
      'review',
    ]);
  });

  test('knows what is not saved', async () => {
    const claims = editor.onDisk('claims/iron.yaml');
    const added = `${claims}\n${claims.split('\n\n')[0]?.replace('iron-prevalence', 'iron-brand-new') ?? ''}\n`;
    await editor.type('claims/iron.yaml', added);
    await editor.until('claims/iron.yaml', (found) => found.length > 0);
    expect(labels(await complete('So [@iron-brand', 'So [@iron-brand'))).toEqual([
      'iron-brand-new',
    ]);
    await editor.type('claims/iron.yaml', claims);
    await editor.until('claims/iron.yaml', (found) => found.length === 0);
  });

  test('of data files leaves fields to their schemas, and completes citations', async () => {
    const sheet = editor.onDisk('glossary/ferritin.yaml');
    await editor.type('glossary/ferritin.yaml', `${sheet}\nnote: "[@iron-fa"\nsour: x\n`);
    expect(labels(await editor.ask('completion', 'glossary/ferritin.yaml', '[@iron-fa'))).toEqual([
      'iron-fatigue',
    ]);
    expect(await editor.ask('completion', 'glossary/ferritin.yaml', '\nsour')).toBeNull();
    await editor.type('glossary/ferritin.yaml', sheet);
  });
});

describe('an id', () => {
  beforeAll(() => editor.type(model, text));

  test.each([
    ['a citation', model, '[@iron-test', 'Certainty'],
    ['a source', 'claims/iron.yaml', '[runner-sur', 'Design'],
    ['a product', model, 'product="iron-cap', 'listed'],
    ['a term', model, '<Term id="ferri', 'erritin'],
    ['a person', model, 'authors: [de', 'desk'],
    ['a component', model, '<FoodSou', 'stands on lines of its own'],
  ])('says what %s is', async (_what, file, word, said) => {
    if (!editor.texts.has(file)) await editor.type(file, editor.onDisk(file));
    const hover = await editor.ask<Hover | null>('hover', file, word);
    expect(JSON.stringify(hover?.contents)).toContain(said);
  });

  test.each([
    ['a citation', '[@iron-test', 'claims/iron.yaml', 'iron-test'],
    ['a product', 'product="iron-cap', 'products/iron-capsule.yaml', ''],
    ['a term', '<Term id="ferri', 'glossary/ferritin.yaml', ''],
    ['a nutrient', 'topics: [iro', 'nutrients/iron.mdx', ''],
  ])('leads to where %s stands', async (_what, word, file, on) => {
    const location = await editor.ask<Location>('definition', model, word);
    expect(location.uri).toBe(editor.uri(file));
    const document = editor.document(file);
    expect(document.getText().slice(document.offsetAt(location.range.start))).toMatch(
      new RegExp(`^${on}`),
    );
  });

  test('says nothing where it is none', async () => {
    expect(await editor.ask('hover', model, 'Lentils')).toBeNull();
    expect(await editor.ask('definition', model, 'Lentils')).toBeNull();
    expect(await editor.ask('prepareRename', model, 'Lentils')).toBeNull();
  });
});

describe('a new name', () => {
  test.each([
    ['a claim', model, '[@', 'iron-prevalence', [model, 'articles/second.mdx', 'claims/iron.yaml']],
    [
      'a claim that is drawn',
      'claims/iron.yaml',
      'id: ',
      'iron-low-count',
      ['claims/iron.yaml', 'figures/low-stores.yaml'],
    ],
    [
      'a source',
      'claims/iron.yaml',
      '[',
      'runner-survey',
      ['claims/iron.yaml', 'sources/studies.json'],
    ],
    ['a term', model, '<Term id="', 'ferritin', [model, 'glossary/called-anew.yaml']],
  ])('of %s stands wherever the old one stood', async (_of, at, before, old, where) => {
    await editor.type(model, text);
    if (!editor.texts.has(at)) await editor.type(at, editor.onDisk(at));
    const word = `${before}${old}`;
    expect(await editor.ask('prepareRename', at, word)).toMatchObject({ placeholder: old });
    const { documentChanges = [] } = await editor.ask<WorkspaceEdit>('rename', at, word, {
      newName: 'called-anew',
    });
    const fileOf = (uri: string): string =>
      `content/${path.relative(editor.folder, fileURLToPath(uri))}`;
    const after = new Map<string, Buffer | undefined>();
    const stale: string[] = [];
    for (const change of documentChanges) {
      if ('edits' in change) {
        const { uri, version } = change.textDocument;
        const document = editor.document(fileOf(uri).slice('content/'.length));
        if ((version ?? 0) !== document.version) stale.push(uri);
        const written = TextDocument.applyEdits(document, change.edits as TextEdit[]);
        after.set(fileOf(uri), Buffer.from(written));
      } else if (change.kind === 'rename') {
        const from = fileOf(change.oldUri);
        const file = editor.onDisk(from.slice('content/'.length));
        after.set(fileOf(change.newUri), after.get(from) ?? Buffer.from(file));
        after.set(from, undefined);
      }
    }
    expect([...after.keys()]).toEqual(
      expect.arrayContaining(where.map((file) => `content/${file}`)),
    );
    expect(stale).toEqual([]);
    const { problems, corpus } = await checkContent(editor.folder, today, { overlay: after });
    expect(problems).toEqual([]);
    const named = Object.values(corpus.entries).some((entries) => entries.has('called-anew'));
    expect(named).toBe(true);
  });

  test.each([
    ['that something has', 'iron-test', '"iron-test" is taken: give the claim another id.'],
    ['that is no id', 'Iron test', '"Iron test" is no id'],
  ])('%s is refused', async (_what, newName, message) => {
    await expect(editor.ask('rename', model, '[@iron-fatigue', { newName })).rejects.toThrow(
      message,
    );
  });

  test('is refused while something cannot be read that may name it', async () => {
    await editor.type('people/desk.yaml', 'name: [\n');
    await expect(
      editor.ask('rename', model, '[@iron-fatigue', { newName: 'iron-tired' }),
    ).rejects.toThrow(/^Mend content\/people\/desk\.yaml:1:\d+ first/);
    await editor.type('people/desk.yaml', editor.onDisk('people/desk.yaml'));
  });
});

test('a folder that is none is told in a sentence, and what is no content in none', async () => {
  await editor.type('notes.txt', 'They took 25 mg a day [@');
  expect(await editor.ask('completion', 'notes.txt', '[@')).toBeNull();
  expect(editor.told.has(editor.uri('notes.txt'))).toBe(false);
  const lost = new Editor((folder) => rmSync(folder, { recursive: true }));
  const message = new Promise<{ message: string }>((resolve) => {
    lost.connection.onNotification('window/showMessage', resolve);
  });
  await lost.begin({});
  expect((await message).message).toMatch(/^The content folder .* does not exist: set CONTENT_DIR/);
  await lost.end();
});

test('a quick fix mends what check --fix mends, and says what only its author can tell', async () => {
  await editor.type(model, text.replace('aiUse: none', 'aiUse: None'));
  const [diagnostic] = await editor.until(model, (found) =>
    found.some(({ data }) => data !== undefined),
  );
  const [action] = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: editor.uri(model) },
    range: diagnostic?.range,
    context: { diagnostics: [diagnostic] },
  });
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
  const edits = action?.edit?.changes?.[editor.uri(model)] ?? [];
  await editor.type(model, TextDocument.applyEdits(editor.document(model), edits));
  expect(editor.document(model).getText()).toBe(text);
  // What was found in an earlier text would change other letters of this one.
  const stale = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: editor.uri(model) },
    range: diagnostic?.range,
    context: { diagnostics: [{ ...diagnostic, data: undefined }] },
  });
  expect(stale).toEqual([]);
});

describe('an editor that can do less, over more claims than are sent', () => {
  const plain = new Editor((folder) => {
    const [claim = ''] = readFileSync(path.join(folder, 'claims/iron.yaml'), 'utf8').split('\n\n');
    const many = Array.from({ length: 300 }, (_, index) =>
      claim.replace('iron-prevalence', `many-${index}`),
    );
    writeFileSync(path.join(folder, 'claims/many.yaml'), many.join('\n\n'));
  });
  afterAll(() => plain.end());

  test('gets an edit with each item, no snippet, and asks again', async () => {
    await plain.begin({});
    await plain.type(model, put('So [@many'));
    const list = await plain.ask<CompletionList>('completion', model, 'So [@many');
    expect(list).toMatchObject({ isIncomplete: true });
    expect(list.items).toHaveLength(100);
    expect(list.itemDefaults).toBeUndefined();
    expect(list.items[0]?.textEdit).toMatchObject({ newText: 'many-0' });
    const narrow = await plain
      .type(model, put('So [@many-299'))
      .then(() => plain.ask<CompletionList>('completion', model, 'So [@many-299'));
    expect(narrow.items.map(({ label }) => label)).toEqual(['many-299']);
    await expect(
      plain.ask('rename', model, '<Term id="ferritin', { newName: 'other' }),
    ).rejects.toThrow('npm run author -- rename glossary/ferritin other');
    await plain.type(model, put('<Pro'));
    const names = await plain.ask<CompletionList>('completion', model, '<Pro');
    expect(names.items[0]?.textEdit).toMatchObject({ newText: 'ProductCard' });
  });
});
