/** The fields that say who a reader is. */
import type { Reader } from '#domain/intake.ts';
import type { Diet, LifeStage, Sex } from '#schemas/fields.ts';
import { find, tellProblem } from './dom.ts';
import { readAge } from './input.ts';

const age = find('#age', HTMLInputElement);
const stage = find('#stage', HTMLSelectElement);
const periods = find('#periods', HTMLSelectElement);
const diet = find('#diet', HTMLSelectElement);
const sexes = [...document.querySelectorAll<HTMLInputElement>('input[name="sex"]')];
const lastFertileAge = 50;

/**
 * The reader of the fields; undefined as long as they are not filled in soundly.
 * @param isDone whether the reader has left the fields: an age half typed is not yet wrong
 */
export function readPerson(isDone: boolean): Reader | undefined {
  const sex = sexes.find(({ checked }) => checked)?.value as Sex | undefined;
  setHidden(stage, sex !== 'female');
  const lifeStage = sex === 'female' ? (stage.value as LifeStage) : 'none';
  setHidden(periods, sex !== 'female' || lifeStage !== 'none');
  const reading = readAge(age.value);
  if ('problem' in reading) {
    const isStarted = age.value.trim() !== '';
    const isShown = isStarted && (isDone || age.getAttribute('aria-invalid') === 'true');
    tellProblem(age, isShown ? reading.problem : undefined);
    tellProblem(stage, undefined);
    return undefined;
  }
  tellProblem(age, undefined);
  const isTooOld = lifeStage !== 'none' && reading.value > lastFertileAge;
  tellProblem(
    stage,
    isTooOld
      ? 'There are no figures for pregnancy and breastfeeding above 50: the tables end there. Ask your doctor.'
      : undefined,
  );
  if (sex === undefined || isTooOld) return undefined;
  return {
    sex,
    ageYears: reading.value,
    lifeStage,
    diet: diet.value as Diet,
    periods:
      lifeStage === 'none' && sex === 'female' ? (periods.value as Reader['periods']) : 'unknown',
  };
}

/** Why nothing can be shown for this reader, where a field says so; undefined where none does. */
export function problemOfPerson(): string | undefined {
  const told = [age, stage].some((field) => field.hasAttribute('aria-invalid'));
  return told ? 'No figures yet: see what the form says of your age or life stage.' : undefined;
}

function setHidden(field: HTMLSelectElement, isHidden: boolean): void {
  const wrapper = field.closest<HTMLElement>('.field');
  if (wrapper !== null) wrapper.hidden = isHidden;
}

/** Puts the fields into a shared address. */
export function sharePerson(to: URLSearchParams): void {
  const sex = sexes.find(({ checked }) => checked)?.value;
  if (sex !== undefined) to.set('sex', sex);
  to.set('age', age.value);
  for (const field of [stage, periods, diet]) to.set(field.id, field.value);
}

/** Fills the fields from a shared address; what does not fit a field is left as it was. */
export function fillPerson(from: URLSearchParams): void {
  for (const input of sexes) input.checked = input.value === from.get('sex');
  age.value = from.get('age') ?? '';
  for (const field of [stage, periods, diet]) choose(field, from.get(field.id));
}

/** Chooses the option with a value, else the first; tells whether there was one. */
export function choose(field: HTMLSelectElement, value: string | null): boolean {
  const index = [...field.options].findIndex((option) => option.value === value);
  field.selectedIndex = Math.max(0, index);
  return index !== -1;
}
