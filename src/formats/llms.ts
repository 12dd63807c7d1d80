/** `llms.txt`: what programs are told of the site, as https://llmstxt.org/ asks for it. */
import type { MachineView } from '../views/machine.ts';

/** The file. */
export function llmsText({ name, tagline, about, sections }: MachineView, base: URL): string {
  const line = ({ title, href, text }: MachineView['sections'][number]['links'][number]): string =>
    `- [${title.replace(/[[\]]/g, '\\$&')}](${new URL(href, base).href})${text === undefined ? '' : `: ${text}`}`;
  return [
    `# ${name}`,
    `> ${tagline}`,
    ...about,
    ...sections.flatMap(({ title, links }) => [`## ${title}`, links.map(line).join('\n')]),
  ]
    .join('\n\n')
    .replace(/[\u00A0\u202F]/g, ' ')
    .concat('\n');
}
