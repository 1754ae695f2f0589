import { Refusal } from '../api/client';
import type { Client } from '../api/client';
import type { ServerClock } from '../api/clock';
import type { AttemptClock, AttemptFacts, Form, ResponseValue } from '../api/types';
import { haltOf } from '../outbox/halt';
import type { Keep } from '../outbox/keep';
import { Outbox } from '../outbox/outbox';
import type { Pacing } from '../outbox/outbox';
import { arranged, sectionAround, worded } from './arrangement';
import type { Place } from './arrangement';
import { Checks } from './checks';
import { Ending } from './ending';
import { Presence } from './presence';
import { presenceKeep } from './presence-keep';
import { chosen, isAnswered } from './response';
import { Timekeeper } from './timekeeper';

/** What a sitting works with. */
export interface Desk {
  client: Client;
  clock: ServerClock;
  keep: Keep;
  pacing: Pacing;
}

/** One person at one paper: what is shown, what was answered, and the way to handing in. */
export class Sitting {
  readonly places: Place[];
  readonly outbox: Outbox;
  readonly checks: Checks;
  readonly ending: Ending;
  readonly time: Timekeeper;
  readonly flags = new Set<number>();
  /** When this device took over, as long as that has to be told. */
  tookOverAt: string | undefined;
  /** What is noted beside the answers; in exams alone. */
  presence: Presence | undefined;
  private watchedEpoch: number | undefined;
  index = 0;
  private readonly listeners = new Set<() => void>();
  private troubled = false;
  private asksClock = false;

  constructor(
    private readonly desk: Desk,
    public facts: AttemptFacts,
    readonly form: Form,
    private token: string,
    /** Opened from what this device kept, without the server. */
    public fromKeep = false,
  ) {
    const { client, keep, pacing } = desk;
    const id = facts.attemptId;
    this.places = arranged(form, facts.arrangement);
    this.time = new Timekeeper(facts.clock, facts.deadline);
    const line = {
      send: async (steps: Parameters<Client['save']>[2]) => {
        const answer = await client.save(id, this.token, steps);
        if (this.time.differs(answer.deadline, answer.paused)) void this.askClock();
        return answer;
      },
      lastSequence: async () => (await client.attempt(id, this.token)).lastSequence,
    };
    this.outbox = new Outbox(id, keep, line, pacing, () => this.onOutbox());
    this.checks = new Checks({
      outbox: this.outbox,
      pacing,
      ask: ({ slot, sequence, value }) => client.check(id, this.token, slot, sequence, value),
      assess: (slot, sequence, said) => client.assess(id, this.token, slot, sequence, said),
      remember: (awaiting) => this.remember({ awaiting }),
      changed: () => this.changed(),
    });
    this.ending = new Ending({ outbox: this.outbox, pacing, submit: (automatic) => client.handIn(id, this.token, automatic), askClock: () => void this.askClock(), changed: () => this.changed(), ended: () => this.presence?.end() });
  }

  /** Takes up what this device and the server know, and goes to where the person was. */
  async open(): Promise<this> {
    const kept = await this.desk.keep.attempt(this.facts.attemptId).catch(() => undefined);
    kept?.flags.forEach((slot) => this.flags.add(slot));
    this.checks.load(this.facts.checked ?? [], kept?.awaiting ?? []);
    await this.outbox.open(this.facts);
    this.outbox.pause(this.time.paused);
    this.watch(kept?.toldEpoch);
    const at = this.places.findIndex(({ slot }) => slot.slot === kept?.current);
    this.index = at >= 0 ? at : this.firstOpen();
    void this.checks.retry();
    return this;
  }

  /** Goes on under a new token, after signing in again or taking the sitting back. */
  async resume(token: string): Promise<void> {
    this.token = token;
    this.facts = await this.desk.client.attempt(this.facts.attemptId, token);
    this.fromKeep = false;
    this.checks.load(this.facts.checked ?? [], []);
    await this.outbox.open(this.facts);
    if (this.facts.clock) this.told(this.facts.clock);
    this.watch(undefined);
    if (this.facts.state !== 'STARTED') this.finish();
    else if (this.ending.phase === 'handing-in') void this.ending.handIn();
    this.changed();
  }

  get immediate(): boolean {
    return this.facts.behaviour === 'IMMEDIATE';
  }

  get place(): Place {
    return this.shown(this.places[this.index] as Place);
  }

  /** The places of the section that is open, in their order. */
  get section(): Place[] {
    return sectionAround(this.places, this.index);
  }

  /** A place with the words that are ours in the language of now. */
  shown(place: Place): Place {
    return { ...place, options: worded(place.slot.type, place.options) };
  }

  get last(): boolean {
    return this.index === this.places.length - 1;
  }

  get unanswered(): Place[] {
    return this.places.filter(({ slot }) => !isAnswered(this.value(slot.slot)));
  }

  /** The places, as shown, whose last change the server did not take: what counts there is what it had before. */
  get notCounted(): number[] {
    return this.places.filter(({ slot }) => this.outbox.answers.get(slot.slot)?.state === 'refused').map(({ position }) => position);
  }

  /** Texts that were checked and that their writer has not compared with the points yet. */
  get unassessed(): Place[] {
    return this.places.filter(({ slot }) => this.checks.feedback.get(slot.slot)?.reason === 'unmarked');
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
    return this.immediate && !this.checks.withheld.has(slot) && !this.locked(slot) && isAnswered(this.value(slot));
  }

  answer(value: ResponseValue): void {
    this.answerTo(this.place.slot.slot, value);
  }

  /** For what is written down a moment later, when another item may be open already. */
  answerTo(slot: number, value: ResponseValue): void {
    if (!this.locked(slot)) void this.outbox.put(slot, value);
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
    return this.desk.client.report(this.facts.attemptId, this.token, slot, reason, words);
  }

  go(index: number): void {
    if (index < 0 || index >= this.places.length || index === this.index) return;
    this.index = index;
    this.ending.warning = undefined;
    this.tookOverAt = undefined;
    this.remember({ current: this.place.slot.slot });
    this.changed();
  }

  toggleFlag(slot: number = this.place.slot.slot): void {
    if (!this.flags.delete(slot)) this.flags.add(slot);
    this.remember({ flags: [...this.flags] });
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
      const facts = await this.desk.client.attempt(this.facts.attemptId, this.token);
      if (facts.clock) this.told(facts.clock);
      this.facts = { ...this.facts, deadline: facts.deadline, state: facts.state, voidReason: facts.voidReason ?? null };
      if (this.fromKeep) await this.resume(this.token);
      else if (facts.state !== 'STARTED') this.finish();
    } catch (error) {
      const halt = error instanceof Refusal ? haltOf(error) : undefined;
      if (halt) this.outbox.stop(halt);
    }
    this.changed();
  }

  /** Asks whether the clock has changed: a few bytes, every few seconds. */
  async askClock(): Promise<void> {
    if (this.asksClock || this.ending.phase === 'done' || this.outbox.halt || this.fromKeep) return;
    this.asksClock = true;
    try {
      const told = await this.desk.client.clockOf(this.facts.attemptId, this.token, this.time.version);
      if (told) this.told(told);
    } catch {
      // It is asked again soon; that the token is good no longer, the answers find out.
    } finally {
      this.asksClock = false;
    }
  }

  /** The candidate has read what was decided about the time. */
  readNews(): void {
    this.time.news = undefined;
    this.changed();
  }

  private told(clock: AttemptClock): void {
    if (!this.time.take(clock)) return;
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
    if (this.fromKeep) void this.resync();
  }

  leave(): void {
    this.checks.stop();
    this.outbox.stop({ kind: 'left', sentence: '' });
  }

  subscribe(act: () => void): () => void {
    this.listeners.add(act);
    return () => this.listeners.delete(act);
  }

  private finish(): void {
    this.checks.stop();
    this.presence?.end();
    this.ending.finish();
  }

  private onOutbox(): void {
    const recovered = this.troubled && !this.outbox.trouble;
    this.troubled = this.outbox.trouble;
    if (recovered) {
      void this.checks.retry();
      void this.presence?.flush();
    }
    if (this.outbox.halt?.kind === 'closed' && this.ending.phase === 'answering') void this.ending.handIn();
    this.changed();
  }

  /** Says once that this device took over, and notes from now on when its page is left. */
  private watch(toldEpoch: number | undefined): void {
    const { attemptId, epoch, purpose, takenOverAt, lastEvent } = this.facts;
    this.tookOverAt = takenOverAt && toldEpoch !== epoch ? takenOverAt : undefined;
    if (this.tookOverAt) this.remember({ toldEpoch: epoch });
    if (purpose !== 'exam' || this.watchedEpoch === epoch) return;
    this.presence?.end();
    this.watchedEpoch = epoch;
    const { client, clock, pacing } = this.desk;
    const send = (events: Parameters<Client['noteEvents']>[2]) => client.noteEvents(attemptId, this.token, events);
    this.presence = new Presence({ pacing, now: () => clock.now(), send, ...presenceKeep(attemptId, epoch) }, lastEvent ?? 0);
  }

  private firstOpen(): number {
    const open = this.places.findIndex(({ slot }) => (this.immediate ? !this.checks.feedback.has(slot.slot) : !isAnswered(this.value(slot.slot))));
    return Math.max(0, open);
  }

  private remember(change: Parameters<Keep['remember']>[1]): void {
    // The place and the flags are a comfort; losing them loses no answer.
    this.desk.keep.remember(this.facts.attemptId, change).catch(() => undefined);
  }

  private changed(): void {
    this.listeners.forEach((act) => act());
  }
}
