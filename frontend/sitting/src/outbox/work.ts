import { Refusal, Unreachable } from '../api/client';
import type { WorkFile } from '../api/types';
import { filesOf, withFile } from '../sitting/response';
import { pauseMs } from './backoff';
import { aboutTheClock, haltOf } from './halt';
import type { KeptWork } from './keep';
import { Preparing } from './preparing';
import type { Added, ReadyFile, WorkDesk } from './work-desk';

/** A file that is damaged on the way is sent again, but not for ever. */
const MOST_DAMAGED = 3;
const PAUSED_MS = 4000;
/** What is being made ready is waited for no longer than this at a time. */
const PREPARING_MS = 10_000;

/**
 * Files of work on their way to the server, oldest first, one at a time, beside the answers and never in front of them.
 * A file is kept on this device until the server has it; only then does the response name it, so that a text never waits
 * for a photograph, and nothing is named that is not there.
 */
export class WorkBox {
  /** What the server does not have yet, in the order in which it was added. */
  waiting: KeptWork[] = [];
  /** What is known of files that the server has. */
  readonly known = new Map<string, WorkFile>();
  /** What this page sent itself: it need not come back over a slow line to be looked at. */
  readonly atHand = new Map<string, Blob>();
  /** The last try failed. */
  trouble = false;
  /** False once a file could not be kept: a reload would lose what waits. */
  durable = true;
  /** What was chosen and is not ready to be sent yet. */
  readonly preparing: Preparing;
  private sending: string | undefined;
  private failures = 0;
  private readonly damaged = new Map<string, number>();
  private callOff: (() => void) | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private order = 0;

  constructor(private readonly desk: WorkDesk) {
    this.preparing = new Preparing(desk.pacing, desk.changed);
  }

  /** How many will be sent, those among them that are being made ready. */
  get pendingCount(): number {
    return this.waiting.filter(({ state }) => state === 'pending').length + this.preparing.count;
  }

  /** How many were chosen and will not be sent: they could not be made ready, or the server did not want them. */
  get failedCount(): number {
    return this.waiting.filter(({ state }) => state === 'refused').length + this.preparing.unfit;
  }

  /** How many files a response has, wherever they are. */
  countOf(slot: number): number {
    return new Set([...filesOf(this.desk.value(slot)), ...this.of(slot).map(({ hash }) => hash)]).size + this.preparing.of(slot);
  }

  /** For how many more there is room. */
  roomOf(slot: number): number {
    return Math.max(0, this.desk.most(slot) - this.countOf(slot));
  }

  pendingOf(slot: number): number {
    return this.of(slot).filter(({ state }) => state === 'pending').length + this.preparing.of(slot);
  }

  of(slot: number): KeptWork[] {
    return this.waiting.filter((each) => each.slot === slot);
  }

  /** Whether this one is being sent at this moment. */
  isUnderWay({ hash }: KeptWork): boolean {
    return this.sending === hash && !this.trouble;
  }

  /** Takes up what this device kept and what the server told of its files. */
  async open(told: readonly WorkFile[]): Promise<void> {
    told.forEach((file) => this.known.set(file.hash, file));
    const kept = await this.desk.keep.work(this.desk.attemptId).catch(() => []);
    const here = new Set(this.waiting.map(({ slot, hash }) => `${slot}/${hash}`));
    this.waiting = [...kept.filter(({ slot, hash }) => !here.has(`${slot}/${hash}`)), ...this.waiting].sort((one, other) => one.order - other.order);
    this.order = this.waiting.reduce((top, { order }) => Math.max(top, order), this.order);
    this.failures = 0;
    this.trouble = false;
    if (this.pendingCount > 0) this.schedule(0);
    this.desk.changed();
  }

  /** Makes a chosen file ready and adds it; rejects with what kept it from being made ready. */
  async prepare(slot: number, ready: () => Promise<ReadyFile>): Promise<Added> {
    return this.roomOf(slot) === 0 ? 'full' : this.preparing.run(slot, ready, (file) => this.add(slot, file));
  }

  async add(slot: number, { hash, bytes, type }: ReadyFile): Promise<Added> {
    if (filesOf(this.desk.value(slot)).includes(hash) || this.of(slot).some((each) => each.hash === hash)) return 'twice';
    if (this.roomOf(slot) === 0) return 'full';
    this.order = Math.max(this.order + 1, Date.now());
    const work: KeptWork = { attemptId: this.desk.attemptId, slot, hash, bytes, type, order: this.order, state: 'pending' };
    this.waiting.push(work);
    this.desk.changed();
    await this.kept(work);
    if (this.failures === 0) this.schedule(0);
    return 'added';
  }

  /** Takes back a file that the server does not have, or did not want. */
  async remove(slot: number, hash: string): Promise<void> {
    this.waiting = this.waiting.filter((each) => each.slot !== slot || each.hash !== hash);
    this.desk.changed();
    await this.desk.keep.dropWork(this.desk.attemptId, slot, hash).catch(() => undefined);
  }

  /** Sends all that waits, now, and what is being made ready; true when nothing waits any more. */
  async flush(): Promise<boolean> {
    const someAreMadeReady = this.preparing.count > 0;
    await this.carry();
    if (someAreMadeReady) {
      await this.preparing.settle(PREPARING_MS);
      await this.carry();
    }
    return this.pendingCount === 0;
  }

  stop(): void {
    this.callOff?.();
  }

  private async kept(work: KeptWork): Promise<void> {
    try {
      await this.desk.keep.keepWork(work);
      this.durable = this.durable && this.desk.keep.durable;
    } catch {
      // No room on this device: it lasts as long as the page, and the page says so.
      this.durable = false;
      this.desk.changed();
    }
  }

  private next(): KeptWork | undefined {
    return this.desk.stopped() ? undefined : this.waiting.find(({ state }) => state === 'pending');
  }

  private async carry(): Promise<void> {
    this.callOff?.();
    const mine = this.turn.then(() => this.pump());
    this.turn = mine.catch(() => undefined);
    await mine;
  }

  private async pump(): Promise<void> {
    for (let work = this.next(); work; work = this.next()) {
      this.sending = work.hash;
      this.desk.changed();
      try {
        const file = await this.desk.send(work.hash, work.bytes);
        this.known.set(file.hash, file);
        this.atHand.set(file.hash, new Blob([work.bytes], { type: work.type }));
        this.failures = 0;
        this.trouble = false;
        await this.arrived(work);
      } catch (error) {
        if (!(await this.settled(work, error))) return;
      } finally {
        this.sending = undefined;
        this.desk.changed();
      }
    }
  }

  /** The response names it first and this device forgets it then: between the two nothing can be lost. */
  private async arrived(work: KeptWork): Promise<void> {
    if (!this.waiting.includes(work)) return;
    const named = filesOf(this.desk.value(work.slot));
    // Another tab may have filled the places meanwhile.
    if (!named.includes(work.hash) && named.length >= this.desk.most(work.slot)) return this.refused(work, '');
    await this.desk.put(work.slot, withFile(this.desk.value(work.slot), work.hash));
    await this.remove(work.slot, work.hash);
  }

  /** Whether the next one may be tried. */
  private async settled(work: KeptWork, error: unknown): Promise<boolean> {
    if (!(error instanceof Refusal)) return this.later(error instanceof Unreachable ? error.retryAfterSeconds : undefined);
    if (aboutTheClock(error)) {
      this.schedule(PAUSED_MS);
      return false;
    }
    if (error.code === 'attempt.work.damaged') {
      const times = (this.damaged.get(work.hash) ?? 0) + 1;
      this.damaged.set(work.hash, times);
      if (times < MOST_DAMAGED) return this.later(undefined);
    }
    const halt = haltOf(error);
    const ended = halt?.kind === 'closed' && error.code !== 'attempt.work.full';
    if (halt && halt.kind !== 'closed') {
      this.desk.stop(halt);
      return false;
    }
    for (const each of ended ? [...this.waiting] : [work]) await this.refused(each, error.sentence);
    return true;
  }

  private async refused(work: KeptWork, sentence: string): Promise<void> {
    const at = this.waiting.indexOf(work);
    if (at < 0) return;
    const refused: KeptWork = { ...work, state: 'refused', sentence };
    this.waiting[at] = refused;
    await this.kept(refused);
  }

  private later(askedSeconds: number | undefined): boolean {
    this.failures += 1;
    this.trouble = true;
    this.schedule(pauseMs(this.failures, this.desk.pacing.random(), askedSeconds));
    return false;
  }

  private schedule(ms: number): void {
    this.callOff?.();
    this.callOff = this.desk.stopped() ? undefined : this.desk.pacing.later(ms, () => void this.carry());
  }
}
