/** Every collection: a good entry parses, and each bad one fails with the sentence that its author reads. */
import { describe, expect, test } from 'vitest';
import { collectionNames, type CollectionName } from '#corpus/collections.ts';
import { goodEntry, messagesOf, type Change } from './entry.ts';

const id = 'must be lowercase letters, digits and single hyphens';
const day = 'must be a date written YYYY-MM-DD';

const cases: Record<CollectionName, { file: string; bad: [string, Change, string][] }> = {
  articles: {
    file: 'model.mdx',
    bad: [
      ['no title', { title: undefined }, 'the field "title" is missing.'],
      [
        'a short title',
        { title: 'Iron' },
        '"title" must be at least 10 characters (it is "Iron").',
      ],
      [
        'a long title',
        { title: 'x'.repeat(81) },
        `"title" must be at most 80 characters (it is "${'x'.repeat(39)}…").`,
      ],
      [
        'a short description',
        { description: 'Iron.' },
        '"description" must be at least 50 characters (it is "Iron.").',
      ],
      [
        'a time beside the day',
        { published: '2026-01-01T10:00' },
        `"published" ${day} (it is "2026-01-01T10:00").`,
      ],
      [
        'a month too many',
        { updated: '2026-13-01' },
        '"updated" is not a day of the calendar (it is "2026-13-01").',
      ],
      ['a year alone', { reviewDue: 2027 }, `"reviewDue" ${day} (it is "2027").`],
      [
        'a review without its reviewer',
        { reviewed: { on: '2026-01-01' } },
        'the field "reviewed.by" is missing.',
      ],
      ['an author by name', { authors: ['The Desk'] }, `"authors[1]" ${id} (it is "The Desk").`],
      ['no word on AI', { aiUse: undefined }, 'the field "aiUse" is missing.'],
      ['no topic', { topics: [] }, '"topics" must name at least one topic.'],
      ['two takeaways', { takeaways: ['a', 'b'] }, '"takeaways" must have 3 to 7 entries.'],
      [
        'eight takeaways',
        { takeaways: Array.from('abcdefgh') },
        '"takeaways" must have 3 to 7 entries.',
      ],
      [
        'an empty takeaway',
        { takeaways: ['a', '', 'c'] },
        '"takeaways[2]" must not be empty (it is "").',
      ],
      [
        'a question without its mark',
        { faq: [{ question: 'Iron', answer: 'No.' }] },
        '"faq[1].question" must end with a question mark (it is "Iron").',
      ],
      [
        'a question without an answer',
        { faq: [{ question: 'Iron?' }] },
        'the field "faq[1].answer" is missing.',
      ],
      [
        'nine questions',
        { faq: Array.from('abcdefghi', (x) => ({ question: `${x}?`, answer: 'No.' })) },
        '"faq" must have at most 8 entries.',
      ],
      [
        'an unknown kind of change',
        { changes: [{ on: '2026-01-01', kind: 'fix', what: 'x' }] },
        '"changes[1].kind" must be one of correction, update, review (it is "fix").',
      ],
      [
        'an alias without slashes',
        { aliases: ['old'] },
        '"aliases[1]" must be a path such as /articles/old-name/ (it is "old").',
      ],
      ['a draft by word', { draft: 'yes' }, '"draft" must be true or false, not text ("yes").'],
      ['an unknown field', { reveiwDue: '2027-01-01' }, 'unknown field "reveiwDue".'],
    ],
  },
  pages: {
    file: 'how-we-work.mdx',
    bad: [
      ['a short title', { title: 'We' }, '"title" must be at least 5 characters (it is "We").'],
      ['no day', { updated: undefined }, 'the field "updated" is missing.'],
      ['an author, which pages have not', { author: 'desk' }, 'unknown field "author".'],
    ],
  },
  nutrients: {
    file: 'iron.mdx',
    bad: [
      [
        'an unknown kind',
        { kind: 'metal' },
        '"kind" must be one of mineral, electrolyte, vitamin, other (it is "metal").',
      ],
      ['international units', { unit: 'IU' }, '"unit" must be one of mg, mcg (it is "IU").'],
      ['no intake', { intakes: [] }, '"intakes" must have at least 1 entry.'],
      [
        'an intake of another authority',
        {
          intakes: [
            {
              sex: 'male',
              ageFrom: 19,
              ageTo: 50,
              lifeStage: 'none',
              amount: 8,
              basis: 'RDA',
              authority: 'WHO',
            },
          ],
        },
        '"intakes[1].authority" must be "NASEM" (it is "WHO").',
      ],
      [
        'an intake of nothing',
        {
          intakes: [
            {
              sex: 'male',
              ageFrom: 19,
              ageTo: 50,
              lifeStage: 'none',
              amount: 0,
              basis: 'RDA',
              authority: 'NASEM',
            },
          ],
        },
        '"intakes[1].amount" must be more than 0 (it is "0").',
      ],
      [
        'half a year',
        {
          intakes: [
            {
              sex: 'male',
              ageFrom: 0.5,
              ageTo: 50,
              lifeStage: 'none',
              amount: 8,
              basis: 'RDA',
              authority: 'NASEM',
            },
          ],
        },
        '"intakes[1].ageFrom" must be a whole number, not a number (0.5).',
      ],
      [
        'neither limit nor note',
        { upperLimit: undefined },
        '"upperLimit" must have either upperLimit or noUpperLimit.',
      ],
      [
        'limit and note',
        { noUpperLimit: { note: 'x', sources: ['a'] } },
        '"upperLimit" must have either upperLimit or noUpperLimit.',
      ],
      [
        'a limit without a source',
        {
          upperLimit: {
            scope: 'total',
            levels: [{ lifeStage: 'none', ageFrom: 19, ageTo: null, amount: 45 }],
            sources: [],
          },
        },
        '"upperLimit.sources" must have at least 1 entry.',
      ],
      [
        'a limit of all intake that says whether fortified food counts',
        {
          upperLimit: {
            scope: 'total',
            countsFortifiedFood: true,
            levels: [{ lifeStage: 'none', ageFrom: 19, ageTo: null, amount: 45 }],
            sources: ['a'],
          },
        },
        'unknown field "upperLimit.countsFortifiedFood".',
      ],
      [
        'a limit of something else',
        {
          upperLimit: {
            scope: 'food',
            levels: [{ lifeStage: 'none', ageFrom: 19, ageTo: null, amount: 45 }],
            sources: ['a'],
          },
        },
        '"upperLimit.scope" must be one of total, supplements (it is "food").',
      ],
      ['no daily value', { dailyValue: undefined }, 'the field "dailyValue" is missing.'],
      [
        'a form of more than itself',
        { forms: [{ form: 'x', elementalPercent: 101, sources: [] }] },
        '"forms[1].elementalPercent" must be at most 100 (it is "101").',
      ],
    ],
  },
  products: {
    file: 'iron-capsule.yaml',
    bad: [
      [
        'an unknown status',
        { status: 'sold' },
        '"status" must be one of listed, unread, refused, discontinued (it is "sold").',
      ],
      [
        'an unknown unit',
        { serving: { amount: 1, unit: 'cup' } },
        '"serving.unit" must be one of capsule, tablet, softgel, stick, packet, scoop, serving, bottle, mL, L, g (it is "cup").',
      ],
      [
        'a number for an unknown',
        { nutrients: [{ nutrient: 'iron', amount: 25, unit: 'mg', elemental: true }] },
        '"nutrients[1].elemental" must be one of yes, no, unknown (it is true).',
      ],
      [
        'no amount',
        { nutrients: [{ nutrient: 'iron', unit: 'mg', elemental: 'yes' }] },
        'the field "nutrients[1].amount" is missing.',
      ],
      ['no drawback', { drawbacks: [] }, '"drawbacks" must name at least one drawback.'],
      ['no offer', { offers: [] }, '"offers" must have at least one offer.'],
      [
        'an offer with both',
        { offers: [{ merchant: 'shop', url: 'https://shop.example/', search: 'x' }] },
        '"offers[1]" must have either url or search.',
      ],
      [
        'an offer by http',
        { offers: [{ merchant: 'shop', url: 'http://shop.example/' }] },
        '"offers[1].url" must be an https address (it is "http://shop.example/").',
      ],
      [
        'a label seen without a day',
        { labelSeen: { url: 'https://maker.example/iron' } },
        'the field "labelSeen.on" is missing.',
      ],
      [
        'a label seen on another port',
        { labelSeen: { url: 'https://maker.example:81/iron', on: '2026-01-01' } },
        '"labelSeen.url" must not name a port (it is "https://maker.example:81/iron").',
      ],
      [
        'an unread one with an offer',
        { status: 'unread', reason: 'x' },
        '"offers" must be empty unless the product is listed.',
      ],
      [
        'an unread one that does not say why',
        { status: 'unread', offers: [] },
        'the field "reason" is missing.',
      ],
      [
        'amounts from a place of no kind',
        { amountsFrom: [{ kind: 'friend', where: 'x' }] },
        '"amountsFrom[1].kind" must be one of label, maker, seller, other (it is "friend").',
      ],
      ['one pack size', { packs: [60] }, '"packs" must name at least two sizes.'],
      ['a price', { price: 20 }, 'unknown field "price".'],
      ['stars', { rating: 5 }, 'unknown field "rating".'],
      ['a reason although it is listed', { reason: 'x' }, 'unknown field "reason".'],
      [
        'a refused one without a reason',
        { status: 'refused', offers: [] },
        'the field "reason" is missing.',
      ],
      [
        'a refused one with an offer',
        { status: 'refused', reason: 'x' },
        '"offers" must be empty unless the product is listed.',
      ],
    ],
  },
  images: {
    file: 'curve.yaml',
    bad: [
      ['no credit', { credit: undefined }, 'the field "credit" is missing.'],
      ['no licence', { licence: undefined }, 'the field "licence" is missing.'],
      [
        'no alternative',
        { alt: undefined },
        '"alt" must be there, or decorative: true in its place.',
      ],
      [
        'an alternative of an ornament',
        { alt: 'A curve.', decorative: true },
        '"alt" must be there, or decorative: true in its place (it is "A curve.").',
      ],
      [
        'an ornament that is none',
        { alt: undefined, decorative: false },
        '"decorative" must be true, not false.',
      ],
      [
        'a source by name',
        { source: 'example.org' },
        '"source" must be an https address (it is "example.org").',
      ],
      ['a file of its own', { file: 'curve.png' }, 'unknown field "file".'],
    ],
  },
  merchants: {
    file: 'shop.yaml',
    bad: [
      [
        'a country by name',
        { country: 'USA' },
        '"country" must be a two-letter country code (it is "USA").',
      ],
      ['no host', { hosts: [] }, '"hosts" must name at least one host.'],
      [
        'a host with a path',
        { hosts: ['shop.example/x'] },
        '"hosts[1]" must be a host name (it is "shop.example/x").',
      ],
      [
        'a search without its words',
        { searchUrl: 'https://shop.example/s' },
        '"searchUrl" must hold {query}, once (it is "https://shop.example/s").',
      ],
      [
        'a parameter without its variable',
        { tagVariable: undefined, tagPattern: undefined },
        '"tagParameter" tagParameter and tagVariable go together (it is "tag").',
      ],
      [
        'a variable that is none',
        { tagVariable: 'my tag' },
        '"tagVariable" must be the name of an environment variable made for it: it ends in _TAG (it is "my tag").',
      ],
      [
        'a variable that holds something else',
        { tagVariable: 'DEPLOY_TOKEN' },
        '"tagVariable" must be the name of an environment variable made for it: it ends in _TAG (it is "DEPLOY_TOKEN").',
      ],
      [
        'a search at another host',
        { searchUrl: 'https://evil.example/s?k={query}' },
        '"searchUrl" must lie on one of the merchant’s hosts (it is "https://evil.example/s?k={query}").',
      ],
      [
        'a search that names a user',
        { searchUrl: 'https://www.shop.example@evil.example/s?k={query}' },
        '"searchUrl" must not name a user: the host is what stands behind the @ (it is "https://www.shop.example@evil.example/s…").',
      ],
      [
        'a search whose words are its host',
        { searchUrl: 'https://{query}.shop.example/' },
        '"searchUrl" must hold {query} behind its host, and no # (it is "https://{query}.shop.example/").',
      ],
      [
        'a search on another port',
        { searchUrl: 'https://www.shop.example:8443/s?k={query}' },
        '"searchUrl" must not name a port (it is "https://www.shop.example:8443/s?k={quer…").',
      ],
      [
        'a search that has the tag already',
        { searchUrl: 'https://www.shop.example/s?tag=evil-20&k={query}' },
        '"tagParameter" must not be a parameter of searchUrl (it is "tag").',
      ],
      [
        'words of a search that would be lost under the tag',
        { tagParameter: 'k' },
        '"tagParameter" must not be a parameter of searchUrl (it is "k").',
      ],
      [
        'a host that everybody can have a name below',
        { hosts: ['www.shop.example', 'co.uk'] },
        '"hosts[2]" must be somebody’s own host: everybody can have a name below this one (it is "co.uk").',
      ],
      [
        'a host of somebody on a shared one',
        { hosts: ['www.shop.example', 'github.io'] },
        '"hosts[2]" must be somebody’s own host: everybody can have a name below this one (it is "github.io").',
      ],
      [
        'a host by its number',
        { hosts: ['www.shop.example', '127.0.0.1'] },
        '"hosts[2]" must name its host, not the number of one (it is "127.0.0.1").',
      ],
      [
        'a host that is only in one house',
        { otherHosts: ['shop.local'] },
        '"otherHosts[1]" must lead to a host of the public internet (it is "shop.local").',
      ],
      [
        'a pattern without a variable',
        { tagParameter: undefined, tagVariable: undefined, tagPattern: '[a-z]{3}' },
        '"tagPattern" is of no use without tagVariable (it is "[a-z]{3}").',
      ],
      [
        'a pattern that takes forever',
        { tagPattern: '(a+)+b' },
        '"tagPattern" must be letters, digits, hyphens and classes such as [a-z0-9]{1,40}, at most four of them repeated (it is "(a+)+b").',
      ],
      [
        'a pattern with many ends',
        { tagPattern: 'a?a?a?a?a?a' },
        '"tagPattern" must be letters, digits, hyphens and classes such as [a-z0-9]{1,40}, at most four of them repeated (it is "a?a?a?a?a?a").',
      ],
      [
        'a pattern that is no regular expression',
        { tagPattern: '[z-a]' },
        '"tagPattern" must be a regular expression (it is "[z-a]").',
      ],
      [
        'a pattern that fits nothing at all',
        { tagPattern: 'a?' },
        '"tagPattern" must not fit an empty tag (it is "a?").',
      ],
      [
        'a pattern that fits whatever is set',
        { tagPattern: '[\\w.-]{1,99}' },
        '"tagPattern" must be so narrow that no password or key fits it (it is "[\\w.-]{1,99}").',
      ],
      [
        'a product chosen by the tag',
        { productParameters: ['tag'] },
        '"productParameters" must not hold the tagParameter.',
      ],
      [
        'a sub-tag without a tag',
        {
          tagParameter: undefined,
          tagVariable: undefined,
          tagPattern: undefined,
          subTagParameter: 'sub',
        },
        '"subTagParameter" is of no use without tagParameter (it is "sub").',
      ],
      [
        'a sub-tag that is the tag',
        { subTagParameter: 'tag' },
        '"subTagParameter" must be a parameter of its own (it is "tag").',
      ],
    ],
  },
  people: {
    file: 'pat-example.yaml',
    bad: [
      ['no name', { name: undefined }, 'the field "name" is missing.'],
      [
        'an unknown kind',
        { kind: 'robot' },
        '"kind" must be one of person, organization (it is "robot").',
      ],
      [
        'a person who did not agree',
        { agreed: undefined },
        '"agreed" must say when this person agreed to be named here.',
      ],
      [
        'an address by http',
        { url: 'http://example.org/' },
        '"url" must be an https address (it is "http://example.org/").',
      ],
    ],
  },
  claims: {
    file: 'iron.yaml',
    bad: [
      ['no source', { sources: [] }, '"sources" must name at least one source.'],
      [
        'itself contradicted',
        { contradicts: ['iron-prevalence'] },
        '"contradicts" must not hold the claim itself.',
      ],
      [
        'an unknown finding',
        { finding: 'works' },
        '"finding" must be one of helps, no-effect, harms, mixed, not-studied, descriptive (it is "works").',
      ],
      [
        'an unknown certainty',
        { certainty: 'high' },
        '"certainty" must be one of strong, moderate, limited, conflicting, none (it is "high").',
      ],
      [
        'an unknown measure',
        { measures: 'blood' },
        '"measures" must be one of intake, status, effect, loss, safety, method (it is "blood").',
      ],
      [
        'maybe for runners',
        { appliesToRunners: 'maybe' },
        '"appliesToRunners" must be one of yes, partly, no, unknown (it is "maybe").',
      ],
      ['nobody studied', { population: '' }, '"population" must not be empty (it is "").'],
    ],
  },
  sources: {
    file: 'studies.json',
    bad: [
      [
        'a DOI with its resolver',
        { DOI: 'https://doi.org/10.1000/x' },
        '"DOI" must be a DOI such as 10.1000/xyz, without https://doi.org/ (it is "https://doi.org/10.1000/x").',
      ],
      [
        'a DOI that leaves its path',
        { DOI: '10.1000/../../evil' },
        '"DOI" must be the DOI as it is printed, not an address (it is "10.1000/../../evil").',
      ],
      [
        'a DOI with the dot of its sentence',
        { DOI: '10.1000/xyz.' },
        '"DOI" must not end with the punctuation of the sentence around it (it is "10.1000/xyz.").',
      ],
      [
        'a PubMed id of nothing',
        { PMID: '000000' },
        '"PMID" must be a number of at most 8 digits, without a 0 in front (it is "000000").',
      ],
      [
        'an address with a line break',
        { URL: 'https://exa\nmple.org/x' },
        '"URL" must not hold spaces, line breaks, backslashes or characters that cannot be seen (it is "https://exa mple.org/x").',
      ],
      ['a PubMed id with letters', { PMID: 'PMC1' }, '"PMID" must be digits (it is "PMC1").'],
      [
        'an unknown type',
        { type: 'blog' },
        expect.stringMatching(
          /^"type" must be one of article, article-journal, .* \(it is "blog"\)\.$/,
        ) as string,
      ],
      [
        'no word on what was read',
        { custom: { design: 'RCT', runners: 'no' } },
        'the field "custom.seen" is missing.',
      ],
      [
        'an unknown design',
        { custom: { design: 'rct', seen: 'abstract', runners: 'no' } },
        expect.stringMatching(
          /^"custom\.design" must be one of systematic review, .* \(it is "rct"\)\.$/,
        ) as string,
      ],
      [
        'retracted or not',
        { custom: { design: 'RCT', seen: 'abstract', runners: 'no', retracted: false } },
        '"custom.retracted" must be true, not false.',
      ],
      [
        'read somewhere else, and said to be read itself',
        {
          custom: {
            design: 'RCT',
            seen: 'abstract',
            readAt: 'https://example.org/copy',
            runners: 'no',
          },
        },
        '"custom.seen" must be secondary where readAt says that it was read somewhere else (it is "abstract").',
      ],
      [
        'a retraction found and not marked',
        {
          custom: {
            design: 'RCT',
            seen: 'abstract',
            runners: 'no',
            checked: { on: '2026-01-01', where: 'PubMed', found: 'retraction' },
          },
        },
        '"custom.checked.found" must say retraction where the work is retracted, and only there (it is "retraction").',
      ],
      [
        'an author in one piece',
        { author: ['Miller J'] },
        '"author[1]" must be a group of fields, not text ("Miller J").',
      ],
    ],
  },
  foods: {
    file: 'iron.yaml',
    bad: [
      ['no food', { foods: [] }, '"foods" must have at least 1 entry.'],
      [
        'less than nothing',
        {
          foods: [
            {
              food: 'x',
              serving: { household: 'a cup', grams: 1 },
              amount: -1,
              percentDailyValue: 1,
              vegan: true,
              vegetarian: true,
              source: 'a',
              ndbNumber: '1',
              usdaDescription: 'x',
            },
          ],
        },
        '"foods[1].amount" must be at least 0 (it is "-1").',
      ],
      [
        'a number that loses its zeros',
        {
          foods: [
            {
              food: 'x',
              serving: { household: 'a cup', grams: 1 },
              amount: 1,
              percentDailyValue: 1,
              vegan: true,
              vegetarian: true,
              source: 'a',
              ndbNumber: 8013,
              usdaDescription: 'x',
            },
          ],
        },
        '"foods[1].ndbNumber" must be text, not a number (8013).',
      ],
    ],
  },
  glossary: {
    file: 'ferritin.yaml',
    bad: [
      ['no definition', { definition: undefined }, 'the field "definition" is missing.'],
      [
        'a definition as long as an article',
        { definition: 'x'.repeat(401) },
        `"definition" must be at most 400 characters (it is "${'x'.repeat(39)}…").`,
      ],
    ],
  },
  interactions: {
    file: 'minerals.yaml',
    bad: [
      ['nothing that disturbs', { with: undefined }, 'the field "with" is missing.'],
      ['no source', { sources: [] }, '"sources" must have at least 1 entry.'],
      [
        'advice about time that says neither yes nor no',
        { spacing: 'two hours' },
        '"spacing" must be true or false, not text ("two hours").',
      ],
    ],
  },
  series: {
    file: 'iron.yaml',
    bad: [
      ['no name', { name: undefined }, 'the field "name" is missing.'],
      ['one article', { articles: ['model'] }, '"articles" must name at least two articles.'],
      ['a title', { articles: ['model', 'A title'] }, `"articles[2]" ${id} (it is "A title").`],
    ],
  },
  themes: {
    file: 'tired.yaml',
    bad: [
      ['no sentence', { sentence: undefined }, 'the field "sentence" is missing.'],
      [
        'a sentence as long as a paragraph',
        { sentence: 'x'.repeat(201) },
        `"sentence" must be at most 200 characters (it is "${'x'.repeat(39)}…").`,
      ],
      ['no place', { order: 0 }, '"order" must be at least 1 (it is "0").'],
      [
        'a topic that is a nutrient',
        { topics: ['iron'] },
        '"topics[1]" must be one of testing, supplement-safety, plant-based, energy-availability, hydration, bone, carbohydrate (it is "iron").',
      ],
    ],
  },
  figures: {
    file: 'low-stores.yaml',
    bad: [
      [
        'twelve rows and one',
        {
          rows: Array.from({ length: 13 }, () => ({
            label: 'x',
            from: { claim: 'a', value: 'b' },
          })),
        },
        '"rows" must have at most 12 rows: split the figure.',
      ],
      ['no rows', { rows: [] }, '"rows" must have at least one row.'],
      [
        'a typed number',
        { rows: [{ label: 'x', from: { claim: 'a', value: 12 } }] },
        '"rows[1].from.value" must be text, not a number (12).',
      ],
      ['a value from nowhere', { rows: [{ label: 'x' }] }, 'the field "rows[1].from" is missing.'],
      [
        'a seventh kind',
        { kind: 'pie' },
        '"kind" must be one of bars, changes, ranges, estimates, people, cutoffs (it is "pie").',
      ],
      [
        'a title of a word',
        { title: 'Iron' },
        '"title" must be at least 10 characters (it is "Iron").',
      ],
    ],
  },
  purposes: {
    file: 'iron.yaml',
    bad: [
      ['nothing that decides', { nutrients: [] }, '"nutrients" must name at least one nutrient.'],
      [
        'another way to decide',
        { decides: 'price' },
        '"decides" must be one of concentration, limit (it is "price").',
      ],
    ],
  },
  presets: {
    file: 'pill.yaml',
    bad: [
      ['nobody who takes it', { person: undefined }, 'the field "person" is missing.'],
      [
        'a dose from nowhere',
        { doses: [{ nutrient: 'iron', amount: 1, unit: 'mg', sources: [] }] },
        '"doses[1].sources" must have at least 1 entry.',
      ],
      [
        'no servings',
        { products: [{ product: 'iron-capsule', servings: 0 }] },
        '"products[1].servings" must be more than 0 (it is "0").',
      ],
    ],
  },
  sheets: {
    file: 'iron.yaml',
    bad: [
      [
        'a point without a source',
        { ask: [{ text: 'x', sources: [] }] },
        '"ask[1].sources" must name at least one source.',
      ],
      ['no cut-off', { cutoffs: [] }, '"cutoffs" must hold at least one point.'],
      ['no lead', { lead: undefined }, 'the field "lead" is missing.'],
      [
        'an unknown part of AI',
        { aiUse: 'some' },
        '"aiUse" must be one of none, assisted, generated (it is "some").',
      ],
    ],
  },
  synonyms: {
    file: 'synonyms.yaml',
    bad: [
      ['a group of one', { equal: [['anemia']] }, '"equal[1]" must name at least two.'],
      [
        'nothing to look for',
        { also: [{ of: ['tired'], look: [] }] },
        '"also[1].look" must name at least one.',
      ],
      [
        'a direction that is none',
        { also: [{ of: ['tired'], look: ['iron'], both: true }] },
        'unknown field "also[1].both".',
      ],
    ],
  },
  gone: {
    file: 'gone.yaml',
    bad: [
      [
        'no reason',
        { addresses: [{ address: '/old/', on: '2026-01-01' }] },
        'the field "addresses[1].reason" is missing.',
      ],
      [
        'another site',
        { addresses: [{ address: '//other.example/', on: '2026-01-01', reason: 'x' }] },
        '"addresses[1].address" must be an address such as /articles/old-name/ or /data/old.csv (it is "//other.example/").',
      ],
    ],
  },
  site: {
    file: 'site.yaml',
    bad: [
      [
        'a contact that is no address',
        { contact: 'the desk' },
        '"contact" must be an e-mail address (it is "the desk").',
      ],
      ['an empty name', { operator: '' }, '"operator" must not be empty (it is "").'],
    ],
  },
};

describe.each(collectionNames)('%s', (collection) => {
  const { file, bad } = cases[collection];
  const good = goodEntry(collection, file);

  test('a good entry parses', () => {
    expect(messagesOf(collection, good, {})).toEqual([]);
  });

  test.each(bad)('%s', (_name, change, message) => {
    expect(messagesOf(collection, good, change)).toEqual([message]);
  });
});

test('what cannot be seen stands in no text', () => {
  const good = goodEntry('glossary', 'ferritin.yaml');
  expect(messagesOf('glossary', good, { name: 'Ferri\u202Etin' })[0]).toMatch(
    /^"name" must not hold characters that cannot be seen/,
  );
});
