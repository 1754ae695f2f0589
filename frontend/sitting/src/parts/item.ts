import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ResponseValue } from '../api/types';
import type { Place } from '../sitting/arrangement';
import { scoreText } from '../sitting/format';
import { chosen, withText } from '../sitting/response';
import type { Sitting } from '../sitting/sitting';
import { currentLanguage, t } from '../texts';
import { feedback, isNumeric, keyWords, verdictWord } from './feedback';
import type { Explained } from './feedback';
import { fillIn } from './fill-in';
import { fragment } from './fragment';
import { hotspot } from './hotspot';
import { matching } from './matching';
import { numeric } from './numeric';
import { options } from './options';
import { ordering } from './ordering';
import { reportLine } from './report';
import { practical } from './practical';
import { written } from './written';
import './work';

/** What the page lends to an item. */
export interface ItemTools {
  /** What stands in the field of a number while it is none yet. */
  draft: string | undefined;
  keepDraft(text: string | undefined): void;
  say(text: string): void;
  /** What is done with the item beside answering it, at the end of its first line or below it. */
  acts: unknown;
}

const stemId = ({ slot }: Place) => `stem-${slot.slot}`;

function explainedOf(sitting: Sitting, { slot, options: shown }: Place): Explained | undefined {
  const found = sitting.checks.feedback.get(slot.slot);
  if (!found) return undefined;
  const unit = found.key.unit ?? slot.unit ?? null;
  return { ...found, type: slot.type, options: shown, body: slot, value: sitting.value(slot.slot), key: { ...found.key, unit } };
}

/** The way to answer, by the type. */
function answering(sitting: Sitting, place: Place, tools: ItemTools) {
  const { slot, options: shown } = place;
  const found = sitting.checks.feedback.get(slot.slot);
  const choose = (value: ResponseValue) => sitting.answerTo(slot.slot, value);
  const common = { stemId: stemId(place), type: slot.type, options: shown, value: sitting.value(slot.slot), locked: sitting.locked(slot.slot), choose, say: tools.say, feedback: found };
  switch (slot.type) {
    case 'ordering':
      return ordering({ ...common, key: found?.key.tokens ?? undefined });
    case 'matching':
      return matching({ ...common, lefts: slot.lefts ?? [], rights: shown, key: found?.key.pairs ?? undefined });
    case 'hotspot':
      return slot.picture ? hotspot({ ...common, picture: slot.picture }) : nothing;
    case 'short-answer':
    case 'essay':
      return html`${written({ ...common, optional: !!slot.uploads, choose: (text) => sitting.answerTo(slot.slot, withText(sitting.value(slot.slot), text)), writes: (handOver) => sitting.writes(handOver) })}
        ${slot.uploads ? html`<lb-work .view=${{ sitting, slot: slot.slot, most: slot.uploads, stemId: stemId(place), locked: common.locked }} @said=${(event: CustomEvent<string>) => tools.say(event.detail)}></lb-work>` : nothing}`;
    case 'practical':
      return slot.task ? practical({ ...common, name: `${sitting.facts.attemptId}/${slot.slot}`, task: slot.task }) : nothing;
    default:
      if (!isNumeric({ type: slot.type, options: shown })) return options({ ...common, choose: (token) => choose(chosen(slot.type, sitting.value(slot.slot), token)) });
      return numeric({ ...common, draft: tools.draft, keepDraft: tools.keepDraft, unit: slot.unit, figures: slot.figures, verdict: found && (found.correct ? 'right' : 'wrong') });
  }
}

/** The stem; that of a fill-in item has its fields in it. */
function stem(sitting: Sitting, place: Place) {
  const { slot } = place;
  if (slot.type !== 'fill-in') return html`<div class="stem prose" id=${stemId(place)} data-test="stem">${fragment(slot.stem)}</div>`;
  return fillIn({
    stemId: stemId(place),
    stem: slot.stem,
    blanks: slot.blanks ?? [],
    value: sitting.value(slot.slot),
    locked: sitting.locked(slot.slot),
    feedback: sitting.checks.feedback.get(slot.slot),
    choose: (value) => sitting.answerTo(slot.slot, value),
  });
}

/** The case of a part, open above its first one and folded above the others. */
function theCase(sitting: Sitting, { slot, caseStem }: Place) {
  if (!caseStem) return nothing;
  const parts = sitting.places.filter((place) => place.slot.group === slot.group);
  return html`<details class="case" ?open=${slot.part === 1} data-test="case">
    <summary>${t().caseTitle}<span class="small muted">${t().partOf(slot.part ?? 1, parts.length)}</span></summary>
    <div class="prose">${fragment(caseStem)}</div>
  </details>`;
}

/** How the slot is scored, where its section does not say. */
const rule = ({ slot: { rule: own } }: Place) => (own ? html`<p class="hint small muted" data-test="rule">${currentLanguage() === 'en' ? own.en : own.zh}</p>` : nothing);

/** A text that was checked is compared by its writer with the points. */
function selfCheck(sitting: Sitting, { slot }: Place) {
  const found = sitting.checks.feedback.get(slot.slot);
  if (found?.reason !== 'unmarked' || !found.key.points || sitting.ending.phase !== 'answering') return undefined;
  const value = sitting.value(slot.slot);
  const note = (said: string[]) => sitting.checks.assess(slot.slot, value, said);
  return html`<lb-self-check .view=${{ value, points: found.key.points, note }}></lb-self-check>`;
}

/** What has to be said at the slot itself: why it was not taken, that feedback is to come. */
function note(sitting: Sitting, { slot: { slot } }: Place) {
  const answer = sitting.outbox.answers.get(slot);
  if (answer?.state === 'refused' && answer.reason && !sitting.checks.awaiting.has(slot)) return html`<p class="note bad" role="status" data-test="refused">${t().refused[answer.reason]}</p>`;
  if (sitting.checks.withheld.has(slot)) return html`<p class="note" role="status" data-test="withheld">${sitting.checks.withheld.get(slot) || t().embargo}</p>`;
  if (sitting.checks.delayed.has(slot)) return html`<p class="note warn" role="status" data-test="feedback-later">${t().notChecked}</p>`;
  if (answer?.overtaken) return html`<p class="note" role="status" data-test="overtaken">${t().overtaken}</p>`;
  return nothing;
}

/** One item: kind and place, stem, the way to answer, and what there is to say about it. */
export const itemView = (sitting: Sitting, there: Place, tools: ItemTools) => {
  const place = sitting.walk.shown(there);
  const { slot } = place;
  const found = explainedOf(sitting, place);
  const hint = t().hints[slot.type];
  const points = sitting.immediate ? '' : ` · ${t().points(scoreText(slot.maxScore))}`;
  return keyed(
    slot.slot,
    html`
      <div class="item-head">
        <span class="tag">${t().types[slot.type]}${points}</span>
        <h1 class="position" data-test="position">${t().position(place.position, sitting.places.length)}</h1>
        ${tools.acts}
      </div>
      ${theCase(sitting, place)}
      ${stem(sitting, place)}
      ${rule(place)}
      ${hint ? html`<p class="hint small muted">${hint}</p>` : nothing}
      ${slot.type === 'fill-in' ? nothing : answering(sitting, place, tools)}
      ${note(sitting, place)}
      ${found ? feedback(found, sitting.checks.feedback.get(slot.slot)?.lesson ?? null, selfCheck(sitting, place)) : nothing}
      ${found ? reportLine((reason, words) => sitting.report(slot.slot, reason, words)) : nothing}
      <p class="sr" aria-live="polite">${found ? t().spokenFeedback(verdictWord(found), keyWords(found)) : nothing}</p>
      ${!sitting.immediate && place.position === 1 ? html`<p class="small muted offline-hint">${t().offlineHint}</p>` : nothing}
    `,
  );
};
