/**
 * The server's time as seen from here. Each answer that carries `serverTime` is a sample: the true offset lies within
 * half a round trip of the estimate. The narrowest sample is kept; a sample that contradicts it means that the
 * device's own clock was moved, and replaces it.
 */
export class ServerClock {
  private offset = 0;
  private error = Number.POSITIVE_INFINITY;
  private sampledAt = 0;

  /** Phones drift by some parts in ten thousand; an old sample grows uncertain by that much. */
  private static readonly DRIFT = 0.0005;

  constructor(private readonly local: () => number = () => Date.now()) {}

  /** Whether any answer has told the time yet. */
  get known(): boolean {
    return this.error !== Number.POSITIVE_INFINITY;
  }

  /** By how many milliseconds the device's clock is behind the server's, and how long a request took at best. */
  get line(): { behind: number; roundTrip: number } | undefined {
    return this.known ? { behind: this.offset, roundTrip: this.error * 2 } : undefined;
  }

  /** Milliseconds since the epoch by the server's clock. */
  now(): number {
    return this.local() + this.offset;
  }

  /** Takes a sample; all three are milliseconds, the latter two by the device's clock. */
  offer(serverTime: number, sentAt: number, receivedAt: number): void {
    if (Number.isNaN(serverTime) || receivedAt < sentAt) return;
    const offset = serverTime - (sentAt + receivedAt) / 2;
    const error = (receivedAt - sentAt) / 2;
    const kept = this.error + Math.abs(receivedAt - this.sampledAt) * ServerClock.DRIFT;
    if (!this.known || error <= kept || Math.abs(offset - this.offset) > error + kept) {
      this.offset = offset;
      this.error = error;
      this.sampledAt = receivedAt;
    }
  }
}

/** Whole seconds left until the deadline, never below zero; a second that has begun counts. */
export function secondsLeft(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}
