import { html, nothing } from 'lit';
import { itemView } from '../parts/item';
import { LightElement } from '../parts/light-element';
import { enlargeable } from '../parts/zoom';
import type { Place } from '../sitting/arrangement';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';

/** An item as its candidates see it; the parts of a case one below the other. */
export class Preview extends LightElement {
  static override properties = { sitting: { attribute: false } };
  declare sitting: Sitting;
  private readonly drafts = new Map<number, string>();
  private followed: Sitting | undefined;
  private leave: (() => void) | undefined;

  override willUpdate(): void {
    if (this.followed === this.sitting) return;
    this.leave?.();
    this.drafts.clear();
    this.followed = this.sitting;
    this.leave = this.sitting.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    this.followed = undefined;
  }

  override render() {
    const { places } = this.sitting;
    if (places.length === 0) return html`<main class="item"><p class="muted" data-test="no-part">${t().noPartYet}</p></main>`;
    return html`<main class="items preview">${places.map((place) => html`<article class="item" aria-labelledby="stem-${place.slot.slot}">${itemView(this.sitting, place, this.tools(place))}</article>`)}</main>`;
  }

  override updated(): void {
    enlargeable(this);
  }

  private tools({ slot: { slot } }: Place) {
    const keepDraft = (text: string | undefined) => {
      if (text === undefined) this.drafts.delete(slot);
      else this.drafts.set(slot, text);
      this.requestUpdate();
    };
    return { draft: this.drafts.get(slot), keepDraft, say: () => undefined, acts: nothing };
  }
}

customElements.define('lb-preview', Preview);
