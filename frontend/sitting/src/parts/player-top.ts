import { html } from 'lit';
import { clockText } from '../sitting/format';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import { displayButton } from './display';
import { saveState } from './save-state';
import { classesOf, lookOf } from './slot-map';

/** The line above the item: the time left or what is practised, what is saved, the look, the way out. */
export const playerTop = (sitting: Sitting, acts: { display(): void; handIn(): void }) => {
  const { left } = sitting;
  return html`
    <header class="top">
      ${left === undefined
        ? html`<span class="top-title">${sitting.facts.title}</span>`
        : html`<span class="clock ${left <= 60 ? 'last' : left <= 300 ? 'soon' : ''}" role="timer" aria-label="${t().timeLeft} ${clockText(left)}" data-test="clock">${clockText(left)}</span><span class="top-title wide-only">${sitting.facts.title}</span>`}
      ${saveState(sitting)}
      ${displayButton(acts.display)}
      <button class="btn quiet small" data-test="hand-in" @click=${acts.handIn}>${sitting.immediate ? t().end : t().handIn}</button>
    </header>
  `;
};

/** A line of one piece an item, to see at a glance how far one is. */
export const strip = (sitting: Sitting) => html`
  <div class="strip ${sitting.places.length > 60 ? 'dense' : ''}" aria-hidden="true">
    ${sitting.places.map((place, index) => html`<i class="${classesOf(lookOf(sitting, place))} ${index === sitting.walk.index ? 'is-current' : ''}"></i>`)}
  </div>
`;
