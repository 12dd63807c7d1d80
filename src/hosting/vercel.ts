/** `vercel.json`. */
import { basePath } from '../base.ts';
import { everywhere, restOf, type Headers, type Kind } from './kinds.ts';

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
