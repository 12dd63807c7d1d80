/** What the next site has of the last one: the same files under second names, and nothing that somebody touched. */
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginTrace, endTrace, traced } from '#library/trace.ts';
import type { Library } from '#library/records.ts';
import { KeptSite, writeRecord } from '../../src/publish/kept-site.ts';
import type { Prints } from '../../src/publish/print.ts';
import { Notebook } from '../../src/publish/seen.ts';
import type { PictureSize } from '../../src/publish/sizes.ts';
import { library } from '../library.ts';
import { temporaryFolder } from './project.ts';

const [first = '', second = ''] = [...library.claims.keys()];
/** What each page looks at. */
const pages: Record<string, (seen: Library) => unknown> = {
  'index.html': (seen) => seen.site,
  'claims/a/index.html': (seen) => seen.claims.get(first),
  'claims/b/index.html': (seen) => seen.claims.get(second),
};
const size: PictureSize = {
  file: '_astro/curve.avif',
  original: '/_astro/curve.png',
  format: 'avif',
  width: 9,
};
const look = { rules: 'rules', digests: { 'index.html': 'digest' }, targets: [] };

let project = '';
let made: string[] = [];
const at = (...parts: string[]): string => path.join(project, ...parts);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
};
const changed = (id: string): Library => {
  const record = library.claims.get(id);
  if (record === undefined) throw new Error(`There is no claim "${id}".`);
  const data = { ...record.data, statement: 'Another.' };
  return { ...library, claims: new Map(library.claims).set(id, { ...record, data }) };
};

beforeEach(() => {
  project = temporaryFolder();
  vi.spyOn(process, 'cwd').mockReturnValue(project);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(project, { recursive: true });
});

/** Prints what the last site has not, into the next one. */
function print(own = library, press = 'press', names = Object.keys(pages)): KeptSite {
  const kept = new KeptSite(at('dist'), press);
  const notebook = new Notebook();
  const prints: Prints = { files: new Map(), seen: notebook.seen };
  kept.take(own, at('site'), (file) => names.includes(file));
  made = names.filter((name) => !kept.has(name));
  for (const name of made) {
    write(at('site', name), name);
    pages[name]?.(traced(own, beginTraceOf(prints, notebook, name)));
    endTrace();
  }
  for (const { file } of kept.takeSizes([size], at('site'))) {
    write(at('site', file), 'picture');
    made.push(file);
  }
  const record = kept.recordOf(at('site'), [prints], own, [size.file], look);
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(at('site'), at('dist'));
  writeRecord(at('dist'), record);
  return kept;
}

// As at the end of a build, a trace is taken down when all is made.
function beginTraceOf(prints: Prints, notebook: Notebook, name: string) {
  const trace = beginTrace();
  prints.files.set(name, {
    get trace() {
      return notebook.add(trace);
    },
    sizes: [],
  });
  return trace;
}

test('what looked at nothing that changed is the same file, the rest is made anew', () => {
  print();
  expect(made).toEqual([...Object.keys(pages), size.file]);
  const { ino } = lstatSync(at('dist/claims/a/index.html'));
  print(changed(second));
  expect(made).toEqual(['claims/b/index.html']);
  expect(lstatSync(at('dist/claims/a/index.html')).ino).toBe(ino);
  print(changed(second));
  expect(made).toEqual([]);
});

test('of another press there are no pages, and what is not asked for is not in the site', () => {
  print();
  print(library, 'other');
  expect(made).toEqual(Object.keys(pages));
  print(library, 'other', ['index.html']);
  expect(made).toEqual([]);
  expect(readdirSync(at('dist')).sort()).toEqual(['_astro', 'index.html']);
});

test.each<[what: string, spoil: () => void]>([
  ['written in', () => writeFileSync(at('dist/claims/a/index.html'), 'Mine.')],
  ['cut', () => truncateSync(at('dist/claims/a/index.html'), 3)],
  ['taken away', () => rmSync(at('dist/claims/a'), { recursive: true })],
  ['closed to readers', () => chmodSync(at('dist/claims/a/index.html'), 0o600)],
  [
    'replaced by a folder',
    () => {
      rmSync(at('dist/claims/a/index.html'));
      mkdirSync(at('dist/claims/a/index.html'));
    },
  ],
  [
    'replaced by a link',
    () => {
      renameSync(at('dist/claims/a/index.html'), at('elsewhere.html'));
      symlinkSync(at('elsewhere.html'), at('dist/claims/a/index.html'));
    },
  ],
  [
    'replaced by a file as large',
    () => {
      const text = readFileSync(at('dist/claims/a/index.html'), 'utf8');
      rmSync(at('dist/claims/a/index.html'));
      write(at('dist/claims/a/index.html'), text.toUpperCase());
    },
  ],
])('a page that was %s is made again, and nothing else', (_what, spoil) => {
  print();
  spoil();
  print();
  expect(made).toEqual(['claims/a/index.html']);
  expect(readFileSync(at('dist/claims/a/index.html'), 'utf8')).toBe('claims/a/index.html');
});

test('what has another name elsewhere counts as it is', () => {
  print();
  linkSync(at('dist/index.html'), at('backup.html'));
  print();
  expect(made).toEqual([]);
  writeFileSync(at('backup.html'), 'Mine.');
  print();
  expect(made).toEqual(['index.html']);
});

test('whatever else lies in a site is in no site behind it', () => {
  print();
  mkdirSync(at('dist/empty/deep'), { recursive: true });
  for (const name of ['mine.html', 'odd\nname %41 é.html']) write(at('dist', name), name);
  symlinkSync('/nowhere', at('dist/nowhere'));
  print();
  expect(readdirSync(at('dist')).sort()).toEqual(['_astro', 'claims', 'index.html']);
});

test.each<[what: string, spoil: (file: string) => void]>([
  ['cut', (file) => truncateSync(file, 100)],
  ['no record', (file) => writeFileSync(file, 'null')],
  ['gone', (file) => rmSync(file)],
  ['altered', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('press', 'Press'))],
])('a record that is %s is none', (_what, spoil) => {
  print();
  for (const name of readdirSync(at('.cache/sites'))) spoil(at('.cache/sites', name));
  print();
  expect(made).toEqual([...Object.keys(pages), size.file]);
  expect(existsSync(at('dist/claims/b/index.html'))).toBe(true);
});

test('what was looked at is told of the files that are taken', () => {
  print();
  const { look: told, has } = print(changed(first)).published() ?? {};
  expect(told).toEqual(look);
  expect(has?.('index.html')).toBe(true);
  expect(has?.('claims/a/index.html')).toBe(false);
});
