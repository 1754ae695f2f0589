import type { KeptAttempt } from '../outbox/keep';
import { sectionAround, worded } from './arrangement';
import type { Place } from './arrangement';

/** Where the person is in the paper, and what they marked to come back to. */
export class Walk {
  readonly flags = new Set<number>();
  index = 0;

  constructor(
    readonly places: Place[],
    private readonly remember: (change: { current?: number; flags?: number[] }) => void,
  ) {}

  /** Goes to where the person was, or to the first place that is still open. */
  begin(kept: KeptAttempt | undefined, isOpen: (slot: number) => boolean): void {
    kept?.flags.forEach((slot) => this.flags.add(slot));
    const at = this.places.findIndex(({ slot }) => slot.slot === kept?.current);
    this.index = Math.max(0, at >= 0 ? at : this.places.findIndex(({ slot }) => isOpen(slot.slot)));
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

  /** False where there is nothing, or where the person is already. */
  go(index: number): boolean {
    if (index < 0 || index >= this.places.length || index === this.index) return false;
    this.index = index;
    this.remember({ current: this.place.slot.slot });
    return true;
  }

  toggleFlag(slot: number): void {
    if (!this.flags.delete(slot)) this.flags.add(slot);
    this.remember({ flags: [...this.flags] });
  }
}
