import { html, nothing } from 'lit';
import { Refusal } from '../api/client';
import type { AttemptFacts, Receipt } from '../api/types';
import { client } from '../services';
import { clockText, grouped, wholeMoment } from '../sitting/format';
import { checkAddress, receiptText } from '../sitting/receipt';
import { t } from '../texts';
import { copy, save, saveText } from './keeping';
import { LightElement } from './light-element';
import { receiptPicture } from './receipt-picture';

/** The receipt with all ways to keep it. Hooks: digest, save-picture, print, copy, check-receipt, journal-json, journal-csv, kept. */
export class ReceiptCard extends LightElement {
  static override properties = { facts: { attribute: false }, token: {}, receipt: { attribute: false } };
  declare facts: AttemptFacts;
  declare token: string;
  declare receipt: Receipt;
  private said = '';
  private failed = false;
  private picture = '';

  override render() {
    const { receipt } = this;
    const closed = receipt.state === 'CLOSED';
    return html`
      <dl class="facts card">
        <div><dt>${t().receiptAnswered}</dt><dd>${t().answeredOf(receipt.answered, receipt.items)}</dd></div>
        <div><dt>${t().timeUsed}</dt><dd>${clockText(receipt.timeUsedSeconds)}</dd></div>
        <div><dt>${closed ? t().closedAt : t().handedInAt}</dt><dd>${wholeMoment(receipt.handedInAt, t().lang)}</dd></div>
        <div class="digest-row"><dt>${t().digest}</dt><dd class="digest" data-test="digest" title=${receipt.digest}>${grouped(receipt.digest)}</dd></div>
      </dl>
      <p class="small muted">${t().digestHint}</p>
      <div class="keeping">
        <button class="btn quiet" data-test="save-picture" @click=${this.asPicture}>${t().savePicture}</button>
        <button class="btn quiet" data-test="copy" @click=${this.asText}>${t().copyReceipt}</button>
        <button class="btn quiet" data-test="print" @click=${() => window.print()}>${t().printReceipt}</button>
        <a class="btn quiet" data-test="check-receipt" href=${checkAddress(receipt, '')} target="_blank" rel="noopener">${t().checkReceipt}</a>
      </div>
      ${this.picture ? html`<figure class="receipt-picture"><img src=${this.picture} alt=${t().receiptPicture} /><figcaption class="small muted">${t().holdToSave}</figcaption></figure>` : nothing}
      <p class="note ${this.failed ? 'warn' : 'good'}" role="status" data-test="kept" ?hidden=${this.said === ''}>${this.said}</p>
      <p class="small muted journal-line">${t().journalWords}
        <button class="link-button" data-test="journal-csv" @click=${() => this.journal('csv')}>${t().journalTable}</button>
        <button class="link-button" data-test="journal-json" @click=${() => this.journal('json')}>${t().journalJson}</button>
      </p>
    `;
  }

  private get person(): string {
    const { person } = this.facts;
    return typeof person === 'string' ? person : (person?.name ?? '');
  }

  private get name(): string {
    return this.receipt.digest.slice(0, 8);
  }

  private readonly asPicture = (): void => {
    const picture = receiptPicture(this.receipt, this.facts.title, this.person, location.origin);
    if (!picture) return this.say(t().pictureFailed, true);
    // In-app browsers save nothing by themselves: there the picture below is pressed and held.
    this.picture = picture;
    save(picture, `${t().receiptFile}-${this.name}.png`);
    this.say(t().pictureSaved, false);
  };

  private readonly asText = async (): Promise<void> => {
    const copied = await copy(receiptText(this.receipt, this.facts.title, this.person, location.origin));
    this.say(copied ? t().copied : t().copyFailed, !copied);
  };

  private async journal(kind: 'json' | 'csv'): Promise<void> {
    try {
      const text = await client.journal(this.receipt.attemptId, this.token, kind);
      saveText(text, kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json', `${t().journalFile}-${this.name}.${kind}`);
      this.say(t().journalSaved, false);
    } catch (error) {
      this.say(error instanceof Refusal && error.sentence ? error.sentence : t().unreachable, true);
    }
  }

  private say(text: string, failed: boolean): void {
    this.said = text;
    this.failed = failed;
    this.requestUpdate();
  }
}

customElements.define('lb-receipt-card', ReceiptCard);
