/** The index of every question on the site. */

/** Questions by topic, each leading to its place in an article. */
export interface FaqIndexView {
  count: number;
  groups: {
    id: string;
    name: string;
    questions: { question: string; href: string; articleTitle: string }[];
  }[];
}
