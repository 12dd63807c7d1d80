/** Links: safe, ours without a detour, and with words that say where they go. */
import type { Corpus } from '../../corpus/read.ts';
import { didYouMean } from '../../document/suggest.ts';
import { reservedIds } from '../../document/compile.ts';
import { routes } from '../../routes.ts';
import type { CorpusFinding, Rule, RuleFinding } from '../rule.ts';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  demands: 'Links and images are internal paths, https or mailto.',
  why: 'javascript: runs code, and http: can be changed on its way.',
  fix: 'Write https:// or a path that starts with /.',
  document: ({ compiled }) =>
    [
      ...compiled.document.links.map(({ href, position }) => ({ href, position })),
      ...compiled.document.images.map(({ src, position }) => ({ href: src, position })),
    ].flatMap(({ href, position }): RuleFinding[] =>
      /^(?:https:\/\/|mailto:|\/(?!\/)|#)/.test(href)
        ? []
        : [
            {
              ...position,
              message: `"${href}" is no safe address.`,
              fix: 'Write https:// or a path that starts with /.',
            },
          ],
    ),
};

export const merchantLink: Rule = {
  id: 'merchant-link',
  demands: 'No link in prose leads to a merchant.',
  why: 'Only a card labels such a link as an ad and marks it as sponsored.',
  fix: 'Use <ProductCard id="…" />.',
  document: ({ compiled, corpus }) => {
    const hosts = new Set([...corpus.entries.merchants.values()].flatMap(({ data }) => data.hosts));
    return compiled.document.links.flatMap(({ href, position }): RuleFinding[] => {
      const host = URL.canParse(href) ? new URL(href).host : undefined;
      if (host === undefined || !hosts.has(host)) return [];
      return [
        {
          ...position,
          message: `a raw link to the merchant ${host}.`,
          fix: 'Use <ProductCard id="…" />.',
        },
      ];
    });
  },
};

export const linkText: Rule = {
  id: 'link-text',
  demands: 'The words of a link say where it goes.',
  why: 'Screen readers list links without what stands around them.',
  fix: 'Put the name of the target into the link.',
  document: ({ compiled }) =>
    compiled.document.links.flatMap(({ text, position }): RuleFinding[] =>
      /^(?:(?:click |read |see |learn )?(?:here|more|this|this page|this article|link|read more|learn more|click)|)$/iu.test(
        text.trim(),
      )
        ? [
            {
              ...position,
              message: `a link says only "${text}".`,
              fix: 'Put the name of the target into the link.',
            },
          ]
        : [],
    ),
};

export const imageText: Rule = {
  id: 'image-text',
  demands: 'Every image has a text alternative.',
  why: 'Who cannot see it must still get what it says.',
  fix: 'Write ![what it shows](path).',
  document: ({ compiled }) =>
    compiled.document.images.flatMap(({ alt, position }): RuleFinding[] =>
      alt.trim() === ''
        ? [
            {
              ...position,
              message: 'an image has no text alternative.',
              fix: 'Write ![what it shows](path).',
            },
          ]
        : [],
    ),
};

export const internalLink: Rule = {
  id: 'internal-link',
  demands: 'Internal links lead to a page that exists, and fragments to an id on it.',
  why: 'A reader who follows a dead link does not come back.',
  fix: 'Correct the path or the fragment.',
  corpus: ({ corpus, documents }) => {
    const paths = knownPaths(corpus);
    const anchors = new Map(
      documents.map(({ entry, anchors: own }) => [pathOf(entry.collection, entry.id), own]),
    );
    return documents.flatMap(({ entry, links }) =>
      links.flatMap(({ href, position }): CorpusFinding[] => {
        if (!/^[/#]/.test(href)) return [];
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? pathOf(entry.collection, entry.id) : path;
        if (!paths.has(target)) {
          return [
            {
              file: entry.file,
              ...position,
              message: `there is no page ${target}.`,
              fix: didYouMean(
                target,
                [...paths],
                'Correct the path; it starts and ends with a slash.',
              ),
            },
          ];
        }
        const ids = anchors.get(target);
        if (
          fragment === undefined ||
          ids === undefined ||
          ids.has(fragment) ||
          (reservedIds as readonly string[]).includes(fragment)
        )
          return [];
        return [
          {
            file: entry.file,
            ...position,
            message: `${target} has no id "${fragment}".`,
            fix: didYouMean(fragment, [...ids], 'Correct the fragment.'),
          },
        ];
      }),
    );
  },
};

/** Where a file with prose is shown. */
export function pathOf(collection: 'articles' | 'pages' | 'nutrients', id: string): string {
  return { articles: routes.article, pages: routes.page, nutrients: routes.nutrient }[collection](
    id,
  );
}

/** Paths of all pages that the site will have. */
export function knownPaths(corpus: Corpus): Set<string> {
  const { knownIds } = corpus;
  return new Set([
    ...[
      routes.home,
      routes.articles,
      routes.faq,
      routes.products,
      routes.nutrients,
      routes.evidence,
      routes.glossary,
      routes.tools,
      routes.dailyNeeds,
      routes.stack,
      routes.data,
    ].map((route) => route()),
    ...[...knownIds.articles].map(routes.article),
    ...[...knownIds.pages].map(routes.page),
    ...[...knownIds.products].map(routes.product),
    ...[...knownIds.nutrients].map(routes.nutrient),
    ...[...knownIds.sheets].map(routes.sheet),
    ...[...knownIds.claims].map(routes.claim),
  ]);
}
