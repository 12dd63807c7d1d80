/** Who is responsible for the site, as the pages about it and about privacy say it. */
import type { Library } from '../library/records.ts';

/** One thing to know, such as who it is or where to write. */
export interface OperatorRowView {
  name: string;
  text: string;
  href?: string;
}

/** What a text page says of who is responsible; nothing on pages about something else. */
export function operatorView(page: string, { site }: Library): OperatorRowView[] {
  const who: OperatorRowView[] = [
    { name: 'Who runs this site', text: site.operator },
    { name: 'Postal address', text: site.address },
    { name: 'E-mail', text: site.contact, href: `mailto:${site.contact}` },
  ];
  if (page === 'about') return who;
  if (page !== 'privacy') return [];
  const [controller, ...rest] = who;
  return [
    { name: 'Who decides about your data (the controller)', text: controller?.text ?? '' },
    ...rest,
    { name: 'Who runs the server', text: site.host },
    { name: 'How long its logs are kept', text: site.logsKept },
    { name: 'What its logs are for, and what allows it', text: site.logsBasis },
    { name: 'What your letters are used for, and what allows it', text: site.lettersBasis },
    { name: 'Where you may complain', text: site.authority },
  ];
}
