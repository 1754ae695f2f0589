import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { until } from 'lit/directives/until.js';
import { hasFormulas, withFormulas } from '../../../components/formulas';
import { reachable } from '../sitting/clips';

/** One promise for each text, so that drawing a page again does not begin again with the TeX. */
const shown = new Map<string, Promise<unknown>>();

function withFormulasShown(text: string): Promise<unknown> {
  const known = shown.get(text);
  if (known) return known;
  const coming = withFormulas(text).then(unsafeHTML, () => {
    shown.delete(text);
    return unsafeHTML(text);
  });
  shown.set(text, coming);
  return coming;
}

/**
 * Item text. The server has sanitized it when the form was rendered, and the page's Content-Security-Policy runs no
 * inline script, so it goes in as it is.
 */
export const fragment = (written: string | null | undefined) => {
  if (!written) return nothing;
  const text = reachable(written);
  return html`${hasFormulas(text) ? until(withFormulasShown(text), unsafeHTML(text)) : unsafeHTML(text)}`;
};

/** The words alone, for labels that are read out. */
export function plain(text: string | null | undefined): string {
  const holder = document.createElement('template');
  holder.innerHTML = text ?? '';
  return (holder.content.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The text without what can be opened, played or scrolled, for a line that is pressed as a whole. */
export function withoutThings(text: string | null | undefined): string {
  const holder = document.createElement('template');
  holder.innerHTML = text ?? '';
  holder.content.querySelectorAll('img, audio, video, table, a').forEach((thing) => thing.replaceWith(...(thing.tagName === 'A' ? thing.childNodes : [])));
  return holder.innerHTML;
}
