/** What is demanded of the built site before it is published, for the documentation and for messages. */
import type { RuleText } from '../rule.ts';

export const outputRules = {
  html: {
    id: 'output-html',
    demands: 'Every page is valid HTML, as html-validate reads it.',
    why: 'Browsers and screen readers guess at what is not, and guess differently.',
    fix: 'Correct the component or the layout that writes it.',
  },
  heading: {
    id: 'output-heading',
    demands: 'Every page has exactly one h1.',
    why: 'It is the name of the page for whoever cannot see it.',
    fix: 'Give the page exactly one.',
  },
  inlineCode: {
    id: 'output-inline-code',
    demands: 'No page holds an inline script, a style attribute or an attribute that runs code.',
    why: 'A policy that forbids them keeps injected code from running.',
    fix: 'Use a class of the stylesheet, or a file.',
  },
  merchantLink: {
    id: 'output-merchant-link',
    demands:
      'Every link to a merchant says what it is: rel nofollow, and for a merchant that pays rel sponsored and "(ad)" in its words.',
    why: 'Advertising that does not say so is unlawful, and search engines ask for the mark.',
    fix: 'Only MerchantLink.astro may link to a merchant.',
  },
  disclosure: {
    id: 'output-disclosure',
    demands: 'The disclosure stands before the first link that pays.',
    why: 'US rules want it where a reader meets it before the link.',
    fix: 'Put <Disclosure> before the first product link.',
  },
  link: {
    id: 'output-link',
    demands: 'Every internal link, fragment, picture and file leads to what was built.',
    why: 'A reader who follows a dead link does not come back.',
    fix: 'Correct the address, or add the page.',
  },
  structuredData: {
    id: 'output-structured-data',
    demands:
      'Structured data says what its page shows: headline, description, names, answers, days.',
    why: 'What machines are told and readers are not is cloaking.',
    fix: 'Make both from the same view.',
  },
  unpublished: {
    id: 'output-unpublished',
    demands: 'Nothing is left of a draft or of an article that waits for its day.',
    why: 'A draft that leaks is published unchecked.',
    fix: 'Leave it out where it is listed.',
  },
} as const satisfies Record<string, RuleText>;
