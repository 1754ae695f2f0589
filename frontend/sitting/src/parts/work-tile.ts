import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { sizeText } from '../sitting/format';
import { t } from '../texts';
import { cross, document as page } from './icons';
import { save } from './keeping';
import { LightElement } from './light-element';
import { enlarge } from './zoom';

export interface Tile {
  key: string;
  /** What it is called: 第 2 个. */
  name: string;
  type: string | undefined;
  size?: number | undefined;
  load(): Promise<Blob>;
  state?: { tone: 'good' | 'busy' | 'warn' | 'bad'; icon: unknown; text: string };
  remove?: (() => void) | undefined;
}

/** A file of work as a small picture that opens over the whole screen; what is none is saved. */
export class WorkTile extends LightElement {
  static override properties = { tile: { attribute: false } };
  declare tile: Tile;
  private address: string | undefined;
  private type = '';
  private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => this.address && URL.revokeObjectURL(this.address));
    void this.fetch();
  }

  override render() {
    const { name, state, remove, size } = this.tile;
    const picture = this.type.startsWith('image/');
    return html`
      <button class="work-look" type="button" data-test="work-look" aria-label=${picture ? t().enlarge(name) : t().workOpen(name)} @click=${this.open}>
        ${picture && this.address ? html`<img src=${this.address} alt=${name} />` : html`<span class="work-page">${page(32)}<span>${this.failed ? t().workNotLoaded : this.address ? 'PDF' : ''}</span></span>`}
      </button>
      ${remove ? html`<button class="work-remove" type="button" data-test="work-remove" aria-label=${t().workRemove(name)} @click=${remove}>${cross(16)}</button>` : nothing}
      <p class="work-state ${state?.tone ?? ''}" role="status">${state ? html`${state.icon}<span>${state.text}</span>` : html`<span>${name}${size ? ` · ${sizeText(size)}` : ''}</span>`}</p>
    `;
  }

  private async fetch(): Promise<void> {
    this.failed = false;
    try {
      const blob = await this.tile.load();
      if (!this.isConnected) return;
      this.type = blob.type || this.tile.type || '';
      this.address = URL.createObjectURL(blob);
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
  }

  private readonly open = (): void => {
    if (!this.address) {
      void this.fetch();
      return;
    }
    const picture = this.querySelector('img');
    if (picture) enlarge(picture);
    else save(this.address, `${this.tile.key.slice(0, 8)}.pdf`);
  };
}

customElements.define('lb-work-tile', WorkTile);

export const workTile = (tile: Tile) => keyed(tile.key, html`<li class="work-tile" data-test="work-tile" data-state=${tile.state?.tone ?? 'kept'}><lb-work-tile .tile=${tile}></lb-work-tile></li>`);
