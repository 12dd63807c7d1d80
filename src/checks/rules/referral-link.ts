/** No address counts who sent a reader, or hides where it leads. */
import { dataAddresses, merchantIn, outsideLinks, referralIn } from '../addresses.ts';
import { shopOf } from '../../domain/referral.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

export const referralLink: Rule = {
  id: 'referral-link',
  demands:
    'No address holds a referral code or a tag, and none leads to a shop that is no merchant of ours, or through a redirector, an affiliate network or a short address.',
  why: 'Such an address pays or reports to somebody whom the page does not name, and nobody can see where it leads.',
  fix: 'Write the address of the page itself, without what counts its readers.',
  document: ({ compiled, corpus }) =>
    outsideLinks(compiled.document).flatMap(({ href, position }): RuleDiagnostic[] => {
      // What leads to a merchant is told as that.
      if (merchantIn(href, corpus) !== undefined) return [];
      const referral = referralIn(href, corpus) ?? shopOf(href);
      return referral === undefined ? [] : [{ ...position, message: `${referral}.` }];
    }),
  corpus: ({ corpus }) =>
    dataAddresses(corpus).flatMap(({ file, address, isMerchants, locate }): CorpusDiagnostic[] => {
      if (!isMerchants && merchantIn(address, corpus) !== undefined) return [];
      const referral = referralIn(address, corpus) ?? (isMerchants ? undefined : shopOf(address));
      return referral === undefined ? [] : [{ file, ...locate(), message: `${referral}.` }];
    }),
};
