/** schema.org data of a figure: an image with its licence, and the numbers behind it. */
import type { ImageObject } from 'schema-dts';
import { routes } from '../routes.ts';
import type { FigurePageView } from '../views/figure-page.ts';

/**
 * A figure as an image that may be used.
 * @param base address of the site
 */
export function figureData(page: FigurePageView, base: URL): ImageObject {
  const { figure } = page;
  return {
    '@type': 'ImageObject',
    name: figure.title,
    caption: figure.subtitle,
    contentUrl: new URL(routes.figureFile(figure.id, 'png'), base).href,
    url: page.address,
    license: page.license.href,
    acquireLicensePage: page.address,
    creditText: page.citation,
    datePublished: page.published.iso,
    dateModified: (page.updated ?? page.published).iso,
  };
}
