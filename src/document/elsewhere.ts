/**
 * What other systems call things, and what there is here in their place: one table for the guesses of
 * `check` and of editors. Names stand in small letters, without the signs between their words.
 */

interface Called {
  /** As WordPress, Ghost, Hugo, Jekyll, Hexo, Astro, Docusaurus and their themes have it. */
  names: string;
  /** What to do, in a sentence or two. */
  fix: string;
}

interface FieldCalled extends Called {
  /** The field of ours that holds the same. */
  here?: string;
}

const noPicture =
  'Write <Picture id="…" /> in the text, with two files in content/images/: the picture for sharing is drawn from the title.';
const noLayout = 'Delete it: the site has one layout for each kind of page.';
const noOrder = 'Delete it: lists go by day, and a theme, a series or a figure says its own order.';

/** Fields of frontmatter. Those with `here` are renamed where that fits. */
const fields: readonly FieldCalled[] = [
  {
    names: 'tags tag categories category keywords keyword subjects taxonomies',
    here: 'topics',
    fix: 'Here it is "topics": ids of nutrients, or topics that are none.',
  },
  {
    names:
      'date pubdate publishdate publisheddate publishedat publishedon publishedtime datepublished postdate created createdat createdon creationdate',
    here: 'published',
    fix: 'Here it is "published": the first day on the site, such as 2026-11-25.',
  },
  {
    names:
      'lastmod lastmodified lastmodifiedat lastupdated lastupdate modified modifiedat modifieddate moddate datemodified updateddate updatedat updatedon updateat',
    here: 'updated',
    fix: 'Here it is "updated": the day of the last change of substance.',
  },
  {
    names:
      'excerpt summary subtitle abstract blurb dek standfirst teaser metadescription seodescription ogdescription customexcerpt',
    here: 'description',
    fix: 'Here it is "description": the answer in one sentence.',
  },
  {
    names: 'headline heading h1 posttitle pagetitle metatitle seotitle ogtitle linktitle',
    here: 'title',
    fix: 'Here it is "title", for the page, for lists and for search engines alike.',
  },
  {
    names: 'author by byline writer writers creator creators contributor contributors',
    here: 'authors',
    fix: 'Here it is "authors": a list of ids of content/people/.',
  },
  {
    names: 'keypoints keytakeaways tldr highlights keyfacts summarypoints',
    here: 'takeaways',
    fix: 'Here it is "takeaways": three to seven, each with its claim.',
  },
  {
    names: 'faqs questions qa faqitems',
    here: 'faq',
    fix: 'Here it is "faq": a list of { question: …, answer: … }.',
  },
  {
    names: 'changelog history corrections revisions errata',
    here: 'changes',
    fix: 'Here it is "changes": a list of { on: …, kind: …, what: … }.',
  },
  {
    names: 'redirectfrom redirects redirect oldslugs oldurls oldslug previousslug',
    here: 'aliases',
    fix: 'Here it is "aliases": a list of paths such as /articles/old-name/.',
  },
  {
    names: 'isdraft unlisted hidden private wip',
    here: 'draft',
    fix: 'Here it is "draft": true, for what shows in `npm run dev` alone.',
  },
  {
    names: 'reviewedby medicallyreviewedby reviewer factcheckedby medicalreviewer reviewedon',
    here: 'reviewed',
    fix: 'Here it is "reviewed": { on: …, by: … }, once a named health professional has read it.',
  },
  {
    names: 'ai aigenerated generatedby writtenbyai aiassisted',
    here: 'aiUse',
    fix: 'Here it is "aiUse": none, assisted or generated.',
  },
  {
    names: 'slug permalink url path basename filename id uid guid postname route',
    fix: 'The name of the file is its address: delete the field, and rename with `npm run author -- rename`.',
  },
  {
    names:
      'image images cover coverimage thumbnail thumb heroimage hero featuredimage featureimage featured_media banner ogimage socialimage photo poster preview',
    fix: noPicture,
  },
  { names: 'layout template type posttype format theme_layout bodyclass cssclass', fix: noLayout },
  {
    names:
      'weight order menuorder navorder position sidebarposition sticky pinned featured priority',
    fix: noOrder,
  },
  {
    names: 'series seriesname seriestitle serie seriesorder collection collections part',
    fix: 'A series names its articles, in order: delete the field, and add this id to a file of content/series/ (`npm run author -- new series`).',
  },
  {
    names: 'toc tableofcontents showtoc contents sidebar menu nav navigation breadcrumbs',
    fix: 'Delete it: the page makes its own list of contents and its way back.',
  },
  {
    names: 'comments commentstatus allowcomments disqus enablecomments pingstatus',
    fix: 'Delete it: nobody comments here; corrections come by mail.',
  },
  {
    names: 'lang language locale translationkey hreflang',
    fix: 'Delete it: the site has one language, told in src/site.ts.',
  },
  {
    names: 'references bibliography sources citations csl refs footnotes works',
    fix: 'Delete it: the list of sources is made from what the text cites with [@id].',
  },
  {
    names: 'readingtime minutes timetoread wordcount words',
    fix: 'Delete it: it is counted from the text.',
  },
  {
    names: 'canonical canonicalurl robots noindex seo opengraph twitter meta head og schema jsonld',
    fix: 'Delete it: what search engines and shares are told is made from the other fields.',
  },
  {
    names: 'status state visibility',
    fix: 'Write `draft: true` for a draft, a day to come under "published" for what is scheduled, and neither for what is out.',
  },
  {
    names: 'expirydate unpublishdate expires expiry expirationdate',
    fix: 'Nothing leaves the site by itself: "reviewDue" says when it must be looked at again.',
  },
  {
    names: 'rating stars score price discount affiliatelink affiliate sponsored',
    fix: 'Delete it: products stand in content/products/, without prices and stars.',
  },
  {
    names:
      'css js scripts script styles style stylesheet mathjax katex math mermaid import imports',
    fix: 'Delete it: content holds no code, and pages of text run none.',
  },
];

const link =
  'Write a link, [words](https://…): a frame of somebody else would tell them who reads the page.';
const callout = '<Callout kind="note" title="…">…</Callout>';
const rows = 'Write a table of Markdown: a line of | cells |, and | --- | --- | under the first.';

/** Tags and components. */
const tags: readonly Called[] = [
  {
    names:
      'iframe embed object video audio youtube youtubeembed liteyoutube vimeo tweet twitter x instagram tiktok facebook spotify soundcloud codepen gist mixcloud podcast videoplayer map googlemap',
    fix: link,
  },
  {
    names:
      'img image picture figureimage nextimage astroimage photo thumbnail gallery carousel slider figure figcaption',
    fix: 'Write <Picture id="…" /> on a line of its own, with two files in content/images/.',
  },
  {
    names:
      'note tip info warning caution danger important alert admonition aside notice box infobox callouts hint card panel banner',
    fix: `Write ${callout}; kind is note, warning, stop or urgent.`,
  },
  {
    names: 'blockquote q cite quotation pullquote testimonial',
    fix: 'Write <Quote source="…">…</Quote>, with the exact words of a source that there is.',
  },
  { names: 'b strong', fix: 'Write **words**.' },
  { names: 'i em', fix: 'Write *words*.' },
  {
    names: 'u ins mark big small font center',
    fix: 'Take the tags out: weight is **words**, stress *words*.',
  },
  { names: 's del strike', fix: 'Take the words out, and say in "changes" what changed.' },
  { names: 'br', fix: 'Put an empty line between two paragraphs; a line is broken where it ends.' },
  {
    names: 'p div span section article main header footer nav',
    fix: 'Take the tags out: an empty line parts paragraphs.',
  },
  { names: 'hr', fix: 'Write --- between two empty lines, or a heading.' },
  { names: 'a link anchor navlink nextlink', fix: 'Write [words](/path/).' },
  { names: 'h1 h2 h3 h4 h5 h6', fix: 'Write ## Words; a smaller heading has ###.' },
  { names: 'ul ol li dl dt dd', fix: 'Write a list: - one, - two, each on its line.' },
  { names: 'table thead tbody tr td th', fix: rows },
  { names: 'sub sup', fix: 'Write the sign itself: ₂, ², ½. A note is cited with [@id].' },
  { names: 'code pre kbd', fix: 'Write `code`.' },
  { names: 'abbr dfn', fix: 'Write <Term id="…">…</Term>, with a file in content/glossary/.' },
  {
    names: 'details summary accordion accordionitem collapse collapsible spoiler expand toggle',
    fix: 'Write a heading, or a question under "faq": readers do not look behind what is closed.',
  },
  {
    names: 'tabs tab tabitem tabpanel steps step cardgrid columns column grid row filetree',
    fix: 'Write one after the other under headings, or a table: text here stands in one column.',
  },
  {
    names: 'button cta buybutton affiliatelink productlink amazonlink',
    fix: 'Write <ProductCard id="…" />: only a card labels what pays.',
  },
  { names: 'product productbox', fix: 'Write <ProductCard id="…" />.' },
  { names: 'toc tableofcontents', fix: 'Delete it: the page makes its own list of contents.' },
  { names: 'footnote fn ref reference citation', fix: 'Cite with [@id].' },
  {
    names: 'chart graph plot barchart linechart mermaid',
    fix: 'Write <Figure id="…" />, with a file in content/figures/ that names the numbers.',
  },
  { names: 'script style meta head', fix: 'Delete it: content holds no code.' },
  {
    names: 'form input textarea select newsletter subscribe signup',
    fix: 'Delete it: pages of text ask readers for nothing.',
  },
];

/** What stands between the signs of a template: Hugo, Liquid, WordPress. */
const templates: readonly Called[] = [
  {
    names:
      'youtube vimeo tweet x instagram gist embed video audio iframe playlist soundcloud mixcloud twitter',
    fix: link,
  },
  {
    names: 'figure gallery caption image img picture',
    fix: 'Write <Picture id="…" /> on a line of its own, with two files in content/images/.',
  },
  {
    names: 'notice note alert admonition callout warning tip info box highlight hint',
    fix: `Write ${callout}.`,
  },
  { names: 'ref relref link posturl', fix: 'Write [words](/articles/name/).' },
  {
    names: 'quote blockquote',
    fix: 'Write <Quote source="…">…</Quote>, with the exact words of a source that there is.',
  },
  {
    names: 'include partial readfile snippet',
    fix: 'Write the words out: each text is read and checked where it stands.',
  },
  { names: 'toc', fix: 'Delete it: the page makes its own list of contents.' },
  {
    names: 'contactform contactform7 form',
    fix: 'Delete it: pages of text ask readers for nothing.',
  },
];

function indexOf<Entry extends Called>(table: readonly Entry[]): ReadonlyMap<string, Entry> {
  const pairs = table.flatMap((entry) =>
    entry.names.split(' ').map((name) => [bare(name), entry] as const),
  );
  const index = new Map(pairs);
  if (index.size < pairs.length) throw new Error('A name stands in two rows of a table.');
  return index;
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.: ]/g, '');
}

const fieldIndex = indexOf(fields);
const tagIndex = indexOf(tags);
const templateIndex = indexOf(templates);

/**
 * What a field of another system is here.
 * @param known the fields that there are: what is none of ours is told where an article or a page is
 */
export function fieldElsewhere(
  name: string,
  known: readonly string[],
): { here: string | undefined; fix: string } | undefined {
  const found = fieldIndex.get(bare(name));
  if (found === undefined) return undefined;
  const { here, fix } = found;
  if (here === undefined ? !known.includes('description') : !known.includes(here)) return undefined;
  return { here, fix };
}

/** What to write in place of a tag or a component that there is not. */
export function tagElsewhere(name: string): string | undefined {
  return tagIndex.get(bare(name))?.fix;
}

/** What to write in place of what a template of another system would print; of every one there is a sentence. */
export function templateElsewhere(text: string): string {
  const name = /[\p{L}][\p{L}\p{N}_-]*/u.exec(text)?.[0] ?? '';
  return (
    templateIndex.get(bare(name))?.fix ?? 'Write the words themselves: nothing is filled in here.'
  );
}

/** Names of shortcodes in brackets, as WordPress has them. */
export const shortcodes: readonly string[] =
  'gallery caption embed youtube vimeo video audio playlist contact-form contact-form-7 wp_caption su_button tweet'.split(
    ' ',
  );

/** What a box of another system is here: the kind that its name stands for. */
export function boxElsewhere(name: string): 'note' | 'warning' | 'stop' {
  if (/^(?:warn|warning|caution|important|attention)$/i.test(name)) return 'warning';
  return /^(?:danger|error|stop|critical)$/i.test(name) ? 'stop' : 'note';
}
