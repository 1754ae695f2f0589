/** A picture is never shown smaller than it fits, nor larger than eight times that. */
export const SMALLEST = 1;
export const LARGEST = 8;

export const within = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));

/** The size at which a picture fits into a stage; one without a size of its own fills the width. */
export function fitted(width: number, height: number, stageWidth: number, stageHeight: number): { width: number; height: number } {
  if (!(width > 0) || !(height > 0)) return { width: stageWidth, height: stageHeight };
  const factor = Math.min(stageWidth / width, stageHeight / height);
  return { width: width * factor, height: height * factor };
}

/** Where to scroll so that what lay under `anchor`, measured from the stage's edge, lies there again after scaling. */
export const kept = (scroll: number, anchor: number, ratio: number): number => (scroll + anchor) * ratio - anchor;

export const distance = (one: { x: number; y: number }, other: { x: number; y: number }): number => Math.hypot(one.x - other.x, one.y - other.y);
