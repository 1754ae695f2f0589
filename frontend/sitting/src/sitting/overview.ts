import type { Outbox } from '../outbox/outbox';
import type { Place } from './arrangement';
import type { Checks } from './checks';
import { isAnswered } from './response';

/** Which places still want something of the person. */
export class Overview {
  constructor(
    private readonly places: Place[],
    private readonly outbox: Outbox,
    private readonly checks: Checks,
    private readonly work?: { pendingOf(slot: number): number },
  ) {}

  get unanswered(): Place[] {
    return this.places.filter(({ slot }) => !isAnswered(this.outbox.answers.get(slot.slot)?.value ?? null) && !this.work?.pendingOf(slot.slot));
  }

  /** The places, as shown, whose last change the server did not take: what counts there is what it had before. */
  get notCounted(): number[] {
    return this.places.filter(({ slot }) => this.outbox.answers.get(slot.slot)?.state === 'refused').map(({ position }) => position);
  }

  /** Texts that were checked and that their writer has not compared with the points yet. */
  get unassessed(): Place[] {
    return this.places.filter(({ slot }) => this.checks.feedback.get(slot.slot)?.reason === 'unmarked');
  }
}
