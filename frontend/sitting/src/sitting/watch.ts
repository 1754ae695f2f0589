import type { Client } from '../api/client';
import type { AttemptFacts } from '../api/types';
import { Presence } from './presence';
import type { PresenceDesk } from './presence';
import { presenceKeep } from './presence-keep';

/** What a watch needs of the sitting. */
export interface WatchDesk extends Pick<PresenceDesk, 'pacing' | 'now'> {
  send: (events: Parameters<Client['noteEvents']>[2]) => ReturnType<Client['noteEvents']>;
  /** The take-over of this epoch was told. */
  told(epoch: number): void;
}

/** What is noted beside the answers, in exams alone: that this device took over, and when its page is left. */
export class Watch {
  /** When this device took over, as long as that has to be told. */
  tookOverAt: string | undefined;
  presence: Presence | undefined;
  private epoch: number | undefined;

  constructor(private readonly desk: WatchDesk) {}

  /** Says once that this device took over, and notes from now on when its page is left. */
  begin({ attemptId, epoch, purpose, takenOverAt, lastEvent }: AttemptFacts, toldEpoch: number | undefined): void {
    this.tookOverAt = takenOverAt && toldEpoch !== epoch ? takenOverAt : undefined;
    if (this.tookOverAt) this.desk.told(epoch);
    if (purpose !== 'exam' || this.epoch === epoch) return;
    this.presence?.end();
    this.epoch = epoch;
    const { pacing, now, send } = this.desk;
    this.presence = new Presence({ pacing, now, send, ...presenceKeep(attemptId, epoch) }, lastEvent ?? 0);
  }
}
