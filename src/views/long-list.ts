/** Lists that grow with the site: each begins on a page, and goes on in parts behind it. */
import { beginEach, onPage, pageAt, pagesBehind, pagesBeside, perPage } from '../domain/pages.ts';
import { collections, pageOf } from '../corpus/collections.ts';
import { capitalize, formatCount, uncapitalize } from '../domain/format.ts';
import { need, type ArticleName, type DataRecord, type Library } from '../library/records.ts';
import { listPath, longListNames, longListOf, routes, type LongListName } from '../routes.ts';
import { productTitle } from '../schemas/product.ts';
import { purposeOf } from '../domain/purpose.ts';
import type { Product, ProductStatus } from '../schemas/product.ts';
import { articleCardView, type ArticleCardView } from './article.ts';
import { claimRowView, claimsByOutcome, claimTopicName, type ClaimRowView } from './claim.ts';
import { byPurpose, purposeViews } from './comparison.ts';
import { changeLog, type LoggedChangeView } from './change.ts';
import { dayView, type DayView } from './day.ts';
import { fitted, questionViews, type QuestionView } from './question.ts';
import { glossaryTermView, termsInOrder, type GlossaryTermView } from './term.ts';
import { lists, type Step } from './trail.ts';

/** A link in a list. */
export interface ListedLink {
  href: string;
  title: string;
  subtitle?: string;
  /** The day of a review. */
  on?: DayView | undefined;
}

/** A product in a list. */
export interface ListedProduct {
  id: string;
  href: string;
  title: string;
  status: ProductStatus;
  /** What it is bought for: its place on a page, and "Race drinks and salt". */
  purpose: string;
  purposeText: string;
}

/** What lists show, by how they show it. */
export interface Listed {
  cards: ArticleCardView;
  links: ListedLink;
  questions: QuestionView;
  changes: LoggedChangeView;
  claims: ClaimRowView;
  products: ListedProduct;
  terms: GlossaryTermView;
}

/** What stands on the page on which a list begins. */
export interface Beginning<Item> {
  /** How many there are in all. */
  count: number;
  items: Item[];
  /** The next part: "150 more articles, in 3 parts"; undefined where all stand here. */
  more: MoreView | undefined;
}

/** The way to what of a list does not stand on a page. */
export interface MoreView {
  href: string;
  text: string;
  /** Its parts, or some of them, from which the others are near. */
  numbers: { href: string; number: string }[];
}

/** A part of a list, as its page shows it. */
export interface ListPartView {
  /** "Questions: Bones, part 3" */
  title: string;
  description: string;
  trail: Step[];
  /** One of them. */
  listed: { [Kind in keyof Listed]?: Listed[Kind][] };
  before: string | undefined;
  after: string | undefined;
  /** The last part; undefined of that one. */
  last: string | undefined;
}

/** Entries that have such lists on their pages. */
interface Owners {
  /** What one of them is called, since another kind may have one of that name; undefined where it is no entry. */
  of?: string;
  /** Those that have one, by id. */
  owners: (library: Library) => Iterable<string>;
  /** The page on which it begins, and those above that one. */
  above: (id: string, library: Library) => readonly [...Step[], Step];
}

interface Definition<Kind extends keyof Listed, Item> extends Owners {
  /** What is listed: "article". */
  noun: string;
  /** What the list is called: "Other articles"; undefined where that follows. */
  title?: string;
  kind: Kind;
  /** How many of them a part has, where that is not as of its kind. */
  size?: keyof typeof perPage;
  /** @param size entries of a part */
  itemsOf: (id: string, library: Library, size: number) => readonly Item[];
  view: (items: readonly Item[], library: Library) => Listed[Kind][];
}

/** One of these lists. */
export interface LongList<Kind extends keyof Listed> {
  /** What stands on the page on which it begins. @param id of the entry whose page that is */
  beginning: (id: string, library: Library) => Beginning<Listed[Kind]>;
  /** A part behind that, by its number. */
  part: (id: string, number: number, library: Library) => ListPartView;
  /** Address of the part on which each item of the whole list stands; undefined for those on the first page. */
  partOfEach: (id: string, library: Library) => (string | undefined)[];
  /** How many parts each of them has. */
  parts: (library: Library) => Iterable<[id: string, count: number]>;
}

function longList<Kind extends keyof Listed, Item>(
  name: LongListName,
  { of, noun, title, kind, size: sized, owners, above, itemsOf, view }: Definition<Kind, Item>,
): LongList<Kind> {
  const size = perPage[sized ?? (kind === 'links' || kind === 'claims' ? 'lines' : 'entries')];
  return {
    beginning: (id, library) => {
      const all = itemsOf(id, library, size);
      const items = onPage(all, size);
      const { after } = pagesBeside(all.length, size);
      return {
        count: all.length,
        items: view(items, library),
        more: after && {
          href: routes.listPart(name, id, after.number),
          text: `${formatCount(all.length - items.length, `more ${noun}`)}${after.number === 1 ? '' : `, in ${after.number} parts`}`,
          numbers: numbersOf(after.number).map((number) => ({
            href: routes.listPart(name, id, number),
            number: String(number),
          })),
        },
      };
    },
    part: (id, number, library) => {
      const all = itemsOf(id, library, size);
      const trail = [...above(id, library)];
      const { name: owner, href } = trail.at(-1)!;
      const what = title ?? `${capitalize(noun)}s`;
      const begins = of === undefined ? owner : `${owner.replace(/\.$/, '')} (${of})`;
      const about = of === undefined ? what : `${what}: ${begins}`;
      const { before, after } = pagesBeside(all.length, size, number);
      return {
        title: `${about}, part ${number}`,
        description: `Part ${number}, counted from the end, of the ${uncapitalize(what)} that begin on the page “${begins}”.`,
        trail,
        listed: { [kind]: view(onPage(all, size, number), library) },
        before:
          before && (before.number === undefined ? href : routes.listPart(name, id, before.number)),
        after: after && routes.listPart(name, id, after.number),
        last: after && routes.listPart(name, id, 1),
      };
    },
    partOfEach: (id, library) =>
      itemsOf(id, library, size).map((_item, index, { length }) => {
        const number = pageAt(index, length, size);
        return number === undefined ? undefined : routes.listPart(name, id, number);
      }),
    parts: function* (library) {
      for (const id of owners(library)) {
        const count = pagesBehind(itemsOf(id, library, size).length, size);
        if (count > 0) yield [id, count];
      }
    },
  };
}

const mostNumbers = 20;

// Parts to jump to, the first and the last among them.
function numbersOf(count: number): number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (mostNumbers - 1)));
  const numbers = Array.from(
    { length: Math.ceil(count / step) },
    (_, index) => count - index * step,
  );
  return count === 1 ? [] : numbers.at(-1) === 1 ? numbers : [...numbers, 1];
}

// Of articles as links there are most.
function articleLinks(
  name: LongListName,
  own: Owners & Pick<Definition<'links', ArticleName>, 'itemsOf'> & { title?: string },
): LongList<'links'> {
  return longList(name, { noun: 'article', kind: 'links', view: toArticles, ...own });
}

const toArticles = (articles: readonly ArticleName[]): ListedLink[] =>
  articles.map(({ id, title }) => ({ href: routes.article(id), title }));
const toCards = (articles: readonly { id: string }[], library: Library): ArticleCardView[] =>
  articles.map(({ id }) => articleCardView(need(library.articles, id, 'article'), library));
const toRows = (ids: readonly string[], library: Library): QuestionView[] =>
  fitted(questionViews(ids, library), 'page');

const toProducts = (
  products: readonly DataRecord<Product>[],
  library: Library,
): ListedProduct[] => {
  const purposes = [...library.purposes.values()];
  const names = new Map(purposeViews(library).map(({ id, name }) => [id, name]));
  return products.map(({ id, data }) => {
    const purpose = purposeOf(data, purposes);
    return {
      id,
      href: routes.product(id),
      title: productTitle(data),
      status: data.status,
      purpose,
      purposeText: need(names, purpose, 'purpose'),
    };
  });
};

// The entries of a collection that has pages, with the lists that stand above those.
const entriesOf = (
  name: 'themes' | 'nutrients' | 'claims' | 'products' | 'figures' | 'people',
  above: readonly Step[],
  nameOf: (id: string, library: Library) => string,
): Owners => ({
  of: collections[name].noun,
  owners: (library) => library[name].keys(),
  above: (id, library) => [...above, { name: nameOf(id, library), href: pageOf(name, id)! }],
});
const ofTheme = entriesOf('themes', [lists.questions], (id, { themeNames }) =>
  need(themeNames, id, 'theme'),
);
const ofNutrient = entriesOf('nutrients', [lists.nutrients], (id, { nutrientNames }) =>
  need(nutrientNames, id, 'nutrient'),
);
const ofClaim = entriesOf(
  'claims',
  [lists.evidence],
  (id, { claims }) => need(claims, id, 'claim').data.statement,
);
const ofProduct = entriesOf('products', [lists.products], (id, { products }) =>
  productTitle(need(products, id, 'product').data),
);
const ofFigure = entriesOf(
  'figures',
  [lists.figures],
  (id, { figures }) => need(figures, id, 'figure').data.title,
);
const ofPerson = entriesOf('people', [], (id, { people }) => need(people, id, 'person').data.name);
const ofTopic: Owners = {
  of: 'topic',
  owners: ({ hasWholeEvidence, claimsUnder }) => (hasWholeEvidence ? [] : claimsUnder.keys()),
  above: (id, library) => [
    lists.evidence,
    { name: capitalize(claimTopicName(id, library)), href: routes.topic(id) },
  ],
};
// The list of a page that is no entry's.
const ofPage = (page: Step): Owners => ({ owners: () => [''], above: () => [page] });

/** Every such list, by the folder of the pages on which it begins, and its own below them. */
export const longLists = {
  'articles/older': longList('articles/older', {
    noun: 'article',
    kind: 'cards',
    ...ofPage(lists.articles),
    itemsOf: (_id, { articles }) => [...articles.keys()],
    view: (ids, library) =>
      toCards(
        ids.map((id) => ({ id })),
        library,
      ),
  }),
  'corrections/older': longList('corrections/older', {
    noun: 'change',
    kind: 'changes',
    ...ofPage({ name: 'Corrections', href: routes.framePage('corrections') }),
    itemsOf: (_id, library) => changeLog(library),
    view: (changes) => [...changes],
  }),
  'faq/more': longList('faq/more', {
    noun: 'question',
    kind: 'questions',
    ...ofPage(lists.questions),
    owners: ({ hasWholeFaq }) => (hasWholeFaq ? [] : ['']),
    itemsOf: (_id, { questionsUnder }) => questionsUnder.get('') ?? [],
    view: toRows,
  }),
  'glossary/more': longList('glossary/more', {
    noun: 'term',
    kind: 'terms',
    size: 'rows',
    ...ofPage(lists.glossary),
    itemsOf: (_id, library) => termsInOrder(library),
    view: (terms, library) => terms.map(({ id }) => glossaryTermView(id, library)),
  }),
  'themes/questions': longList('themes/questions', {
    noun: 'question',
    kind: 'questions',
    ...ofTheme,
    itemsOf: (id, { questionsUnder }) => questionsUnder.get(id) ?? [],
    view: toRows,
  }),
  'themes/articles': longList('themes/articles', {
    noun: 'article',
    kind: 'cards',
    ...ofTheme,
    itemsOf: (id, { articlesInTheme }) => articlesInTheme.get(id) ?? [],
    view: toCards,
  }),
  'themes/others': articleLinks('themes/others', {
    title: 'Other articles',
    ...ofTheme,
    itemsOf: (id, { articlesBeside }) => articlesBeside.get(id) ?? [],
  }),
  'nutrients/questions': longList('nutrients/questions', {
    noun: 'question',
    kind: 'questions',
    ...ofNutrient,
    itemsOf: (id, { questionsAbout }) => questionsAbout.get(id) ?? [],
    view: toRows,
  }),
  'nutrients/articles': articleLinks('nutrients/articles', {
    ...ofNutrient,
    // The page begins with the first of them.
    itemsOf: (id, { articlesAbout }) => articlesAbout.get(id)?.slice(1) ?? [],
  }),
  'nutrients/claims': longList('nutrients/claims', {
    noun: 'claim',
    kind: 'claims',
    size: 'rows',
    ...ofNutrient,
    itemsOf: (id, library, size) =>
      beginEach(
        claimsByOutcome(id, library).map(({ claims }) => claims),
        size,
      ),
    view: (claims) => claims.map(claimRowView),
  }),
  'nutrients/products': longList('nutrients/products', {
    noun: 'product',
    kind: 'products',
    ...ofNutrient,
    itemsOf: (id, { productsWith, products }) =>
      (productsWith.get(id) ?? []).map((product) => need(products, product, 'product')),
    view: toProducts,
  }),
  'evidence/articles': articleLinks('evidence/articles', {
    ...ofClaim,
    itemsOf: (id, { articlesCiting }) => articlesCiting.get(id) ?? [],
  }),
  'evidence/claims': longList('evidence/claims', {
    noun: 'claim',
    kind: 'claims',
    ...ofTopic,
    itemsOf: (id, { claimsUnder }) => claimsUnder.get(id) ?? [],
    view: (ids, { claims }) => ids.map((id) => claimRowView(need(claims, id, 'claim'))),
  }),
  'products/articles': articleLinks('products/articles', {
    ...ofProduct,
    itemsOf: (id, { articlesShowing }) => articlesShowing.get(id) ?? [],
  }),
  'products/more': longList('products/more', {
    noun: 'product',
    kind: 'products',
    ...ofPage(lists.products),
    itemsOf: (_id, library, size) =>
      beginEach(
        byPurpose([...library.products.values()], library).map(([, products]) => products),
        size,
      ),
    view: toProducts,
  }),
  'figures/articles': articleLinks('figures/articles', {
    ...ofFigure,
    itemsOf: (id, { articlesDrawing }) => articlesDrawing.get(id) ?? [],
  }),
  'figures/more': longList('figures/more', {
    noun: 'figure',
    kind: 'links',
    ...ofPage(lists.figures),
    itemsOf: (_id, { figures }) => [...figures.values()],
    view: (figures) =>
      figures.map(({ id, data: { title, subtitle } }) => ({
        href: routes.figure(id),
        title,
        subtitle,
      })),
  }),
  'people/articles': articleLinks('people/articles', {
    ...ofPerson,
    itemsOf: (id, { articlesBy }) =>
      articlesBy.get(id)?.filter(({ reviewed }) => reviewed === undefined) ?? [],
  }),
  'people/reviewed': longList('people/reviewed', {
    noun: 'article',
    title: 'Reviewed articles',
    kind: 'links',
    ...ofPerson,
    itemsOf: (id, { articlesBy }) =>
      articlesBy
        .get(id)
        ?.flatMap(({ reviewed, ...article }) =>
          reviewed === undefined ? [] : [{ ...article, reviewed }],
        ) ?? [],
    view: (articles) =>
      articles.map(({ id, title, reviewed }) => ({
        href: routes.article(id),
        title,
        on: dayView(reviewed),
      })),
  }),
};

const all: Record<LongListName, LongList<keyof Listed>> = longLists;

/** The parts of all lists, each by the path of its list and its number. */
export function* listParts(library: Library): Iterable<{ list: string; number: string }> {
  for (const name of longListNames)
    for (const [id, count] of all[name].parts(library))
      for (let number = 1; number <= count; number += 1)
        yield { list: listPath(name, id), number: String(number) };
}

/**
 * A part of a list.
 * @param path of the list: "themes/bones/questions", "articles/older"
 * @throws {Error} when there is no such list
 */
export function listPartView(path: string, number: number, library: Library): ListPartView {
  const found = longListOf(path);
  if (found === undefined) throw new Error(`There is no list ${path}.`);
  return all[found.name].part(found.id, number, library);
}
