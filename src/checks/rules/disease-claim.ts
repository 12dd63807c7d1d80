/** Nothing here treats, cures, prevents or heals a disease. */
import { isQuestion } from '../language/sentences.ts';
import { isDenied, isQuoted } from '../language/wording.ts';
import { dataPassages, passagesWith, type Passage } from '../passages.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const active = String.raw`(?:treat(?:s|ed|ing)?|cure[sd]?|curing|prevent(?:s|ed|ing)?|heal(?:s|ed|ing)?|revers(?:e[sd]?|ing)|protect(?:s|ed|ing)?(?=\s(?:\w+\s){0,3}?(?:against|from)\b)|(?:cure|remedy|treatment) (?:for|against))`;
const passive = '(?:treated|cured|prevented|healed)';
const disease = String.raw`(?:an(?:a)?emias?|osteoporosis|osteopenia|cancers?|diabetes|(?:osteo)?arthritis|gout|depression|asthma|hypertension|heart disease|heart attacks?|heart failure|high blood pressure|strokes?|infections?|flu|influenza|pneumonia|common cold|colds|a cold(?!\s(?:start|day|night|morning|bath|shower|run|race|drink|climate)\b)|covid(?:-19)?|insomnia|neuropath(?:y|ies)|kidney (?:disease|failure|stones)|rickets|scurvy|beriberi|pellagra|goit(?:er|re)s?|migraines?|alzheimer(?:['’]s)?|dementia|parkinson(?:['’]s)?|hyponatremia|thyroid disease|hypothyroidism|celiac disease|crohn(?:['’]s)?|colitis|epilepsy|multiple sclerosis|autism|adhd|eczema|psoriasis|hepatitis|malaria|sepsis|obesity|endometriosis|hemochromatosis|restless legs?|birth defects?|neural tube defects?|spina bifida|stress fractures?|bone stress injur(?:y|ies)|tendinopath(?:y|ies)|tend[io]nitis|shin splints)`;
const patterns = [
  new RegExp(String.raw`\b${active}\b[^.;:?!(]{0,60}?\b${disease}\b`, 'giu'),
  new RegExp(
    String.raw`\b${disease}\b[^.;:?!(]{0,40}?\b(?:be|been|is|are|was|were)\s+(?:\w+\s+)?${passive}\b`,
    'giu',
  ),
];
// To treat is a doctor's or a drug's to do, and to say so is no claim; to quote a doctor is one.
const clinician = String.raw`\b(?:doctors?|physicians?|clinicians?|clinics?|hospitals?|dietitians?)\b`;
const treats = new RegExp(
  String.raw`${clinician}(?:(?!\b(?:that|know|say|said|agree|recommend|call|why|how)|[;:]).)*$|\b(?:drugs?|medicines?|medications?|antibiotics?|surgery)\s(?:(?:that|which|to|for|may|can|often)\b[^;:,]*)?$`,
  'iu',
);
const treatedBy = new RegExp(
  String.raw`^[^;:]*\b(?:by|with|from|to|for|ask|see)\s(?:\w+\s)?${clinician}`,
  'iu',
);
// "Runners treated for diabetes were left out" says who, and not what a thing does.
const patient = /^treated\b/iu;
const patientBefore =
  /(?:\b(?:with|had|of|from|without|runners|people|patients|women|men|those|anyone|being|are|were|was|is|be|been)\s)$/iu;

export const diseaseClaim: Rule = {
  id: 'disease-claim',
  demands:
    'Treats, cures, prevents or heals never stands with the name of a disease, outside a denial, a question or a quotation.',
  why: 'Under US law such a sentence beside a product makes a supplement an unapproved drug; and it is a doctor’s to say.',
  fix: 'Say what was measured, or leave it to a doctor.',
  document: ({ passages }) =>
    patterns.some((pattern) => passagesWith(passages, pattern).length > 0)
      ? passages.list.flatMap(claims)
      : [],
  corpus: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, passages }) =>
      passages.flatMap(claims).map((finding) => ({ file, ...finding })),
    ),
};

function claims({ text, quoted, position }: Passage): RuleFinding[] {
  if (quoted || isQuestion(text)) return [];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((match) => {
      const verb =
        match.index + Math.max(0, match[0].search(new RegExp(`\\b(?:${active}|${passive})`, 'iu')));
      const before = text.slice(0, verb);
      const after = text.slice(verb);
      if (treats.test(before) || treatedBy.test(after)) return false;
      if (patient.test(after) && patientBefore.test(before) && match.index === verb) return false;
      return !isDenied(text, verb) && !isQuoted(text, verb);
    })
    .map((match) => ({
      ...position(match.index),
      message: `"${match[0]}" is a claim about a disease.`,
    }));
}
