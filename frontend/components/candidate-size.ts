export type Screen = 'phone' | 'desk';

const WIDTHS: Record<Screen, number> = { phone: 390, desk: 1024 };
const LOWEST = 160;
const HIGHEST = 6000;

/** The frame in its own pixels, and how much smaller it is shown where there is less room than such a screen has. */
export function framed(screen: Screen, room: number, high: number): { width: number; height: number; scale: number } {
  const width = WIDTHS[screen];
  return { width, height: Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(high))), scale: Math.min(1, Math.max(0.2, room / width)) };
}
