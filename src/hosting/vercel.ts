/** `vercel.json`, and a function for what is gone: no status of a configuration says that. */
import { basePath } from '../base.ts';
import { everywhere, restOf, typed, type Headers, type Kind } from './kinds.ts';

/** The configuration: of two sources that match, which one counts is not told, so each address has one. */
export function vercelFile(
  table: readonly Kind[],
  moved: Readonly<Record<string, string>>,
): string {
  const list = (headers: Headers): { key: string; value: string }[] =>
    Object.entries(headers).map(([key, value]) => ({ key, value }));
  const headers = table.map((kind, index) => {
    const earlier = table.slice(0, index).map((other) => `(?!${restOf(other)})`);
    return {
      source: `${basePath()}/(${earlier.join('')}(?=${restOf(kind)}).*)`,
      headers: list({ ...everywhere, ...kind.headers }),
    };
  });
  const redirects = Object.entries(moved).map(([source, destination]) => ({
    source: source.replace(/\/$/, '{/}?'),
    destination,
    statusCode: 301,
  }));
  return `${JSON.stringify({ trailingSlash: true, headers, redirects }, undefined, 2)}\n`;
}

/**
 * The middleware, which runs at these addresses alone and answers with the page that says why.
 * @param gone addresses of pages and files that were taken away
 */
export function vercelMiddleware(gone: readonly string[]): string {
  return `export const config = { matcher: ${JSON.stringify(gone.flatMap(typed))} };

export default async function middleware(request) {
  const { pathname } = new URL(request.url);
  const isFile = /\\.[^/]+$/.test(pathname);
  const page = isFile ? '${basePath()}/404.html' : pathname.replace(/\\/?$/, '/index.html');
  const { body, headers } = await fetch(new URL(page, request.url));
  return new Response(body, { status: 410, headers });
}
`;
}
