/** No link in prose leads to a merchant. */
import type { Rule, RuleFinding } from '../rule.ts';

export const merchantLink: Rule = {
  id: 'merchant-link',
  demands: 'No link in prose leads to a merchant.',
  why: 'Only a card labels such a link as an ad and marks it as sponsored.',
  fix: 'Use <ProductCard id="…" />.',
  document: ({ compiled, corpus }) => {
    const hosts = [...corpus.entries.merchants.values()].flatMap(({ data }) =>
      data.hosts.map((host) => host.replace(/^www\./, '')),
    );
    return compiled.document.links.flatMap(({ href, position }): RuleFinding[] => {
      const host = URL.canParse(href) ? new URL(href).hostname.replace(/\.$/, '') : '';
      const isMerchant = hosts.some((own) => host === own || host.endsWith(`.${own}`));
      if (!isMerchant) return [];
      return [{ ...position, message: `a raw link to the merchant ${host}.` }];
    });
  },
};
