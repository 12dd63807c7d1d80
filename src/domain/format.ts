/** Numbers, days and lists as this site prints them. */
import { site } from '../site.ts';

/** Keeps a number and its unit on one line. */
export const noBreakSpace = '\u00A0';

const number = new Intl.NumberFormat(site.language, { maximumFractionDigits: 3 });
const tiny = new Intl.NumberFormat(site.language, { maximumSignificantDigits: 2 });
const day = new Intl.DateTimeFormat(site.language, { dateStyle: 'long', timeZone: 'UTC' });
const choice = new Intl.ListFormat(site.language, { type: 'disjunction' });
const list = new Intl.ListFormat(site.language, { type: 'conjunction' });

/** "1,300", "0.9", "0.0004": what is more than nothing is never a nought. */
export function formatNumber(value: number): string {
  return (value !== 0 && Math.abs(value) < 0.001 ? tiny : number).format(value);
}

/** "1.20": with the noughts behind it that its source gives. */
export function formatExact(value: number, decimals: number): string {
  return value.toLocaleString(site.language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** "1 claim", "1,300 claims". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "1,300", "−5": with the sign that stands for less than nothing. */
export function formatSigned(value: number, format = formatNumber): string {
  return value < 0 ? `−${format(-value)}` : format(value);
}

/** "1,300 mg", with a no-break space. */
export function formatAmount(amount: number, unit: string): string {
  return `${formatNumber(amount)}${noBreakSpace}${unit}`;
}

/** "700–720 mg", or "25 mg" where there is no upper end. */
export function formatRange(amount: number, amountMax: number | undefined, unit: string): string {
  return amountMax === undefined
    ? formatAmount(amount, unit)
    : `${formatNumber(amount)}–${formatAmount(amountMax, unit)}`;
}

/** A share as whole per cent: 1.389 is "139%". Less than half a per cent is "under 1%". */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? 'under 1%' : `${formatNumber(percent)}%`;
}

/** Shares of which the true one is not known: "27–28%", or "28%" where both read alike. */
export function formatShares({ min, max }: { min: number; max: number }): string {
  const [low, high] = [formatShare(min), formatShare(max)];
  return low === high ? low : `${min < 0.005 ? '0' : low.replace('%', '')}–${high}`;
}

// A site names the same days over and over.
const days = new Map<string, string>();

/** A day `YYYY-MM-DD` as "November 24, 2026". */
export function formatDay(iso: string): string {
  const known = days.get(iso);
  if (known !== undefined) return known;
  const text = day.format(new Date(`${iso}T00:00:00Z`));
  days.set(iso, text);
  return text;
}

/** "iron, zinc, and copper". */
export function formatList(items: readonly string[]): string {
  return list.format(items);
}

/** "60, 90, or 120". */
export function formatChoice(items: readonly string[]): string {
  return choice.format(items);
}

/** The text with a capital at its start. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase(site.language) + text.slice(1);
}

/** The stop that a text needs at its end: none where it has one. */
export function stopAfter(text: string): '.' | '' {
  return /[.!?]$/.test(text) ? '' : '.';
}

/** The text with a stop at its end. */
export function withStop(text: string): string {
  return text + stopAfter(text);
}

/** The text as it stands inside a sentence: "Vitamin D" is "vitamin D". */
export function uncapitalize(text: string): string {
  // "EFSA" stays as it is.
  return /^\p{Lu}{2}/u.test(text)
    ? text
    : text.charAt(0).toLocaleLowerCase(site.language) + text.slice(1);
}

const countries = new Intl.DisplayNames('en-US', { type: 'region' });

/** "United Kingdom" for "GB". */
export function countryName(code: string): string {
  return countries.of(code) ?? code;
}

/** A text of at most so many letters, cut behind a word where it has one, with a mark that it is cut. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end === -1 ? most : end).replace(/[,;:–-]$/, '')} …`;
}
