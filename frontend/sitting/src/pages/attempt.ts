import { html, nothing } from 'lit';
import { hasFormulas, loadFormulas } from '../../../components/formulas';
import { Refusal } from '../api/client';
import type { AttemptFacts, Form, PageEvent } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { haltOf } from '../outbox/halt';
import { keptOutActs } from '../parts/kept-out';
import type { Halt } from '../outbox/halt';
import { cross, lock, warn } from '../parts/icons';
import { LightElement } from '../parts/light-element';
import { busy, homeLink, message, page } from '../parts/message';
import '../parts/sign-in';
import { client, clock, keep, pacing, pause, takeHandedOver } from '../services';
import { hasClips, openClips } from '../sitting/clips';
import { safeUrl, timeOfDay } from '../sitting/format';
import { Presence } from '../sitting/presence';
import { presenceKeep } from '../sitting/presence-keep';
import { attemptToken, deviceName, person, rememberAttemptToken, rememberPerson } from '../sitting/session';
import { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import './done';
import './player';

/** An attempt from opening to the result: finds its token, its paper and what was answered, and what to do in trouble. */
export class AttemptPage extends LightElement {
  static override properties = { attemptId: {}, token: {} };
  declare attemptId: string;
  declare token: string | undefined;
  private sitting: Sitting | undefined;
  private facts: AttemptFacts | undefined;
  private halt: Halt | undefined;
  private unreachable = false;
  private clockTimer: ReturnType<typeof setTimeout> | undefined;
  private takingBack = false;
  private problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen(this, 'error', clipFailed, true);
    this.listen(window, 'online', () => this.sitting?.online());
    this.listen(document, 'visibilitychange', () => this.onVisible());
    this.listen(window, 'blur', () => document.visibilityState === 'visible' && this.sitting?.presence?.blurred());
    this.listen(window, 'focus', () => this.sitting?.presence?.back());
    this.listen(window, 'pagehide', () => this.sitting?.presence?.leaving());
    this.listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.sitting?.presence?.back());
    this.listen(window, 'beforeunload', (event) => this.beforeLeaving(event));
    // Deadlines may be moved and sittings taken over while nothing is typed; the spread keeps a hall from asking at once.
    this.every(110_000 + Math.random() * 20_000, () => this.sitting?.facts.purpose === 'exam' && void this.sitting.resync());
    // Whoever is kept out goes on by itself once the organizer has let them in.
    this.every(5000 + Math.random() * 3000, () => this.keptOut && void this.tryAgain());
    this.askForTheClock();
    this.until(() => clearTimeout(this.clockTimer));
    this.until(() => this.sitting?.leave());
    void this.load();
  }

  override render() {
    const halt = this.halt ?? this.sitting?.outbox.halt;
    if (this.sitting?.ending.phase === 'done' || this.facts) return this.done();
    if (halt && halt.kind !== 'left' && halt.kind !== 'closed') return page(this.halted(halt));
    if (this.sitting) return html`<lb-player .sitting=${this.sitting}></lb-player>`;
    return page(busy(this.unreachable ? t().reconnecting : t().opening));
  }

  /** By itself every few seconds, sooner while the clock stands, each device at its own pace. */
  private askForTheClock(): void {
    const paused = this.sitting?.time.paused ?? false;
    this.clockTimer = setTimeout(() => {
      const { sitting } = this;
      if (sitting?.facts.purpose === 'exam' && document.visibilityState === 'visible') void sitting.askClock();
      this.askForTheClock();
    }, paused ? 2500 + Math.random() * 1500 : 7000 + Math.random() * 3000);
  }

  private async load(): Promise<void> {
    const store = await keep();
    const kept = await store.attempt(this.attemptId).catch(() => undefined);
    this.token = this.token ?? attemptToken(this.attemptId) ?? (kept?.token || undefined);
    if (!this.token) return this.stop({ kind: 'signed-out', sentence: '' });
    rememberAttemptToken(this.attemptId, this.token);
    void store.remember(this.attemptId, { token: this.token }).catch(() => undefined);
    const handed = takeHandedOver(this.attemptId);
    if (handed) {
      await this.open(handed.attempt, handed.form, this.token);
      if (hasClips(JSON.stringify(handed.form))) void this.fetchPass(this.token);
      return;
    }
    for (let failures = 1; this.isConnected && !this.sitting && !this.facts && !this.halt; failures += 1) {
      if (await this.tryLoad(this.token)) return;
      this.unreachable = true;
      this.requestUpdate();
      if (failures >= 2 && (await this.openFromKeep(this.token))) return;
      await pause(pauseMs(failures, Math.random()));
    }
  }

  private async tryLoad(token: string): Promise<boolean> {
    try {
      const facts = await client.attempt(this.attemptId, token);
      openClips(this.attemptId, facts.mediaPass);
      if (facts.state !== 'STARTED' && facts.state !== 'PREPARED') this.ended(facts, token);
      else await this.open(facts, await this.form(token), token);
      this.requestUpdate();
      return true;
    } catch (error) {
      const halt = error instanceof Refusal ? (haltOf(error) ?? { kind: 'gone' as const, sentence: error.sentence }) : undefined;
      if (halt) this.stop(halt);
      return halt !== undefined;
    }
  }

  /** It ended while this device was away: what it noted before is still told. */
  private ended(facts: AttemptFacts, token: string): void {
    this.facts = facts;
    if (facts.purpose !== 'exam') return;
    const send = (events: PageEvent[]) => client.noteEvents(this.attemptId, token, events);
    void new Presence({ pacing, now: () => clock.now(), send, ...presenceKeep(this.attemptId, facts.epoch) }, facts.lastEvent ?? 0).flush();
  }

  /** A form never changes: the one that this device has spares a slow line the whole of it. */
  private async form(token: string): Promise<Form> {
    const kept = await keep().then((store) => store.paper(this.attemptId)).catch(() => undefined);
    return kept?.form ?? client.form(this.attemptId, token);
  }

  /** Sound and film need a pass that the sealed start does not carry; it is asked for once everybody has started. */
  private async fetchPass(token: string): Promise<void> {
    for (let failures = 1; this.isConnected; failures += 1) {
      await pause(pauseMs(failures, Math.random()));
      const facts = await client.attempt(this.attemptId, token).catch(() => undefined);
      if (!facts) continue;
      openClips(this.attemptId, facts.mediaPass);
      return this.requestUpdate();
    }
  }

  private async open(facts: AttemptFacts, form: Form, token: string): Promise<void> {
    const store = await keep();
    void store.keepPaper({ attemptId: this.attemptId, attempt: facts, form }).catch(() => undefined);
    this.show(await new Sitting({ client, clock, keep: store, pacing }, facts, form, token).open());
  }

  private async openFromKeep(token: string): Promise<boolean> {
    const store = await keep();
    const paper = await store.paper(this.attemptId).catch(() => undefined);
    if (!paper) return false;
    openClips(this.attemptId, paper.attempt.mediaPass);
    const sitting = await new Sitting({ client, clock, keep: store, pacing }, paper.attempt, paper.form, token, true).open();
    this.show(sitting);
    void this.reconnect(sitting);
    return true;
  }

  private async reconnect(sitting: Sitting): Promise<void> {
    for (let failures = 1; this.isConnected && sitting.fromKeep && !sitting.outbox.halt; failures += 1) {
      await pause(pauseMs(failures, Math.random()));
      await sitting.resync();
    }
  }

  private show(sitting: Sitting): void {
    this.sitting = sitting;
    sitting.presence?.opened(wasReloaded());
    if (hasFormulas(JSON.stringify(sitting.form))) void loadFormulas().catch(() => undefined);
    this.until(sitting.subscribe(() => this.requestUpdate()));
    document.title = sitting.facts.title;
    this.requestUpdate();
  }

  private done() {
    const facts = this.facts ?? (this.sitting as Sitting).facts;
    if (facts.state === 'VOID') return page(message({ icon: cross(28), tone: 'bad', title: t().voidTitle, text: t().voidText(facts.voidReason ?? ''), acts: homeLink(safeUrl(facts.returnUrl)) }));
    return html`<lb-done .facts=${facts} .token=${this.token} .receipt=${this.sitting?.ending.receipt} .notCounted=${this.sitting?.overview.notCounted ?? []} .unsent=${this.sitting?.ending.unsent ?? 0}></lb-done>`;
  }

  private halted(halt: Halt) {
    if (halt.kind === 'kept-out') return this.outside(halt);
    if (halt.kind === 'superseded') return this.superseded();
    if (halt.kind === 'signed-out') return this.signedOut(halt);
    const home = homeLink(safeUrl(this.sitting?.facts.returnUrl));
    return message({ icon: warn(28), title: t().goneTitle, text: halt.sentence || t().goneAttempt, acts: home, test: 'gone' });
  }

  private get keptOut(): boolean {
    return (this.halt ?? this.sitting?.outbox.halt)?.kind === 'kept-out';
  }

  private outside(halt: Halt) {
    const waiting = this.sitting?.outbox.pendingCount ?? 0;
    const text = t().sentences(halt.sentence, waiting > 0 ? t().keptOutUnsaved(waiting) : t().keptOutKept);
    const acts = html`
      ${keptOutActs(halt.browser ? this.examId : undefined)}
      <button class="btn quiet wide" data-test="try-again" ?disabled=${this.takingBack} @click=${this.tryAgain}>${t().tryAgain}</button>
      <p class="small muted">${t().asksAgain}</p>
    `;
    return message({ icon: lock(28), tone: 'warn', title: t().keptOutTitle, text, acts, test: 'kept-out' });
  }

  private readonly tryAgain = async (): Promise<void> => {
    if (this.takingBack || !this.keptOut) return;
    this.takingBack = true;
    try {
      this.halt = undefined;
      if (this.sitting) await this.sitting.resume(this.token ?? '');
      else await this.load();
    } catch {
      // Still kept out, or no network: it is tried again in a moment.
    } finally {
      this.takingBack = false;
      this.requestUpdate();
    }
  };

  private superseded() {
    const waiting = this.sitting?.outbox.pendingCount ?? 0;
    const examId = this.examId;
    const acts = html`
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${examId && person() ? html`<button class="btn wide" data-test="take-back" ?disabled=${this.takingBack} @click=${() => this.takeBack(examId)}>${t().takeBack}</button>` : nothing}
      ${examId && !person() ? html`<lb-sign-in again @signed-in=${() => this.takeBack(examId)}></lb-sign-in>` : nothing}
      ${examId ? nothing : homeLink(safeUrl(this.sitting?.facts.returnUrl))}
    `;
    if (this.supersededAt === undefined) void this.askSince();
    const since = this.supersededAt ? t().supersededSince(timeOfDay(this.supersededAt, t().lang)) : '';
    const text = t().sentences(...[since, t().superseded, waiting > 0 ? t().supersededUnsaved(waiting) : ''].filter(Boolean));
    return message({ icon: lock(28), tone: 'warn', title: t().supersededTitle, text, acts, test: 'superseded' });
  }

  /** When the other device took over; the list of events tells it to the one that gave way, too. */
  private async askSince(): Promise<void> {
    this.supersededAt = '';
    const course = await client.course(this.attemptId, this.token ?? '').catch(() => undefined);
    const takeOvers = (course?.events ?? []).filter(({ kind }) => kind === 'TAKEN_OVER');
    this.supersededAt = takeOvers[takeOvers.length - 1]?.happenedAt ?? '';
    this.requestUpdate();
  }

  private supersededAt: string | undefined;

  private signedOut(halt: Halt) {
    const examId = this.examId;
    const acts = examId
      ? html`${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}<lb-sign-in again @signed-in=${() => this.takeBack(examId)}></lb-sign-in>`
      : homeLink(safeUrl(this.sitting?.facts.returnUrl));
    const text = halt.sentence || (examId ? t().signedOutExam : t().signedOutPractice);
    return message({ icon: lock(28), tone: 'warn', title: t().signedOutTitle, text, acts, test: 'signed-out' });
  }

  private get examId(): string | undefined {
    const facts = this.sitting?.facts ?? this.facts;
    return facts?.purpose === 'exam' ? facts.purposeId : this.keptExam;
  }

  private keptExam: string | undefined;

  /** Starts the same exam again from here: another device gives way, and answering goes on under a new token. */
  private async takeBack(examId: string): Promise<void> {
    this.takingBack = true;
    this.problem = '';
    this.requestUpdate();
    try {
      const started = await client.startExam(examId, person()?.token ?? '', deviceName());
      this.token = started.token;
      rememberAttemptToken(this.attemptId, started.token);
      await (await keep()).remember(this.attemptId, { token: started.token, examId }).catch(() => undefined);
      this.halt = undefined;
      this.supersededAt = undefined;
      if (this.sitting) await this.sitting.resume(started.token);
      else await this.load();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) rememberPerson(undefined);
      this.problem = error instanceof Refusal ? error.sentence || t().signedOutTitle : t().unreachable;
    } finally {
      this.takingBack = false;
      this.requestUpdate();
    }
  }

  private async stop(halt: Halt): Promise<void> {
    const store = await keep();
    const paper = await store.paper(this.attemptId).catch(() => undefined);
    this.keptExam = paper?.attempt.purpose === 'exam' ? paper.attempt.purposeId : undefined;
    this.halt = halt;
    this.requestUpdate();
  }

  private onVisible(): void {
    if (document.visibilityState === 'hidden') {
      this.sitting?.presence?.hidden();
      void this.sitting?.outbox.flush();
    } else {
      this.sitting?.presence?.back();
      this.sitting?.online();
      if (this.sitting?.facts.purpose === 'exam') void this.sitting.resync();
    }
  }

  /** Only where leaving loses something: what is kept on the device survives. */
  private beforeLeaving(event: Event): void {
    const { outbox, work } = this.sitting ?? {};
    if (outbox && !outbox.durable && outbox.pendingCount > 0) event.preventDefault();
    if (work && (work.preparing.count > 0 || (!work.durable && work.pendingCount > 0))) event.preventDefault();
  }
}

/** Whether the browser says that this page was loaded anew by its reader. */
function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}

/** A clip that does not come says so where it stands; everything else can go on. */
function clipFailed(event: Event): void {
  const clip = event.target;
  if (!(clip instanceof HTMLMediaElement) || clip.nextElementSibling?.classList.contains('clip-failed')) return;
  const words = document.createElement('span');
  words.className = 'clip-failed small';
  words.setAttribute('role', 'status');
  words.textContent = t().clipFailed;
  clip.after(words);
}

customElements.define('lb-attempt', AttemptPage);
