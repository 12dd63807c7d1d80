/** What readers are told at the address of a page that was taken away. */
import type { Library } from '../library/records.ts';
import { pathOf } from '../routes.ts';
import { dayView, type DayView } from './day.ts';

export interface GoneView {
  reason: string;
  on: DayView;
}

/**
 * Why nothing stands at an address: what is said of it, or of the page that it belonged to.
 * @throws {Error} when nothing is said of either
 */
export function goneView(address: string, { gone }: Library): GoneView {
  const path = pathOf(address);
  const found = gone.addresses
    .filter((one) => path.startsWith(one.address))
    .sort((a, b) => b.address.length - a.address.length)[0];
  if (found === undefined) throw new Error(`Nothing in gone.yaml says why ${path} is gone.`);
  return { reason: found.reason, on: dayView(found.on) };
}
