import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Feedback, Option, ResponseValue, SlotType } from '../api/types';
import { tokensOf } from '../sitting/response';
import { t } from '../texts';
import { apart } from '../sitting/clips';
import { fragment } from './fragment';
import { cross, magnify, tick } from './icons';
import { enlarge } from './zoom';

export interface OptionsView {
  /** The id of the stem, which names the way to answer. */
  stemId: string;
  type: SlotType;
  options: Option[];
  value: ResponseValue;
  locked: boolean;
  feedback: Pick<Feedback, 'key'> | undefined;
  choose(token: string): void;
}

type Verdict = 'right' | 'wrong' | 'missed' | 'key' | undefined;

/** 0 is A. */
export const letter = (index: number) => String.fromCharCode(65 + index);

function verdictOf(view: OptionsView, token: string): Verdict {
  if (!view.feedback) return undefined;
  const isKey = (view.feedback.key.tokens ?? []).includes(token);
  const isChosen = tokensOf(view.value).includes(token);
  if (isChosen) return isKey ? 'right' : 'wrong';
  if (!isKey) return undefined;
  return view.type === 'multiple-choice' && tokensOf(view.value).length > 0 ? 'missed' : 'key';
}

const word = (verdict: Verdict) => {
  const words = { right: t().rightChoice, wrong: t().wrongChoice, missed: t().missedChoice, key: t().keyChoice };
  return verdict && words[verdict];
};

/** Moves the focus with the up and down keys; left and right belong to the items. */
function arrows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.opt')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = event.key === 'ArrowDown' ? (at + 1) % all.length : (at - 1 + all.length) % all.length;
  event.preventDefault();
  all[next]?.focus();
}

const row = (view: OptionsView, option: Option, index: number) => {
  const on = tokensOf(view.value).includes(option.token);
  const verdict = verdictOf(view, option.token);
  const { words, clips } = apart(option.text);
  const several = view.type === 'multiple-choice';
  // Of radio buttons one is a stop of the tab key, and the arrows lead to the others.
  const stop = several || on || (index === 0 && !view.options.some(({ token }) => tokensOf(view.value).includes(token)));
  const button = html`
    <button class="opt ${on ? 'on' : ''} ${verdict ?? ''}" role=${several ? 'checkbox' : 'radio'} tabindex=${stop ? '0' : '-1'} aria-checked=${on ? 'true' : 'false'}
      aria-disabled=${view.locked ? 'true' : 'false'} data-test="option" data-token=${option.token} @click=${() => view.locked || view.choose(option.token)}>
      <b class="opt-mark ${several ? 'square' : ''}" aria-hidden="true">${letter(index)}</b>
      <span class="opt-text"><span class="sr">${letter(index)} </span>${fragment(words)}</span>
      ${verdict ? html`<span class="opt-verdict">${verdict === 'wrong' ? cross(16) : tick(16)}${word(verdict)}</span>` : nothing}
    </button>
  `;
  const pictured = option.text.includes('<img') ? withPicture(button, index) : button;
  return clips ? withClips(pictured, clips) : pictured;
};

/** Sound and film of an option are played below it, since pressing the option chooses it. */
export const withClips = (button: unknown, clips: string) => html`
  <div class="clipped" role="presentation">${button}<div class="prose clips">${fragment(clips)}</div></div>
`;

/** A picture in an option is enlarged by a button beside it, since pressing the option chooses it. */
const withPicture = (button: unknown, index: number) => html`
  <div class="opt-pictured" role="presentation">
    ${button}
    <button class="square-button opt-zoom" data-test="enlarge" aria-label=${t().enlargeOption(letter(index))} @click=${enlargeBeside}>${magnify(22)}</button>
  </div>
`;

function enlargeBeside(event: Event): void {
  const picture = (event.currentTarget as HTMLElement).parentElement?.querySelector('img');
  if (picture) enlarge(picture);
}

/** The options of a judgement, a single or a multiple choice. */
export const options = (view: OptionsView) => html`
  <div class="opts ${view.locked ? 'locked' : ''}" role=${view.type === 'multiple-choice' ? 'group' : 'radiogroup'} aria-labelledby=${view.stemId} @keydown=${arrows}>
    ${repeat(view.options, ({ token }) => token, (option, index) => row(view, option, index))}
  </div>
`;
