/** An editor for tests: it speaks to the language server as one does, with files that are not saved. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkContent } from '#checks/run.ts';
import type { Problem } from '#problem.ts';

/** The day of the server. */
export const today = '2026-06-01';

/** An editor with a server over a content folder. */
export class Editor {
  /** Absolute path of the content. */
  readonly folder: string;
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly texts = new Map<string, { version: number; text: string }>();
  readonly told = new Map<string, PublishDiagnosticsParams>();
  #waiting: (() => void)[] = [];

  /** @param root the project whose server it is */
  constructor(folder: string, root = process.cwd()) {
    this.folder = folder;
    this.process = spawn(process.execPath, ['src/editor/server.ts'], {
      cwd: root,
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
