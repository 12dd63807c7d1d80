/** The words of a link say where it goes. */
import type { Rule } from '../rule.ts';

const empty =
  /^(?:(?:click|tap|read|see|learn|find out)?\s*(?:here|more|this|that|this page|this article|this link|the link|link)|click|details)?[.:…]*$/iu;

export const linkText: Rule = {
  id: 'link-text',
  demands: 'The words of a link say where it goes.',
  why: 'Screen readers list links without what stands around them.',
  fix: 'Put the name of the target into the link.',
  document: ({ compiled }) =>
    compiled.document.links
      .filter(({ text }) => empty.test(text.trim()))
      .map(({ text, position }) => ({ ...position, message: `a link says only "${text}".` })),
};
