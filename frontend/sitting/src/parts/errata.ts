import { html, nothing } from 'lit';
import type { AttemptFacts, ComesOut, Erratum, Result } from '../api/types';
import { dateAndTime, scoreText } from '../sitting/format';
import { t } from '../texts';

type Order = AttemptFacts['arrangement'] | undefined;

/** The number of a slot as this candidate saw it. */
export const positionOf = (slot: number, order: Order): number => {
  const place = (order?.slots ?? []).indexOf(slot);
  return place < 0 ? slot : place + 1;
};

/** What an erratum says, in the reader's own numbers. */
export const erratumWords = ({ slot, kind, maxScore }: Erratum, order: Order): string => {
  const position = positionOf(slot, order);
  if (kind === 'full-marks') return t().erratumFull(position);
  return kind === 'taken-out' ? t().erratumOut(position, scoreText(maxScore)) : t().erratumKey(position);
};

/** What was corrected after the exam, with the result that stood before. */
export const errataView = (result: Pick<Result, 'errata' | 'before'>, order: Order) => {
  const errata = result.errata ?? [];
  if (errata.length === 0) return nothing;
  const before = (result.before ?? [])[0];
  return html`
    <section class="card errata" data-test="errata">
      <h2>${t().errata}</h2>
      <ul>${errata.map((one) => html`<li><b>${erratumWords(one, order)}</b>${one.reason ? html`<span>${one.reason}</span>` : nothing}<small class="muted">${dateAndTime(one.at, t().lang)}</small></li>`)}</ul>
      ${before ? html`<p class="muted small" data-test="score-before">${t().scoreBefore(scoreText(before.score), scoreText(before.maxScore))}</p>` : nothing}
    </section>
  `;
};

const comes = (out: ComesOut, texts: { at: (when: string) => string; byHand: string; never: string }): string => {
  if (out.rule === 'AT' && out.at) return texts.at(dateAndTime(out.at, t().lang));
  return out.rule === 'NEVER' ? texts.never : texts.byHand;
};

/** What is not out yet, and when it will be; nothing where all is. */
export const comesLater = ({ answers, explanations }: Pick<Result, 'answers' | 'explanations'>): string[] => {
  if (!answers || !explanations) return [];
  if (!answers.out) return [comes(answers, t().answersCome)];
  return explanations.out ? [] : [comes(explanations, t().explanationsCome)];
};
