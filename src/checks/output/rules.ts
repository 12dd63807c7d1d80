/** What is demanded of the built site before it is published, for the documentation and for messages. */
import type { Problem } from '../../problem.ts';
import type { RuleText } from '../rule.ts';

/** What was found in one file: at an offset of its text, or at its start. */
export interface OutputDiagnostic {
  rule: RuleText;
  at: number;
  message: string;
}

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
  styles: {
    id: 'output-styles',
    demands: 'The styles inside a page are those inside the home page.',
    why: 'The policy of a site names them by their hash, and a browser refuses others.',
    fix: 'Move the style into src/styles/.',
  },
  merchantLink: {
    id: 'output-merchant-link',
    demands:
      'Every link to a merchant, or to a host below one, says what it is: rel nofollow, and for a merchant that pays rel sponsored, "(ad)" in its words, and the site’s own tag or none. A page on which a label was read is linked by its host alone.',
    why: 'Advertising that does not say so is unlawful, and search engines ask for the mark.',
    fix: 'Only MerchantLink.astro and LabelSeen.astro may link to a merchant.',
  },
  outsideLink: {
    id: 'output-outside-link',
    demands: 'Every link that leaves the site leads where it seems to, and holds no referral code.',
    why: 'Whatever wrote it, a reader is not sold on the way.',
    fix: 'Correct the address where it is written.',
  },
  thirdParty: {
    id: 'output-third-party',
    demands:
      'No page and no stylesheet makes a browser fetch anything from another host, whatever exception stands.',
    why: 'Whoever serves a file is told who reads the page.',
    fix: 'Put the file into public/, or take it out.',
  },
  disclosure: {
    id: 'output-disclosure',
    demands:
      'The disclosure stands before the first link that pays, and the sentence that a programme requires wherever the site’s tag does.',
    why: 'US rules want it where a reader meets it before the link, and programmes end where their sentence is missing.',
    fix: 'Put <Disclosure> before the first product link.',
  },
  link: {
    id: 'output-link',
    demands: 'Every internal link, fragment, picture and file leads to what was built.',
    why: 'A reader who follows a dead link does not come back.',
    fix: 'Correct the address, or add the page.',
  },
  address: {
    id: 'output-address',
    demands: 'Every address that was published and that the content still has was built.',
    why: 'What changes the code must not take addresses away either.',
    fix: 'Build it as before, or name it in gone.yaml with a reason.',
  },
  reference: {
    id: 'output-reference',
    demands:
      'Whatever names another element of its page by an id, such as a label or a description, names one that is there.',
    why: 'A screen reader says nothing of what it cannot find, and a button without its target does nothing.',
    fix: 'Name an id of the page, or give the element that is meant this one.',
  },
  structuredData: {
    id: 'output-structured-data',
    demands:
      'Structured data says what its page shows: headline, description, names, answers, days.',
    why: 'What machines are told and readers are not is cloaking.',
    fix: 'Make both from the same view.',
  },
  head: {
    id: 'output-head',
    demands:
      'Every page that search engines may list has a title, a description, its own address and a picture to share that was built, and no two pages have the same title or description.',
    why: 'Where a page is found or shared, that is all that is seen of it, and two that look the same are taken for one.',
    fix: 'Give the page its own in what it hands to Base.astro.',
  },
  breadcrumb: {
    id: 'output-breadcrumb',
    demands:
      'Every page below the first level shows one way down to it, and its structured data say the same, with its heading as the last step.',
    why: 'A reader who came from a search sees where the page stands, and what machines are told is what readers see.',
    fix: 'Hand the same trail to Base.astro and to Trail.astro.',
  },
  unpublished: {
    id: 'output-unpublished',
    demands: 'Nothing is left of a draft or of an article that waits for its day.',
    why: 'A draft that leaks is published unchecked.',
    fix: 'Leave it out where it is listed.',
  },
} as const satisfies Record<string, RuleText>;

/** What a rule found in a file, as a problem of the build. */
export function toProblem(
  file: string,
  { id, fix }: RuleText,
  { line, column }: { line: number; column: number },
  message: string,
): Problem {
  return { file, line, column, severity: 'error', rule: id, message, fix };
}
