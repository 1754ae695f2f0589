/** What a drag knows of a list: the middle and the height of each entry before anything moved, in page coordinates. */
export interface Row {
  middle: number;
  height: number;
}

/** Where the entry would land that is dragged from `from` to where its middle lies at `y`. */
export function dropIndex(rows: readonly Row[], from: number, y: number): number {
  const above = rows.filter(({ middle }, index) => index < from && y < middle).length;
  const below = rows.filter(({ middle }, index) => index > from && y > middle).length;
  return from - above + below;
}

/** How far each entry gives way while another hangs over it; `step` is what one place is worth. */
export function shifts(count: number, from: number, to: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    if (index > from && index <= to) return -step;
    if (index < from && index >= to) return step;
    return 0;
  });
}

/** How fast the page scrolls under a pointer near its upper or lower edge, in pixels a frame; 0 in between. */
export function edgeSpeed(y: number, top: number, bottom: number, zone = 72, fastest = 14): number {
  if (y < top + zone) return -Math.ceil(fastest * Math.min(1, (top + zone - y) / zone));
  if (y > bottom - zone) return Math.ceil(fastest * Math.min(1, (y - (bottom - zone)) / zone));
  return 0;
}
