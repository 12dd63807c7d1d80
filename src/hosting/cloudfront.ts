/** For S3 behind CloudFront: two functions, and old addresses as its key value store imports them. */
import { basePath } from '../base.ts';
import { everywhere, ownFolders, types, type Kind } from './kinds.ts';

/**
 * The function for "viewer request": pages have one address, old ones lead on for good. Bound to the
 * store it asks that; without one it only finds pages. That a page is gone says the page itself, and
 * the other function its status.
 */
export function requestFunction(): string {
  return `import cf from 'cloudfront';

async function handler(event) {
  const request = event.request;
  const uri = request.uri;
  const query = Object.keys(request.querystring)
    .map((name) => name + (request.querystring[name].value === '' ? '' : '=' + request.querystring[name].value))
    .join('&');
  const leadTo = (address) => ({
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: address + (query === '' ? '' : '?' + query) } },
  });
  if (!/^\\/${ownFolders.replaceAll('/', '\\/')}[\\w.-]*$/.test(uri)) return request;
  const isPage = !/\\.[^/.]+$/.test(uri);
  const page = isPage && !uri.endsWith('/') ? uri + '/' : uri;
  try {
    const known = await cf.kvs().get(page);
    if (known !== 'gone') return leadTo(known);
    if (!page.endsWith('/')) return { statusCode: 410, statusDescription: 'Gone' };
    request.uri = page + 'index.html';
    return request;
  } catch (_) {
    // Not an old address.
  }
  if (page !== uri) return leadTo(page);
  if (uri.endsWith('/index.html')) return leadTo(uri.slice(0, -'index.html'.length));
  if (uri.endsWith('/')) request.uri = uri + 'index.html';
  return request;
}
`;
}

/**
 * The function for "viewer response": the type and the headers of each kind of file, and the status of a page that is
 * gone, where it is bound to the store. CloudFront runs it for no answer that is an error already.
 */
export function responseFunction(table: readonly Kind[]): string {
  const rows = table.map(
    ({ paths, headers }) => `  [${paths.toString()}, ${JSON.stringify(headers)}],`,
  );
  return `import cf from 'cloudfront';

const everywhere = ${JSON.stringify(everywhere)};
const kinds = [
${rows.join('\n')}
];
// The bucket knows none of these.
const types = ${JSON.stringify(types)};

async function handler(event) {
  const response = event.response;
  const uri = event.request.uri;
  const kind = kinds.find((one) => one[0].test(uri.slice(${basePath().length})));
  const headers = Object.assign({}, everywhere, kind ? kind[1] : {});
  for (const name of Object.keys(headers)) response.headers[name.toLowerCase()] = { value: headers[name] };
  const end = Object.keys(types).find((one) => uri.endsWith(one));
  if (end !== undefined) response.headers['content-type'] = { value: types[end] };
  if (!uri.endsWith('/index.html')) return response;
  try {
    const known = await cf.kvs().get(uri.slice(0, -'index.html'.length));
    if (known === 'gone') {
      response.statusCode = 410;
      response.statusDescription = 'Gone';
    }
  } catch (_) {
    // A page like others.
  }
  return response;
}
`;
}

/** Old addresses for \`aws cloudfront-keyvaluestore\`: {"data": [{"key", "value"}]}; "gone" is no address. */
export function redirectStore(
  moved: Readonly<Record<string, string>>,
  gone: readonly string[],
): string {
  const data = [
    ...Object.entries(moved).map(([key, value]) => ({ key, value })),
    ...gone.map((key) => ({ key, value: 'gone' })),
  ];
  return `${JSON.stringify({ data }, undefined, 2)}\n`;
}
