/** The address holds what was entered only after the reader asked for a link, and behind the #. */
import { element, find } from './dom.ts';

/** What a shared address carries; undefined for a page opened without. */
export function sharedInput(): URLSearchParams | undefined {
  const text = location.hash.slice(1);
  return text.includes('=') ? new URLSearchParams(text) : undefined;
}

/** Makes the link on request, and takes it out of the address as soon as it no longer holds. */
export function offerShare(write: () => URLSearchParams): { forget: () => void } {
  const place = find('#share-link', HTMLElement);
  find('#share', HTMLButtonElement).addEventListener('click', () => {
    const link = `${location.origin}${location.pathname}#${write().toString()}`;
    history.replaceState(null, '', link);
    const field = element('input', {
      type: 'text',
      readonly: '',
      value: link,
      'aria-label': 'Link to share',
    });
    place.replaceChildren(
      field,
      element(
        'span',
        { class: 'small' },
        'What you entered stands behind the # of this link. Browsers do not send that part to any server, but whoever has the link can read it.',
      ),
    );
    field.focus();
    field.select();
  });
  return {
    forget: () => {
      place.replaceChildren();
      if (sharedInput() !== undefined)
        history.replaceState(null, '', `${location.pathname}${location.search}`);
    },
  };
}
