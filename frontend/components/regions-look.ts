const icon = (paths: string) => `<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const TOOL_SIGNS = {
  rectangle: icon('<rect x="4" y="6" width="16" height="12" rx="1"/>'),
  circle: icon('<circle cx="12" cy="12" r="8"/>'),
  polygon: icon('<path d="M5 18 4 8l9-4 7 7-4 8z"/>'),
  remove: icon('<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"/>'),
};

export const STYLE = `
  :host { display: block; min-width: 0; color: var(--ink); font-size: var(--t-s); }
  :host([inert]) { opacity: 0.5; }
  .tools { display: flex; flex-wrap: wrap; gap: 4px; padding: 4px; background: var(--card); border: 1px solid var(--line); border-bottom: 0; border-radius: var(--r-m) var(--r-m) 0 0; }
  button { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; padding: 0 12px; font: inherit; color: var(--ink); background: none; border: 0; border-radius: var(--r-s); cursor: pointer; }
  button:hover { background: var(--blue-soft); }
  button[aria-pressed=true] { background: var(--blue); color: var(--on-blue, #fff); }
  button:focus-visible, input:focus-visible { outline: 3px solid var(--blue); outline-offset: -2px; }
  .stage { position: relative; overflow: hidden; border: 1px solid var(--line); border-radius: 0 0 var(--r-m) var(--r-m); background: #fff; min-height: 120px; }
  img { display: block; width: 100%; height: auto; user-select: none; }
  img:not([src]), img[src=""] { visibility: hidden; min-height: 120px; }
  .stage > svg { position: absolute; inset: 0; width: 100%; height: 100%; outline-offset: -3px; }
  .stage > svg.draws { cursor: crosshair; touch-action: none; }
  .stage > svg:focus-visible { outline: 3px solid var(--blue); }
  .region, .draft { fill: rgb(80 90 110 / .14); stroke: #505a6e; stroke-width: 2; stroke-dasharray: 6 4; vector-effect: non-scaling-stroke; cursor: move; touch-action: none; outline: none; }
  .region.right { fill: rgb(16 124 65 / .16); stroke: #107c41; stroke-dasharray: none; }
  .region.chosen { stroke-width: 3; }
  .region:focus-visible { stroke: #1d4f91; stroke-width: 4; stroke-dasharray: none; }
  .draws .region { cursor: crosshair; pointer-events: none; }
  .draft { fill: rgb(29 79 145 / .14); stroke: #1d4f91; pointer-events: none; }
  .corner { fill: #1d4f91; pointer-events: none; }
  .handle { fill: #fff; stroke: #1d4f91; stroke-width: 2; vector-effect: non-scaling-stroke; cursor: grab; touch-action: none; outline: none; }
  .handle:focus-visible { fill: #1d4f91; }
  text { fill: #505a6e; font-weight: 700; pointer-events: none; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
  text.right { fill: #107c41; }
  .hint { margin: 6px 0; color: var(--ink-2); }
  ol { list-style: none; counter-reset: region; margin: 0; padding: 0; display: grid; gap: 4px; }
  li { counter-increment: region; display: grid; grid-template-columns: 28px minmax(0, 1fr) auto auto; align-items: center; gap: 8px; padding: 2px 4px; border-radius: var(--r-s); }
  li::before { content: counter(region); text-align: center; font-weight: 700; color: var(--ink-2); }
  li.chosen { background: var(--blue-soft); }
  li > input { min-height: 40px; min-width: 0; padding: 0 10px; font: inherit; font-size: 16px; color: var(--ink); background: var(--card); border: 1px solid var(--ink-3, #888); border-radius: var(--r-s); }
  li label { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; white-space: nowrap; }
  li label input { width: 20px; height: 20px; accent-color: var(--good); }
  li button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
`;
