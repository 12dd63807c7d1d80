/** Where the site stands on its host: what comes before each of its addresses. */

let known: { given: string | undefined; path: string } | undefined;

/**
 * The path of the site on its host, without a slash at its end: that of `SITE_URL`; empty where the
 * site has a host of its own, and in a browser, which knows where it is.
 */
export function basePath(): string {
  const given = typeof process === 'undefined' ? undefined : process.env['SITE_URL'];
  if (known === undefined || known.given !== given) {
    const path = given === undefined ? '' : (URL.parse(given)?.pathname ?? '');
    known = { given, path: path.replace(/\/+$/, '') };
  }
  return known.path;
}
