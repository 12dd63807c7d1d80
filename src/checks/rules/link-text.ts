/** The words of a link say where it goes. */
import type { Rule } from '../rule.ts';

const empty =
  /^(?:(?:click|tap|read|see|look|learn|find out|right|over)?\s*(?:here(?:['’]s how)?|more|this|that|(?:this |the )?(?:page|article|link|website|site|source|study|post))|continue reading|read on|click|details)?[\p{P}\p{S}\s]*$/iu;

export const linkText: Rule = {
  id: 'link-text',
  demands: 'The words of a link say where it goes.',
  why: 'Screen readers list links without what stands around them.',
  fix: 'Put the name of the target into the link.',
  document: ({ compiled }) =>
    compiled.document.links
      .filter(({ text }) => empty.test(text))
      .map(({ text, position }) => ({ ...position, message: `a link says only "${text}".` })),
};
