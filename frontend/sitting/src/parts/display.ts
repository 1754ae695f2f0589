import { html, nothing } from 'lit';
import { changeView, SIZES, view } from '../sitting/view';
import { t } from '../texts';
import { dialog } from './dialog';
import { letters } from './icons';
import { languageButton } from './message';

/** A line that is pressed as a whole to switch something on or off. */
const toggle = (on: boolean, name: string, words: string, turn: () => void, test: string) => html`
  <button class="toggle" role="switch" aria-checked=${on ? 'true' : 'false'} data-test=${test} @click=${turn}>
    <span class="toggle-words"><b>${name}</b><span class="small muted">${words}</span></span>
    <span class="toggle-knob" aria-hidden="true"></span>
  </button>
`;

/** 长辈模式, on the door and in the player alike. */
export const elderSwitch = () => toggle(view().elder, t().elder, t().elderWords, () => changeView({ elder: !view().elder }), 'elder');

const sizes = () => html`
  <div class="sizes" role="group" aria-label=${t().letterSize}>
    ${SIZES.map((size, at) => html`<button class="size size-${size}" aria-pressed=${view().size === size ? 'true' : 'false'} data-test="size" data-size=${size} @click=${() => changeView({ size })}>${t().sizes[at]}</button>`)}
  </div>
`;

const screens = () => html`
  <div class="chips screens" role="group" aria-label=${t().perScreen}>
    ${[false, true].map((whole) => html`<button class="chip" aria-pressed=${view().whole === whole ? 'true' : 'false'} data-test=${whole ? 'whole-section' : 'one-item'} @click=${() => changeView({ whole })}>${whole ? t().wholeSection : t().oneItem}</button>`)}
  </div>
`;

/** How the paper is shown: large letters, one item or a section a screen, the language. */
export const displayDialog = (close: () => void) => {
  const content = html`
    ${elderSwitch()}
    ${view().elder ? sizes() : screens()}
    <p class="small muted">${t().displayKept}</p>
  `;
  const acts = html`${languageButton()}<button class="btn" data-test="display-close" @click=${close}>${t().done}</button>`;
  return dialog({ title: t().display, content, acts, close, test: 'display-dialog' });
};

/** Opens that dialog; with a word on it in elder mode. */
export const displayButton = (open: () => void) => html`
  <button class="btn quiet small display" aria-label=${t().display} title=${t().display} data-test="display" @click=${open}>${view().elder ? t().displayShort : letters()}</button>
`;

/** For pages without the player's buttons. */
export const elderLine = () => html`<div class="elder-line">${elderSwitch()}${view().elder ? sizes() : nothing}</div>`;
