/** Links are internal paths, https or mailto. */
import type { Rule } from '../rule.ts';

const safe = /^(?:https:\/\/|mailto:|\/(?!\/)|#)/i;

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  demands: 'Links and images are internal paths, https or mailto.',
  why: 'An address of javascript: runs code, and one of http: can be changed on its way.',
  fix: 'Write https:// or a path that starts with /.',
  document: ({ compiled }) =>
    [
      ...compiled.document.links.map(({ href, position }) => ({ address: href, position })),
      ...compiled.document.images.map(({ src, position }) => ({ address: src, position })),
    ]
      .filter(({ address }) => !safe.test(address))
      .map(({ address, position }) => ({
        ...position,
        message: `"${address}" is no safe address.`,
      })),
};
