import { html, nothing } from 'lit';
import { Refusal } from '../api/client';
import { secondsLeft } from '../api/clock';
import type { AttemptFacts, ExamFacts, SignedIn } from '../api/types';
import { cleanAddress } from '../entrance';
import { elderLine } from '../parts/display';
import { examFacts, rulesList } from '../parts/exam-facts';
import { warn } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { busy, homeLink, message, page } from '../parts/message';
import '../parts/sign-in';
import { client, clock, keep, pause } from '../services';
import { clockText, dateAndTime } from '../sitting/format';
import { deviceName, person, rememberAttemptToken, rememberPerson } from '../sitting/session';
import { t } from '../texts';
import './done';

/** The door of an exam: who am I, what awaits me, and the wait until it opens. */
export class Admission extends LightElement {
  static override properties = { examId: {}, ticket: {} };
  declare examId: string;
  declare ticket: string | undefined;
  private exam: ExamFacts | undefined;
  private needsSignIn = false;
  private starting = false;
  private unreachable = false;
  private problem = '';
  private gone = '';
  private showsResult = false;
  private asking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.ticket) rememberPerson({ token: this.ticket });
    this.every(500, () => this.tick());
    // While it is paused the door asks by itself, each phone at its own pace.
    this.every(4000 + Math.random() * 3000, () => this.exam?.pause && document.visibilityState === 'visible' && void this.load());
    this.listen(document, 'visibilitychange', () => document.visibilityState === 'visible' && void this.load());
    this.listen(window, 'online', () => void this.load());
    void this.load();
  }

  override render() {
    if (this.gone) return page(message({ icon: warn(28), title: t().goneTitle, text: this.gone, acts: homeLink(), test: 'gone' }));
    if (this.needsSignIn) return page(this.signIn());
    if (!this.exam) return page(busy(this.unreachable ? t().reconnecting : t().opening));
    if (this.showsResult && this.exam.attempt) return this.result(this.exam);
    return page(this.door(this.exam));
  }

  private signIn() {
    return html`<section class="narrow"><h1>${t().signInTitle}</h1>
      ${this.problem ? html`<p class="note warn" role="alert">${this.problem}</p>` : nothing}
      <lb-sign-in @signed-in=${(event: CustomEvent<SignedIn>) => this.signedIn(event)}></lb-sign-in></section>`;
  }

  private door(exam: ExamFacts) {
    const name = person()?.name;
    return html`
      <article class="door">
        <h1>${exam.title}</h1>
        <p class="muted">${[exam.trade, exam.level].filter(Boolean).join(' · ')}</p>
        ${elderLine()}
        ${examFacts(exam)}
        ${rulesList(exam)}
        <div class="door-act">
          ${this.unreachable ? html`<p class="note warn" role="status">${t().reconnecting}</p>` : nothing}
          ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
          ${this.act(exam)}
        </div>
        <p class="small muted who">${name ? t().signedInAs(name) : nothing} <button class="link-button" @click=${this.signOut}>${t().otherPerson}</button></p>
      </article>
    `;
  }

  private act(exam: ExamFacts) {
    const state = exam.attempt?.state;
    if (state === 'HANDED_IN' || state === 'CLOSED') return this.ended(exam);
    if (state === 'VOID') return html`<p class="note bad" data-test="void">${t().voidText(exam.attempt?.voidReason ?? '')}</p>${homeLink()}`;
    if (!exam.onRoster) return html`<p class="note warn" data-test="not-on-roster">${t().notOnRoster}</p>${homeLink()}`;
    if (state === 'STARTED') return this.resuming(exam);
    if (exam.phase === 'OVER') return html`<p class="note" data-test="over">${t().overWithout}</p>${homeLink()}`;
    if (exam.phase === 'BEFORE') return this.waiting(exam);
    if (exam.pause) return this.paused(exam.pause.reason);
    return html`
      ${this.startButton(t().start)}
      <p class="small muted">${t().closesIn(dateAndTime(exam.lastEntryAt ?? exam.closesAt, t().lang))}</p>
    `;
  }

  private startButton(word: string) {
    return html`<button class="btn wide" data-test="start" ?disabled=${this.starting} @click=${this.start}>${this.starting ? t().starting : word}</button>`;
  }

  /** Whoever began may come back after the last moment to start, and while it is paused. */
  private resuming(exam: ExamFacts) {
    return html`${exam.pause ? html`<p class="note warn" role="status" data-test="exam-paused">${t().doorPaused(exam.pause.reason)}</p>` : nothing}${this.startButton(t().resume)}`;
  }

  private paused(reason: string) {
    return html`<div class="waiting" data-test="exam-paused" role="status"><h2>${t().pausedTitle}</h2><p>${reason}</p><p class="small muted">${t().doorPausedWait}</p></div>`;
  }

  private waiting(exam: ExamFacts) {
    const left = secondsLeft(Date.parse(exam.opensAt), clock.now());
    const days = Math.floor(left / 86_400);
    return html`
      <div class="waiting" data-test="waiting">
        <p class="muted">${t().startsIn}</p>
        <p class="countdown" role="timer" data-test="countdown">${days > 0 ? t().days(days) : clockText(left)}</p>
        <p class="small muted">${t().waitingHint}</p>
      </div>
    `;
  }

  private ended(exam: ExamFacts) {
    const done = exam.attempt?.state === 'CLOSED' ? t().collectedAlready : t().handedInAlready;
    return html`
      <p class="note good">${exam.resultReleased ? done : t().sentences(done, t().resultsLater)}</p>
      ${exam.resultReleased ? html`<button class="btn wide" data-test="see-result" @click=${this.seeResult}>${t().seeResult}</button>` : nothing}
      ${exam.boardId ? html`<a class="btn quiet wide" href="?board=${encodeURIComponent(exam.boardId)}">${t().seeBoard}</a>` : nothing}
      ${homeLink()}
    `;
  }

  private result(exam: ExamFacts) {
    const facts = { attemptId: exam.attempt?.attemptId ?? '', purpose: 'exam', purposeId: exam.id, title: exam.title, returnUrl: '/' } as AttemptFacts;
    return html`<lb-done .facts=${facts} .token=${person()?.token ?? ''} .resultFirst=${true} .notCounted=${[]}></lb-done>`;
  }

  private async load(): Promise<void> {
    const token = person()?.token;
    this.needsSignIn = !token;
    this.requestUpdate();
    if (!token || this.asking) return;
    this.asking = true;
    try {
      this.exam = await client.exam(this.examId, token);
      this.unreachable = false;
      document.title = this.exam.title;
    } catch (error) {
      await this.failed(error);
    } finally {
      this.asking = false;
      this.requestUpdate();
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof Refusal) {
      if (error.status === 401) this.forgetPerson(error.sentence);
      else if (!this.exam) this.gone = error.sentence || t().goneExam;
      return;
    }
    this.unreachable = true;
    this.requestUpdate();
    void pause(2000 + Math.random() * 2000).then(() => (this.isConnected ? this.load() : undefined));
  }

  private signedIn(event: CustomEvent<SignedIn>): void {
    rememberPerson({ token: event.detail.token, name: event.detail.person?.name });
    this.problem = '';
    void this.load();
  }

  private readonly signOut = (): void => {
    this.exam = undefined;
    this.forgetPerson('');
    this.requestUpdate();
  };

  private forgetPerson(sentence: string): void {
    rememberPerson(undefined);
    this.problem = sentence;
    this.needsSignIn = true;
  }

  private readonly seeResult = (): void => {
    this.showsResult = true;
    this.requestUpdate();
  };

  private readonly start = async (): Promise<void> => {
    this.starting = true;
    this.problem = '';
    this.requestUpdate();
    try {
      const started = await client.startExam(this.examId, person()?.token ?? '', deviceName());
      rememberAttemptToken(started.attemptId, started.token);
      const store = await keep();
      await store.remember(started.attemptId, { token: started.token, examId: this.examId }).catch(() => undefined);
      history.replaceState(null, '', cleanAddress({ kind: 'attempt', attemptId: started.attemptId }, location.search));
      this.dispatchEvent(new Event('lianbing-moved', { bubbles: true }));
    } catch (error) {
      await this.notStarted(error);
    }
  };

  private async notStarted(error: unknown): Promise<void> {
    this.starting = false;
    if (error instanceof Refusal && error.status === 401) this.forgetPerson(error.sentence);
    else this.problem = error instanceof Refusal ? error.sentence : t().unreachable;
    if (error instanceof Refusal) await this.load();
    this.requestUpdate();
  }

  /** Each half second in the waiting room; when the time has come the server is asked, not all phones at one instant. */
  private tick(): void {
    if (this.exam?.phase !== 'BEFORE') return;
    if (clock.now() < Date.parse(this.exam.opensAt)) return this.requestUpdate();
    if (this.asking) return;
    this.asking = true;
    void pause(Math.random() * 1500).then(() => {
      this.asking = false;
      return this.load();
    });
  }
}

customElements.define('lb-admission', Admission);
