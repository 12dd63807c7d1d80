/** Nothing here treats, cures, prevents or heals a disease. */
import { disease } from '../language/diseases.ts';
import { finderOf } from '../language/finder.ts';
import { formsOf, inflect, participlesOf } from '../language/inflection.ts';
import {
  asks,
  clauseBefore,
  isDenied,
  isQuoted,
  isReproved,
  isTakenBack,
} from '../language/wording.ts';
import { dataPassages, type Passage } from '../passages.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

// Verbs that speak of little but illness, and verbs that speak of illness where it stands just behind.
const medical = 'cure treat heal prevent reverse remedy alleviate relieve combat eradicate';
const common =
  'fix end stop clear beat fight banish defeat conquer tackle control manage ease soothe shrink dissolve overcome crush kick ditch zap kill quell halt repel dispel erase avoid battle block calm destroy resolve correct eliminate improve help counter counteract neutralize lessen minimize target attack avert vanquish abolish solve cut reduce lower slash suppress outsmart extinguish obliterate undo tame silence starve smash squash curb arrest thwart subdue mend repair inhibit lift sort';
const phrasal = [
  `${formsOf('wipe knock clear take sweep stamp rule')} out`,
  `${formsOf('ward stave fend fight shake see hold throw chase')} off`,
  `${formsOf('drive chase send melt keep wash')} away`,
  `${formsOf('put')} an end to`,
  `${formsOf('get rid')}(?: (?:you|yourself|them|us|runners))? (?:rid )?of`,
  `${formsOf('make')} short work of`,
  `${formsOf('recover')} from`,
  `${formsOf('clear')} up`,
  `${formsOf('get')} over`,
  `${formsOf('break')} free (?:from|of)`,
  `${formsOf('shut hold')} down`,
  `${formsOf('leave put')} behind`,
].join('|');
const lessening =
  'lower cut reduce slash decrease minimize halve drop shrink eliminate lessen diminish trim';
const guarding =
  'protect guard shield defend immunize safeguard insulate insure save spare rescue free rid relieve cure cleanse purge';

// A verb reaches no further than to the next of these.
const barrier = String.raw`(?:in|after|before|when|while|during|because|if|who|whose|which|that|than|as|at|on|by|though|although|unless|until|since|without|into|about|is|are|was|were|not)\b`;
const words = String.raw`(?!${barrier})[\p{L}\d%’'-]+(?:\s|,\s|\/)`;
const far = `(?:${words}){0,7}?`;
const near = String.raw`(?:(?!(?:with|for|to|from|of|and|or|up)\b)${words}){0,3}?(?:(?:symptoms?|signs?|effects?|onset|pain|misery|start|cases?|days|number|length|duration|severity) (?:of|from) (?:(?:a|an|the|your|most|all|many)\s)?)?`;
const direct = '(?!(?:for|in|at|by|as|with|on|from|to|of|and|or|up)\\b)';
// "Fights cancer research" and "prevents anemia patients" are about something else.
// In the text that is looked at, the name of a disease is a mark and what fills its length.
const mark = '\uE000';
const fill = '\uE001';
const sick = `${mark}${fill}*(?!${fill})`;
const names = finderOf([String.raw`\b(?:${disease})\b`]);
const target = String.raw`${sick}(?![- ](?:free\b|related\b|charit|awareness|treatments?\b|diagnos|screening|tests?\b|research|prevalence|drugs?\b|medic(?:in|at)|vaccin|clinics?\b|care\b|trials?\b|stud(?:y|ies)\b|specialists?\b|patients?\b|sufferers?\b|season\b))`;
const measures = String.raw`(?:blood pressure|cholesterol|blood sugar|blood glucose|ldl|triglycerides|uric acid)\b(?! (?:readings?|tests?|monitor|medic|drugs?|pills?|targets?))`;
const risk =
  '(?:risks?|chances?|odds|danger|likelihood|incidence|severity|duration|frequency|rates?|number|length)';

const verb = (pattern: string): string => String.raw`\b(?<verb>${pattern})`;

// What is done to a disease, in the active voice.
const active = finderOf([
  String.raw`${verb(formsOf(medical))}\s${direct}${far}${target}`,
  String.raw`${verb(`${formsOf(common)}|${phrasal}`)}\s${direct}${near}${target}`,
  String.raw`${verb(formsOf(lessening))}\s${near}${risk} (?:of|for|from) ${far}${target}`,
  String.raw`${verb(formsOf(guarding))}\s(?:${words}){0,5}?(?:from|against|of) ${far}${target}`,
  String.raw`${verb(`${formsOf('keep bring get put')} `)}(?:${words}){0,2}?${target} (?:away|off|out|down|at bay|in check|(?:back )?under control)\b`,
  String.raw`${verb(`${formsOf('keep stop prevent hold')} `)}(?:${words}){0,3}?${target} (?:back )?from (?:ever )?(?:taking (?:hold|root)|setting in|getting (?:started|worse|a grip)|starting|striking|developing|appearing|returning|coming (?:back|on)|spreading|progressing)\b`,
  String.raw`${verb(`${formsOf('knock nip hit put send')} `)}(?:${words}){0,2}?${target} (?:on the head|in the bud|for six|where it hurts|to (?:bed|rest|sleep|flight)|packing|out of (?:action|business|your life))\b`,
  String.raw`${verb(`${formsOf('keep stop')} (?:you|us|them|runners|people)`)} (?:from )?(?:getting|catching|developing|having) ${near}${target}`,
  String.raw`${verb(`${formsOf('work help act')}(?: (?:you|wonders|well|fast|powerfully))? (?:against|for|on|with)|(?:immunity|defen[cs]es?|beneficial|helpful|success(?:ful)?) (?:against|in)|(?:good|great|ideal|perfect|best|excellent|effective|useful|beneficial|helpful|wonderful|powerful|potent|works?) (?:for|against|(?:for|in) the treatment of)|${formsOf('bring give offer provide')} (?:[a-z]+ )?relief (?:from|for|to)|relief (?:from|for)`)}\s${near}${target}`,
]);
// What a doctor measures is no name, and to lower it is a claim all the same.
const lowering = finderOf([
  String.raw`${verb(`${formsOf('lower reduce cut slash normalize decrease control drop regulate')}|${formsOf('bring')} down|${formsOf('keep')}`)}\s${near}${measures}`,
  String.raw`${verb(formsOf('bring get put return restore send take'))}\s${near}${measures} (?:(?:right |straight )?(?:back )?(?:under control|in check|in line|down|to (?:a )?(?:normal|healthy)|into (?:the |a )?(?:normal|healthy|range)))\b`,
]);
// Nor is it anybody's but a doctor's to say which drug you no longer need.
const drug =
  '(?:statins?|antidepressants?|insulin|inhalers?|metformin|levothyroxine|thyroxine|warfarin|ssris?|beta[- ]blockers?|antihistamines?|blood thinners?|prescriptions?|medications?|medicines?|meds|(?:blood pressure|cholesterol|diabetes|asthma|thyroid|heart) (?:pills?|tablets?|drugs?))';
const leaving = finderOf([
  String.raw`\b(?<verb>${formsOf('ditch bin dump toss replace swap skip miss pause halve')}|(?:come|coming|get|getting|wean yourself|go) off|(?:stop|quit)(?:ping|ting)?(?: (?:taking|using))?|(?:throw|put|leave)(?:ing)? (?:away|out|aside|off)|(?:throw|give) up|cut (?:back|down)(?: on)?|(?:do|live|run|live well) without|no (?:more |longer )?need(?: for)?) (?:(?:all|any|both) )?(?:of )?your (?:[\w’'-]+ ){0,3}?${drug}\b`,
  String.raw`\b(?<verb>${formsOf('ditch bin dump toss replace')}) (?:the|those|these|all|my|his|her) (?:[\w-]+ ){0,2}?${drug}\b`,
  String.raw`\b(?<verb>(?:stop|quit|skip) (?:taking |using )?)(?:the |any )?(?:[\w-]+ )?${drug} (?:that )?(?:your|the) (?:doctor|physician|gp) (?:prescribed|gave|ordered)\b`,
  String.raw`\b${drug} (?<verb>(?:(?:all |have |has )?(?:went|go|goes|gone|ended up|landed|will go|can go|are|is) (?:straight )?(?:in(?:to)? the (?:bin|trash|garbage)|down the drain|gathering dust|history)|(?:will |can |now )?(?:just )?gather(?:s|ed)? dust))\b`,
  String.raw`\b(?<verb>who needs) (?:[\w-]+ ){0,2}?${drug}\b`,
]);
// Promises without a verb that does it, and names such as "Anemia Cure".
const promise = finderOf([
  String.raw`\b(?:if you (?:have|get|suffer(?: from)?)|got|for|hate|with) (?:${words}){0,2}?${target}[,?]?\s(?:${words}|(?:of|with|from|our|in)\s){0,8}?(?<verb>(?:will|can|could|[’']ll|to) (?:soon |quickly |really )?(?:see it off|sort it(?: out)?|clear it(?: up)?|fix it|cure it|heal it|end it|stop it|get rid of it|knock it out|make it (?:go away|vanish|disappear)))\b`,
  String.raw`\b(?<verb>(?:magic|gold|a godsend|a lifesaver|a dream|the business|just the thing|unbeatable|a game[- ]changer|the one|heaven|a blessing) (?:for|against|on|with)) (?:${words}){0,2}?${target}`,
  String.raw`\b(?<verb>(?:is|are|was|it[’']s|basically|like|simply|literally) (?:${words}){0,2}?)(?:an? )?(?:flu|influenza|covid) (?:shot|jab|vaccine) in (?:a|every|each)\b|\b(?<verb>(?:(?:vaccine|shot|jab|medicine|cure|statin|antidepressant) in (?:a|every|each) (?:bottle|capsule|pill|tablet|glass|scoop|gummy)))\b`,
  String.raw`\b(?<verb>(?:brought|brings?|pulled|pulls?|saved|saves?|rescued|got|gets?) (?:me|her|him|us|you|them|my (?:\w+)) (?:back |out )?(?:from|of|over|through)) (?:${words}){0,2}?${target}`,
  String.raw`\b(?<verb>(?:put|puts|send|sends|sent|brought|brings|bring) (?:(?:my|her|his|your|the|their|our|all)\s)?(?:${words}){0,2}?)${target} (?:in|into|to|back into) (?:full |complete |total |lasting )?(?:remission|retreat|reverse|recession|bed)\b`,
  String.raw`\b(?<verb>no more|never again|(?:say|kiss|wave|bid) (?:goodbye|farewell|so long|bye)(?: to)?|goodbye,?(?: to)?|farewell,?(?: to)?|forget(?: about)?|(?:an|the) end (?:to|of))\s${near}${target}`,
  String.raw`\b(?<verb>never (?:\w+ )?(?:get|have|catch|suffer|fear|worry)(?: (?:from|about))?) ${near}${target}(?= (?:again|anymore))`,
  String.raw`\b(?<verb>(?:haven[’']t|hasn[’']t|have not|has not|not|never) (?:had|got|gotten|caught|suffered|seen) (?:a single |one single |one |another |any |a |so much as a )?)${target}[^.;:]{0,20}? (?:since|after) (?:${words}|on |in |with ){0,5}?(?:start(?:ed|ing)?|tak(?:e|ing|en)|took|began|beginning|switch(?:ed|ing)|add(?:ed|ing)|discover(?:ed|ing)|found|find(?:ing)?|went|going)\b`,
  String.raw`\b(?<verb>no longer (?:have|has|had|suffers?|get|gets)(?: from)?) ${near}${target}`,
  String.raw`(?<verb>\b(?:perfect|great|ideal|good|designed|made|formulated|recommended|a must|relief|hope|help) for ${near})${sick}(?= (?:sufferers|patients)\b)`,
  String.raw`^\W*(?<verb>(?:perfect|great|ideal|good|helpful|excellent|wonderful|made|formulated|recommended|a must) for) (?:people|runners|women|men|those|anyone|athletes|adults|everyone) with ${far}${target}`,
  String.raw`\b(?<verb>${formsOf('support aid assist help speed')} (?:in |with )?(?:the )?(?:treatment|prevention|management|healing|cure|recovery|reversal|relief)) (?:of|from) ${far}${target}`,
  String.raw`\b(?<verb>(?:kiss|wave) (?:your |that |the )?)${target} (?:goodbye|farewell)\b`,
  String.raw`\b(?<verb>(?:good|effective|well|strong|powerful|potent) as (?:[\w-]+ ){0,2}?[\w-]+|cures?|remed(?:y|ies)|antidotes?|answers?|fix(?:es)?|solutions?|panacea)\s(?:for|to|of|against|in) ${far}${target}`,
  String.raw`\b(?<verb>(?:(?:is|are|as|makes?|offers?|provides?|gives?|becomes?|your|our|an?|natural|best|perfect|proven|powerful) (?:${words}){0,4}?(?:treatments?|therap(?:y|ies)|medicines?|medications?|prevention|prescription|help)|(?:relief|protection|defen[sc]es?|weapons?|insurance|shields?)))\s(?:for|of|against|from|to) ${far}${target}`,
  String.raw`${target}(?<verb>[- ](?:cures?|remed(?:y|ies)|fighters?|killers?|busters?|relief|fix|solutions?|antidotes?|eliminators?|shields?|proof|fighting|preventing|curing|busting|killing|beating|healing|ending|reversing|treating)\b)`,
  String.raw`\b(?<verb>(?:makes?|made|making|leaves?|renders?|keeps?) (?:${words}){1,3}?immune (?:to|from|against))\s${far}${target}`,
  String.raw`\b(?<verb>(?:powers?|properties|punch|ally|allies|armou?r|bulwark|barrier|bodyguard|warrior|trump card|the edge) (?:against|over))\s${far}${target}`,
  String.raw`\b(?<verb>${formsOf('take')} the (?:sting|misery|pain|edge|fear|worry|bite) (?:out of|off)|(?:best|surest|safest|strongest) (?:bet|hope|chance|friend|guard|move) against)\s${near}${target}`,
  String.raw`\b(?<verb>(?:leaves?|gives?|offers?|shows?) )${target} (?:no|not a|little|zero) (?:room|chance|hope|mercy|way|place|quarter)\b`,
  // "Whoever takes this does not fall ill" is a denial by its form only.
  String.raw`\b(?<verb>(?:who|whoever|if you|when you|once you|since they) (?:take|eat|drink|use|swallow|start)s? (?:${words}){1,6}?(?<!\b(?:and|but|or)\s)(?:do not|does not|don[’']t|doesn[’']t|will not|won[’']t|never|cannot|can[’']t|hardly ever) (?:get|gets|catch|catches|develop|develops|suffer|suffers|come down with|fear)(?: from)?) (?!(?:fewer|less|more|rid|over|enough|milder|shorter|better)\b)${near}${target}(?![^.;]*\b(?:less|fewer|more|sooner|faster|later|than)\b)`,
  String.raw`\b(?<verb>anti)-?\s?${sick}(?! (?:drugs?|medic|therap|treatments?|agents?))`,
]);
// What happens to a disease, with what is said to do it.
const vanishing = `(?:doesn[’']t|don[’']t|does not|do not|won[’']t) stand a chance|${formsOf('disappear vanish fade dissolve melt')}|${formsOf('go')} away|goes away|${formsOf('clear')} up|(?:is|are|will be) (?:gone|history|over|no match|a thing of the past)|be history|(?:simply |just |finally |completely |totally |has |have ){0,2}(?:packed (?:it in|up)|cleared off|moved out|turned (?:itself )?around|left for good|gone into (?:full )?remission|checked out)|(?:is|are|became|now|but|just) (?:\\w+ )?(?:a )?(?:distant|faint|bad|fading) memor(?:y|ies)|never (?:gets? (?:going|started|a hold|a grip|a foothold)|takes? hold|stood a chance|develops?|comes? back|came back|returned|returns?)|(?:a thing of the past|no match|no chance)`;
const passive = finderOf([
  String.raw`\b(?<verb>(?:means?|brings?|gives? (?:you|us|them|runners|people)|leads? to|results? in|makes? for|equals?|spells?|promises?|delivers?|offers?|ensures?|expect|enjoy|(?:you|we|they)(?:[’']ll| will)? (?:get|have|catch|suffer|see)|and (?:get|have|catch|suffer|see|enjoy)|=|:|,) (?:far |many |much |a lot |even )?(?:fewer|less|milder|shorter|rarer)) ${near}${target}(?! (?:than|as) (?:men|women|people|they|those)\b)`,
  String.raw`\b(?<verb>(?:${formsOf('keep make leave help stay live become remain')}|gets?|got|am|are|is|been|be|[’']m|[’']re) (?:${words}){0,4}?)${sick}[- ]free\b`,
  String.raw`\b(?<verb>)${sick}[- ]free (?:for|in|within|thanks|since|after|again|at last|ever since|forever|with)\b`,
  String.raw`${target}[^.;:?!(]{0,40}?(?<verb>\b(?:be|been|is|are|was|were|gets?|got)\s(?:\w+\s)?(?:${participlesOf(`${medical} ${common}`)}|(?:wiped|knocked|cleared) out|kept away)\b)`,
  String.raw`${target}(?:\s${words}?){0,4}?\s?(?<verb>\b(?:${vanishing})\b)`,
  String.raw`${sick}(?: (?:cells?|germs?|bacteria|virus(?:es)?|symptoms|pain))?(?: (?:simply|just|soon|quickly|will|can|absolutely|really))? (?<verb>(?:hates?|fears?|loathes?|dreads?|can[’']t stand|can[’']t survive|run(?:s)? from|(?:starve|wither|shrivel|surrender|retreat|flee|perish|back off|stop growing|pack its bags)(?:s|es)?|(?<=(?:cells|germs|bacteria)(?: \w+)? )die))\b`,
]);

// Whose to do it is, or whose nature: doctors, drugs, operations, habits, the body itself.
const people = String.raw`\b(?:doctors?|physicians?|clinicians?|clinics?|hospitals?|dietitians?|therapists?|physiotherapists?|physios?|podiatrists?|surgeons?|nurses?|specialists?|psychiatrists?|cardiologists?|dermatologists?|pharmacists?|hematologists?|GPs?|healers?|vets?)\b`;
const means = String.raw`\b(?:drugs?|medicines?|medications?|medication|antibiotics?|antivirals?|vaccin(?:es?|ations?)|shots?|jabs?|immuni[sz]ations?|surger(?:y|ies)|operations?|chemotherapy|radiation|radiotherapy|transfusions?|inhalers?|insulin|statins?|beta[- ]blockers?|aspirin|ibuprofen|naproxen|steroids?|injections?|transplants?|hormones?|physical therapy|physiotherapy|rehab|rest|sleep|exercis(?:e|es|ing)|running|walking|training|workouts?|activity|fitness|jogging|stretching|strength work|hand ?washing|hygiene|masks?|screening|tests?|testing|sunscreen|shoes?|inserts?|braces?|casts?|boots?|helmets?|quitting|smoking|immune systems?|white (?:blood )?cells?|antibod(?:y|ies)|bod(?:y|ies)|skin|lungs|kidneys?|bones?|liver|sanitation|quarantine|law|programs?|campaigns?|pacing|shade|clean water|load|mileage|thirst|fuell?ing|enough (?:energy|food)|slowing|acclimati[sz]\w+|cooling|socks|hats?|gloves|nets?|filters?|warm-ups?|days off|time|patience|weeks|cadence|habits?|diagnosis|treatment|breath(?:s|ing)|yoga|meditation|plans?|planning|therap(?:y|ies)|lenses|orthotics|hearing aids?|oxygen|washing|weight loss)\b`;
const orders =
  /(?:^\W*|\b(?:just|simply|safely|please|then|so|you (?:can|may|could|should|might))\s)$/iu;
const speaks =
  '(?:know|knows|say|says|said|agree|agrees|recommend|recommends|call|calls|why|how|swear|swears|love|trust|tell|tells|told|believe|approve[sd]?|promise|promises|choose|prefer)';
const byPeople = new RegExp(String.raw`${people}(?:(?!\b(?:${speaks}|that)\b|[;:]).){0,80}$`, 'iu');
// A nutrient or a product, where the sentence names one.
const remedy = String.raw`\b(?:iron|magnesium|calcium|zinc|potassium|sodium|salts?|selenium|copper|iodine|manganese|phosphorus|chromium|fluoride|minerals?|micronutrients?|nutrients?|vitamins?|multivitamins?|b-?12|b-?6|d3|k2|folate|folic acid|folates|niacin|thiamine?|riboflavin|biotin|choline|carotene|antioxidants?|electrolytes?|omega-?3s?|fish oil|oils?|supplements?|capsules?|tablets?|pills?|powders?|gumm(?:y|ies)|drops|drinks?|gels?|shakes?|tea|juice|honey|garlic|ginger|turmeric|curcumin|herbs?|herbal|extracts?|probiotics?|collagen|protein|creatine|caffeine|glucosamine|melatonin|spirulina|beet(?:root)?s?|cherr(?:y|ies)|lemons?|spinach|liver pills|foods?|diets?|superfoods?|meals?|products?|formulas?|blends?|brands?|scoops?|bottles?|remed(?:y|ies)|natural(?:ly)?|nature|ours?|ashwagandha|cbd|hemp|moss|kelp|seaweed|algae|echinacea|elderberr(?:y|ies)|ginseng|ginkgo|saffron|cinnamon|vinegar|cocoa|mushrooms?|colostrum|broth|smoothies?|patch(?:es)?|sprays?|tonics?|elixirs?|tinctures?|creams?|lozenges?|softgels?|sachets?|mix|bars?|chews?|greens|doses?|servings?|concentrate|milk|fruits?|berr(?:y|ies)|resveratrol|quercetin|lycopene|lutein|coq10)\b(?![- ](?:deficien|poor\b|depleted|overload|loss(?:es)?\b|free\b))|\b(?:take|takes|taking|with|try|using|use) (?:it|this|these|them)\b`;
const anyRemedy = new RegExp(remedy, 'iu');
const byMeans = new RegExp(String.raw`${means}(?:(?!${remedy}|[;:]).){0,80}$`, 'iu');
const treatedBy = new RegExp(
  String.raw`^[^;:]*\b(?<!\b(?:recommended|approved|trusted) )(?:by|from|to|for|ask|see|with|under|is|are)\s(?:(?!(?:without|instead)\b)[\w-]+,?\s){0,3}(?:${people}|\b(?:drugs?|medicines?|medications?|antibiotics?|vaccin\w+|surgery|rest|time|insulin|inhalers?|physical therapy)\b)`,
  'iu',
);
const subject =
  /\b(?:it|this|these|they|that|together|which|both|either|each)\s(?:[\w’']+\s){0,3}$/iu;
const human =
  /\b(?:i|we|you|he|she|who|whoever|everyone|anyone|people|patients?|runners?|athletes?|wom[ae]n|m[ae]n|girls?|boys?|children|kids|adults|survivors?|those)\s(?:(?:[\w’']+)\s){0,4}$/iu;
// "Runners treated for diabetes" and "people with cancer who were treated" say who.
const patient =
  /\b(?:people|patients?|runners?|athletes?|wom[ae]n|m[ae]n|girls?|boys?|children|adults|those|anyone|everyone|members?|participants?)\s(?:\w+\s){0,2}?(?:with|who|having|under)\b[^,;]*$/iu;
const noun =
  /\b(?:the|an?|of|with|had|from|without|no|its|their|your|his|her|for|in|percent)\s$|%\s$/iu;
// "Used to treat" says who does it as little as "helps to treat".
const usedTo =
  /\b(?:used|taken|prized|trusted|known|shown|proven|able|designed|formulated|made|helps?)\b[^,;:]{0,30}\bto\s$/iu;
const modal =
  /\b(?:can|could|may|might|will|would|shall|should|must|to|helps?|helped|help you|does|do|did|naturally|really|actually|truly|always|quickly)\s$/iu;
const past = new Set(
  `${medical} ${common} ${lessening} ${guarding}`.split(' ').flatMap((one) => inflect(one).past),
);
// What was measured is told in the past tense, and nobody's own.
const measured = new Set(
  `${lessening} improve correct help`.split(' ').flatMap((one) => inflect(one).past),
);
const boast =
  /\b(?:my|her|his|our|your|forever|for good|once and for all|overnight|in (?:days|a week|no time))\b/iu;
const isCure = /^(?:cur|treat|remed|eradicat)/u;
const unknownName =
  /^\W*(?:\p{L}+\s|\p{Lu}\S+\s\p{Lu}\S+\s|(?:our|the new|this|new)\s.{0,40})?(?:\w+ly\s)?$/iu;
const charity =
  /\b(?:rais(?:e[sd]?|ing) (?:money|funds|awareness)|fund-?rais\w+|charit(?:y|ies)|donat\w+|foundation|research (?:fund|institute|center))\b/iu;
// "Eating less salt" is no remedy to sell.
const restraint = /\b(?:less|fewer|cutting|limiting|reducing|without|low)\b(?:\W+\w+){0,4}\W*$/iu;
const gerund = /ing\b/iu;
const base = new Set(`${medical} ${common} ${lessening} ${guarding}`.split(' '));
// What was done long ago is history; "since 1985" is a seller's boast.
const longAgo =
  /\b(?:1[0-8]\d\d|19[0-7]\d)s?\b|(?<!\bfor (?:many )?)\bcentur(?:y|ies)\b|\b(?:ancient|medieval|once upon|sailors|navy|explorers?)\b/iu;
// "Iodine in salt ended goiter in Switzerland" is told of a land, and of what a lack brings.
const lack =
  '(?:goit(?:er|re)s?|rickets|scurvy|beriberi|pellagra|cretinism|kwashiorkor|spina bifida|neural tube defects|night blindness|birth defects|iodine deficiency)';
const ofLand = new RegExp(
  String.raw`^\S+(?: out| off| an end to)?\s(?:[\w-]+\s){0,2}?${lack} (?:(?:almost|nearly|entirely|mostly|largely)\s)?(?:in|from|across|throughout|among) (?:the )?(?:\w+ )?(?:\p{Lu}|valleys|sailors|children of|countries|many countries|most countries|mill towns|the south)`,
  'u',
);
const studied =
  /\b(?:stud(?:y|ies)|trials?|reviews?|researchers|analys[ei]s|cohorts?|surveys?|participants|volunteers)\b/iu;
const tried =
  /\b(?:studied|tested|tried|investigated|examined|explored|research(?:ed)?|trials?|stud(?:y|ies)|evidence|experiments?|used (?:in|by) [\w ]{1,30})\s(?:[\w-]+\s){0,4}?(?:for|as|in|to|on|of|into|whether|if)\s(?:[\w-]+\s){0,3}$/iu;

export const diseaseClaim: Rule = {
  id: 'disease-claim',
  demands:
    'Nothing is said to treat, cure, prevent, heal, end, ease or lower a disease or its risk, in whatever words, outside a denial, a question that asks, history, a warning against such claims, or a quotation. Doctors, drugs and habits may.',
  why: 'Under US law such a sentence beside a product makes a supplement an unapproved drug; and it is a doctor’s to say.',
  fix: 'Say what was measured, or leave it to a doctor.',
  document: ({ passages }) => passages.list.flatMap((passage) => claims(passage, false)),
  evidence: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, list, fields }) =>
      // A maker may call a product what he likes, but for this.
      [...list, ...fields.filter(({ kind }) => kind === 'maker')]
        .flatMap((passage) => claims(passage, file.includes('products/')))
        .map((diagnostic) => ({ file, ...diagnostic })),
    ),
};

/** Whether a sentence of a product's text is a claim about a disease. */
export function isDiseaseClaim(passage: Passage): boolean {
  return claims(passage, true).length > 0;
}

// In a product's text the product is what does it, whoever is named.
function claims(
  { text, quoted, endorsed, position }: Passage,
  ofProduct: boolean,
): RuleDiagnostic[] {
  if (quoted) return [];
  const found = new Map<string, RegExpMatchArray>();
  for (const match of matches(text, ofProduct, endorsed)) {
    const at = `${match.index}`;
    const longer = found.get(at);
    if (longer === undefined || longer[0].length > match[0].length) found.set(at, match);
  }
  return withoutInner([...found.values()]).map((match) => ({
    ...position(match.index ?? 0),
    message: `"${text.slice(match.index ?? 0, (match.index ?? 0) + match[0].length).trim()}" is a claim about a disease.`,
  }));
}

// Of two that overlap, the one that begins first.
function withoutInner(found: RegExpMatchArray[]): RegExpMatchArray[] {
  const inOrder = found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  let end = -1;
  return inOrder.filter((match) => {
    const start = match.index ?? 0;
    if (start < end) return false;
    end = start + match[0].length;
    return true;
  });
}

// The text with each disease as a mark, every letter in its place.
function withMarks(text: string): string {
  return names(text).reduce((marked, { 0: name, index = 0 }) => {
    const before = marked.slice(0, index);
    // A longer name may hold a shorter one.
    const isInside = marked[index] === mark || marked[index] === fill;
    const first = isInside ? (marked[index] ?? '') : mark;
    return before + first + fill.repeat(name.length - 1) + marked.slice(index + name.length);
  }, text);
}

function matches(text: string, ofProduct: boolean, endorsed: boolean): RegExpMatchArray[] {
  const marked = withMarks(text);
  const isNamed = marked !== text;
  const acts = [...lowering(text), ...(isNamed ? active(marked) : [])];
  const leavings = leaving(text);
  const promises = isNamed ? promise(marked) : [];
  const ends = isNamed ? passive(marked) : [];
  if (acts.length + leavings.length + promises.length + ends.length === 0) return [];
  const isAsked = asks(text);
  const hasRemedy = ofProduct || anyRemedy.test(text);
  return [
    ...acts.filter((match) => isClaim(text, match, hasRemedy)),
    ...leavings.filter((match) => {
      const at = verbAt(match);
      // Told to nobody but the reader, it needs no remedy beside it.
      return (hasRemedy || orders.test(text.slice(0, at))) && !isFree(text, at);
    }),
    ...promises.filter((match) => isPromise(text, match, hasRemedy)),
    ...ends.filter((match) => isBroughtAbout(text, match, hasRemedy)),
  ].filter((match) => {
    const at = verbAt(match);
    // "Why does zinc cure colds?" takes it for granted.
    const isGranted =
      /^\W*(?:why|how(?! (?:much|many|long|well|often|likely)))\b/iu.test(text) &&
      anyRemedy.test(text.slice(0, at));
    return (!isAsked || isGranted) && (endorsed || !isQuoted(text, at));
  });
}

const verbAt = (match: RegExpMatchArray): number =>
  (match.index ?? 0) + match[0].indexOf(match.groups?.['verb'] ?? '');

function isFree(text: string, at: number, end = at): boolean {
  const before = clauseBefore(text, at);
  const after = text.slice(at);
  return (
    isDenied(text, at) ||
    isReproved(text, at) ||
    isTakenBack(text, at) ||
    tried.test(before + (/^as\b/iu.test(after) ? 'as ' : '')) ||
    charity.test(text) ||
    restraint.test(before) ||
    (isHistory(text) && /\b(?:was|were|had|ate|gave|took|found|drank|\w+ed)\b/iu.test(text)) ||
    byPeople.test(before) ||
    // Sleep apnea is no sleep, and a kidney stone no kidney.
    byMeans.test(withMarks(before)) ||
    treatedBy.test(text.slice(end))
  );
}

function isClaim(text: string, match: RegExpMatchArray, hasRemedy: boolean): boolean {
  const at = verbAt(match);
  if (isFree(text, at)) return false;
  const word = (match.groups?.['verb'] ?? '').toLowerCase();
  const first = word.split(' ')[0] ?? '';
  const before = text.slice(0, at);
  const isMedical = medical.split(' ').some((one) => word.startsWith(one.slice(0, -1)));
  if (past.has(first)) {
    // "With treated hypertension" says which.
    if ((noun.test(before) || /^\W*$/u.test(before)) && !base.has(first)) return false;
    if (patient.test(before)) return false;
    if (ofLand.test(text.slice(at)) && !base.has(first) && !/\b(?:our|we|my|this)\b/iu.test(text))
      return false;
    if (!isMedical && studied.test(text)) return false;
    if (measured.has(first) && !boast.test(text)) return false;
    if (!base.has(first))
      return isMedical ? hasRemedy || !human.test(before) : hasRemedy || subject.test(before);
  }
  if (gerund.test(first)) return hasRemedy || subject.test(before);
  if (base.has(first)) {
    // "Had lower cholesterol" and "the fight" are no verbs.
    if (noun.test(before)) return false;
    if (/^\W*$/u.test(clauseBefore(text, at))) return hasRemedy || !isCareful(first);
    return (
      hasRemedy ||
      subject.test(before) ||
      usedTo.test(before) ||
      (modal.test(before) && !human.test(before) && !/\bto\s$/iu.test(before))
    );
  }
  if (hasRemedy || subject.test(before)) return true;
  // A name that nobody knows, in front of a verb, is a product's.
  return !human.test(before) && (isCure.test(first) || unknownName.test(clauseBefore(text, at)));
}

// What a person may be told to do without a product in mind.
const isCareful = (word: string): boolean =>
  ['treat', 'prevent', 'manage', 'control', 'avoid', 'help', 'lower', 'reduce', 'cut'].includes(
    word,
  );

// A cure is one whatever brings it; a help or a relief may be a doctor's.
const weak =
  /treatment|therap|medic|\bhelp\b|relief|power|propert|protection|prevention|prescription|longer|support|aid|assist|speed/iu;

function isPromise(text: string, match: RegExpMatchArray, hasRemedy: boolean): boolean {
  const at = verbAt(match);
  const isWeak = weak.test(match.groups?.['verb'] ?? '');
  if (isWeak && !hasRemedy && !subject.test(text.slice(0, at))) return false;
  return !isFree(text, at, at + (match.groups?.['verb'] ?? '').length);
}

const isHistory = (text: string): boolean => longAgo.test(text) && !/\bsince\b/iu.test(text);

function isBroughtAbout(text: string, match: RegExpMatchArray, hasRemedy: boolean): boolean {
  const at = verbAt(match);
  const isYours =
    /\byour\s/iu.test(text.slice(0, at)) &&
    /gone|history|past|chance|match|vanish|disappear|away|up\b/iu.test(
      match.groups?.['verb'] ?? '',
    );
  const isMine =
    /\bmy\s/iu.test(text.slice(0, at)) &&
    /memor|packed|moved out/iu.test(match.groups?.['verb'] ?? '');
  if (!hasRemedy && !isYours && !isMine) return false;
  // "No match for" only sounds like a denial.
  if (/no match|chance/iu.test(match[0])) return true;
  if (isFree(text, at)) return false;
  return !patient.test(text.slice(0, at));
}
