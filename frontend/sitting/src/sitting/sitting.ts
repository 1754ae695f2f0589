import { Refusal } from '../api/client';
import type { Client } from '../api/client';
import { secondsLeft } from '../api/clock';
import type { ServerClock } from '../api/clock';
import type { AttemptFacts, Form, Receipt, ResponseValue } from '../api/types';
import { pauseMs } from '../outbox/backoff';
import { haltOf } from '../outbox/halt';
import type { Keep } from '../outbox/keep';
import { Outbox } from '../outbox/outbox';
import type { Pacing } from '../outbox/outbox';
import { arranged } from './arrangement';
import type { Place } from './arrangement';
import { Checks } from './checks';
import { Countdown } from './countdown';
import type { Warning } from './countdown';
import { chosen, isAnswered } from './response';

/** What a sitting works with. */
export interface Desk {
  client: Client;
  clock: ServerClock;
  keep: Keep;
  pacing: Pacing;
}

/** The automatic hand-in of a hall is spread over this long. */
const SPREAD_MS = 2000;

/** One person at one paper: what is shown, what was answered, and the way to handing in. */
export class Sitting {
  readonly places: Place[];
  readonly outbox: Outbox;
  readonly checks: Checks;
  readonly flags = new Set<number>();
  index = 0;
  phase: 'answering' | 'handing-in' | 'done' = 'answering';
  timeUp = false;
  warning: Warning | undefined;
  receipt: Receipt | undefined;
  private readonly countdown = new Countdown();
  private readonly listeners = new Set<() => void>();
  private troubled = false;

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
    const line = {
      send: (steps: Parameters<Client['save']>[2]) => client.save(id, this.token, steps),
      lastSequence: async () => (await client.attempt(id, this.token)).lastSequence,
    };
    this.outbox = new Outbox(id, keep, line, pacing, () => this.onOutbox());
    this.checks = new Checks({
      outbox: this.outbox,
      pacing,
      ask: ({ slot, sequence, value }) => client.check(id, this.token, slot, sequence, value),
      remember: (awaiting) => this.remember({ awaiting }),
      changed: () => this.changed(),
    });
  }

  /** Takes up what this device and the server know, and goes to where the person was. */
  async open(): Promise<this> {
    const kept = await this.desk.keep.attempt(this.facts.attemptId).catch(() => undefined);
    kept?.flags.forEach((slot) => this.flags.add(slot));
    this.checks.load(this.facts.checked ?? [], kept?.awaiting ?? []);
    await this.outbox.open(this.facts);
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

  get last(): boolean {
    return this.index === this.places.length - 1;
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
    return this.phase !== 'answering' || this.checks.locked(slot);
  }

  /** Whether there is an answer here that could get feedback now. */
  get checkable(): boolean {
    const { slot } = this.place.slot;
    return this.immediate && !this.checks.withheld.has(slot) && !this.locked(slot) && isAnswered(this.value(slot));
  }

  answer(value: ResponseValue): void {
    const { slot } = this.place.slot;
    if (!this.locked(slot)) void this.outbox.put(slot, value);
  }

  choose(token: string): void {
    const { slot, type } = this.place.slot;
    this.answer(chosen(type, this.value(slot), token));
  }

  async check(): Promise<void> {
    if (this.checkable) await this.checks.confirm(this.place.slot.slot);
  }

  go(index: number): void {
    if (index < 0 || index >= this.places.length || index === this.index) return;
    this.index = index;
    this.warning = undefined;
    this.remember({ current: this.place.slot.slot });
    this.changed();
  }

  toggleFlag(): void {
    const { slot } = this.place.slot;
    if (!this.flags.delete(slot)) this.flags.add(slot);
    this.remember({ flags: [...this.flags] });
    this.changed();
  }

  /** Saves what is left, then hands in; tries until the server has answered or the person goes back. */
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
    const stroke = this.countdown.stroke(left);
    if (stroke.kind === 'end') return this.end();
    if (stroke.kind === 'turned') this.warning = stroke.warning ?? this.warning;
    if (stroke.kind === 'turned') this.changed();
  }

  /** Asks the server how things stand: a deadline may have moved, another device may have taken over. */
  async resync(): Promise<void> {
    if (this.phase === 'done' || this.outbox.halt) return;
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
    void this.outbox.flush().then(() => this.checks.retry());
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

  /** True when there is nothing more to try. */
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
    // What was answered last goes now, within the grace; only the hand-in itself is spread.
    void this.outbox.flush();
    this.desk.pacing.later(this.desk.pacing.random() * SPREAD_MS, () => void this.handIn());
    this.changed();
  }

  private finish(): void {
    this.phase = 'done';
    this.checks.stop();
    this.changed();
  }

  private onOutbox(): void {
    const recovered = this.troubled && !this.outbox.trouble;
    this.troubled = this.outbox.trouble;
    if (recovered) void this.checks.retry();
    if (this.outbox.halt?.kind === 'closed' && this.phase === 'answering') void this.handIn();
    this.changed();
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
