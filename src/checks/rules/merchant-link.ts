/** No link and no source leads to a merchant. */
import { dataAddresses, merchantIn, outsideLinks } from '../addresses.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

export const merchantLink: Rule = {
  id: 'merchant-link',
  demands:
    'No link in prose leads to a merchant, at once or by way of another address, and no address of a source, a certificate or a person does.',
  why: 'Only a card labels such a link as an ad and marks it as sponsored.',
  fix: 'Use <ProductCard id="…" />.',
  document: ({ compiled, corpus }) =>
    outsideLinks(compiled.document).flatMap(({ href, position }): RuleDiagnostic[] => {
      const merchant = merchantIn(href, corpus);
      if (merchant === undefined) return [];
      const what = merchant.directly ? 'a raw link to' : 'a link that leads on to';
      return [{ ...position, message: `${what} the merchant ${merchant.host}.` }];
    }),
  corpus: ({ corpus }) =>
    dataAddresses(corpus).flatMap(({ file, address, isMerchants, locate }): CorpusDiagnostic[] => {
      const merchant = isMerchants ? undefined : merchantIn(address, corpus);
      if (merchant === undefined) return [];
      return [
        {
          file,
          ...locate(),
          message: `an address that leads to the merchant ${merchant.host}.`,
          fix: 'Name a page that sells nothing: where a label was read goes into the product’s labelSeen, where it is sold into its offers.',
        },
      ];
    }),
};
