/** Looks at every link of a built page that leaves the site: where it leads, and what it says of money. */
import type { Corpus } from '../../corpus/corpus.ts';
import { labelHost } from '../../domain/affiliate.ts';
import { referralOf, takeApart } from '../../domain/referral.ts';
import { merchantSubTag, merchantTag } from '../../environment.ts';
import { addressFault, isOnHost } from '../../schemas/address.ts';
import type { Merchant } from '../../schemas/merchant.ts';
import { hostAmong, merchantHosts, withoutWww } from '../addresses.ts';
import { foldSpace, shows, type BuiltLink, type BuiltPage } from './built-page.ts';
import { outputRules, type OutputDiagnostic as Diagnostic } from './rules.ts';

interface Seller {
  merchant: Merchant;
  hosts: string[];
  tag: string | undefined;
  subTag: string | undefined;
}

/** What decides what is wrong with links that leave the site, as plain data. */
export interface OutsideLinkTerms {
  sellers: Seller[];
  /** Every host that leads to one of them. */
  hosts: string[];
  /** Addresses at which labels were read. */
  labels: string[];
}

/** The merchants and labels of a corpus, with the tags of the environment. */
export function outsideLinkTerms(corpus: Corpus): OutsideLinkTerms {
  return {
    sellers: [...corpus.entries.merchants.values()].map(({ data }) => ({
      merchant: data,
      hosts: data.hosts.map(withoutWww),
      tag: merchantTag(data),
      subTag: merchantSubTag(data),
    })),
    hosts: merchantHosts(corpus),
    labels: [...corpus.entries.products.values()].flatMap(({ data }) => data.labelSeen?.url ?? []),
  };
}

/** What is wrong with the links of pages. */
export function outsideLinkChecks(terms: OutsideLinkTerms): {
  find: (links: readonly BuiltLink[]) => Diagnostic[];
  /** The sentences that programmes require and that a text with the site's tag lacks. */
  findUnsaid: (file: string, seen: Pick<BuiltPage, 'raw' | 'text'>) => Diagnostic[];
  /** Whether a file may hold the site's tag at all. */
  maySell: (bytes: Buffer) => boolean;
} {
  const { sellers } = terms;
  const labels = new Set(terms.labels);
  const findIn = (link: BuiltLink): Diagnostic[] => {
    const host = takeApart(link.href)?.hosts[0];
    if (host === undefined) return [];
    const seller = sellers.find(({ hosts }) => isOnHost(host, hosts));
    // A label that was read at a shop is a source: its words are the host alone.
    if (labels.has(link.href) && link.text.trim() === labelHost(link.href))
      return [...labelDiagnostics(link, host), ...addressDiagnostics(link)];
    if (seller !== undefined) return offerDiagnostics(link, host, seller);
    const merchant = hostAmong(terms.hosts, link.href);
    if (merchant === undefined) return addressDiagnostics(link);
    const message = `a link to ${host} leads to the merchant ${merchant.host} without its mark.`;
    return [{ rule: outputRules.merchantLink, at: link.at, message }];
  };
  // The same work is cited on many pages.
  const known = new Map<string, Diagnostic[]>();
  const find = (links: readonly BuiltLink[]): Diagnostic[] =>
    links.flatMap((link) => {
      // No host: a path of this site.
      if (/^(?:#|\/[^/\\\t\r\n]|\/$)/.test(link.href)) return [];
      const { at, ...rest } = link;
      const name = JSON.stringify(rest);
      const found = known.get(name) ?? findIn(link);
      known.set(name, found);
      return found.map((diagnostic) => ({ ...diagnostic, at }));
    });
  const demanding = sellers.flatMap(({ merchant: { name, statement, tagParameter = '' }, tag }) =>
    tag === undefined || statement === undefined
      ? []
      : [{ name, statement, folded: foldSpace(statement), mark: `${tagParameter}=${tag}` }],
  );
  const maySell = (bytes: Buffer): boolean => demanding.some(({ mark }) => bytes.includes(mark));
  const findUnsaid = (file: string, seen: Pick<BuiltPage, 'raw' | 'text'>): Diagnostic[] =>
    demanding.flatMap(({ name, statement, folded, mark }): Diagnostic[] => {
      const at = file.indexOf(mark);
      if (at === -1 || shows(seen, folded)) return [];
      const message = `the site’s tag at ${name} stands without the sentence "${statement}".`;
      return [{ rule: outputRules.disclosure, at, message }];
    });
  return { find, findUnsaid, maySell };
}

function addressDiagnostics(
  { href, at }: BuiltLink,
  ownParameters: readonly (string | undefined)[] = [],
): Diagnostic[] {
  const rule = outputRules.outsideLink;
  const fault = addressFault(href, { http: true });
  if (fault !== undefined) return [{ rule, at, message: `"${href}" ${fault}.` }];
  const address = new URL(href);
  for (const parameter of ownParameters)
    if (parameter !== undefined) address.searchParams.delete(parameter);
  const referral = referralOf(address.href);
  return referral === undefined ? [] : [{ rule, at, message: `${referral}, in "${href}".` }];
}

function labelDiagnostics({ rel, at }: BuiltLink, host: string): Diagnostic[] {
  const words = rel.split(/\s+/);
  return words.includes('nofollow') && !words.includes('sponsored')
    ? []
    : [
        {
          rule: outputRules.merchantLink,
          at,
          message: `a link to the label at ${host} has rel="${rel}".`,
        },
      ];
}

function offerDiagnostics(
  link: BuiltLink,
  host: string,
  { merchant, tag, subTag }: Seller,
): Diagnostic[] {
  const { href, rel, text, disclosed, at } = link;
  const { programme, tagParameter } = merchant;
  const rule = outputRules.merchantLink;
  const words = rel.split(/\s+/);
  const isMarked = words.includes('nofollow') && (!programme || words.includes('sponsored'));
  const given =
    tagParameter === undefined ? [] : (URL.parse(href)?.searchParams.getAll(tagParameter) ?? []);
  const wanted = tag === undefined ? [] : [tag];
  return [
    ...(isMarked ? [] : [{ rule, at, message: `a link to ${host} has rel="${rel}".` }]),
    ...(programme && !text.includes('(ad)')
      ? [{ rule, at, message: `a link to ${host} does not say "(ad)".` }]
      : []),
    ...(given.join(' ') === wanted.join(' ')
      ? []
      : [{ rule, at, message: `a link to ${host} does not carry the site’s tag alone.` }]),
    ...(programme && !disclosed
      ? [
          {
            rule: outputRules.disclosure,
            at,
            message: `a link to ${host} stands before the disclosure.`,
          },
        ]
      : []),
    ...addressDiagnostics(link, [tagParameter, subTag]),
  ];
}
