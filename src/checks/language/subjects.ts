/**
 * What a question about food, training and health can be about, beside what the corpus itself names:
 * tests, foods, kinds of products, parts of the body, and how one feels. Nouns in the singular.
 */
const tests = 'blood tests?|sweat tests?|bone scans?|dexa|ferritin|hemoglobin|blood count';

const foods =
  'salts?|coffees?|teas?|milk|dairy|meat|fish|seafood|eggs?|beans?|lentils?|nuts?|seeds?|soy|tofu|bread|cereals?|fruits?|vegetables?|bananas?|juices?|pickle juice|seaweed|kelp|liver|yeast|sugar|carbohydrates?|carbs|protein|alcohol|beer|caffeine|creatine|collagen|omega-3s?|fish oil|turmeric|ginseng|water|(?:sports? )?drinks?|fast(?:ing)?|meals?|breakfasts?|vegan(?:s|ism)?|vegetarian(?:s|ism)?|plant-based|keto|gluten-free';

const products =
  'supplements?|pills?|tablets?|capsules?|gels?|gumm(?:y|ies)|powders?|multivitamins?|vitamins?|minerals?|electrolytes?|antioxidants?|probiotics?|infusions?|injections?|salt caps|certif(?:icate|ication)s?|doping|banned substances?|ibuprofen|pain relievers?|antibiotics?|metformin|acid blockers?|medicines?';

const body =
  'bones?|muscles?|blood|hearts?|kidneys?|livers?|thyroids?|tendons?|joints?|knees?|feet|foot|legs?|guts?|stomachs?|skin|hair|nails?|brains?|sweat(?:er|ers|ing|s|y)?|immune system|weight';

const conditions =
  'cramps?|cramping|tired(?:ness)?|fatigued?|exhaust(?:ed|ion)|an(?:a)?emi[ac]|deficien(?:t|cy|cies)|injur(?:y|ies|ed)|fractures?|sore(?:ness)?|doms|headaches?|nausea|dizz(?:y|iness)|periods?|pregnan(?:t|cy)|breastfeeding|menopause|dehydrat(?:ed|ion)|overdrinking|hyponatremia|infections?|colds?|sunlight|under-?fuel(?:ed|ing)|red-?s';

/** Any of them, as a pattern for the flag i. */
export const subject = String.raw`(?:${[tests, foods, products, body, conditions].join('|')})`;
