/** A snippet for a Caddyfile: `import micromile.caddy`, then `import micromile /srv/site` in the site's block. */
import { basePath } from '../base.ts';
import { everywhere, headersOf, ownFolders, restOf, typed, types, type Kind } from './kinds.ts';

// Stands in a map for a header that is not sent.
const none = 'none';

/**
 * The snippet, whose argument is the folder in which the site lies.
 * @param moved new address by old one
 * @param gone addresses of what was taken away; at those of pages one says why
 */
export function caddyFile(
  table: readonly Kind[],
  moved: Readonly<Record<string, string>>,
  gone: readonly string[],
): string {
  const goneFolders = gone.filter((one) => one.endsWith('/')).map((one) => one.slice(0, -1));
  // Of several rewrites the first that fits counts, the one for everything last.
  const gonePages =
    goneFolders.length === 0
      ? ''
      : `		@gonepage path_regexp gonepage ^(${goneFolders.join('|')})/?$
		rewrite @gonepage {re.gonepage.1}/index.html
`;
  const goneAddresses = gone.flatMap(typed);
  const names = [...new Set(table.flatMap(({ headers }) => Object.keys(headers)))];
  const variable = (name: string): string =>
    `{micromile_${name.toLowerCase().replaceAll('-', '_')}}`;
  const base = basePath();
  const lines = (list: readonly string[]): string => list.map((line) => `\t${line}\n`).join('');
  return `(micromile) {
	root * {args.0}
	map {path} ${names.map(variable).join(' ')} {
${lines(
  table.map(
    (kind) =>
      `\t"~^${base}/${restOf(kind)}" ${names.map((name) => quoted(kind.headers[name] ?? none)).join(' ')}`,
  ),
)}		default ${names.map(() => none).join(' ')}
	}
	header {
${lines(Object.entries(everywhere).map(([name, value]) => `\t${name} ${quoted(value)}`))}	}
	header -Server
${lines(
  names.flatMap((name) => {
    const matcher = `@${name.toLowerCase()}`;
    return [
      `${matcher} expression ${variable(name)} != "${none}"`,
      `header ${matcher} ${name} ${variable(name)}`,
    ];
  }),
)}
	# Old addresses, with and without their last slash.
	map {path} {micromile_moved} {
${lines(
  Object.entries(moved).flatMap(([from, to]) => typed(from).map((old) => `\t${old} ${to}`)),
)}		default ${none}
	}
	@moved expression {micromile_moved} != "${none}"
	redir @moved {micromile_moved}{micromile_query} 301
	map {query} {micromile_query} {
		"" ""
		default "?{query}"
	}

${
  goneAddresses.length === 0
    ? ''
    : `	@gone path ${goneAddresses.join(' ')}
	error @gone 410

`
}	# A page has one address, and what somebody asked with it is kept.
	@index path_regexp index ^/+(${ownFolders})index\\.html$
	redir @index /{re.index.1}{micromile_query} 301
	@bare {
		path_regexp bare ^/+(${ownFolders}[\\w.-]+)$
		file {path}/index.html${goneAddresses.length === 0 ? '' : `\n\t\tnot path ${goneAddresses.join(' ')}`}
	}
	redir @bare /{re.bare.1}/{micromile_query} 301
	# What is for servers is no file of the site; who gives out certificates asks below .well-known.
	@hidden {
		path *.br *.gz ${base}/404.html ${base}/_headers ${base}/_redirects */.*
		not path */.well-known/*
	}
	error @hidden 404

${lines(
  Object.entries(types).flatMap(([end, type]) => {
    const matcher = `@type_${end.replaceAll('.', '_')}`;
    return [`${matcher} path *${end}`, `header ${matcher} Content-Type ${quoted(type)}`];
  }),
)}
	file_server {
		precompressed br gzip
		disable_canonical_uris
	}
	handle_errors {
		# A browser that has the page of another error would be told to show that.
		request_header -If-None-Match
		request_header -If-Modified-Since
${gonePages}		rewrite * ${base}/404.html
		header -Server
${lines(
  names
    .filter((name) => headersOf('/404.html', table)[name] === undefined)
    .map((name) => `\theader -${name}`),
)}		header {
			Content-Type "text/html; charset=utf-8"
${lines(
  Object.entries(headersOf('/404.html', table)).map(
    ([name, value]) => `\t\t${name} ${quoted(value)}`,
  ),
)}		}
		file_server
	}
}
`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
