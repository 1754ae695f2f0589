import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';

const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), a[href], input, select, textarea, [tabindex="0"]';

/** The dialog that is open, to give the focus back to what had it. */
const opened = new WeakSet<Element>();

/** Brings the focus into a dialog when it appears, and back when it is gone. */
function focusInto(element: Element | undefined): void {
  if (!element || opened.has(element)) return;
  opened.add(element);
  const before = document.activeElement as HTMLElement | null;
  queueMicrotask(() => (element.querySelector<HTMLElement>('[data-first]') ?? (element as HTMLElement)).focus({ preventScroll: true }));
  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    watch.disconnect();
    if (before?.isConnected) before.focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

function keys(event: KeyboardEvent, close: () => void): void {
  event.stopPropagation();
  if (event.key === 'Escape') close();
  if (event.key !== 'Tab') return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [all[0], all[all.length - 1]];
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === event.currentTarget)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first?.focus();
  }
}

export interface DialogView {
  title: string;
  content: unknown;
  /** The buttons; they stay in sight while the content scrolls. */
  acts: unknown;
  close(): void;
  test: string;
}

/** A sheet from below on a phone, a box in the middle of a desk. Our own, since `dialog` is younger than Safari 14. */
export const dialog = ({ title, content, acts, close, test }: DialogView) => html`
  <div class="veil" @click=${close}></div>
  <section class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title" tabindex="-1" data-test=${test}
    ${ref(focusInto)} @keydown=${(event: KeyboardEvent) => keys(event, close)}>
    <h2 id="sheet-title">${title}</h2>
    <div class="sheet-body">${content}</div>
    <div class="sheet-acts">${acts}</div>
  </section>
`;
