import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

/**
 * Item text. The server has sanitized it when the form was rendered, and the page's Content-Security-Policy runs no
 * inline script, so it goes in as it is.
 */
export const fragment = (text: string | null | undefined) => (text ? html`${unsafeHTML(text)}` : nothing);

/** The words alone, for labels that are read out. */
export function plain(text: string | null | undefined): string {
  const holder = document.createElement('template');
  holder.innerHTML = text ?? '';
  return (holder.content.textContent ?? '').replace(/\s+/g, ' ').trim();
}
