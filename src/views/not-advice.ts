/** Who should ask a doctor first, as pages, feeds and plain texts say it. */
export const notAdvice =
  'Ask a doctor before you take any supplement if you are pregnant or breastfeeding, under 18, have kidney, liver or heart disease, iron overload in the family, an eating disorder or a stress fracture, or take medicines.';
