import { html, nothing } from 'lit';
import { Refusal } from '../api/client';
import type { ReceiptCheck } from '../api/types';
import { cleanAddress } from '../entrance';
import { cross, tick, warn } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { homeLink, page } from '../parts/message';
import { client } from '../services';
import { grouped, wholeMoment } from '../sitting/format';
import { view } from '../sitting/view';
import { t } from '../texts';

/** The public page that checks a receipt: no sign-in, and nothing is told but whether it agrees and since when. */
export class ReceiptCheckPage extends LightElement {
  static override properties = { number: {}, of: {} };
  declare number: string;
  declare of: string | undefined;
  private found: ReceiptCheck | undefined;
  private refused = '';
  private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = t().checkTitle;
    if (this.number) void this.check();
  }

  override render() {
    return page(html`
      <section class="check">
        <h1>${t().checkTitle}</h1>
        <p class="muted">${t().checkWords}</p>
        <form class="sign-in" novalidate @submit=${this.submit}>
          <label>${t().digest}<textarea name="number" rows=${(this.number.length > 32 ? 4 : 2) * (view().elder ? 2 : 1)} autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="120" data-test="receipt-number" .value=${grouped(this.number, 64)}></textarea></label>
          <button class="btn wide" type="submit" data-test="receipt-ask" ?disabled=${this.busy}>${this.busy ? t().checkingReceipt : t().checkAct}</button>
        </form>
        <div role="status" aria-live="polite">${this.answer()}</div>
        <details class="case how"><summary>${t().checkHow}</summary><p class="prose">${t().checkHowText}</p></details>
        ${homeLink()}
      </section>
    `);
  }

  private answer() {
    if (this.refused) return this.verdict('warn', warn(28), t().checkNothing, this.refused);
    if (!this.found) return nothing;
    const { agrees, since, serverTime } = this.found;
    const asked = t().checkedAt(wholeMoment(serverTime, t().lang));
    return agrees
      ? this.verdict('good', tick(28), t().checkAgrees, t().sentences(t().checkSince(wholeMoment(since ?? '', t().lang)), asked))
      : this.verdict('bad', cross(28), t().checkDiffers, t().sentences(t().checkDiffersText, asked));
  }

  private verdict(tone: string, icon: unknown, title: string, text: string) {
    return html`<div class="check-verdict ${tone}" data-test="receipt-verdict" data-tone=${tone}><span>${icon}</span><div><h2>${title}</h2><p>${text}</p></div></div>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get('number') ?? '').replace(/\s/g, '').toLowerCase();
    // The attempt belongs to the number in the link, not to one that was typed.
    if (typed !== this.number.toLowerCase()) this.of = undefined;
    this.number = typed;
    history.replaceState(null, '', cleanAddress({ kind: 'receipt', number: typed, ...(this.of ? { of: this.of } : {}) }, location.search));
    void this.check();
  };

  private async check(): Promise<void> {
    this.busy = true;
    this.refused = '';
    this.found = undefined;
    this.requestUpdate();
    try {
      this.found = await client.checkReceipt(this.number, this.of);
    } catch (error) {
      this.refused = error instanceof Refusal ? error.sentence || t().checkUnknown : t().unreachable;
    }
    this.busy = false;
    this.requestUpdate();
  }
}

customElements.define('lb-receipt-check', ReceiptCheckPage);
