/** Links to merchants: address, label and rel, decided in this one place. */
import type { Merchant } from '../schemas/merchant.ts';
import type { Offer } from '../schemas/product.ts';

/** A finished link to a merchant. */
export interface MerchantLink {
  href: string;
  text: string;
  rel: string;
  isAd: boolean;
}

/**
 * The link of an offer; where it leads to a search, it says so. A merchant with a programme is always an ad, whether or not a tag is set;
 * the tag is added to whatever address the offer leads to.
 * @param title name of the product as the link says it
 * @param tag the site's tag at this merchant, undefined when it has none
 * @throws {Error} when the offer is a search and the merchant has no search address
 */
export function merchantLink(
  offer: Offer,
  merchant: Merchant,
  title: string,
  tag: string | undefined,
): MerchantLink {
  const address = new URL(offerAddress(offer, merchant));
  if (tag !== undefined && merchant.tagParameter !== undefined) {
    address.searchParams.set(merchant.tagParameter, tag);
  }
  const what =
    offer.search === undefined
      ? `${title} at ${merchant.name}`
      : `Search ${merchant.name} for ${title}`;
  return {
    href: address.href,
    text: merchant.programme ? `${what} (ad)` : what,
    rel: merchant.programme ? 'sponsored nofollow noopener' : 'nofollow noopener',
    isAd: merchant.programme,
  };
}

function offerAddress(offer: Offer, merchant: Merchant): string {
  if (offer.url !== undefined) return offer.url;
  if (merchant.searchUrl === undefined || offer.search === undefined) {
    throw new Error(`${merchant.name} has no search address: give its offers a url.`);
  }
  return merchant.searchUrl.replace(
    '{query}',
    encodeURIComponent(offer.search).replaceAll('%20', '+'),
  );
}

/** The words of a link to the page on which a label was read: its host, since it is no offer. */
export function labelHost(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/**
 * The address of an offer as it stands on a page.
 * @param parameter the one that tells the merchant which page was read; undefined tells nothing
 * @param page path of the page on the site
 */
export function addressOnPage(href: string, parameter: string | undefined, page: string): string {
  if (parameter === undefined) return href;
  const address = new URL(href);
  const name = page.split('/').filter((part) => part !== '');
  address.searchParams.set(parameter, name.join('-').slice(0, 90) || 'home');
  return address.href;
}
