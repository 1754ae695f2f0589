import { hasFormulas, withFormulas } from './formulas';

/** Text of authors on Vaadin's pages. The server has sanitized it; here its formulas are shown. */
class Prose extends HTMLElement {
  private written = '';

  get html(): string {
    return this.written;
  }

  set html(text: string) {
    this.written = text ?? '';
    this.innerHTML = this.written;
    if (hasFormulas(this.written)) void this.showFormulas(this.written);
  }

  private async showFormulas(text: string): Promise<void> {
    const shown = await withFormulas(text).catch(() => text);
    if (this.written === text) this.innerHTML = shown;
  }

  /** A property that was set before this class was there hides the setter above. */
  connectedCallback(): void {
    const early = Object.getOwnPropertyDescriptor(this, 'html');
    if (!early) return;
    delete (this as { html?: string }).html;
    this.html = early.value as string;
  }
}

customElements.define('lianbing-prose', Prose);
