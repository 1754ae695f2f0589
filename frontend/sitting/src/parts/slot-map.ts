import { html, nothing } from 'lit';
import type { Place } from '../sitting/arrangement';
import { isAnswered } from '../sitting/response';
import { steered, TypedNumber } from '../sitting/roving';
import type { Sitting } from '../sitting/sitting';
import { currentLanguage, t } from '../texts';
import { cross, flag, tick } from './icons';

/** How a slot stands, for the map and for the strip above the item. */
export interface SlotLook {
  answered: boolean;
  flagged: boolean;
  unsaved: boolean;
  refused: boolean;
  awaiting: boolean;
  verdict: 'right' | 'wrong' | undefined;
}

export function lookOf(sitting: Sitting, { slot }: Place): SlotLook {
  const answer = sitting.outbox.answers.get(slot.slot);
  const feedback = sitting.checks.feedback.get(slot.slot);
  return {
    answered: isAnswered(answer?.value),
    flagged: sitting.walk.flags.has(slot.slot),
    unsaved: answer?.state === 'pending',
    refused: answer?.state === 'refused',
    awaiting: sitting.checks.awaiting.has(slot.slot),
    verdict: feedback && feedback.reason !== 'unmarked' ? (feedback.correct ? 'right' : 'wrong') : undefined,
  };
}

export function classesOf(look: SlotLook): string {
  const names = [
    look.answered && 'is-answered', look.flagged && 'is-flagged', look.unsaved && 'is-unsaved', look.refused && 'is-refused',
    look.verdict && `is-${look.verdict}`,
  ];
  return names.filter(Boolean).join(' ');
}

function spoken(place: Place, look: SlotLook, current: boolean): string {
  const { state, separator } = t();
  const words = [
    look.verdict ? state[look.verdict] : look.answered ? state.answered : state.open,
    look.awaiting && state.awaiting, look.unsaved && state.unsaved, look.refused && state.refused, look.flagged && state.flagged, current && state.current,
  ];
  return [t().item(place.position), ...words.filter(Boolean)].join(separator);
}

const cell = (sitting: Sitting, place: Place, go: (index: number) => void) => {
  const look = lookOf(sitting, place);
  const current = sitting.walk.index === place.position - 1;
  return html`
    <button class="cell ${classesOf(look)} ${current ? 'is-current' : ''}" tabindex=${current ? '0' : '-1'} ?data-first=${current} aria-label=${spoken(place, look, current)} aria-current=${current ? 'true' : 'false'}
      data-test="slot" data-slot=${place.slot.slot} @click=${() => go(place.position - 1)}>
      ${place.position}
      ${look.verdict ? html`<span class="cell-verdict">${look.verdict === 'right' ? tick(12) : cross(12)}</span>` : nothing}
      ${look.flagged ? html`<span class="cell-flag">${flag(true, 12)}</span>` : nothing}
      ${look.unsaved || look.refused ? html`<span class="cell-dot"></span>` : nothing}
    </button>
  `;
};

function bySection(places: Place[]): { name: string; places: Place[] }[] {
  const groups: { name: string; places: Place[] }[] = [];
  for (const place of places) {
    const { section } = place;
    const name = (currentLanguage() === 'en' ? section?.en?.name : undefined) ?? section?.name ?? '';
    const last = groups[groups.length - 1];
    if (last && last.name === name) last.places.push(place);
    else groups.push({ name, places: [place] });
  }
  return groups;
}

const legend = (sitting: Sitting) => {
  const { state } = t();
  const entries = sitting.immediate
    ? [['is-right', state.right], ['is-wrong', state.wrong], ['', state.open]]
    : [['is-answered', state.answered], ['', state.open]];
  return html`
    <ul class="legend">
      ${entries.map(([look, word]) => html`<li><span class="cell sample ${look ?? ''}"></span>${word}</li>`)}
      <li><span class="sample-flag">${flag(true, 14)}</span>${state.flagged}</li>
      <li><span class="cell sample is-unsaved"></span>${state.unsaved}</li>
      ${sitting.outbox.refusedCount > 0 ? html`<li><span class="cell sample is-refused"></span>${state.refused}</li>` : nothing}
    </ul>
  `;
};

const typed = new TypedNumber();

/** Arrow keys walk through the cells, digits go to the cell of that number, Enter opens it. */
function keys(event: KeyboardEvent): void {
  const cells = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.cell:not(.sample)')];
  const at = cells.indexOf(document.activeElement as HTMLElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = cells.findIndex(({ offsetTop }, index) => index > 0 && offsetTop > (cells[0]?.offsetTop ?? 0));
  const number = typed.key(event.key, cells.length);
  const to = number === undefined ? steered(event.key, at, cells.length, Math.max(1, row)) : number - 1;
  if (to === undefined && !/^[0-9]$/.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (to !== undefined) cells[to]?.focus();
}

/** The overview of all slots (答题卡): one stop of the tab key, walked through with the arrow keys. */
export const slotMap = (sitting: Sitting, go: (index: number) => void) => html`
  <div class="slot-map" role="group" aria-label=${t().map} data-test="slot-map" @keydown=${keys}>
    ${legend(sitting)}
    ${bySection(sitting.places).map(
      (group) => html`
        ${group.name ? html`<h3 class="slot-map-section">${group.name}</h3>` : nothing}
        <div class="cells">${group.places.map((place) => cell(sitting, place, go))}</div>
      `,
    )}
  </div>
`;
