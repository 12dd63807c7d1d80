/** What each host is told of a site: files that lie in it, and files that lie beside it. */
import { caddyFile } from './caddy.ts';
import { redirectStore, requestFunction, responseFunction } from './cloudfront.ts';
import { pagesWorkflow } from './github.ts';
import { kinds, type Inline } from './kinds.ts';
import { headerRules, headersFile, redirectsFile } from './netlify.ts';
import { nginxMaps, nginxServer } from './nginx.ts';
import { vercelFile, vercelMiddleware } from './vercel.ts';

/** A site that was built, as a host must know it. */
export interface BuiltSite extends Inline {
  /** Its address, without a slash at its end. */
  address: string;
  /** Names of the folders at its root, such as "articles". */
  folders: readonly string[];
  /** Those of them in which twins of pages lie that a host can tell from pages by the end of the name. */
  twinFolders: readonly string[];
  /** New address by old one, both as on the host. */
  moved: Readonly<Record<string, string>>;
  /** Addresses on the host of what was taken away: pages, at which one says why, and files. */
  gone: readonly string[];
}

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What hosts look for in the site itself. */
export function filesInside({ styles, folders, twinFolders, moved, gone }: BuiltSite): Files {
  return {
    // GitHub would leave out what begins with a low line.
    '.nojekyll': '',
    _headers: headersFile(headerRules(kinds({ styles }), folders, twinFolders)),
    _redirects: redirectsFile(moved, gone),
  };
}

/** What lies in `deploy/`. */
export function filesBeside({ styles, address, moved, gone }: BuiltSite): Files {
  const table = kinds({ styles });
  return {
    'vercel/vercel.json': vercelFile(table, moved),
    ...(gone.length > 0 && { 'vercel/middleware.js': vercelMiddleware(gone) }),
    'nginx/maps.conf': nginxMaps(table),
    'nginx/server.conf': nginxServer(table, moved, gone),
    'caddy/micromile.caddy': caddyFile(table, moved, gone),
    'cloudfront/request.js': requestFunction(),
    'cloudfront/response.js': responseFunction(table),
    'cloudfront/redirects.json': redirectStore(moved, gone),
    'github/pages.yml': pagesWorkflow(address),
  };
}
