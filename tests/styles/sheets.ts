/** The stylesheets as they are written, without their comments. */
import { globSync, readFileSync } from 'node:fs';

export const sheets = globSync('src/styles/*.css').map((file) => ({
  file,
  css: withoutComments(readFileSync(file, 'utf8')),
}));

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[^]*?\*\//g, '');
}
