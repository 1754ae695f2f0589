import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { scoreText } from '../sitting/format';
import type { Sitting } from '../sitting/sitting';
import { t } from '../texts';
import { feedback, keyWords, verdictWord } from './feedback';
import type { Explained } from './feedback';
import { fragment } from './fragment';
import { numeric } from './numeric';
import { options } from './options';
import { ordering } from './ordering';
import { reportLine } from './report';

/** What the page lends to the item on show. */
export interface ItemTools {
  draft: string | undefined;
  keepDraft(text: string | undefined): void;
  say(text: string): void;
}

function explainedOf(sitting: Sitting): Explained | undefined {
  const { slot, options: shown } = sitting.place;
  const found = sitting.checks.feedback.get(slot.slot);
  if (!found) return undefined;
  const unit = found.key.unit ?? slot.unit ?? null;
  return { ...found, type: slot.type, options: shown, key: { ...found.key, unit } };
}

function answering(sitting: Sitting, tools: ItemTools) {
  const { slot, options: shown } = sitting.place;
  const common = { type: slot.type, options: shown, value: sitting.value(slot.slot), locked: sitting.locked(slot.slot), choose: (value: string | string[] | null) => sitting.answer(value) };
  const found = sitting.checks.feedback.get(slot.slot);
  if (slot.type === 'ordering') return ordering({ ...common, say: tools.say, key: found?.key.tokens ?? undefined });
  if (slot.type === 'numeric') {
    return numeric({ ...common, draft: tools.draft, keepDraft: tools.keepDraft, unit: slot.unit, verdict: found && (found.correct ? 'right' : 'wrong') });
  }
  return options({ ...common, feedback: found, choose: (token) => sitting.choose(token) });
}

/** What has to be said at the slot itself: why it was not taken, that feedback is to come. */
function note(sitting: Sitting) {
  const { slot } = sitting.place.slot;
  const answer = sitting.outbox.answers.get(slot);
  if (answer?.state === 'refused' && answer.reason && !sitting.checks.awaiting.has(slot)) return html`<p class="note bad" role="status" data-test="refused">${t().refused[answer.reason]}</p>`;
  if (sitting.checks.withheld.has(slot)) return html`<p class="note" role="status" data-test="withheld">${sitting.checks.withheld.get(slot) || t().embargo}</p>`;
  if (sitting.checks.delayed.has(slot)) return html`<p class="note warn" role="status" data-test="feedback-later">${t().notChecked}</p>`;
  if (answer?.overtaken) return html`<p class="note" role="status" data-test="overtaken">${t().overtaken}</p>`;
  return nothing;
}

/** One item: kind and place, stem, the way to answer, and what there is to say about it. */
export const itemView = (sitting: Sitting, tools: ItemTools) => {
  const { place, places } = sitting;
  const { slot } = place;
  const found = explainedOf(sitting);
  const hint = t().hints[slot.type];
  const points = sitting.immediate ? '' : ` · ${t().points(scoreText(slot.maxScore))}`;
  return keyed(
    slot.slot,
    html`
      <div class="item-head">
        <span class="tag">${t().types[slot.type]}${points}</span>
        <h1 class="position" data-test="position">${t().position(place.position, places.length)}</h1>
      </div>
      <div class="stem prose" id="stem" data-test="stem">${fragment(slot.stem)}</div>
      ${hint ? html`<p class="hint small muted">${hint}</p>` : nothing}
      ${answering(sitting, tools)}
      ${note(sitting)}
      ${found ? feedback(found, sitting.checks.feedback.get(slot.slot)?.lesson ?? null) : nothing}
      ${found ? reportLine((reason, words) => sitting.report(slot.slot, reason, words)) : nothing}
      <p class="sr" aria-live="polite">${found ? t().spokenFeedback(verdictWord(found), keyWords(found)) : nothing}</p>
      ${!sitting.immediate && place.position === 1 ? html`<p class="small muted offline-hint">${t().offlineHint}</p>` : nothing}
    `,
  );
};
