import { html, nothing } from 'lit';
import { sebLinks } from '../api/seb';
import { t } from '../texts';

/** Safe Exam Browser with the configuration of this exam: by its own kind of link, and as a file. */
export const keptOutActs = (examId: string | undefined) => {
  if (!examId) return nothing;
  const { open, file } = sebLinks(examId);
  return html`
    <a class="btn wide" href=${open} data-test="open-safe-browser">${t().openSafeBrowser}</a>
    <p class="small muted">${t().safeBrowserHint} <a href=${file} download data-test="safe-browser-file">${t().safeBrowserFile}</a></p>
  `;
};
