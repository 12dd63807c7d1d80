/** What stands between the site and the public, each with the place to set it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ledgerName } from '../corpus/ledger.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { isPublished, reviewState } from '../domain/dates.ts';
import { formatCount } from '../domain/format.ts';
import { isPublicSite, merchantTag, siteUrl } from '../environment.ts';
import { framePages } from '../routes.ts';
import { isPlaceholder, siteSchema } from '../schemas/site.ts';
import { dataAddresses } from './addresses.ts';
import { fatesOf, type Checked } from './ledger.ts';

/** Something that is still to be done. */
export interface Open {
  /** A must keeps a site with a public address from being built. */
  level: 'must' | 'should';
  /** What it is about, in a word or two: "contact". */
  what: string;
  /** How it stands now. */
  now: string;
  /** Where it is set. */
  where: string;
}

/** What of `content/site.yaml` readers and the law ask for, and what it is called. */
const owners = {
  contact: 'contact',
  operator: 'operator',
  address: 'postal address',
  host: 'who runs the server',
  logsKept: 'how long logs are kept',
  logsBasis: 'legal basis for logs',
  lettersBasis: 'legal basis for letters',
  authority: 'supervisory authority',
} as const satisfies Partial<Record<keyof typeof siteSchema.shape, string>>;

/**
 * Whatever is open, the musts first.
 * @throws {UserError} when the environment holds what cannot be
 */
export function openItems({ corpus, documents }: Checked, today: string): Open[] {
  const must = (what: string, now: string, where: string): Open => ({
    level: 'must',
    what,
    now,
    where,
  });
  const should = (what: string, now: string, where: string): Open => ({
    ...must(what, now, where),
    level: 'should',
  });
  const folder = path.basename(corpus.directory);
  const address = siteUrl();
  const articles = [...corpus.entries.articles.values()].filter(({ data }) =>
    isPublished(data, today),
  );
  const overdue = articles.filter(
    ({ data }) => reviewState(data.reviewDue, today, 0) === 'overdue',
  ).length;
  const unsafe = dataAddresses(corpus).filter((one) => one.address.startsWith('http:'));
  const [first] = unsafe;
  const fresh = fatesOf({ corpus, documents }, today).fresh();
  const hasLedger = corpus.ledger.length > 0;
  return [
    ...(isPublicSite()
      ? []
      : [must('address', `${address} is one that no reader reaches`, 'SITE_URL')]),
    ...siteItems(corpus, must),
    ...framePages
      .filter((id) => !corpus.knownIds.pages.has(id))
      .map((id) =>
        must(
          id === 'privacy' ? 'policy' : 'page',
          `there is no page "${id}"`,
          `${folder}/pages/${id}.mdx`,
        ),
      ),
    ...(articles.length > 0
      ? []
      : [must('feeds', 'no article is out, so they have no entry', `${folder}/articles/`)]),
    ...(hasLedger
      ? []
      : [must('addresses', 'nobody wrote down what is published', 'npm run addresses')]),
    ...(existsSync('LICENSE') ? [] : [must('licence', 'there is none', 'LICENSE')]),
    ...[...corpus.entries.merchants.values()].flatMap(({ data }) =>
      data.programme && data.tagVariable !== undefined && merchantTag(data) === undefined
        ? [should('tag', `links to ${data.name} earn nothing`, data.tagVariable)]
        : [],
    ),
    ...(overdue === 0
      ? []
      : [
          should(
            'reviews',
            `${formatCount(overdue, 'article')} should have been looked at again`,
            'reviewDue, see npm run check -- --rule review-overdue',
          ),
        ]),
    ...(address.startsWith('http:')
      ? [should('https', 'readers’ letters and pages travel open', 'SITE_URL')]
      : []),
    ...(first === undefined
      ? []
      : [
          should(
            'https',
            `${formatCount(unsafe.length, 'address', 'addresses')} of others over http`,
            `from ${first.file}:${first.locate().line} on`,
          ),
        ]),
    ...(hasLedger && fresh.length > 0
      ? [
          should(
            'addresses',
            `${formatCount(fresh.length, 'address', 'addresses')} not in ${ledgerName(corpus.directory)}`,
            'npm run addresses, once they are out',
          ),
        ]
      : []),
  ];
}

// Without a file of its own, all of it is as nobody filled it in.
function siteItems(
  { entries, directory }: Corpus,
  must: (what: string, now: string, where: string) => Open,
): Open[] {
  const entry = [...entries.site.values()][0] as Entry<'site'> | undefined;
  const data = entry?.data ?? siteSchema.parse({});
  const file = `${path.basename(directory)}/site.yaml`;
  return Object.entries(owners).flatMap(([field, what]) => {
    const value = data[field as keyof typeof owners];
    if (!isPlaceholder(value)) return [];
    const line = entry === undefined ? '' : `:${entry.locate([field]).line}`;
    return [must(what, `"${value}" is a placeholder`, `${file}${line}, ${field}`)];
  });
}

/** One line each, in columns. */
export function formatOpen(items: readonly Open[]): string {
  const width = Math.max(...items.map(({ what }) => what.length));
  return items
    .map(
      ({ level, what, now, where }) =>
        `${level.padEnd(6)}  ${what.padEnd(width)}  ${now}\n        ${' '.repeat(width)}  → ${where}`,
    )
    .join('\n');
}
