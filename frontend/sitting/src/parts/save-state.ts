import { html, nothing } from 'lit';
import { timeOfDay } from '../sitting/format';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import { cloudOff, dots, tick, warn } from './icons';

export type SaveKind = 'saved' | 'saving' | 'unsaved' | 'refused';

/** Which of the four things there is to say; "saved" is only ever said of what the server acknowledged. */
export function saveKind({ outbox, work }: Sitting): SaveKind {
  if (outbox.pendingCount > 0) return outbox.trouble ? 'unsaved' : 'saving';
  if (work.pendingCount > 0) return work.trouble ? 'unsaved' : 'saving';
  return outbox.refusedCount > 0 ? 'refused' : 'saved';
}

/** The short line at the top, read out when it changes. */
export const saveState = (sitting: Sitting) => {
  const { outbox, work } = sitting;
  const kind = saveKind(sitting);
  const files = outbox.pendingCount === 0 && work.pendingCount > 0;
  const looks = {
    saved: outbox.savedCount > 0 ? { icon: tick(16), text: t().saved(outbox.savedCount) } : { icon: nothing, text: '' },
    saving: { icon: dots(16), text: files ? t().sendingFiles(work.pendingCount) : t().saving },
    unsaved: { icon: cloudOff(18), text: files ? t().filesWait(work.pendingCount) : t().unsaved(outbox.pendingCount) },
    refused: { icon: warn(16), text: t().unsaved(outbox.refusedCount) },
  };
  return html`<span class="save ${kind}" role="status" data-test="save-state" data-state=${kind}>${looks[kind].icon}<span>${looks[kind].text}</span></span>`;
};

/** The sentence above the buttons while something is not as it should be. */
export const saveNotice = (sitting: Sitting, more = '') => {
  const { outbox, work } = sitting;
  const kind = saveKind(sitting);
  const lines = [
    more,
    kind === 'unsaved' && outbox.pendingCount > 0 && t().unsavedLine(outbox.pendingCount),
    work.trouble && work.pendingCount > 0 && t().filesLine(work.pendingCount),
    outbox.refusedCount > 0 && t().notTaken(outbox.refusedCount),
    !outbox.durable && t().memoryOnly,
    sitting.fromKeep && kind !== 'unsaved' && t().cachedPaper,
    sitting.watch.tookOverAt && t().tookOver(timeOfDay(sitting.watch.tookOverAt, t().lang)),
    sitting.ending.warning !== undefined && t().warnings[sitting.ending.warning],
  ].filter(Boolean);
  return lines.length === 0 ? nothing : html`<div class="save-notice" data-test="save-notice">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
};
