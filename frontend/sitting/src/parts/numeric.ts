import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ResponseValue } from '../api/types';
import { asTyped, isNumber, tokensOf } from '../sitting/response';
import { t } from '../texts';

export interface NumericView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  value: ResponseValue;
  /** What stands in the field while it is not a number yet. */
  draft: string | undefined;
  unit: string | null | undefined;
  /** How many significant figures are asked for. */
  figures: number | null | undefined;
  locked: boolean;
  verdict: 'right' | 'wrong' | undefined;
  choose(value: ResponseValue): void;
  keepDraft(text: string | undefined): void;
}

function typed(view: NumericView, text: string): void {
  const number = asTyped(text);
  if (number === '' || isNumber(number)) {
    view.keepDraft(undefined);
    view.choose(number === '' ? null : number);
  } else view.keepDraft(text);
}

/** A number with its unit beside it. */
export const numeric = (view: NumericView) => html`
  <div class="numeric ${view.verdict ?? ''} ${view.value ? 'on' : ''}">
    <label for="${view.stemId}-number">${t().yourNumber}${view.figures ? html` · ${t().figuresWanted(view.figures)}` : nothing}</label>
    <div class="numeric-field">
      <input id="${view.stemId}-number" data-test="number" type="text" inputmode="decimal" autocomplete="off" enterkeyhint="done" maxlength="40"
        aria-describedby="${view.stemId} ${view.stemId}-hint" ?readonly=${view.locked} aria-invalid=${view.draft === undefined ? 'false' : 'true'}
        .value=${live(view.draft ?? tokensOf(view.value)[0] ?? '')} @input=${(event: Event) => typed(view, (event.target as HTMLInputElement).value)} />
      ${view.unit ? html`<span class="numeric-unit">${view.unit}</span>` : nothing}
    </div>
    <p id="${view.stemId}-hint" class="field-note ${view.draft === undefined ? '' : 'warn'}" aria-live="polite">${view.draft === undefined ? nothing : t().notANumber}</p>
  </div>
`;
