/** Whoever wrote or reviewed: who it is, what speaks for and against it, and what it did here. */
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Person } from '../schemas/person.ts';
import { longLists, type Beginning, type ListedLink } from './long-list.ts';
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
  wrote: Beginning<ListedLink>;
  reviewed: Beginning<ListedLink>;
  /** For search results, at most 160 characters. */
  metaDescription: string;
}

/**
 * The page of an author or a reviewer.
 * @throws {Error} when there is no such person
 */
export function personView(id: string, library: Library): PersonView {
  const { data } = need(library.people, id, 'person');
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
    wrote: longLists['people/articles'].beginning(id, library),
    reviewed: longLists['people/reviewed'].beginning(id, library),
    metaDescription: `Who ${data.name} is, with what interests, and every article on this site that it wrote or reviewed.`,
  };
}
