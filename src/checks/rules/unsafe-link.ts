/** Links are internal paths, https or mailto, and say where they lead. */
import { addressFault, hostFault } from '../../schemas/address.ts';
import type { Rule } from '../rule.ts';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  demands:
    'Links are internal paths, mailto, or https on a host of the public internet, without a user and a port.',
  why: 'An address of javascript: runs code, one of http: can be changed on its way, and some are written so that they seem to lead elsewhere.',
  fix: 'Write https:// or a path that starts with /.',
  document: ({ compiled }) =>
    compiled.document.links.flatMap(({ href, position }) => {
      const message = messageOf(href);
      return message === undefined ? [] : [{ ...position, message }];
    }),
};

const ownPath = /^(?:\/(?!\/)|#)/;

function messageOf(address: string): string | undefined {
  if (ownPath.test(address)) return undefined;
  const plain = `"${address}" is no safe address`;
  if (/^mailto:/i.test(address)) {
    const host = /^mailto:[^\s@?,;\p{C}]+@([^\s@?,;\p{C}]+)(?:\?subject=[^&\p{C}]*)?$/iu.exec(
      address,
    )?.[1];
    return host !== undefined && hostFault(host.toLowerCase()) === undefined
      ? undefined
      : `${plain}.`;
  }
  const fault = addressFault(address);
  if (fault === undefined) return undefined;
  return /^https:\/\//i.test(address) ? `${plain}: it ${fault}.` : `${plain}.`;
}
