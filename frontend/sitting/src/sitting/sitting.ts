import { Refusal } from '../api/client';
import type { Client } from '../api/client';
import type { ServerClock } from '../api/clock';
import type { AttemptFacts, Form, ResponseValue, SaveAnswer, Step } from '../api/types';
import { haltOf } from '../outbox/halt';
import type { Keep } from '../outbox/keep';
import { Outbox } from '../outbox/outbox';
import type { Pacing } from '../outbox/outbox';
import { WorkBox } from '../outbox/work';
import { arranged } from './arrangement';
import type { Place } from './arrangement';
import { Checks } from './checks';
import { ClockLine } from './clock-line';
import { Ending } from './ending';
import { Link } from './link';
import { Overview } from './overview';
import type { Presence } from './presence';
import { chosen, isAnswered, withoutFile } from './response';
import { openTabs } from './tabs';
import type { TabNews, Tabs } from './tabs';
import { Timekeeper } from './timekeeper';
import { Walk } from './walk';
import { Watch } from './watch';

/** What a sitting works with. */
export interface Desk {
  client: Client;
  clock: ServerClock;
  keep: Keep;
  pacing: Pacing;
}

/** One person at one paper: what is shown, what was answered, and the way to handing in. */
export class Sitting {
  readonly outbox: Outbox;
  readonly work: WorkBox;
  readonly checks: Checks;
  readonly ending: Ending;
  readonly time: Timekeeper;
  readonly overview: Overview;
  readonly walk: Walk;
  readonly watch: Watch;
  private readonly link: Link;
  private readonly clockLine: ClockLine;
  private readonly tabs: Tabs;
  private readonly listeners = new Set<() => void>();
  private readonly drafts = new Set<() => void>();
  private troubled = false;

  constructor(
    private readonly desk: Desk,
    public facts: AttemptFacts,
    readonly form: Form,
    token: string,
    /** Opened from what this device kept, without the server. */
    public fromKeep = false,
  ) {
    const { client, keep, pacing } = desk;
    const id = facts.attemptId;
    const changed = () => this.changed();
    const link = new Link(client, id, token);
    this.link = link;
    this.walk = new Walk(arranged(form, facts.arrangement), (change) => this.remember(change));
    this.watch = new Watch({ pacing, now: () => desk.clock.now(), send: link.noteEvents, told: (toldEpoch) => this.remember({ toldEpoch }) });
    this.tabs = openTabs(id, (news) => this.heard(news));
    this.time = new Timekeeper(facts.clock, facts.deadline);
    this.clockLine = new ClockLine(this.time, { ask: link.clock, asks: () => this.ending.phase !== 'done' && !this.outbox.halt && !this.fromKeep, keptOut: (refusal) => this.stop(refusal), taken: () => this.clockTaken() });
    const line = { send: (steps: Step[]) => this.save(steps), lastSequence: link.lastSequence };
    this.outbox = new Outbox(id, keep, line, pacing, () => this.onOutbox(), (step) => this.tabs.tell({ kind: 'saved', epoch: this.facts.epoch, ...step }));
    this.checks = new Checks({ outbox: this.outbox, pacing, ask: link.check, assess: link.assess, remember: (awaiting) => this.remember({ awaiting }), changed });
    this.work = new WorkBox({
      attemptId: id, keep, pacing, send: link.sendWork, changed,
      value: (slot) => this.value(slot),
      most: (slot) => form.slots.find((each) => each.slot === slot)?.uploads ?? 0,
      put: (slot, value) => this.outbox.put(slot, value),
      stopped: () => !!this.outbox.halt || this.ending.phase === 'done',
      stop: (halt) => this.outbox.stop(halt),
    });
    this.ending = new Ending({ outbox: this.outbox, work: this.work, pacing, submit: link.handIn, askClock: () => void this.askClock(), changed, handOver: () => this.handOver(), ended: () => this.ended() });
    this.overview = new Overview(this.walk.places, this.outbox, this.checks, this.work);
  }

  /** Takes up what this device and the server know, and goes to where the person was. */
  async open(): Promise<this> {
    const kept = await this.desk.keep.attempt(this.facts.attemptId).catch(() => undefined);
    this.checks.load(this.facts.checked ?? [], kept?.awaiting ?? []);
    await this.outbox.open(this.facts);
    this.outbox.pause(this.time.paused);
    await this.work.open(this.facts.files ?? []);
    this.watch.begin(this.facts, kept?.toldEpoch);
    this.walk.begin(kept, (slot) => (this.immediate ? !this.checks.feedback.has(slot) : !isAnswered(this.value(slot))));
    void this.checks.retry();
    return this;
  }

  /** Goes on under a new token, after signing in again or taking the sitting back. */
  async resume(token: string): Promise<void> {
    this.link.token = token;
    this.facts = await this.link.facts();
    this.fromKeep = false;
    void this.desk.keep.keepPaper({ attemptId: this.facts.attemptId, attempt: this.facts, form: this.form }).catch(() => undefined);
    this.checks.load(this.facts.checked ?? [], []);
    await this.outbox.open(this.facts);
    await this.work.open(this.facts.files ?? []);
    this.clockLine.take(this.facts.clock);
    this.watch.begin(this.facts, undefined);
    this.tabs.tell({ kind: 'look' });
    if (this.facts.state !== 'STARTED') this.finish();
    else if (this.ending.phase === 'handing-in') void this.ending.handIn();
    this.changed();
  }

  get immediate(): boolean {
    return this.facts.behaviour === 'IMMEDIATE';
  }

  get places(): Place[] {
    return this.walk.places;
  }

  get place(): Place {
    return this.walk.place;
  }

  get presence(): Presence | undefined {
    return this.watch.presence;
  }

  /** Seconds to the deadline by the server's clock; undefined without one. */
  get left(): number | undefined {
    return this.time.left(this.desk.clock.now());
  }

  value(slot: number): ResponseValue {
    return this.outbox.answers.get(slot)?.value ?? null;
  }

  locked(slot: number): boolean {
    return this.ending.phase !== 'answering' || this.time.paused || this.checks.locked(slot);
  }

  /** Whether there is an answer here that could get feedback now. */
  get checkable(): boolean {
    return this.checkableAt(this.place.slot.slot);
  }

  checkableAt(slot: number): boolean {
    return this.immediate && this.work.pendingOf(slot) === 0 && !this.checks.withheld.has(slot) && !this.locked(slot) && isAnswered(this.value(slot));
  }

  answer(value: ResponseValue): void {
    this.answerTo(this.place.slot.slot, value);
  }

  /** For what is written down a moment later, when another item may be open already. */
  answerTo(slot: number, value: ResponseValue): void {
    if (!this.locked(slot)) void this.outbox.put(slot, value);
  }

  /** Somebody writes here: at the end, and before anything is locked, what stands there is asked for. Returns how to leave. */
  writes(handOver: () => void): () => void {
    this.drafts.add(handOver);
    return () => this.drafts.delete(handOver);
  }

  /** A file of work that the server has, from here where this page sent it. */
  file(hash: string): Promise<Blob> {
    const own = this.work.atHand.get(hash);
    return own ? Promise.resolve(own) : this.link.work(hash);
  }

  /** Takes a file of work out of a response, wherever it is. */
  removeFile(slot: number, hash: string): void {
    if (this.locked(slot)) return;
    void this.work.remove(slot, hash);
    void this.outbox.put(slot, withoutFile(this.value(slot), hash));
  }

  choose(token: string): void {
    const { slot, type } = this.place.slot;
    this.answer(chosen(type, this.value(slot), token));
  }

  async check(slot: number = this.place.slot.slot): Promise<void> {
    if (this.checkableAt(slot)) await this.checks.confirm(slot);
  }

  /** Says that something is wrong with the item of a slot; needs the network. */
  report(slot: number, reason: string, words: string): Promise<unknown> {
    return this.link.report(slot, reason, words);
  }

  go(index: number): void {
    if (!this.walk.go(index)) return;
    this.ending.warning = undefined;
    this.watch.tookOverAt = undefined;
    this.changed();
  }

  toggleFlag(slot: number = this.place.slot.slot): void {
    this.walk.toggleFlag(slot);
    this.changed();
  }

  /** Looks at the clock; called a few times a second. */
  tick(): void {
    if (!this.time.paused) this.ending.tick(this.left);
  }

  /** Asks the server how things stand: a deadline may have moved, another device may have taken over. */
  async resync(): Promise<void> {
    if (this.ending.phase === 'done' || this.outbox.halt) return;
    try {
      const facts = await this.link.facts();
      this.clockLine.take(facts.clock);
      this.facts = { ...this.facts, deadline: facts.deadline, state: facts.state, voidReason: facts.voidReason ?? null };
      if (this.fromKeep) await this.resume(this.link.token);
      else if (facts.state !== 'STARTED') this.finish();
      else this.outbox.compare(facts);
    } catch (error) {
      if (error instanceof Refusal) this.stop(error);
    }
    this.changed();
  }

  /** Asks whether the clock has changed. */
  askClock(): Promise<void> {
    return this.clockLine.ask();
  }

  /** The candidate has read what was decided about the time. */
  readNews(): void {
    this.time.news = undefined;
    this.changed();
  }

  private async save(steps: Step[]): Promise<SaveAnswer> {
    const answer = await this.link.send(steps);
    if (this.time.differs(answer.deadline, answer.paused)) void this.askClock();
    return answer;
  }

  private stop(refusal: Refusal): void {
    const halt = haltOf(refusal);
    if (halt) this.outbox.stop(halt);
  }

  private clockTaken(): void {
    this.outbox.pause(this.time.paused);
    this.ending.warning = undefined;
    // A hand-in that the person pressed stays one, however much time there is.
    if (this.time.paused || (this.ending.timeUp && (this.left ?? 0) > 0)) this.ending.goOn();
    this.changed();
  }

  /** The network is said to be back. */
  online(): void {
    void this.outbox.flush().then(() => this.checks.retry());
    void this.presence?.flush();
    void this.work.flush();
    if (this.fromKeep) void this.resync();
  }

  leave(): void {
    this.tabs.leave();
    this.checks.stop();
    this.work.stop();
    this.outbox.stop({ kind: 'left', sentence: '' });
  }

  subscribe(act: () => void): () => void {
    this.listeners.add(act);
    return () => this.listeners.delete(act);
  }

  /** What is closed takes nothing more. */
  private handOver(): void {
    if (this.outbox.halt?.kind !== 'closed') this.drafts.forEach((act) => act());
  }

  private finish(): void {
    this.checks.stop();
    this.ending.finish();
  }

  private onOutbox(): void {
    const recovered = this.troubled && !this.outbox.trouble;
    this.troubled = this.outbox.trouble;
    if (recovered) {
      void this.checks.retry();
      void this.presence?.flush();
      void this.work.flush();
    }
    if (this.outbox.halt?.kind === 'closed' && this.ending.phase === 'answering') void this.ending.handIn();
    this.changed();
  }

  /** Another tab of this device has news; one of another epoch knows more than this one. */
  private heard(news: TabNews): void {
    if (news.kind === 'saved' && news.epoch === this.facts.epoch) this.outbox.heard(news);
    else void this.resync();
  }

  private ended(): void {
    this.presence?.end();
    this.tabs.tell({ kind: 'look' });
  }

  private remember(change: Parameters<Keep['remember']>[1]): void {
    // The place and the flags are a comfort; losing them loses no answer.
    this.desk.keep.remember(this.facts.attemptId, change).catch(() => undefined);
  }

  private changed(): void {
    this.listeners.forEach((act) => act());
  }
}
