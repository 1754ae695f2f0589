import { html, nothing } from 'lit';
import type { AttemptFacts, Criterion, Key, Result, ResultSlot } from '../api/types';
import { inOrderSeen } from '../sitting/arrangement';
import { clockText, scoreText } from '../sitting/format';
import { entriesOf, isAnswered, pairsOf, sheetOf, spotsOf, textOf, tokensOf } from '../sitting/response';
import { sum } from '../sitting/sheet';
import { t } from '../texts';
import { comesLater, errataView } from './errata';
import { explained, isNumeric, keyWords, lessonLink, verdictIcon, verdictTone, verdictWord } from './feedback';
import { fragment, plain, withoutThings } from './fragment';
import { marked } from './hotspot';
import { letter } from './options';
import { reportLine } from './report';
import { workTile } from './work-tile';

interface Acts {
  wrongOnly: boolean;
  /** Says that something is wrong with an item; missing where that cannot be said. */
  report?: ((slot: number, reason: string, words: string) => Promise<unknown>) | undefined;
  show(wrongOnly: boolean): void;
  /** A file of work that was handed in. */
  file(hash: string): Promise<Blob>;
}

/** What the person answered, in the letters of the list below the stem. */
function answerWords(slot: ResultSlot): string {
  const { type, value, options, unit, key } = slot;
  const tokens = tokensOf(value);
  if (!isAnswered(value)) return t().noAnswer;
  if (slot.blanks) return entriesOf(value, slot.blanks.length).map((entry, at) => (slot.blanks?.[at]?.options ?? []).find(({ token }) => token === entry)?.text ?? (entry || '—')).join(t().separator);
  if (slot.lefts) return slot.lefts.map(({ token }, at) => [token, at] as const).map(([token, at]) => pairWords(slot, token, at)).join(t().separator);
  if (type === 'hotspot') return spotsOf(value).map((_, at) => (slot.marks?.[at] ? t().hitSpot(at + 1) : t().missedSpot(at + 1))).join(t().separator);
  if (type === 'short-answer' || type === 'essay') return textOf(value) || t().noText;
  if (type === 'practical') return slot.task ? sheetWords(slot.task.criteria, value) : '';
  if (isNumeric({ type, options: options ?? [] })) return [tokens[0], unit ?? key?.unit].filter(Boolean).join(' ');
  const places = tokens.map((token) => (options ?? []).findIndex((option) => option.token === token)).filter((at) => at >= 0);
  if (type === 'true-false') return plain(options?.[places[0] ?? 0]?.text);
  if (type === 'ordering') return places.map((at) => plain(options?.[at]?.text)).join(t().separator);
  return places.sort((one, other) => one - other).map(letter).join(t().separator);
}

const pairWords = ({ value, options }: ResultSlot, left: string, at: number) => {
  const place = (options ?? []).findIndex(({ token }) => token === pairsOf(value)[left]);
  return `${at + 1}—${place >= 0 ? letter(place) : '?'}`;
};

const sheetWords = (criteria: Criterion[], value: ResultSlot['value']) => {
  const { got, of } = sum(criteria, value);
  return `${t().sheetSum(scoreText(got), scoreText(of))}${t().separator}${t().took(clockText(sheetOf(value).seconds))}`;
};

/** What belongs to the item and is no option: both columns, the picture, the sheet. */
const more = (slot: ResultSlot) => {
  if (slot.lefts) {
    const column = (entries: { text: string }[], name: (at: number) => string) => html`<ul class="result-options">${entries.map(({ text }, at) => html`<li><b>${name(at)}</b><span>${fragment(text)}</span></li>`)}</ul>`;
    return html`<div class="match-columns">${column(slot.lefts, (at) => String(at + 1))}${column(slot.options ?? [], letter)}</div>`;
  }
  if (slot.picture) return html`<div class="hotspot-picture">${fragment(slot.picture.html)}${marked(slot.picture, slot.value, { key: slot.key ?? {}, marks: slot.marks ?? null })}</div>`;
  return slot.caseStem ? html`<details class="case"><summary>${t().caseTitle}</summary><div class="prose">${fragment(slot.caseStem)}</div></details>` : nothing;
};

const optionRows = (slot: ResultSlot) => {
  const chosen = slot.type === 'single-choice' || slot.type === 'multiple-choice' || (slot.type === 'calculated' && (slot.options ?? []).length > 0);
  if (!chosen) return nothing;
  const mine = tokensOf(slot.value);
  const right = slot.key?.tokens ?? [];
  const look = (token: string) => (right.includes(token) ? 'right' : mine.includes(token) ? 'wrong' : '');
  return html`<ul class="result-options">${(slot.options ?? []).map(({ token, text }, index) => html`<li class=${look(token)}><b>${letter(index)}</b><span>${fragment(text)}</span></li>`)}</ul>`;
};

const missed = ({ correct, point, lesson }: ResultSlot) =>
  correct || (!point && !lesson)
    ? nothing
    : html`<div class="missed">${point ? html`<p><span class="muted">${t().missedPoint}</span> ${point.name}</p>` : nothing}${lesson ? lessonLink(lesson) : nothing}</div>`;

/** Words of one's own are no verdict. */
const toneOf = ({ correct, reason }: ResultSlot) => (reason === 'self-assessed' || reason === 'unmarked' || reason === 'marked' ? 'own' : correct ? 'good' : 'bad');

/** What was corrected about the key, beside what it was. */
export const correctedNote = (slot: ResultSlot) => {
  const { corrected } = slot;
  if (!corrected) return nothing;
  const words = (key: Key) => keyWords({ ...slot, options: slot.options ?? [], body: slot, key });
  const before = words(corrected.before);
  const also = corrected.also.map(words).filter(Boolean).join(t().or);
  return html`
    <div class="corrected-note" data-test="corrected">
      <p><b class="corrected-tag">${t().corrected}</b> ${corrected.kind === 'key' ? (before ? t().keyBefore(before) : nothing) : corrected.kind === 'full-marks' ? t().voidFull : t().voidOut}</p>
      ${also ? html`<p>${t().alsoRight(also)}</p>` : nothing}
      <p class="muted">${corrected.reason}</p>
    </div>
  `;
};

/** What people gave, in points; the verdict's word for all else. */
export const marksOr = (slot: ResultSlot) =>
  slot.marked && slot.maxScore ? t().markedScore(scoreText(slot.fraction * slot.maxScore), scoreText(slot.maxScore)) : verdictWord(slot);

/** Void items say nothing of what one knows. */
export const isWrong = ({ correct, reason }: ResultSlot) => !correct && reason !== 'taken-out';

/** The files of work that belong to the response. */
const handedIn = ({ files }: ResultSlot, load: Acts['file']) =>
  (files ?? []).length === 0
    ? nothing
    : html`<ul class="work-tiles" data-test="handed-in-files">${(files ?? []).map(({ hash, type, size }, at) => workTile({ key: hash, name: t().workName(at + 1), type, size, load: () => load(hash) }))}</ul>`;

/** One item of the review; wrong ones stand open with the whole stem, right ones fold to its words. */
const reviewed = (slot: ResultSlot, position: number, { report, file }: Pick<Acts, 'report' | 'file'>) => html`
  <details class="reviewed card ${verdictTone(slot)}" ?open=${isWrong(slot)} data-test="result-item" data-correct=${String(slot.correct)}>
    <summary>
      <span class="reviewed-verdict">${verdictIcon(slot, 16)}<span>${slot.reason === 'unmarked' ? t().unmarkedShort : marksOr(slot)}</span></span>
      <span class="small muted">${slot.corrected ? html`<b class="corrected-tag">${t().corrected}</b> ` : nothing}${t().item(position)} · ${t().types[slot.type]}</span>
      <div class="reviewed-line">${fragment(withoutThings(slot.stem))}</div>
    </summary>
    <div class="reviewed-stem prose" data-test="result-stem">${fragment(slot.stem)}</div>
    ${more(slot)}
    ${optionRows(slot)}
    <p class="mine"><span class="muted">${t().yours}</span> <b class=${toneOf(slot)}>${answerWords(slot)}</b></p>
    ${handedIn(slot, file)}
    ${correctedNote(slot)}
    ${explained({ ...slot, options: slot.options ?? [], body: slot })}
    ${missed(slot)}
    ${report && slot.key ? reportLine((reason, words) => report(slot.slot, reason, words)) : nothing}
  </details>
`;

const tally = (result: Result, practice: boolean) => {
  const { correct, items, timeUsedSeconds, place, participants } = result;
  const all = correct === items && items;
  return html`
    <section class="score card" data-test="result">
      <h1 class="score-title">${result.title || (practice ? t().resultTitle : t().examResultTitle)}</h1>
      ${result.maxScore > 0 ? html`<p class="score-line"><strong data-test="result-score">${scoreText(result.score)}</strong><span class="muted">${t().outOf(scoreText(result.maxScore))}</span></p>` : nothing}
      ${all ? html`<p class="good">${t().allCorrect(items)}</p>` : correct !== null && correct !== undefined && items ? html`<p>${t().correctOf(correct, items)}</p>` : nothing}
      <p class="muted small">
        ${timeUsedSeconds !== null && timeUsedSeconds !== undefined ? html`<span>${t().timeUsed} ${clockText(timeUsedSeconds)}</span>` : nothing}
        ${place && participants ? html`<span>${t().placeOf(place, participants)}</span>` : nothing}
      </p>
    </section>
  `;
};

/** How many items slots belong to: a case is one, however many parts it has. */
export const itemsOf = (slots: readonly ResultSlot[]): number => new Set(slots.map(({ slot, itemSlot }) => itemSlot ?? slot)).size;

/** Score, then every item with key and reasons; the wrong ones first in reach. */
export const resultView = (result: Result, facts: Pick<AttemptFacts, 'purpose' | 'arrangement'>, acts: Acts) => {
  const slots = inOrderSeen(result.slots, facts.arrangement);
  const wrong = slots.filter(({ slot }) => isWrong(slot));
  const later = comesLater(result);
  const keptBack = result.keptBack ?? 0;
  const shown = acts.wrongOnly ? wrong : slots;
  const chip = (on: boolean, text: string, wrongOnly: boolean) =>
    html`<button class="chip" aria-pressed=${on ? 'true' : 'false'} @click=${() => acts.show(wrongOnly)}>${text}</button>`;
  return html`
    ${tally(result, facts.purpose === 'practice')}
    ${errataView(result, facts.arrangement)}
    ${keptBack > 0 ? html`<p class="note" data-test="kept-back">${facts.purpose === 'practice' ? t().keptBack(keptBack) : t().keptBackInExam(keptBack)}</p>` : nothing}
    ${later.map((line) => html`<p class="note" data-test="comes-later">${line}</p>`)}
    ${slots.length === 0
      ? later.length === 0 && keptBack === 0 ? html`<p class="note">${t().answersHidden}</p>` : nothing
      : html`
          <div class="review-head"><h2>${t().everyItem}</h2><div class="chips">${chip(acts.wrongOnly, t().onlyWrong(itemsOf(wrong.map(({ slot }) => slot))), true)}${chip(!acts.wrongOnly, t().allItems(itemsOf(result.slots)), false)}</div></div>
          ${shown.length === 0 ? html`<p class="muted">${t().noneWrong}</p>` : shown.map(({ slot, position }) => reviewed(slot, position, acts))}
        `}
  `;
};
