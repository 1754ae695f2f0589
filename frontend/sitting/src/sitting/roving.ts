/** Where an arrow key leads among so many cells in rows; undefined for any other key. The ends hold. */
export function steered(key: string, at: number, count: number, columns: number): number | undefined {
  const to: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: count - 1 };
  const asked = to[key];
  return asked === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, asked));
}

/** How long somebody takes at the most between two digits of a number. */
const PATIENCE_MS = 1200;

/** Collects digits to the number of an item: 3, then 2 is 32. */
export class TypedNumber {
  private digits = '';
  private last = 0;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** The number so far; undefined where the key is no digit, or no item has such a number. */
  key(key: string, highest: number): number | undefined {
    if (!/^[0-9]$/.test(key)) return undefined;
    const at = this.now();
    const further = at - this.last <= PATIENCE_MS ? this.digits + key : key;
    // What leads past the last item begins a new number.
    this.digits = Number(further) <= highest ? further : key;
    this.last = at;
    const number = Number(this.digits);
    return number >= 1 && number <= highest ? number : undefined;
  }
}
