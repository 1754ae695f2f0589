import { html, nothing } from 'lit';
import { Reader, spokenItem } from '../sitting/aloud';
import type { Place } from '../sitting/arrangement';
import { t } from '../texts';
import { speaker, stopped } from './icons';
import { LightElement } from './light-element';

/** 朗读: reads an item out where the browser has a Chinese voice; elsewhere there is nothing to press. */
export class Aloud extends LightElement {
  static override properties = { place: { attribute: false } };
  declare place: Place;
  private reader: Reader | undefined;
  private shownSlot = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!('speechSynthesis' in window)) return;
    const speech = window.speechSynthesis;
    const reader = new Reader(speech, (text) => new SpeechSynthesisUtterance(text), () => this.requestUpdate());
    this.reader = reader;
    // Voices come a moment later in most browsers; Safari fires no event on this object in old versions.
    if (typeof speech.addEventListener === 'function') this.listen(speech, 'voiceschanged', () => this.requestUpdate());
    else this.every(1500, () => !reader.able || this.requestUpdate());
    this.until(() => reader.silence());
  }

  override willUpdate(): void {
    const { slot } = this.place.slot;
    if (this.shownSlot !== slot && this.shownSlot !== 0) this.reader?.silence();
    this.shownSlot = slot;
  }

  override render() {
    const { reader } = this;
    if (!reader?.able) return nothing;
    const { speaking } = reader;
    return html`<button class="btn quiet tool" data-test="aloud" aria-pressed=${speaking ? 'true' : 'false'} @click=${this.turn}>${speaking ? stopped() : speaker()}<span>${speaking ? t().silence : t().aloud}</span></button>`;
  }

  private readonly turn = (): void => {
    const { reader, place } = this;
    if (!reader) return;
    if (reader.speaking) reader.silence();
    else reader.read(spokenItem(place, t().types[place.slot.type], { blank: t().blank, formula: t().formula, picture: t().picture, separator: t().separator }));
  };
}

customElements.define('lb-aloud', Aloud);

export const aloud = (place: Place) => html`<lb-aloud .place=${place}></lb-aloud>`;
