/** An offer leads to the merchant that it names. */
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import { sendsOn } from '../../domain/referral.ts';
import { isOnHost } from '../../schemas/address.ts';
import { tagShape, type Merchant } from '../../schemas/merchant.ts';
import type { Offer } from '../../schemas/product.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

export const offerAddress: Rule = {
  id: 'offer-address',
  demands:
    'An offer’s address is a page on a host of its merchant, without a tag or a way to another host; a search needs a merchant with a search. A product has one offer a merchant and country.',
  why: 'A link that says Amazon and leads elsewhere is a lie, and a redirect breaks merchants’ rules.',
  fix: 'Write the address of the product’s own page.',
  corpus: ({ corpus }) => [
    ...[...corpus.entries.products.values()].flatMap((entry) =>
      entry.data.offers.flatMap((offer, index): CorpusDiagnostic[] => {
        const merchant = corpus.entries.merchants.get(offer.merchant)?.data;
        const fault =
          merchant && (faultOf(offer, merchant) ?? twiceFault(entry.data.offers, index, corpus));
        if (fault === undefined) return [];
        return [{ file: entry.file, ...placeOf(entry, index, offer), ...fault }];
      }),
    ),
    ...[...corpus.entries.merchants.values()].flatMap((entry): CorpusDiagnostic[] => {
      const { searchUrl } = entry.data;
      if (searchUrl === undefined || !sendsOn(searchUrl)) return [];
      const message = 'the address of the search sends the reader on.';
      const fix = 'Write the address of the merchant’s own search.';
      return [{ file: entry.file, ...entry.locate(['searchUrl']), message, fix }];
    }),
  ],
};

function placeOf(entry: Entry<'products'>, index: number, { url }: Offer) {
  return entry.locate(['offers', index, ...(url === undefined ? [] : ['url'])]);
}

// A second link to the same shop is a second ad for the same thing.
function twiceFault(
  offers: readonly Offer[],
  index: number,
  { entries }: Pick<Corpus, 'entries'>,
): Fault | undefined {
  const shopOf = ({ merchant }: Offer): string => {
    const data = entries.merchants.get(merchant)?.data;
    return data === undefined ? merchant : `${data.name} (${data.country})`;
  };
  const offer = offers[index];
  const shop = offer && shopOf(offer);
  return shop !== undefined && offers.slice(0, index).some((other) => shopOf(other) === shop)
    ? { message: `a second offer at ${shop}.`, fix: 'Keep the one that leads to the product.' }
    : undefined;
}

type Fault = Pick<RuleDiagnostic, 'message' | 'fix'>;

function faultOf({ url, search }: Offer, merchant: Merchant): Fault | undefined {
  if (url !== undefined) return addressFault(url, merchant);
  if (merchant.searchUrl === undefined)
    return { message: `${merchant.name} has no search.`, fix: 'Give the offer a url.' };
  if (search !== undefined && /:\/|\/\/|www\.|@/i.test(search))
    return { message: `"${search}" is an address.`, fix: 'Write words for the search.' };
  return undefined;
}

function addressFault(url: string, merchant: Merchant): Fault | undefined {
  const { hostname, pathname, searchParams, hash } = new URL(url);
  if (!isOnHost(hostname, merchant.hosts))
    return {
      message: `${hostname} is no host of ${merchant.name}.`,
      fix: 'Correct the address, or the merchant’s hosts.',
    };
  const other = [...searchParams.keys()].find((name) => !merchant.productParameters.includes(name));
  if (other !== undefined)
    return {
      message: `the offer’s address holds "${other}=", which chooses no product at ${merchant.name}.`,
      fix: 'Take it out; if the page needs it, name it under productParameters of the merchant.',
    };
  if (hash !== '') return { message: `the offer’s address holds "${hash}".`, fix: 'Take it out.' };
  const segments = pathname.split(/[/;]/);
  if (sendsOn(url)) return { message: `the offer’s address sends the reader on.` };
  const tag =
    merchant.tagPattern === undefined
      ? undefined
      : segments.find((part) => tagShape(merchant).test(part));
  if (tag !== undefined || segments.some((part) => part.includes('=')))
    return { message: 'the offer’s address holds a tag in its path.' };
  return undefined;
}
