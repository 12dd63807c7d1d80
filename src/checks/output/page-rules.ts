/** What is wrong with a built page by itself. */
import { pathOf } from '../../routes.ts';
import { siteUrl } from '../../environment.ts';
import { formatCount } from '../../domain/format.ts';
import { foldSpace, shows, type BuiltPage } from './built-page.ts';
import { isListed } from './page-facts.ts';
import { outputRules, type OutputDiagnostic as Diagnostic } from './rules.ts';

/** What is wrong with a page at an address, links aside. */
export function pageDiagnostics(page: BuiltPage, address: string): Diagnostic[] {
  return [
    ...foreignDiagnostics(page),
    ...(page.isRedirect
      ? []
      : [
          ...findHeadings(page),
          ...findInlineCode(page),
          ...findLostReferences(page),
          ...findStructuredData(page),
          ...findHead(page, address),
          ...findTrail(page, address),
        ]),
  ];
}

/** What would be fetched from other hosts. */
export function foreignDiagnostics({ foreign }: Pick<BuiltPage, 'foreign'>): Diagnostic[] {
  return foreign.map(({ at, address }) => ({
    rule: outputRules.thirdParty,
    at,
    message: `${address.slice(0, 200)} is fetched from another host.`,
  }));
}

function findHeadings({ headings }: BuiltPage): Diagnostic[] {
  if (headings.length === 1) return [];
  const message = `the page has ${headings.length} h1 elements.`;
  return [{ rule: outputRules.heading, at: headings[1]?.at ?? 0, message }];
}

function findInlineCode({ inlineCode, links }: BuiltPage): Diagnostic[] {
  const rule = outputRules.inlineCode;
  return [
    ...inlineCode.map(({ at, what }) => ({ rule, at, message: `the page holds ${what}.` })),
    ...links
      .filter(({ href }) => /^\s*javascript:/i.test(href))
      .map(({ at }) => ({ rule, at, message: 'the page holds a link that runs code.' })),
  ];
}

function findLostReferences({ ids, references }: BuiltPage): Diagnostic[] {
  return references.flatMap(({ at, attribute, value }) =>
    value
      .split(/\s+/)
      .filter((id) => !ids.has(id))
      .map((id) => ({
        rule: outputRules.reference,
        at,
        message: `${attribute} names "${id}", and no element of the page has that id.`,
      })),
  );
}

function findHead(page: BuiltPage, address: string): Diagnostic[] {
  if (!isListed(page)) return [];
  const { title, description = '', canonical, image } = page.head;
  const own = new URL(address, siteUrl()).href;
  const missing = [
    ...(title.trim() === '' ? ['title'] : []),
    ...(description.trim() === '' ? ['description'] : []),
    ...(image?.startsWith(`${siteUrl()}/`) === true ? [] : ['picture to share of this site']),
  ];
  return [
    ...missing.map((what) => `the page has no ${what}.`),
    ...(canonical === own
      ? []
      : [`the page says that it stands at ${canonical ?? 'no address'}, and stands at ${own}.`]),
  ].map((message) => ({ rule: outputRules.head, at: 0, message }));
}

function findTrail(page: BuiltPage, address: string): Diagnostic[] {
  if (!isListed(page)) return [];
  const rule = outputRules.breadcrumb;
  const told = page.structuredData.flatMap(({ json }) => breadcrumbsIn(json));
  const { trails, headings } = page;
  const isDeep =
    pathOf(address)
      .split('/')
      .filter((part) => part !== '').length > 1;
  if (!isDeep && trails.length === 0 && told.length === 0) return [];
  if (trails.length !== 1 || told.length !== 1)
    return [
      {
        rule,
        at: trails[1]?.at ?? 0,
        message: `the page shows ${formatCount(trails.length, 'way')} down to it, and its structured data hold ${told.length}.`,
      },
    ];
  const at = trails[0]?.at ?? 0;
  const shown = [
    ...(trails[0]?.steps ?? []),
    { name: foldSpace(headings[0]?.text ?? ''), href: address },
  ].map(({ name, href }) => `${name} (${new URL(href, siteUrl()).href})`);
  const said = (told[0] ?? []).map(({ name, item }) => `${foldSpace(name)} (${item})`);
  const wrong = shown.findIndex((step, index) => step !== said[index]);
  if (wrong === -1 && shown.length === said.length) return [];
  const index = wrong === -1 ? shown.length : wrong;
  const message = `step ${index + 1} is ${shown[index] ?? 'nothing'}, and ${said[index] ?? 'nothing'} in the structured data.`;
  return [{ rule, at, message }];
}

interface Crumb {
  name: string;
  item: string;
}

// What is no JSON is told by another rule.
function breadcrumbsIn(json: string): Crumb[][] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const { '@graph': graph = [data] } = (data ?? {}) as { '@graph'?: unknown[] };
  return (graph as { '@type'?: string; itemListElement?: Crumb[] }[])
    .filter((object) => object?.['@type'] === 'BreadcrumbList')
    .map(({ itemListElement = [] }) => itemListElement);
}

// Fields of schema.org that hold words for readers.
const wordFields = new Set(['headline', 'name', 'description', 'text', 'alternateName']);

function findStructuredData(page: BuiltPage): Diagnostic[] {
  const rule = outputRules.structuredData;
  return page.structuredData.flatMap(({ json, at }): Diagnostic[] => {
    let data: unknown;
    try {
      data = JSON.parse(json);
    } catch {
      return [{ rule, at, message: 'the structured data is no JSON.' }];
    }
    return stringFields(data).flatMap(({ field, value }): Diagnostic[] => {
      const isShown = field.startsWith('date')
        ? page.times.has(value)
        : shows(page, foldSpace(value));
      return isShown
        ? []
        : [{ rule, at, message: `the page does not show its ${field} "${value.slice(0, 80)}".` }];
    });
  });
}

function stringFields(data: unknown): { field: string; value: string }[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string'
      ? wordFields.has(field) || field.startsWith('date')
        ? [{ field, value }]
        : []
      : stringFields(value),
  );
}
