/**
 * What Mozilla's Observatory gives for headers, by its published rules: algorithm 4, those of
 * `@mdn/mdn-http-observatory` 1.4.8 on the headers that a site without cookies sends. Its own program
 * scans a host of the internet, and brings a database and a server along.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** The most for a site that sets no cookie, loads no script and is in no browser's list of HTTPS hosts. */
export const most = 130;

const unsafe = new Set(["'unsafe-inline'", 'data:', '*', 'http:', 'https:', 'ftp:']);
const halfYear = 15_552_000;

/** What each header gives or takes. Names are in small letters. */
const rules: ((headers: IncomingHttpHeaders) => number)[] = [
  ({ 'content-security-policy': text }) => {
    if (typeof text !== 'string') return -25;
    const policy = policyOf(text);
    const all = policy.get('default-src') ?? ['*'];
    const has = (directive: string): boolean =>
      (policy.get(directive) ?? all).some((source) => unsafe.has(source));
    if (has('script-src') || has('object-src')) return -20;
    if (text.includes("'unsafe-eval'")) return -10;
    if (has('style-src')) return 0;
    return all.join(' ') === "'none'" ? 10 : 5;
  },
  // To be framed by nobody, or by whom a policy names.
  ({ 'content-security-policy': text, 'x-frame-options': old }) => {
    if (typeof text === 'string' && policyOf(text).has('frame-ancestors')) return 5;
    return /^(?:deny|sameorigin)$/i.test(String(old)) ? 0 : -20;
  },
  ({ 'referrer-policy': text }) => {
    if (text === undefined) return 0;
    return /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/.test(String(text))
      ? 5
      : -5;
  },
  ({ 'strict-transport-security': text }) => {
    const age = Number(/max-age=(\d+)/.exec(text ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(age)) return -20;
    return age < halfYear ? -10 : 0;
  },
  ({ 'x-content-type-options': text }) => (text === 'nosniff' ? 0 : -5),
  ({ 'cross-origin-resource-policy': text }) => {
    if (text === undefined || text === 'cross-origin') return 0;
    return text === 'same-origin' || text === 'same-site' ? 10 : -5;
  },
];

/** The score of an answer: what is above 100 counts only where little was taken. */
export function observatoryScore(headers: IncomingHttpHeaders): number {
  const marks = rules.map((rule) => rule(headers));
  const sum = (list: readonly number[]): number => list.reduce((total, mark) => total + mark, 100);
  const taken = sum(marks.filter((mark) => mark < 0));
  return taken >= 90 ? sum(marks) : taken;
}

function policyOf(text: string): Map<string, string[]> {
  return new Map(
    text.split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/);
      return [directive, sources];
    }),
  );
}
