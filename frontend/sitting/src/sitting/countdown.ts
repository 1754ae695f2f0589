/** Seconds before the end at which a warning is given. */
export const WARNINGS = [600, 300, 60] as const;
export type Warning = (typeof WARNINGS)[number];

/** What the clock has to say at this moment. */
export type Stroke = { kind: 'quiet' } | { kind: 'turned'; warning?: Warning } | { kind: 'end' };

/**
 * Watches the seconds run down. A warning is given when a mark is passed while watching, not when a page opens below
 * it; a deadline that was moved back may pass its marks again.
 */
export class Countdown {
  private last: number | undefined;

  stroke(left: number): Stroke {
    const last = this.last;
    this.last = left;
    if (left === 0) return { kind: 'end' };
    if (left === last) return { kind: 'quiet' };
    const passed = last === undefined ? [] : WARNINGS.filter((mark) => last > mark && left <= mark);
    const warning = passed[passed.length - 1];
    return warning === undefined ? { kind: 'turned' } : { kind: 'turned', warning };
  }
}
