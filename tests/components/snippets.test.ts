/** The snippets of `.vscode/` are those of the gallery; `npx vitest -u` writes them anew. */
import { expect, test } from 'vitest';
import { snippets } from '#gallery/snippets.ts';

test('editors have a snippet for each component, from its example', async () => {
  await expect(`${JSON.stringify(snippets(), null, 2)}\n`).toMatchFileSnapshot(
    '../../.vscode/components.code-snippets',
  );
});
