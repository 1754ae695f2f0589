import { html, nothing } from 'lit';
import type { Place } from '../sitting/arrangement';
import { clockText } from '../sitting/format';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import { dialog } from './dialog';

const list = (title: string, places: Place[], tone: string, go: (index: number) => void) =>
  places.length === 0
    ? nothing
    : html`
        <div class="hand-in-list ${tone}">
          <p>${title}</p>
          <div class="cells small">
            ${places.map(({ position }) => html`<button class="cell" aria-label=${t().item(position)} @click=${() => go(position - 1)}>${position}</button>`)}
          </div>
        </div>
      `;

const unsaved = (sitting: Sitting) => {
  const { pendingCount, trouble } = sitting.outbox;
  const files = sitting.work.pendingCount;
  return html`
    ${pendingCount > 0 ? html`<p class="note warn">${trouble ? t().unsavedOffline(pendingCount) : t().unsavedBefore(pendingCount)}</p>` : nothing}
    ${files > 0 ? html`<p class="note warn" data-test="files-on-the-way">${sitting.work.trouble ? t().workBeforeOffline(files) : t().workBefore(files)}</p>` : nothing}
  `;
};

/** Asks once before the end: what is open, what was flagged, what is not saved. */
export const handInDialog = (sitting: Sitting, acts: { go(index: number): void; confirm(): void; close(): void }) => {
  const open = sitting.overview.unanswered;
  const flagged = sitting.places.filter(({ slot }) => sitting.walk.flags.has(slot.slot));
  const unsavedPlaces = sitting.places.filter(({ slot }) => ['pending', 'refused'].includes(sitting.outbox.answers.get(slot.slot)?.state ?? ''));
  const { immediate, left } = sitting;
  const content = html`
    ${unsaved(sitting)}
    ${immediate ? nothing : html`<p>${left === undefined ? t().handInFinal : t().sentences(t().handInFinal, t().timeStillLeft(clockText(left)))}</p>`}
    ${open.length === 0 ? html`<p>${t().allAnswered(sitting.places.length)}</p>` : nothing}
    ${list(t().unansweredList(open.length), open, 'warn', acts.go)}
    ${list(t().unassessedList(sitting.overview.unassessed.length), sitting.overview.unassessed, 'warn', acts.go)}
    ${list(t().flaggedList(flagged.length), flagged, 'spark', acts.go)}
    ${list(t().unsavedList(unsavedPlaces.length), unsavedPlaces, 'warn', acts.go)}
  `;
  const buttons = html`
    <button class="btn quiet" data-first data-test="hand-in-cancel" @click=${acts.close}>${t().notYet}</button>
    <button class="btn" data-test="hand-in-confirm" @click=${acts.confirm}>${immediate ? t().finishConfirm : t().handInConfirm}</button>
  `;
  return dialog({ title: immediate ? t().finishTitle : t().handInTitle, content, acts: buttons, close: acts.close, test: 'hand-in-dialog' });
};
