import { html, nothing } from 'lit';
import { clockText } from '../sitting/format';
import type { Sitting } from '../sitting/sitting';
import type { TimeNews } from '../sitting/timekeeper';
import { t } from '../texts';
import { pauseSign } from './icons';

/** The whole screen while the clock stands: that it stands, why, and that one need do nothing. */
export const pausedScreen = (sitting: Sitting) => {
  const { time, outbox, left } = sitting;
  if (!time.paused || sitting.ending.phase === 'done') return nothing;
  return html`
    <section class="paused" role="alertdialog" aria-modal="true" aria-labelledby="paused-title" data-test="paused">
      <div class="paused-words">
        <div class="message-icon">${pauseSign(28)}</div>
        <h1 id="paused-title">${t().pausedTitle}</h1>
        ${time.pauseReason ? html`<p class="paused-reason" data-test="pause-reason">${time.pauseReason}</p>` : nothing}
        ${left === undefined ? nothing : html`<p class="clock-standing"><span class="small muted">${t().pausedLeft}</span><b data-test="standing-clock">${clockText(left)}</b></p>`}
        <p class="muted" role="status">${t().sentences(outbox.pendingCount > 0 ? t().pausedUnsaved(outbox.pendingCount) : t().pausedSaved, t().pausedWait)}</p>
      </div>
    </section>
  `;
};

/** 10 分钟, 45 秒, or 3 分 6 秒. */
export function spell(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (seconds % 60 === 0) return t().minutes(minutes);
  return minutes === 0 ? t().seconds(seconds) : t().minutesAndSeconds(minutes, seconds % 60);
}

function line(news: TimeNews): string {
  if (news.kind === 'resumed') return t().timeResumed(spell(news.seconds));
  return news.kind === 'given' ? t().timeGiven(spell(news.seconds), news.reason) : t().timeTaken(spell(news.seconds), news.reason);
}

/** What was decided about the time, until it was read. */
export const timeNews = (sitting: Sitting) => {
  const { news } = sitting.time;
  if (!news || sitting.time.paused) return nothing;
  return html`
    <div class="time-news ${news.kind}" role="status" data-test="time-news">
      <span>${line(news)}</span>
      <button class="link-button" data-test="time-news-read" @click=${() => sitting.readNews()}>${t().gotIt}</button>
    </div>
  `;
};
