/** schema.org data of the open data sets: only what their page shows. */
import type { Dataset } from 'schema-dts';
import { routes } from '../routes.ts';
import type { DataPageView } from '../views/open-data.ts';

/**
 * One data set each, with its files.
 * @param base address of the site
 */
export function dataSetData(data: DataPageView, base: URL): Dataset[] {
  const address = (path: string): string => new URL(path, base).href;
  return data.sets.map((set) => ({
    '@type': 'Dataset',
    name: set.title,
    description: set.description,
    url: address(`${routes.data()}#${set.id}`),
    license: data.license.href,
    isAccessibleForFree: true,
    version: data.built.iso,
    dateModified: data.built.iso,
    creator: { '@type': 'Organization', name: data.publisher, url: address(routes.home()) },
    distribution: set.files.map((file) => ({
      '@type': 'DataDownload',
      encodingFormat: file.encoding,
      contentUrl: address(file.href),
    })),
  }));
}
