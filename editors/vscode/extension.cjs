/** Starts the language server of the folder that is open, and ends it with the window. */
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = async () => {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) return;
  const run = {
    // npm brings the Node that the project wants.
    command: 'npm',
    args: ['run', '-s', 'lsp'],
    options: { cwd: folder.uri.fsPath, shell: process.platform === 'win32' },
  };
  const inContent = `${folder.uri.fsPath}/content/**/*.{mdx,yaml,json}`;
  client = new LanguageClient('micromile', 'Micromile', run, {
    documentSelector: [{ scheme: 'file', pattern: inContent }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher(inContent) },
  });
  await client.start();
};

exports.deactivate = () => client?.stop();
