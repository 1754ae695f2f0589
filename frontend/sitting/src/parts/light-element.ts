import { LitElement } from 'lit';
import { onView } from '../sitting/view';
import { onLanguage } from '../texts';

/**
 * Base of all elements here. They render into the document itself: one style sheet file serves all of them, so the
 * strict Content-Security-Policy needs no inline style, and labels may refer to each other by id.
 */
export class LightElement extends LitElement {
  private readonly ends: (() => void)[] = [];

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(onLanguage(() => this.requestUpdate()));
    this.until(onView(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends.splice(0).forEach((end) => end());
  }

  /** Something to be ended when the element leaves the page. */
  protected until(end: () => void): void {
    this.ends.push(end);
  }

  protected listen(target: EventTarget, type: string, act: (event: Event) => void, early = false): void {
    target.addEventListener(type, act, early);
    this.until(() => target.removeEventListener(type, act, early));
  }

  protected every(ms: number, act: () => void): void {
    const timer = setInterval(act, ms);
    this.until(() => clearInterval(timer));
  }
}
