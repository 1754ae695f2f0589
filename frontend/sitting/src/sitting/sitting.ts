import { Refusal, Unreachable } from '../api/client';
import type { Client } from '../api/client';
import { secondsLeft } from '../api/clock';
import type { ServerClock } from '../api/clock';
import type { AttemptFacts, Feedback, Form, Receipt, ResponseValue } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { haltOf } from '../outbox/halt';
import type { Keep } from '../outbox/keep';
import { Outbox } from '../outbox/outbox';
import type { Pacing } from '../outbox/outbox';
import { arranged } from './arrangement';
import type { Place } from './arrangement';
import { chosen, isAnswered } from './response';

/** What a sitting works with. */
export interface Desk {
  client: Client;
  clock: ServerClock;
  keep: Keep;
  pacing: Pacing;
}

/** Warnings are given when the clock passes these many seconds. */
const WARNINGS = [300, 60] as const;
/** The automatic hand-in of a hall is spread over this long. */
const SPREAD_MS = 2000;

/** One person at one paper: what is shown, what was answered, and the way to handing in. */
export class Sitting {
  readonly places: Place[];
  readonly outbox: Outbox;
  readonly checked = new Map<number, Feedback>();
  readonly flags = new Set<number>();
  /** Confirmed without network: locked here, feedback to come. */
  readonly awaiting = new Set<number>();
  /** Why a slot has no feedback, in the server's words. */
  readonly withheld = new Map<number, string>();
  index = 0;
  phase: 'answering' | 'handing-in' | 'done' = 'answering';
  timeUp = false;
  checking: number | undefined;
  warning: (typeof WARNINGS)[number] | undefined;
  receipt: Receipt | undefined;
  private readonly listeners = new Set<() => void>();
  private troubled = false;
  private failures = 0;
  private callOffRetry: (() => void) | undefined;
  private lastLeft = Number.POSITIVE_INFINITY;

  constructor(
    private readonly desk: Desk,
    public facts: AttemptFacts,
    readonly form: Form,
    private token: string,
    /** Opened from what this device kept, without the server. */
    public fromKeep = false,
  ) {
    this.places = arranged(form, facts.arrangement);
    const { client } = desk;
    const line = {
      send: (steps: Parameters<Client['save']>[2]) => client.save(facts.attemptId, this.token, steps),
      lastSequence: async () => (await client.attempt(facts.attemptId, this.token)).lastSequence,
    };
    this.outbox = new Outbox(facts.attemptId, desk.keep, line, desk.pacing, () => this.onOutbox());
  }

  async open(): Promise<this> {
    const kept = await this.desk.keep.attempt(this.facts.attemptId).catch(() => undefined);
    kept?.flags.forEach((slot) => this.flags.add(slot));
    this.takeChecked();
    kept?.awaiting.filter((slot) => !this.checked.has(slot)).forEach((slot) => this.awaiting.add(slot));
    await this.outbox.open(this.facts);
    const at = this.places.findIndex(({ slot }) => slot.slot === kept?.current);
    this.index = at >= 0 ? at : this.firstOpen();
    if (this.awaiting.size > 0) void this.retryChecks();
    return this;
  }

  /** Goes on under a new token, after signing in again or taking the sitting back. */
  async resume(token: string): Promise<void> {
    this.token = token;
    this.facts = await this.desk.client.attempt(this.facts.attemptId, token);
    this.fromKeep = false;
    this.takeChecked();
    await this.outbox.open(this.facts);
    if (this.facts.state !== 'STARTED') this.finish();
    else if (this.phase === 'handing-in') void this.handIn();
    this.changed();
  }

  get immediate(): boolean {
    return this.facts.behaviour === 'IMMEDIATE';
  }

  get place(): Place {
    return this.places[this.index] as Place;
  }

  get unanswered(): Place[] {
    return this.places.filter(({ slot }) => !isAnswered(this.value(slot.slot)));
  }

  /** Seconds to the deadline by the server's clock; undefined without one. */
  get left(): number | undefined {
    return this.facts.deadline ? secondsLeft(Date.parse(this.facts.deadline), this.desk.clock.now()) : undefined;
  }

  value(slot: number): ResponseValue {
    return this.outbox.answers.get(slot)?.value ?? null;
  }

  locked(slot: number): boolean {
    return this.phase !== 'answering' || this.checked.has(slot) || this.awaiting.has(slot);
  }

  answer(value: ResponseValue): void {
    const { slot } = this.place.slot;
    if (!this.locked(slot)) void this.outbox.put(slot, value);
  }

  choose(token: string): void {
    const { slot, type } = this.place.slot;
    this.answer(chosen(type, this.value(slot), token));
  }

  go(index: number): void {
    if (index < 0 || index >= this.places.length || index === this.index) return;
    this.index = index;
    void this.remember({ current: this.place.slot.slot });
    this.changed();
  }

  toggleFlag(): void {
    const { slot } = this.place.slot;
    if (!this.flags.delete(slot)) this.flags.add(slot);
    void this.remember({ flags: [...this.flags] });
    this.changed();
  }

  /** Confirms the open slot; without network it stays confirmed here, and feedback follows. */
  async check(): Promise<void> {
    const { slot } = this.place.slot;
    if (!this.immediate || this.locked(slot) || !isAnswered(this.value(slot))) return;
    this.await(slot, true);
    await this.feedbackFor(slot);
  }

  async handIn(): Promise<void> {
    this.phase = 'handing-in';
    this.changed();
    for (let failures = 1; this.phase === 'handing-in'; failures += 1) {
      if (await this.tryHandIn()) return;
      await new Promise<void>((resolve) => this.desk.pacing.later(pauseMs(Math.min(failures, 3), this.desk.pacing.random()), resolve));
    }
  }

  /** Back to the items while a hand-in waits for the network; not once the time is up. */
  keepAnswering(): void {
    if (this.phase !== 'handing-in' || this.timeUp) return;
    this.phase = 'answering';
    this.changed();
  }

  /** Looks at the clock: warns, and hands in when the time is up. Called a few times a second. */
  tick(): void {
    const left = this.left;
    if (left === undefined || this.timeUp || this.phase === 'done' || this.outbox.halt) return;
    const passed = WARNINGS.filter((mark) => this.lastLeft > mark && left <= mark);
    if (this.lastLeft !== Number.POSITIVE_INFINITY && passed.length > 0) this.warning = passed[passed.length - 1];
    const turned = left !== this.lastLeft;
    this.lastLeft = left;
    if (left === 0) this.end();
    else if (turned) this.changed();
  }

  /** Asks the server how things stand: a deadline may have moved, another device may have taken over. */
  async resync(): Promise<void> {
    if (this.phase === 'done' || (this.outbox.halt && this.outbox.halt.kind !== 'closed')) return;
    try {
      const facts = await this.desk.client.attempt(this.facts.attemptId, this.token);
      this.facts = { ...this.facts, deadline: facts.deadline, state: facts.state };
      if (this.fromKeep) await this.resume(this.token);
      else if (facts.state !== 'STARTED') this.finish();
    } catch (error) {
      const halt = error instanceof Refusal ? haltOf(error) : undefined;
      if (halt) this.outbox.stop(halt);
    }
    this.changed();
  }

  /** The network is said to be back. */
  online(): void {
    void this.outbox.flush().then(() => this.retryChecks());
    if (this.fromKeep) void this.resync();
  }

  leave(): void {
    this.callOffRetry?.();
    this.outbox.stop({ kind: 'left', sentence: '' });
  }

  subscribe(act: () => void): () => void {
    this.listeners.add(act);
    return () => this.listeners.delete(act);
  }

  private async tryHandIn(): Promise<boolean> {
    const emptied = await this.outbox.flush();
    const halt = this.outbox.halt?.kind;
    if (halt && halt !== 'closed') return true;
    if (!emptied && halt !== 'closed') return false;
    try {
      this.receipt = await this.outbox.exclusive(() => this.desk.client.handIn(this.facts.attemptId, this.token));
      this.finish();
      return true;
    } catch (error) {
      const stop = error instanceof Refusal ? haltOf(error) : undefined;
      if (stop?.kind === 'closed') this.finish();
      else if (stop) this.outbox.stop(stop);
      return stop !== undefined;
    }
  }

  private end(): void {
    this.timeUp = true;
    this.phase = 'handing-in';
    // What was typed last goes now, within the grace; only the hand-in itself is spread.
    void this.outbox.flush();
    this.desk.pacing.later(this.desk.pacing.random() * SPREAD_MS, () => void this.handIn());
    this.changed();
  }

  private finish(): void {
    this.phase = 'done';
    this.callOffRetry?.();
    this.changed();
  }

  private async feedbackFor(slot: number): Promise<void> {
    const step = await this.outbox.step(slot);
    if (!step) return this.await(slot, false);
    this.checking = slot;
    this.changed();
    try {
      // Earlier numbers reach the server first.
      await this.outbox.flush();
      if (this.outbox.trouble || this.outbox.halt) throw new Unreachable();
      const { client } = this.desk;
      const feedback = await this.outbox.exclusive(() => client.check(this.facts.attemptId, this.token, slot, step.sequence, step.value));
      this.outbox.acknowledge(step);
      this.checked.set(slot, feedback);
      this.failures = 0;
      this.await(slot, false);
    } catch (error) {
      this.noFeedback(slot, error);
    } finally {
      this.checking = undefined;
      this.changed();
    }
  }

  private noFeedback(slot: number, error: unknown): void {
    if (error instanceof Refusal) {
      this.await(slot, false);
      if (error.code === 'attempt.embargo' || error.status === 400 || error.status === 422) this.withheld.set(slot, error.sentence);
      else this.outbox.stop(haltOf(error) ?? { kind: 'closed', sentence: error.sentence });
      return;
    }
    this.failures += 1;
    this.callOffRetry?.();
    this.callOffRetry = this.desk.pacing.later(pauseMs(this.failures, this.desk.pacing.random()), () => void this.retryChecks());
  }

  private async retryChecks(): Promise<void> {
    this.callOffRetry?.();
    for (const slot of [...this.awaiting]) {
      if (this.checking !== undefined || this.outbox.halt || this.phase === 'done') return;
      await this.feedbackFor(slot);
      if (this.awaiting.has(slot)) return;
    }
  }

  private await(slot: number, awaiting: boolean): void {
    if (awaiting) this.awaiting.add(slot);
    else this.awaiting.delete(slot);
    void this.remember({ awaiting: [...this.awaiting] });
  }

  private takeChecked(): void {
    this.facts.checked?.forEach((feedback) => {
      this.checked.set(feedback.slot, feedback);
      this.awaiting.delete(feedback.slot);
    });
  }

  private onOutbox(): void {
    const recovered = this.troubled && !this.outbox.trouble;
    this.troubled = this.outbox.trouble;
    if (recovered && this.awaiting.size > 0) void this.retryChecks();
    if (this.outbox.halt?.kind === 'closed' && this.phase === 'answering') void this.handIn();
    this.changed();
  }

  private firstOpen(): number {
    const open = this.places.findIndex(({ slot }) => (this.immediate ? !this.checked.has(slot.slot) : !isAnswered(this.value(slot.slot))));
    return Math.max(0, open);
  }

  private remember(change: Parameters<Keep['remember']>[1]): Promise<void> {
    // The place and the flags are a comfort; losing them loses no answer.
    return this.desk.keep.remember(this.facts.attemptId, change).catch(() => undefined);
  }

  private changed(): void {
    this.listeners.forEach((act) => act());
  }
}
