import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Aids } from '../api/types';
import type { Calculator } from '../sitting/calculator';
import { t } from '../texts';
import './calculator';
import { fragment } from './fragment';
import { cross } from './icons';

export type Tool = 'calculator' | 'formulas';

/** What this exam allows. */
export const toolsOf = (aids: Aids | null | undefined): Tool[] => [...(aids?.calculator ? (['calculator'] as const) : []), ...(aids?.formulaSheet ? (['formulas'] as const) : [])];

export interface ToolsView {
  aids: Aids;
  open: Tool;
  calculator: Calculator;
  choose(tool: Tool): void;
  close(): void;
}

const arrived = new WeakSet<Element>();

/** The panel takes the focus once; the item beside it stays in reach. */
function focusOnce(element: Element | undefined): void {
  if (!element || arrived.has(element)) return;
  arrived.add(element);
  queueMicrotask(() => (element.querySelector<HTMLElement>('[data-first]') ?? (element as HTMLElement)).focus({ preventScroll: true }));
}

function keys(event: KeyboardEvent, close: () => void): void {
  // The player below must not take what is meant for the calculator.
  event.stopPropagation();
  if (event.key === 'Escape') close();
}

/** Calculator and formula sheet, below or beside the item, so that one can read while one calculates. Hooks: tools-panel, tool (with data-tool), tools-close, formula-sheet. */
export const toolsPanel = ({ aids, open, calculator, choose, close }: ToolsView) => {
  const tools = toolsOf(aids);
  const names: Record<Tool, string> = { calculator: t().calculator, formulas: t().formulaSheet };
  return html`
    <section class="panel" role="dialog" aria-label=${names[open]} tabindex="-1" data-test="tools-panel" ${ref(focusOnce)} @keydown=${(event: KeyboardEvent) => keys(event, close)}>
      <div class="panel-head">
        ${tools.length > 1
          ? html`<div class="chips" role="group">${tools.map((tool) => html`<button class="chip" aria-pressed=${tool === open ? 'true' : 'false'} data-test="tool" data-tool=${tool} @click=${() => choose(tool)}>${names[tool]}</button>`)}</div>`
          : html`<h2>${names[open]}</h2>`}
        <button class="square-button" aria-label=${t().close} data-test="tools-close" @click=${close}>${cross(22)}</button>
      </div>
      <div class="panel-body">
        ${open === 'calculator' ? html`<lb-calculator .calculator=${calculator}></lb-calculator>` : nothing}
        ${open === 'formulas' ? html`<div class="prose formula-sheet" tabindex="0" data-first data-test="formula-sheet">${fragment(aids.formulaSheet)}</div>` : nothing}
      </div>
    </section>
  `;
};
