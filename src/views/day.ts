/** A day for machines and for people. */
import { formatDay } from '../domain/format.ts';

export interface DayView {
  /** `YYYY-MM-DD` */
  iso: string;
  /** "November 24, 2026" */
  text: string;
}

/** A day `YYYY-MM-DD` in both writings. */
export function dayView(iso: string): DayView {
  return { iso, text: formatDay(iso) };
}
