/** Two files for nginx: maps for the `http` block, and what stands in the `server` block. */
import { basePath } from '../base.ts';
import { everywhere, ownFolders, restOf, typed, types, type Kind } from './kinds.ts';

/** What nginx includes in its `http` block: of each header a map. */
export function nginxMaps(table: readonly Kind[]): string {
  const names = [...new Set(table.flatMap(({ headers }) => Object.keys(headers)))];
  const map = (variable: string, lines: readonly string[]): string =>
    `map $uri ${variable} {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
  // The first pattern that matches counts; an empty header is not sent.
  return names
    .map((name) =>
      map(variableOf(name), [
        'default ""',
        ...table.map(
          (kind) => `"~^${basePath()}/${restOf(kind)}" ${quoted(kind.headers[name] ?? '')}`,
        ),
      ]),
    )
    .join('\n');
}

/**
 * What nginx includes in its `server` block, beside `root`, `listen` and `server_name`. Each old address has
 * a location: in a map nginx takes none that is longer than its buckets, and does not start.
 * @param moved new address by old one
 * @param gone addresses of pages and files that were taken away
 */
export function nginxServer(
  table: readonly Kind[],
  moved: Readonly<Record<string, string>>,
  gone: readonly string[],
): string {
  const names = [...new Set(table.flatMap(({ headers }) => Object.keys(headers)))];
  const base = basePath();
  return `charset utf-8;
charset_types text/xml text/plain text/css application/javascript application/json application/xml application/rss+xml application/atom+xml image/svg+xml;
absolute_redirect off;
server_tokens off;
error_page 404 ${base}/404.html;

# All of them stand here: a header in a location would take these away there.
${Object.entries(everywhere)
  .map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`)
  .join('')}${names.map((name) => `add_header ${name} ${variableOf(name)} always;\n`).join('')}
# The files that \`npm run compress\` lays beside the others. For brotli, where nginx has its module:
# brotli_static on;
gzip_static on;
gzip_vary on;

location ${base}/ {
  # A page has one address.
  if ($request_uri ~ "^/+(${ownFolders})index\\.html(\\?.*)?$") { return 301 /$1$2; }
  try_files $uri $uri/ =404;
}
location = ${base}/404.html { internal; }
${Object.entries(moved)
  .flatMap(([from, to]) =>
    typed(from).map((one) => `location = ${one} { return 301 ${to}$is_args$args; }\n`),
  )
  .join('')}${gone
    .flatMap((address) => {
      const page = address.endsWith('/') ? `${address}index.html` : `${base}/404.html`;
      return typed(address).map(
        (one) => `location = ${one} { error_page 410 ${page}; return 410; }\n`,
      );
    })
    .join(
      '',
    )}# What is for servers is no file of the site; who gives out certificates asks below .well-known.
location ~ \\.(?:br|gz)$|^${base}/(?:_headers|_redirects)$|/\\.(?!well-known/) { return 404; }
${Object.entries(types)
  .map(
    ([end, type]) =>
      `location ~ ^${base}/.*${end.replaceAll('.', '\\.')}$ { types {} default_type "${type}"; }\n`,
  )
  .join('')}`;
}

function variableOf(name: string): string {
  return `$micromile_${name.toLowerCase().replaceAll('-', '_')}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
