import { html, nothing } from 'lit';
import type { Sitting } from '../sitting/sitting';
import { showsWhole, view } from '../sitting/view';
import { t } from '../texts';
import { aloud } from './aloud';
import { flag, grid, tools } from './icons';

export interface PlayerActs {
  go(index: number): void;
  primary(): void;
  openMap(): void;
  check(slot: number): void;
  /** Missing where the exam allows no tools. */
  tools?: (() => void) | undefined;
}

const flagButton = (sitting: Sitting, slot: number, worded: boolean) => {
  const on = sitting.walk.flags.has(slot);
  return html`<button class="btn quiet flag ${worded ? 'tool' : 'sq'} ${on ? 'on' : ''}" data-test="flag" aria-pressed=${on ? 'true' : 'false'} aria-label=${t().flag} title=${on ? t().unflag : t().flag}
    @click=${() => sitting.toggleFlag(slot)}>${flag(on)}${worded ? html`<span>${on ? t().flagged : t().flag}</span>` : nothing}</button>`;
};

const mapButton = (openMap: () => void, worded: boolean) =>
  html`<button class="btn quiet map-button ${worded ? 'tool' : 'sq'}" data-test="open-map" aria-label=${t().map} title=${t().map} @click=${openMap}>${grid()}${worded ? html`<span>${t().map}</span>` : nothing}</button>`;

const toolsButton = (open: (() => void) | undefined, worded: boolean) =>
  open ? html`<button class="btn quiet ${worded ? 'tool' : 'sq'}" data-test="tools" aria-label=${t().tools} title=${t().tools} @click=${open}>${tools()}${worded ? html`<span>${t().tools}</span>` : nothing}</button>` : nothing;

/** What the thumb most likely wants: check what was answered, else go on, at the end see to the hand-in. */
function mainAct(sitting: Sitting, acts: PlayerActs) {
  const { checks } = sitting;
  const { slot } = sitting.place.slot;
  const last = showsWhole() ? sitting.walk.section[sitting.walk.section.length - 1]?.position === sitting.places.length : sitting.walk.last;
  if (!showsWhole()) {
    if (checks.asking === slot && !checks.delayed.has(slot)) return html`<button class="btn" data-test="check" disabled>${t().checking}</button>`;
    if (sitting.checkable) return html`<button class="btn" data-test="check" @click=${acts.primary}>${t().check}</button>`;
  }
  if (last) return html`<button class="btn" data-test="finish" @click=${acts.primary}>${sitting.immediate ? t().finish : t().handIn}</button>`;
  return html`<button class="btn" data-test="next" @click=${acts.primary}>${showsWhole() ? t().nextSection : t().next}</button>`;
}

/** The buttons below the item; in elder mode only the way back and forth, with the others in words at the item. */
export const playerActs = (sitting: Sitting, acts: PlayerActs) => {
  const first = (showsWhole() ? sitting.walk.section[0]?.position ?? 1 : sitting.walk.index + 1) - 1;
  const { elder } = view();
  return html`
    <footer class="acts ${elder ? 'two' : showsWhole() ? 'three' : ''} ${acts.tools && !elder ? 'tooled' : ''}">
      <button class="btn quiet" data-test="prev" ?disabled=${first === 0} @click=${() => acts.go(first - 1)}>${showsWhole() ? t().prevSection : t().prev}</button>
      ${elder ? nothing : html`${showsWhole() ? nothing : flagButton(sitting, sitting.place.slot.slot, false)}${toolsButton(acts.tools, false)}${mapButton(acts.openMap, false)}`}
      ${mainAct(sitting, acts)}
    </footer>
  `;
};

/** The same in words, at the head of the item, for large letters. */
export const elderTools = (sitting: Sitting, acts: PlayerActs) => html`
  <div class="tools">${flagButton(sitting, sitting.place.slot.slot, true)}${mapButton(acts.openMap, true)}${toolsButton(acts.tools, true)}${aloud(sitting.place)}</div>
`;

/** What each item of a section has for itself. */
export const itemFlag = (sitting: Sitting, slot: number) => html`<span class="item-flag">${flagButton(sitting, slot, false)}</span>`;

export const itemCheck = (sitting: Sitting, slot: number, acts: PlayerActs) => {
  if (sitting.checks.asking === slot && !sitting.checks.delayed.has(slot)) return html`<button class="btn wide item-check" data-test="check" disabled>${t().checking}</button>`;
  return sitting.checkableAt(slot) ? html`<button class="btn wide item-check" data-test="check" @click=${() => acts.check(slot)}>${t().check}</button>` : nothing;
};
