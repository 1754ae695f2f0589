import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

const icon = (paths: SVGTemplateResult, size = 20) =>
  svg`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;

export const tick = (size?: number) => icon(svg`<path d="m4 12.5 5.5 5.5L20 6.5"/>`, size);
export const cross = (size?: number) => icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`, size);
export const plus = (size?: number) => icon(svg`<path d="M12 5v14M5 12h14"/>`, size);
export const minus = (size?: number) => icon(svg`<path d="M5 12h14"/>`, size);
export const magnify = (size?: number) => icon(svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 5 5M11 8.500v5M8.500 11h5"/>`, size);
export const grip = (size?: number) => icon(svg`<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01"/>`, size);
export const half = (size?: number) => icon(svg`<path d="M5 12h14"/>`, size);
export const warn = (size?: number) => icon(svg`<path d="M12 4 2.5 20h19zM12 10v4M12 17v.01"/>`, size);
export const up = (size?: number) => icon(svg`<path d="m6 14.5 6-6 6 6"/>`, size);
export const down = (size?: number) => icon(svg`<path d="m6 9.5 6 6 6-6"/>`, size);
export const flag = (on: boolean, size = 22) =>
  icon(svg`<path d="M6 21V4h12l-3.5 4.5L18 13H6" fill=${on ? 'currentColor' : 'none'}/>`, size);
export const grid = (size = 22) =>
  icon(svg`<rect x="4" y="4" width="6" height="6"/><rect x="14" y="4" width="6" height="6"/><rect x="4" y="14" width="6" height="6"/><rect x="14" y="14" width="6" height="6"/>`, size);
export const link = (size?: number) => icon(svg`<path d="M9 6l6 6-6 6"/>`, size);
export const cloudOff = (size?: number) =>
  icon(svg`<path d="M3 3l18 18M7.5 8.5A4.5 4.5 0 0 0 7 17.5h10M10.5 6.200A5.5 5.5 0 0 1 17.5 11a3.5 3.5 0 0 1 2.800 5.300"/>`, size);
export const hourglass = (size?: number) => icon(svg`<path d="M6 3h12M6 21h12M8 3v3.500c0 2.500 8 8.500 8 11V21M16 3v3.500c0 2.500-8 8.500-8 11V21"/>`, size);
export const pauseSign = (size?: number) => icon(svg`<path d="M9 5v14M15 5v14"/>`, size);
export const dots = (size?: number) => icon(svg`<path d="M6 12h.01M12 12h.01M18 12h.01"/>`, size);
export const lock = (size?: number) => icon(svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`, size);
export const tools = (size = 22) => icon(svg`<rect x="5" y="3" width="14" height="18" rx="2"/><path d="M8.500 7h7M8.500 12h.01M12 12h.01M15.500 12h.01M8.500 16.500h.01M12 16.500h.01M15.500 16.500h.01"/>`, size);
export const letters = (size = 22) => icon(svg`<path d="M3 18 8 6l5 12M4.800 14h6.400M15 18l3-7 3 7M16.200 15.500h3.600"/>`, size);
export const speaker = (size = 22) => icon(svg`<path d="M4 9.500v5h3.500L12 18V6L7.500 9.500zM15.500 9a4.500 4.500 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>`, size);
export const stopped = (size = 22) => icon(svg`<rect x="6" y="6" width="12" height="12" rx="1.500"/>`, size);
export const camera = (size = 22) => icon(svg`<path d="M4 8h3.500l2-3h5l2 3H20a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 20 20H4a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 4 8z"/><circle cx="12" cy="13.500" r="3.500"/>`, size);
export const clip = (size = 22) => icon(svg`<path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a1.800 1.800 0 0 1-2.500-2.500L15 7"/>`, size);
export const document = (size = 22) => icon(svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6"/>`, size);
