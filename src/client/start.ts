/** What both tools begin with: the form takes the place of the note that a script is needed. */
import { find } from './dom.ts';
import { sharedInput } from './share.ts';

/**
 * Shows a tool and its result, anew after each change of the form or of the address.
 * @param show makes the result; `isDone` when the reader has left a field
 * @param fillIn puts what a shared address carries into the form
 */
export function startTool(
  form: HTMLFormElement,
  result: HTMLElement,
  show: (isDone: boolean) => void,
  fillIn: (input: URLSearchParams) => void,
): void {
  const fromAddress = (): void => {
    const input = sharedInput();
    if (input === undefined) return;
    fillIn(input);
    show(true);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => show(true));
  window.addEventListener('hashchange', fromAddress);
  show(false);
  fromAddress();
  find('#without-script', HTMLElement).hidden = true;
  form.hidden = false;
  result.hidden = false;
}
