/**
 * Asks the language server what an editor asks while somebody writes the longest article, and
 * measures the processor time of its process until each answer.
 *
 *     node tests/bench/editor.ts CONTENT ROUNDS REPORT
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

const [content = '', rounds = '', report = ''] = process.argv.slice(2);
const folder = path.join(content, 'articles');
const longest = readdirSync('content/articles')
  .map((name) => path.join('content/articles', name))
  .sort((a, b) => statSync(b).size - statSync(a).size)[0];
const text = readFileSync(longest ?? '', 'utf8');
const uri = pathToFileURL(path.join(folder, 'longest.mdx')).href;

const server = spawn(process.execPath, ['src/editor/server.ts'], {
  env: { ...process.env, CONTENT_DIR: content, NODE_OPTIONS: '' },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let told: (params: PublishDiagnosticsParams) => void = () => undefined;
connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
  told(params),
);
connection.listen();

/** Hundredths of a second of a processor that the server's first thread has used, in milliseconds. */
function used(): number {
  const fields = readFileSync(`/proc/${server.pid}/task/${server.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const times: Record<string, { cpu: number; wall: number[] }> = {};
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const [cpu, wall] = [used(), performance.now()];
  await work();
  const one = (times[name] ??= { cpu: 0, wall: [] });
  one.cpu += used() - cpu;
  one.wall.push(performance.now() - wall);
}

let version = 1;
const diagnosed = (work: () => Promise<void>): Promise<void> => {
  const wanted = version;
  const done = new Promise<void>((resolve) => {
    told = (params) => {
      if (params.uri === uri && params.version === wanted) resolve();
    };
  });
  return work().then(() => done);
};
const change = (words: string): Promise<void> => {
  version += 1;
  return diagnosed(() =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: words }],
    }),
  );
};
const lines = text.trimEnd().split('\n').length;
const ask = (method: string, line: number, character: number): Promise<unknown> =>
  connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri },
    position: { line, character },
  });

await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    textDocument: { completion: { completionList: { itemDefaults: ['editRange'] } } },
  },
});
await connection.sendNotification('initialized', {});
await measure('until the first diagnostics', () =>
  diagnosed(() =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mdx', version, text },
    }),
  ),
);
for (let round = 0; round < Number(rounds); round += 1) {
  const words = `So it is in round ${round} [@`;
  await measure('diagnostics of a change', () => change(`${text}\n${words}`));
  await measure('every id after [@', () => ask('completion', lines + 1, words.length));
  await measure('hover', () => ask('hover', lines - 1, 4));
  await measure('definition', () => ask('definition', lines - 1, 4));
}
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
const rows = Object.entries(times).map(([name, { cpu, wall }]) => [
  name,
  {
    'CPU ms': (cpu / wall.length).toFixed(1),
    'median ms': (wall.toSorted((a, b) => a - b)[Math.floor(wall.length / 2)] ?? 0).toFixed(1),
    'most ms': Math.max(...wall).toFixed(1),
  },
]);
writeFileSync(report, JSON.stringify(Object.fromEntries(rows)));
