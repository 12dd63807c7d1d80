/** What the rules on money share: every address that leaves the site, and whom it leads to. */
import { evidenceNames } from '../corpus/collections.ts';
import type { Corpus, Entry, Evidence } from '../corpus/corpus.ts';
import type { Document, Link } from '../document/document.ts';
import { LineIndex } from '../document/line-index.ts';
import { merchantLink } from '../domain/affiliate.ts';
import { referralOf, takeApart } from '../domain/referral.ts';
import { doiAddress, pubmedAddress } from '../domain/work.ts';
import type { Position } from '../problem.ts';
import { isOnHost, isSharedSuffix } from '../schemas/address.ts';
import { question } from './looks.ts';

/** Links of a document that leave the site. Images of other hosts are refused whatever they are. */
export function outsideLinks({ links }: Document): Link[] {
  return links.filter(({ href }) => !/^(?:#|\/(?!\/))/.test(href));
}

/** An address in a field of a data file. */
interface DataAddress {
  file: string;
  address: string;
  /** Set where it may lead to a merchant: what it is in is printed with its mark. */
  isMerchants: boolean;
  locate: () => Position;
}

const addressesOf = new WeakMap<Corpus, DataAddress[]>();

/** Addresses in data files, also those inside of sentences. */
export function dataAddresses(corpus: Corpus): DataAddress[] {
  const known = addressesOf.get(corpus) ?? findDataAddresses(corpus);
  addressesOf.set(corpus, known);
  return known;
}

function findDataAddresses({ entries }: Corpus): DataAddress[] {
  return evidenceNames
    .flatMap((name) => [...entries[name].values()] as Entry[])
    .flatMap((entry) =>
      textsIn(entry.data, []).flatMap(({ text, path }) =>
        (text.match(/https?:[/\\]{1,2}[^\s<>"']+/gi) ?? []).map((address) => ({
          file: entry.file,
          address,
          isMerchants:
            entry.collection === 'merchants' ||
            (entry.collection === 'products' && (path[0] === 'offers' || path[0] === 'labelSeen')),
          locate: () => entry.locate(path),
        })),
      ),
    );
}

function textsIn(value: unknown, path: PropertyKey[]): { text: string; path: PropertyKey[] }[] {
  if (typeof value === 'string') return value.includes(':') ? [{ text: value, path }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const hostsOf = question('hosts of merchants', ({ entries }) =>
  [...entries.merchants.values()]
    .flatMap(({ data: { hosts, otherHosts } }) => [...hosts, ...otherHosts])
    .map(withoutWww)
    .join(' '),
);

const tagParametersOf = question('parameters of merchants', ({ entries }) =>
  [...entries.merchants.values()]
    .flatMap(({ data }) => data.tagParameter?.toLowerCase() ?? [])
    .join(' '),
);

function words(answer: string): string[] {
  return answer === '' ? [] : answer.split(' ');
}

/** A host with what is beside it: www.shop.example stands for shop.example. */
export function withoutWww(host: string): string {
  const bare = host.replace(/^www\./, '');
  return isSharedSuffix(bare) ? host : bare;
}

/** All hosts that lead to merchants, without www: what is below a host is its merchant's too. */
export function merchantHosts(corpus: Evidence): string[] {
  return words(hostsOf(corpus));
}

/** The merchant's host that an address leads to, `directly` or by way of another one. */
export function merchantIn(
  address: string,
  corpus: Evidence,
): { host: string; directly: boolean } | undefined {
  return hostAmong(merchantHosts(corpus), address);
}

/** The first of some hosts that an address leads to, `directly` or by way of another one. */
export function hostAmong(
  hosts: readonly string[],
  address: string,
): { host: string; directly: boolean } | undefined {
  const all = takeApart(address)?.hosts ?? [];
  const index = all.findIndex((host) => isOnHost(host, hosts));
  return index === -1 ? undefined : { host: all[index] ?? '', directly: index === 0 };
}

/** What in an address counts who sent a reader, tags of the merchants included. */
export function referralIn(address: string, corpus: Evidence): string | undefined {
  return referralOf(address, new Set(words(tagParametersOf(corpus))));
}

/** An address outside this site that somebody may follow, and where it stands. */
export interface OutsideAddress {
  address: string;
  file: string;
  locate: () => Position;
}

/**
 * Every address that a reader may follow: of works and their DOIs, offers without a tag, certificates,
 * labels, people and links in prose.
 */
export function outsideAddresses(corpus: Corpus): OutsideAddress[] {
  const { entries } = corpus;
  // As pages link them: by PubMed where a work has nothing else.
  const ofWorks = [...entries.sources.values()].flatMap(
    ({ data: { DOI, URL: address, PMID }, file, locate }) =>
      DOI !== undefined
        ? [{ address: doiAddress(DOI), file, locate: () => locate(['DOI']) }]
        : address === undefined && PMID !== undefined
          ? [{ address: pubmedAddress(PMID), file, locate: () => locate(['PMID']) }]
          : [],
  );
  const ofSearches = [...entries.products.values()].flatMap(({ data, file, locate }) =>
    data.offers.flatMap((offer, index) => {
      const merchant = entries.merchants.get(offer.merchant)?.data;
      if (offer.search === undefined || merchant?.searchUrl === undefined) return [];
      const { href } = merchantLink(offer, merchant, '', undefined);
      return [{ address: href, file, locate: () => locate(['offers', index]) }];
    }),
  );
  const ofProse = [...entries.articles.values(), ...entries.pages.values()].flatMap((entry) => {
    const text = entry.text();
    return [...text.matchAll(/\]\(\s*<?(https?:\/\/[^\s<>)]+)/g)].map(
      ({ index, 1: address = '' }) => ({
        address,
        file: entry.file,
        locate: () => new LineIndex(text).position(text.indexOf(address, index)),
      }),
    );
  });
  const ofData = dataAddresses(corpus).filter(({ address }) => !address.includes('{'));
  return [...ofWorks, ...ofData, ...ofSearches, ...ofProse].filter(({ address }) =>
    URL.canParse(address),
  );
}
