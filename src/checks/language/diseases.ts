/**
 * Names of diseases: by the endings that medicine gives them, by head words such as "syndrome", and
 * by name. Complaints of a healthy day (cramps, a stitch, soreness, tiredness) are none.
 */

// A diagnosis, a diploma and homeopathy only sound ill.
const healthy =
  'academia|nostalgia|diagnos[ie]s|prognos[ie]s|hypnosis|osmosis|mitosis|meiosis|symbiosis|metamorphos[ie]s|apoptosis|ketosis|neuroses|aroma|diplomas?|oklahoma|tacoma|sonoma|homeopath(?:y|ies)|osteopath(?:y|ies)|naturopath(?:y|ies)|allopath(?:y|ies)|sociopathy';
const byEnding = String.raw`(?!(?:${healthy})\b)[a-z-]{2,}(?:itis|osis|oses|a?emias?|opath(?:y|ies)|algias?|[a-z]oma(?:s|ta)?|penia|plegia|phrenia|malacia|thyroidism|uria)`;

const headed = '(?:diseases?|syndromes?|disorders?|infections?|cancers?|tumou?rs?)';

const named = [
  // blood, heart and vessels
  String.raw`sickle cells?|h(?:a)?emophilia|hypertension|hypotension|(?:high|raised|elevated) (?:blood pressure|cholesterol|blood sugar|triglycerides)|heart (?:attacks?|failure|trouble)|strokes?(?! (?:of|rate|volume|play)\b)|angina|arrhythmias?|atrial fibrillation|cardiac arrest|aneurysms?|blood clots?|embolisms?|varicose veins|clogged arteries`,
  // what a lack brings
  String.raw`rickets|scurvy|beriberi|pellagra|goit(?:er|re)s?|kwashiorkor|marasmus|night blindness`,
  // metabolism, kidneys and liver
  String.raw`diabet(?:es|ics?)|prediabetes|insulin resistance|obesity|gout|kidney (?:failure|stones?)|gallstones?|liver failure|fatty liver|jaundice|hemochromatosis|graves[’']?|(?:under|over)active thyroids?|hashimoto(?:[’']?s)?`,
  // bone, joint, muscle and tendon
  String.raw`rheumatism|stress (?:fractures?|reactions?)|bone stress injur(?:y|ies)|broken bones|shin splints|carpal tunnel|slipped discs?|runner[’']s knee|jumper[’']s knee|(?:herniated|bulging) dis[ck]s?|rhabdo|sprains?|sciatica|scoliosis|bunions?|lupus`,
  // nerves and mind
  String.raw`migraines?|epilep(?:sy|tic)|seizures?|alzheimer(?:[’']?s)?|dementia|parkinson(?:[’']?s)?|autism|adhd|depression|insomnia|sleep apn(?:o)?ea|restless legs?|tinnitus|vertigo|bell[’']s palsy|palsy|panic attacks?|(?<!\b(?:race|pre-race|performance|start|test|exam)[- ](?:day )?)anxiety(?! (?:about|over|before|at|on|around)\b)|ptsd|ocd|bulimia|anorexia|alcoholism|memory loss|concussions?`,
  // what is caught
  String.raw`(?:the |swine |bird )?flu|influenza|pneumonia|(?:common |head |winter |chest )?colds|(?:the|a|your|any|every|that|my|common|head|chest|winter) colds?(?!\s(?:start|day|night|morning|bath|shower|run|race|drink|climate|weather|water|rain|wind|snap|spell|plunge|room|front|meal|pack)\b)|covid(?:-19)?|coronavirus(?:es)?|viruses|measles|mumps|rubella|chicken ?pox|shingles|smallpox|polio|tetanus|malaria|cholera|typhoid|plague|lyme|hiv|aids|herpes|hpv|strep throat|sore throats?|whooping cough|utis?|urinary tract infections?|yeast infections?|ringworm|athlete[’']s foot|cold sores?|warts?|sepsis|e\. ?coli|salmonella|ebola|dengue`,
  // lungs and allergies
  String.raw`asthma|copd|emphysema|cystic fibrosis|hay fever|(?:seasonal |food )?allergies|whooping cough`,
  // stomach and bowel
  String.raw`celiac|crohn(?:[’']?s)?|ibs|irritable bowel|acid reflux|gerd|ulcers?|h(?:a)?emorrhoids?|diarrh(?:o)?ea|constipation`,
  // skin and eyes
  String.raw`acne|eczema|psoriasis|rosacea|vitiligo|alopecia|cataracts?|macular degeneration|blindness|hearing loss|deafness`,
  // women, men, birth
  String.raw`endometriosis|pcos|pms|pre-?eclampsia|infertility|impotence|erectile dysfunction|menopause symptoms|miscarriages?|birth defects?|neural tube defects?|spina bifida|enlarged prostate`,
  // cancers by a name of their own
  String.raw`leuk(?:a)?emia|melanoma|metastas[ie]s|hodgkin[’']?s`,
].join('|');

/** A name of a disease, as a pattern for small letters or the flag i. */
export const disease = String.raw`(?:${named}|${headed}|${byEnding})`;
