/** What an article or a question is about, as links. */
import { capitalize } from '../domain/format.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';

/** A theme, a nutrient or another topic, with its page where it has one. */
export interface TopicView {
  name: string;
  href: string | undefined;
}

/**
 * The theme of an article or a question, then its topics, each page once. A topic that is no
 * nutrient leads to the theme that has it.
 * @throws {Error} when the theme does not exist
 */
export function topicViews(
  { theme, topics }: { theme?: string | undefined; topics: readonly string[] },
  library: Library,
): TopicView[] {
  const own = theme === undefined ? [] : [themeLink(theme, library)];
  const all = [...own, ...topics.map((id) => topicView(id, library))];
  return [...new Map(all.map((view) => [view.href ?? view.name, view])).values()];
}

function topicView(id: string, library: Library): TopicView {
  const nutrient = library.nutrientNames.get(id);
  if (nutrient !== undefined) return { name: nutrient, href: routes.nutrient(id) };
  const theme = library.themeOfTopic.get(id);
  return theme === undefined
    ? { name: capitalize(id.replaceAll('-', ' ')), href: undefined }
    : themeLink(theme, library);
}

function themeLink(id: string, library: Library): TopicView {
  return { name: need(library.themeNames, id, 'theme'), href: routes.theme(id) };
}
