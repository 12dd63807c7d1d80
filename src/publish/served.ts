/** What the dev server loads by Vite, so that an edit of it counts from the next answer on: the checks, and what is made of them. */
export { fatesOf } from '../checks/ledger.ts';
export { tellEditors } from '../corpus/editor-schemas.ts';
export { beside, standIn } from './beside.ts';
export { check, showChecked } from './check.ts';
export { redirects } from './redirects.ts';
