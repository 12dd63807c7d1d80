/** Who may review an article. */
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const reviewer: Rule = {
  id: 'reviewer',
  demands: 'A reviewer is a person with credentials, and no author of the article.',
  why: 'The page says that a health professional has read it; whoever wrote it cannot check it.',
  fix: 'Name who reviewed it, or take the review out: the page then says that nobody has.',
  corpus: ({ corpus }) => [
    ...[...corpus.entries.articles.values()].flatMap((entry) => unfit(entry, corpus)),
    ...withoutCredentials(corpus),
  ],
};

function unfit({ file, data, locate }: Entry<'articles'>, { entries }: Corpus): CorpusDiagnostic[] {
  const { authors, reviewed } = data;
  const person = reviewed && entries.people.get(reviewed.by)?.data;
  // Who is not there is told as an unknown reference.
  if (reviewed === undefined || person === undefined) return [];
  const { by } = reviewed;
  const report = (message: string): CorpusDiagnostic[] => [
    { file, ...locate(['reviewed', 'by']), message },
  ];
  if (person.kind !== 'person') return report(`"${by}" is an organization: a person reviews.`);
  // One person may stand in two files.
  const isAuthor = authors.some(
    (author) =>
      by === author || folded(entries.people.get(author)?.data.name) === folded(person.name),
  );
  return isAuthor ? report(`"${by}" wrote the article.`) : [];
}

// Told at the person, once, however much they reviewed.
function withoutCredentials({ entries }: Corpus): CorpusDiagnostic[] {
  return [...entries.people.values()].flatMap(({ id, file, data, locate }) => {
    if (data.kind !== 'person' || data.credentials !== undefined) return [];
    const article = [...entries.articles.values()].find((one) => one.data.reviewed?.by === id);
    if (article === undefined) return [];
    return [
      {
        file,
        ...locate(['name']),
        message: `"${id}" is the reviewer of ${article.file} and has no credentials.`,
        fix: 'Add their credentials, or take the review out of the article.',
      },
    ];
  });
}

function folded(name: string | undefined): string | undefined {
  return name
    ?.normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
