/** Whoever wrote or reviewed: who it is, what speaks for and against it, and what it did here. */
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Person } from '../schemas/person.ts';
import { dayView, type DayView } from './day.ts';

export interface PersonView {
  href: string;
  name: string;
  kind: Person['kind'];
  description: string;
  /** Undefined where there are none. */
  credentials: string | undefined;
  interests: string | undefined;
  /** Where to check, and its host. */
  url: string | undefined;
  urlText: string | undefined;
  /** When a person agreed to be named. */
  agreed: DayView | undefined;
  wrote: { href: string; title: string }[];
  reviewed: { href: string; title: string; on: DayView }[];
  /** For search results, at most 160 characters. */
  metaDescription: string;
}

/**
 * The page of an author or a reviewer.
 * @throws {Error} when there is no such person
 */
export function personView(id: string, library: Library): PersonView {
  const { data } = need(library.people, id, 'person');
  const articles = (library.articlesBy.get(id) ?? []).map(({ id: slug, title, reviewed }) => ({
    link: { href: routes.article(slug), title },
    reviewed,
  }));
  return {
    href: routes.person(id),
    name: data.name,
    kind: data.kind,
    description: data.description,
    credentials: data.credentials,
    interests: data.interests,
    url: data.url,
    urlText: data.url === undefined ? undefined : new URL(data.url).host,
    agreed: data.agreed === undefined ? undefined : dayView(data.agreed),
    wrote: articles.flatMap(({ link, reviewed }) => (reviewed === undefined ? [link] : [])),
    reviewed: articles.flatMap(({ link, reviewed }) =>
      reviewed === undefined ? [] : [{ ...link, on: dayView(reviewed) }],
    ),
    metaDescription: `Who ${data.name} is, with what interests, and every article on this site that it wrote or reviewed.`,
  };
}
