import { html, nothing } from 'lit';
import { Refusal, Unreachable } from '../api/client';
import type { AttemptFacts, ExamFacts, SignedIn, StartedExam } from '../api/types';
import { cleanAddress } from '../entrance';
import { elderLine } from '../parts/display';
import { candidate, countdown, ended, paused } from '../parts/door';
import { examFacts, rulesList } from '../parts/exam-facts';
import { warn } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { busy, homeLink, message, page } from '../parts/message';
import '../parts/sign-in';
import { client, clock, handOver, keep, pacing, pause } from '../services';
import { waitingChecks, whatHappens } from '../parts/waiting-checks';
import { pauseMs } from '../outbox/backoff';
import { keptOutActs } from '../parts/kept-out';
import { dateAndTime } from '../sitting/format';
import { deviceName, person, rememberAttemptToken, rememberPerson } from '../sitting/session';
import { WaitingRoom } from '../sitting/waiting-room';
import { t } from '../texts';
import './done';

/** The device's idea of the server's clock may be a little ahead. */
const EARLY_TRIES = 8;

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
  private notMe = false;
  private durable = true;
  private room: WaitingRoom | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.ticket) rememberPerson({ token: this.ticket });
    this.every(500, () => this.tick());
    // While it is paused the door asks by itself, each phone at its own pace.
    this.every(4000 + Math.random() * 3000, () => (this.exam?.pause || this.exam?.access?.refused) && document.visibilityState === 'visible' && void this.load());
    this.listen(document, 'visibilitychange', () => document.visibilityState === 'visible' && void this.load());
    this.listen(window, 'online', () => void this.load());
    this.every(45_000 + Math.random() * 15_000, () => this.waits && document.visibilityState === 'visible' && void this.load());
    this.listen(window, 'offline', () => this.lost());
    this.until(() => this.room?.leave());
    void keep().then((store) => {
      this.durable = store.durable;
      this.requestUpdate();
    });
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
    return html`
      <article class="door">
        <h1>${exam.title}</h1>
        <p class="muted">${[exam.trade, exam.level].filter(Boolean).join(' · ')}</p>
        ${exam.onRoster ? candidate(exam, this.byLink, this.notMe, this.byLink ? this.sayNotMe : this.signOut) : nothing}
        ${elderLine()}
        ${examFacts(exam)}
        ${this.waits ? waitingChecks({ paper: this.room?.state ?? 'waiting', lost: this.unreachable, durable: this.durable, line: clock.line, access: exam.access }) : nothing}
        ${this.waits ? whatHappens() : nothing}
        ${rulesList(exam)}
        <div class="door-act">
          ${this.unreachable && !this.waits ? html`<p class="note warn" role="status">${this.starting ? t().startingAgain : t().reconnecting}</p>` : nothing}
          ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
          ${this.act(exam)}
        </div>
        ${exam.onRoster ? nothing : html`<p class="small muted who"><button class="link-button" @click=${this.signOut}>${t().otherPerson}</button></p>`}
      </article>
    `;
  }

  private act(exam: ExamFacts) {
    const state = exam.attempt?.state;
    if (state === 'HANDED_IN' || state === 'CLOSED') return ended(exam, this.seeResult);
    if (state === 'VOID') return html`<p class="note bad" data-test="void">${t().voidText(exam.attempt?.voidReason ?? '')}</p>${homeLink()}`;
    if (!exam.onRoster) return html`<p class="note warn" data-test="not-on-roster">${t().notOnRoster}</p>${homeLink()}`;
    if (exam.access?.refused && exam.phase !== 'OVER') return this.refused(exam);
    if (state === 'STARTED') return this.resuming(exam);
    if (exam.phase === 'OVER') return html`<p class="note" data-test="over">${t().overWithout}</p>${homeLink()}`;
    if (this.waits) return countdown(exam, this.room?.state ?? 'waiting');
    if (exam.pause) return paused(exam.pause.reason);
    return html`
      ${exam.phase === 'BEFORE' ? html`<p class="start-now" role="status">${t().startNow}</p>` : nothing}
      ${this.startButton(t().start)}
      <p class="small muted">${t().closesIn(dateAndTime(exam.lastEntryAt ?? exam.closesAt, t().lang))}</p>
    `;
  }

  /** Not from here or not with this: what is wrong, and it goes on by itself once somebody lets this person in. */
  private refused(exam: ExamFacts) {
    return html`
      ${this.waits ? countdown(exam, this.room?.state ?? 'waiting') : nothing}
      ${this.waits ? nothing : html`<p class="note warn" role="alert" data-test="kept-out">${exam.access?.sentence}</p>`}
      ${keptOutActs(exam.access?.refused === 'exam.browser-refused' && exam.access.ownConfig ? exam.id : undefined)}
      <p class="small muted" role="status">${t().asksAgain}</p>
    `;
  }

  private startButton(word: string) {
    return html`<button class="btn wide start" data-test="start" ?disabled=${this.starting} @click=${this.start}>${this.starting ? t().starting : word}</button>`;
  }

  /** Whoever began may come back after the last moment to start, and while it is paused. */
  private resuming(exam: ExamFacts) {
    return html`${exam.pause ? html`<p class="note warn" role="status" data-test="exam-paused">${t().doorPaused(exam.pause.reason)}</p>` : nothing}${this.startButton(t().resume)}`;
  }

  /** Before the opening by the server's clock; nobody has to be asked when it is over. While it is paused the opening waits, too. */
  private get waits(): boolean {
    const { exam } = this;
    return exam?.phase === 'BEFORE' && exam.onRoster && (!!exam.pause || clock.now() < Date.parse(exam.opensAt));
  }

  private get byLink(): boolean {
    return person()?.token.startsWith('e1.') ?? false;
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
      this.enterRoom(this.exam, token);
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

  private enterRoom(exam: ExamFacts, token: string): void {
    if (this.room || !exam.onRoster || exam.phase === 'OVER' || (exam.attempt && exam.attempt.state !== 'PREPARED')) return;
    void keep().then((store) => {
      if (this.room || !this.isConnected) return;
      this.room = new WaitingRoom({ client, clock, keep: store, pacing }, this.examId, token, () => this.requestUpdate());
      void this.room.enter(Date.parse(exam.opensAt));
    });
  }

  private lost(): void {
    this.unreachable = true;
    this.requestUpdate();
  }

  private readonly sayNotMe = (): void => {
    this.notMe = !this.notMe;
    this.requestUpdate();
  };

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
    this.room?.leave();
    this.room = undefined;
    rememberPerson(undefined);
    this.problem = sentence;
    this.needsSignIn = true;
  }

  private readonly seeResult = (): void => {
    this.showsResult = true;
    this.requestUpdate();
  };

  /** A tap is a tap: while the server cannot be reached it is tried again, and the first start that arrives counts. */
  private readonly start = async (): Promise<void> => {
    this.starting = true;
    this.problem = '';
    this.requestUpdate();
    for (let failures = 1; this.isConnected; failures += 1) {
      try {
        return await this.enter(await client.startExam(this.examId, person()?.token ?? '', deviceName()));
      } catch (error) {
        const early = error instanceof Refusal && error.code === 'exam.not-open-yet' && failures <= EARLY_TRIES;
        if (error instanceof Refusal && !early) return this.notStarted(error);
        this.unreachable = !early;
        this.requestUpdate();
        await pause(pauseMs(early ? 1 : failures, Math.random(), error instanceof Unreachable ? error.retryAfterSeconds : undefined));
      }
    }
  };

  private async enter(started: StartedExam): Promise<void> {
    rememberAttemptToken(started.attemptId, started.token);
    const store = await keep();
    await store.remember(started.attemptId, { token: started.token, examId: this.examId }).catch(() => undefined);
    const paper = await this.room?.open(started);
    if (paper) handOver(paper.facts, paper.form);
    history.replaceState(null, '', cleanAddress({ kind: 'attempt', attemptId: started.attemptId }, location.search));
    this.dispatchEvent(new Event('lianbing-moved', { bubbles: true }));
  }

  private async notStarted(refusal: Refusal): Promise<void> {
    this.starting = false;
    if (refusal.status === 401) this.forgetPerson(refusal.sentence);
    else this.problem = refusal.sentence;
    await this.load();
    this.requestUpdate();
  }

  /** Each half second while one waits: the countdown, and the button at the instant, without a question to the server. */
  private tick(): void {
    if (this.exam?.phase === 'BEFORE' && !this.starting) this.requestUpdate();
  }
}

customElements.define('lb-admission', Admission);
