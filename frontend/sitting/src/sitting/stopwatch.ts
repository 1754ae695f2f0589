/** A stopwatch that counts by the clock and not by ticks, so that a phone that sleeps loses nothing. */
export class Stopwatch {
  private since: number | undefined;

  constructor(
    private counted: number,
    private readonly now: () => number = () => Date.now(),
  ) {}

  get running(): boolean {
    return this.since !== undefined;
  }

  get seconds(): number {
    return this.counted + (this.since === undefined ? 0 : Math.max(0, Math.floor((this.now() - this.since) / 1000)));
  }

  start(): void {
    this.since ??= this.now();
  }

  stop(): void {
    this.counted = this.seconds;
    this.since = undefined;
  }
}
