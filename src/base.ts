/** Where the site stands on its host: what comes before each of its addresses. */

// Every address begins with it, and Node asks the machine for a variable each time.
const path = pathIn(typeof process === 'undefined' ? undefined : process.env['SITE_URL']);

/**
 * The path of the site on its host, without a slash at its end: that of `SITE_URL`; empty where the
 * site has a host of its own, and in a browser, which knows where it is.
 */
export function basePath(): string {
  return path;
}

function pathIn(address: string | undefined): string {
  return (address === undefined ? '' : (URL.parse(address)?.pathname ?? '')).replace(/\/+$/, '');
}
