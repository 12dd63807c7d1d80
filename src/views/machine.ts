/** What programs are told of the site: what there is, how sure it is, where it lies. */
import { certaintyOrder, certaintyText } from '../domain/certainty.ts';
import { formatCount, formatNumber } from '../domain/format.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';
import { aiText } from './ai-use.ts';

/** A file with what is in it. */
interface MachineLink {
  title: string;
  href: string;
  text?: string;
}

export interface MachineView {
  name: string;
  tagline: string;
  /** Each a paragraph. */
  about: string[];
  sections: { title: string; links: MachineLink[] }[];
}

// Most articles in the list: the sitemap has all pages.
const mostListed = 500;

/** The site for programs. */
export function machineView(library: Library): MachineView {
  const { articles, nutrients, figures, claims, sources } = library;
  const counts = certaintyOrder.flatMap((certainty) => {
    const count = [...claims.values()].filter(({ data }) => data.certainty === certainty).length;
    return count === 0 ? [] : [`${formatNumber(count)} ${certaintyText[certainty].toLowerCase()}`];
  });
  const reviewed = [...articles.values()].filter(({ data }) => data.reviewed !== undefined).length;
  return {
    name: library.site.name,
    tagline: site.tagline,
    about: [
      `${formatCount(articles.size, 'article')}, ${formatCount(nutrients.size, 'nutrient')} and ${formatCount(figures.size, 'figure')} on ${formatCount(claims.size, 'claim')} from ${formatCount(sources.size, 'source')}. Text: CC BY 4.0; name the site and link the page.`,
      `How sure it is: each claim has a certainty (${counts.join(', ')}), says who was studied and whether they were runners, and names its sources and what was read of them. In the Markdown they stand in footnotes: quote a claim with its certainty.`,
      `A health professional has reviewed ${reviewed === 0 ? 'none of the articles' : `${reviewed} of the articles`}. ${aiText(library.site.aiUse) ?? ''} It is no medical advice.`.replaceAll(
        '  ',
        ' ',
      ),
      'Each article, nutrient and figure is Markdown too, under the address of its page with .md for the slash at its end. The pages are what to link and to cite. They are corrected; the feed of corrections says when.',
    ],
    sections: [
      {
        title: 'Articles',
        links: [...articles.values()].slice(0, mostListed).map(({ id, data }) => ({
          title: data.title,
          href: routes.twin(routes.article(id)),
          text: data.description,
        })),
      },
      {
        title: 'Nutrients',
        links: [...nutrients.values()].map(({ id, data }) => ({
          title: data.name,
          href: routes.twin(routes.nutrient(id)),
        })),
      },
      {
        title: 'Figures',
        links: [...figures.values()].map(({ id, data }) => ({
          title: data.title,
          href: routes.twin(routes.figure(id)),
          text: data.subtitle,
        })),
      },
      {
        title: 'Data',
        links: [
          { title: 'Claims', href: routes.dataFile('claims.json'), text: 'All claims, as JSON.' },
          { title: 'Sources', href: routes.dataFile('sources.json'), text: 'CSL-JSON.' },
          { title: 'Open data', href: routes.data(), text: 'All files with their schemas.' },
          { title: 'Articles', href: routes.feed('json'), text: 'The newest, whole: JSON Feed.' },
          {
            title: 'Corrections',
            href: routes.correctionFeed(),
            text: 'One item for each change: RSS.',
          },
        ],
      },
      {
        title: 'Optional',
        links: [
          { title: 'How we work', href: routes.framePage('how-we-work') },
          { title: 'Rules', href: routes.rules(), text: 'What the build checks.' },
        ],
      },
    ].filter(({ links }) => links.length > 0),
  };
}
