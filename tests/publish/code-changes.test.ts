/**
 * A build after one change of the code, of a package or of the address is a clean build, byte for byte:
 * from a site that was built with the change alone it goes back to the one without.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assetsOf,
  build,
  contents,
  copyProject,
  edit,
  temporaryFolder,
  writeSmallContent,
} from './project.ts';

const folder = temporaryFolder();
const project = path.join(folder, 'project');
const content = path.join(folder, 'content');

interface Site {
  files: Map<string, string>;
  /** What was said while it was built. */
  output: string;
}

function built(environment: NodeJS.ProcessEnv = {}): Site {
  const { status, output } = build(project, { CONTENT_DIR: content, ...environment });
  expect(status === 0 ? '' : output).toBe('');
  const files = contents(path.join(project, 'dist'));
  expect(assetsOf(files).filter((name) => !files.has(name))).toEqual([]);
  return { files, output };
}

/** Whether a build said a text, or a file of it holds it. */
function holds({ files, output }: Site, text: string): boolean {
  const words = Buffer.from(text);
  return (
    output.includes(text) ||
    [...files.values()].some((bytes) => Buffer.from(bytes, 'base64').includes(words))
  );
}

let without: Site;
beforeAll(() => {
  mkdirSync(project);
  copyProject(project, ['hast-util-to-html']);
  // Half of what there is to examine, and made of the same components as an article.
  rmSync(path.join(project, 'src/pages/gallery.mdx'));
  writeSmallContent(content);
  // It has the name that the schema gives it.
  edit(path.join(content, 'site.yaml'), /^name: .*\n/m, '');
  without = built();
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each<[what: string, file: string, from: string | RegExp, to: string, shown: string]>([
  ['a default', 'src/schemas/site.ts', "default('Micromile')", "default('Minimile')", 'Minimile'],
  [
    'a transform',
    'src/schemas/claim.ts',
    'statement: prose()',
    'statement: prose().toUpperCase()',
    'IRON EASED FATIGUE',
  ],
  [
    'the compiler',
    'src/document/typeset.ts',
    "['scroller']",
    "['scroller', 'new']",
    'scroller new',
  ],
  ['a view', 'src/views/claim.ts', "'Helps'", "'It helps'", 'It helps'],
  ['a component', 'src/components/site/NotAdvice.astro', '<aside', '<aside data-new', 'data-new'],
  ['a style', 'src/styles/prose.css', '.callout', '.new-style, .callout', '.new-style'],
  ['a style of the tools', 'src/styles/tools.css', '#query', '#new-style, #query', '#new-style'],
  ['a script', 'src/client/dom.ts', /$/, "\nconsole.debug('new');\n", 'console.debug('],
  ['a rule', 'src/checks/rules/cliche.ts', 'deep dive', 'Lentils', '"Lentils" is a cliché'],
  ['a severity', 'src/checks/severity.ts', "  'unused',\n", '', 'unused</b> (stops the build)'],
  [
    'a package',
    'node_modules/hast-util-to-html/lib/handle/text.js',
    'node.value,',
    "node.value.replace('red blood', 'patched blood'),",
    'patched blood',
  ],
])(
  'after a change of %s',
  (_what, name, from, to, shown) => {
    const file = path.join(project, name);
    const text = readFileSync(file, 'utf8');
    expect(holds(without, shown)).toBe(false);
    edit(file, from, to);
    forget();
    expect(holds(built(), shown)).toBe(true);
    writeFileSync(file, text);
    const back = built();
    expect(unlike(back)).toEqual([]);
    expect(holds(back, shown)).toBe(false);
  },
  120_000,
);

test('after a change of the address', () => {
  forget();
  expect(holds(built({ SITE_URL: 'https://runners.example' }), 'https://runners.example')).toBe(
    true,
  );
  expect(unlike(built())).toEqual([]);
}, 120_000);

/** Takes away what is kept but for presses: the site with a change is a clean one. */
function forget(): void {
  for (const name of ['dist', '.cache/sites', '.cache/kept.db'])
    rmSync(path.join(project, name), { recursive: true });
}

/** Files that the site without a change has not, or has otherwise. */
function unlike({ files }: Site): string[] {
  const names = new Set([...files.keys(), ...without.files.keys()]);
  return [...names].filter((name) => files.get(name) !== without.files.get(name));
}
