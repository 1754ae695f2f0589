import { html, nothing } from 'lit';
import { Refusal } from '../api/client';
import { inSafeBrowser } from '../api/seb';
import type { AttemptFacts, Receipt, Result } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { cross, hourglass, tick } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { busy, homeLink, message, page } from '../parts/message';
import '../parts/course';
import '../parts/receipt';
import { itemsOf, resultView } from '../parts/result';
import { enlargeable } from '../parts/zoom';
import { client, pause } from '../services';
import { told } from '../sitting/arrangement';
import { openClips } from '../sitting/clips';
import { safeUrl } from '../sitting/format';
import { t } from '../texts';

/** After the end: the receipt of an exam, the result of a practice, and the result of an exam once it is released. */
export class Done extends LightElement {
  static override properties = { facts: { attribute: false }, token: {}, receipt: { attribute: false }, notCounted: { attribute: false }, unsent: { attribute: false }, resultFirst: { attribute: false } };
  declare facts: AttemptFacts;
  declare token: string;
  declare receipt: Receipt | undefined;
  declare notCounted: number[];
  declare unsent: number;
  declare resultFirst: boolean;
  private result: Result | undefined;
  private wrongOnly = false;
  private wanted = false;
  private unreachable = false;
  private notYet = '';
  private problem = '';
  private isVoid = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.facts.purpose === 'practice' || this.resultFirst) void this.loadResult();
    else void this.loadReceipt();
  }

  override render() {
    if (this.problem) return page(message({ title: this.isVoid ? t().voidTitle : t().goneTitle, text: this.problem, acts: this.home(), ...(this.isVoid ? { icon: cross(28), tone: 'bad' as const } : {}) }));
    if (this.result) return page(this.showResult(this.result), true);
    if (this.receipt && !this.wanted) return page(this.showReceipt(this.receipt));
    return page(busy(this.unreachable ? t().reconnecting : t().loadingResult));
  }

  override updated(): void {
    enlargeable(this);
  }

  private showReceipt(receipt: Receipt) {
    const closed = receipt.state === 'CLOSED';
    return html`
      <section class="receipt" data-test="receipt">
        <div class="message-icon ${closed ? 'warn' : 'good'}">${closed ? hourglass(32) : tick(32)}</div>
        <h1>${closed ? t().closedTitle : t().receiptTitle}</h1>
        <p class="muted">${this.facts.title}</p>
        <lb-receipt-card .facts=${this.facts} .token=${this.token} .receipt=${receipt}></lb-receipt-card>
        ${this.facts.purpose === 'exam' ? html`<lb-course .attemptId=${this.facts.attemptId} .token=${this.token}></lb-course>` : nothing}
        ${this.notCounted.length > 0 ? html`<p class="note warn" data-test="not-counted">${t().notCounted(this.notCounted)}</p>` : nothing}
        ${this.unsent > 0 ? html`<p class="note warn" data-test="files-lost">${t().workLost(this.unsent)}</p>` : nothing}
        ${this.notYet ? html`<p class="note" role="status" data-test="not-released">${this.notYet}</p>` : nothing}
        <div class="message-acts">
          <button class="btn wide" data-test="see-result" @click=${this.wantResult}>${t().seeResult}</button>
          ${this.home()}
        </div>
      </section>
    `;
  }

  private showResult(result: Result) {
    const wrong = itemsOf(result.slots.filter(({ correct, reason }) => !correct && reason !== 'taken-out'));
    const acts = { wrongOnly: this.wrongOnly, show: this.show, report: this.facts.purpose === 'practice' ? this.report : undefined, file: (hash: string) => client.work(this.facts.attemptId, this.token, hash) };
    return html`
      ${resultView(result, this.facts, acts)}
      <div class="result-acts">
        ${result.again && wrong > 0 ? html`<a class="btn wide" href=${safeUrl(result.again)} data-test="practise-again">${t().practiseWrong(wrong)}</a>` : nothing}
        ${result.boardId ? html`<a class="btn quiet wide" href="?board=${encodeURIComponent(result.boardId)}">${t().seeBoard}</a>` : nothing}
        ${this.home()}
      </div>
    `;
  }

  private home() {
    return inSafeBrowser() ? html`<a class="btn quiet" href="/sitting/?leave" data-test="leave">${t().leaveSafeBrowser}</a>` : homeLink(safeUrl(this.facts.returnUrl));
  }

  private readonly report = (slot: number, reason: string, words: string) => client.report(this.facts.attemptId, this.token, slot, reason, words);

  private readonly show = (wrongOnly: boolean): void => {
    this.wrongOnly = wrongOnly;
    this.requestUpdate();
  };

  private readonly wantResult = (): void => {
    this.wanted = true;
    this.notYet = '';
    this.requestUpdate();
    void this.loadResult();
  };

  private async loadReceipt(): Promise<void> {
    if (!this.receipt) this.receipt = await this.patiently(() => client.handIn(this.facts.attemptId, this.token));
    this.requestUpdate();
  }

  private async loadResult(): Promise<void> {
    const { attemptId, purpose, purposeId } = this.facts;
    const sent = await this.patiently(() =>
      purpose === 'practice' ? client.practiceResult(attemptId, this.token) : client.examResult(purposeId, attemptId, this.token),
    );
    this.result = sent && told(sent);
    openClips(attemptId, this.result?.mediaPass);
    this.wanted = false;
    this.wrongOnly = (this.result?.slots ?? []).some(({ correct }) => !correct);
    if (!this.result && !this.receipt && !this.problem) void this.loadReceipt();
    this.requestUpdate();
  }

  /** Asks until there is an answer; a refusal becomes a sentence. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T | undefined> {
    for (let failures = 1; this.isConnected; failures += 1) {
      try {
        return await ask();
      } catch (error) {
        if (error instanceof Refusal) return this.refused(error);
        this.unreachable = true;
        this.requestUpdate();
        await pause(pauseMs(failures, Math.random()));
      }
    }
    return undefined;
  }

  private refused(refusal: Refusal): undefined {
    if (refusal.code === 'exam.not-released') this.notYet = refusal.sentence || t().notReleased;
    else {
      this.isVoid = refusal.code === 'attempt.void';
      this.problem = refusal.sentence || t().goneAttempt;
    }
    return undefined;
  }
}

customElements.define('lb-done', Done);
