/** An offer leads to the merchant that it names. */
import type { CorpusFinding, Rule } from '../rule.ts';

export const offerAddress: Rule = {
  id: 'offer-address',
  demands:
    'An offer’s address is on a host of its merchant, and a search needs a merchant with a search.',
  why: 'A link that says Amazon and leads elsewhere is a lie, and a redirect breaks merchants’ rules.',
  fix: 'Correct the address, the merchant or its hosts.',
  corpus: ({ corpus }) =>
    [...corpus.entries.products.values()].flatMap((entry) =>
      entry.data.offers.flatMap(({ merchant: id, url, search }, index): CorpusFinding[] => {
        const merchant = corpus.entries.merchants.get(id)?.data;
        if (merchant === undefined) return [];
        const place = { file: entry.file, ...entry.locate(['offers', index]) };
        if (search !== undefined && merchant.searchUrl === undefined) {
          return [
            { ...place, message: `${merchant.name} has no search.`, fix: 'Give the offer a url.' },
          ];
        }
        if (url === undefined || merchant.hosts.includes(new URL(url).hostname)) return [];
        return [
          {
            ...place,
            message: `${new URL(url).hostname} is no host of ${merchant.name}.`,
            fix: 'Correct the address, or the merchant’s hosts.',
          },
        ];
      }),
    ),
};
