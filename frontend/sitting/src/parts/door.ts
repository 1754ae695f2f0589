import { html, nothing } from 'lit';
import { secondsLeft } from '../api/clock';
import type { ExamFacts } from '../api/types';
import { clock } from '../services';
import { clockText } from '../sitting/format';
import { person } from '../sitting/session';
import type { WaitingRoom } from '../sitting/waiting-room';
import { t } from '../texts';
import { tick } from './icons';
import { homeLink } from './message';

/** Who it is for, to be looked at before anything starts. A link is for one person; who signed in may be another. */
export function candidate(exam: ExamFacts, byLink: boolean, notMe: boolean, other: () => void) {
  return html`
    <section class="card candidate" data-test="candidate">
      <dl><div><dt>${t().candidate}</dt><dd data-test="candidate-name">${exam.person ?? person()?.name}</dd></div><div><dt>${t().seat}</dt><dd data-test="seat">${exam.seat}</dd></div></dl>
      <button class="link-button" @click=${other}>${byLink ? t().notMe : t().otherPerson}</button>
      ${notMe ? html`<p class="note warn" role="status">${t().notMeText}</p>` : nothing}
    </section>
  `;
}

/** How long until it opens, and whether the paper is here already. */
export function countdown(exam: ExamFacts, paper: WaitingRoom['state']) {
  const { pause } = exam;
  const left = secondsLeft(Date.parse(exam.opensAt), pause ? Date.parse(pause.since) : clock.now());
  const days = Math.floor(left / 86_400);
  return html`
    <div class="waiting" data-test="waiting" data-paper=${paper}>
      <p class="muted">${pause ? t().startsInPaused : t().startsIn}</p>
      <p class="countdown" role="timer" data-test="countdown">${days > 0 ? t().days(days) : clockText(left)}</p>
      ${pause ? html`<p class="note warn" role="status" data-test="exam-paused">${t().waitPaused(pause.reason)}</p>` : nothing}
      ${paper === 'ready' ? html`<p class="paper-ready" role="status" data-test="paper-ready">${tick(18)}<span>${t().paperReady}</span></p>` : pause ? nothing : html`<p class="small muted">${t().waitingHint}</p>`}
    </div>
  `;
}

/** It is open, but nobody may begin now. */
export function paused(reason: string) {
  return html`<div class="waiting" data-test="exam-paused" role="status"><h2>${t().pausedTitle}</h2><p>${reason}</p><p class="small muted">${t().doorPausedWait}</p></div>`;
}

/** Whoever is done finds the result, once it is out, and the board. */
export function ended(exam: ExamFacts, seeResult: () => void) {
  const done = exam.attempt?.state === 'CLOSED' ? t().collectedAlready : t().handedInAlready;
  return html`
    <p class="note good">${exam.resultReleased ? done : t().sentences(done, t().resultsLater)}</p>
    ${exam.resultReleased ? html`<button class="btn wide" data-test="see-result" @click=${seeResult}>${t().seeResult}</button>` : nothing}
    ${exam.boardId ? html`<a class="btn quiet wide" href="?board=${encodeURIComponent(exam.boardId)}">${t().seeBoard}</a>` : nothing}
    ${homeLink()}
  `;
}
