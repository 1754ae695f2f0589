/** How a person likes to see the paper; remembered on this device, for every sitting. */
export interface View {
  /** 长辈模式: large letters, one item a screen, strong contrast, reading aloud. */
  elder: boolean;
  /** The size of its letters in pixels. */
  size: Size;
  /** A whole section a screen instead of one item; not in elder mode. */
  whole: boolean;
}

export const SIZES = [20, 24, 28] as const;
export type Size = (typeof SIZES)[number];

const KEPT = 'lianbing.view';
const USUAL: View = { elder: false, size: 20, whole: false };
const listeners = new Set<() => void>();
let present: View = USUAL;

/** How things are shown now. */
export const view = (): View => present;

/** Whether a whole section stands on the screen. */
export const showsWhole = (): boolean => present.whole && !present.elder;

/** What was kept, piece by piece: a text of an older or a broken kind changes nothing. */
export function viewOf(kept: string | null): View {
  let read: Partial<Record<keyof View, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) read = parsed;
  } catch {
    // As if nothing had been kept.
  }
  return { elder: read.elder === true, size: SIZES.find((size) => size === read.size) ?? USUAL.size, whole: read.whole === true };
}

/** Takes up what this device remembers. */
export function recallView(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // Storage is refused: the usual look.
  }
  show(viewOf(kept));
}

export function changeView(change: Partial<View>): void {
  show({ ...present, ...change });
  try {
    localStorage.setItem(KEPT, JSON.stringify(present));
  } catch {
    // It lasts as long as the page.
  }
}

/** Calls back whenever the look changes; the answer ends it. */
export function onView(act: () => void): () => void {
  listeners.add(act);
  return () => listeners.delete(act);
}

function show(next: View): void {
  present = next;
  if (typeof document !== 'undefined') {
    if (next.elder) document.documentElement.dataset['elder'] = String(next.size);
    else delete document.documentElement.dataset['elder'];
  }
  listeners.forEach((act) => act());
}
