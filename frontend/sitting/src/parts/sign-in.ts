import { html, nothing } from 'lit';
import { Refusal } from '../api/client';
import type { SignedIn } from '../api/types';
import { client } from '../services';
import { rememberPerson } from '../sitting/session';
import { t } from '../texts';
import { LightElement } from './light-element';

/** User name and password; says "signed-in" when they were right. */
export class SignIn extends LightElement {
  static override properties = { again: { type: Boolean } };
  declare again: boolean;
  private sending = false;
  private problem = '';

  override render() {
    return html`
      <form class="sign-in" novalidate @submit=${this.submit}>
        <label>${t().username}<input name="username" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" data-test="username" required /></label>
        <label>${t().password}<input name="password" type="password" autocomplete="current-password" data-test="password" required /></label>
        <p class="note bad" role="alert" ?hidden=${!this.problem}>${this.problem || nothing}</p>
        <button class="btn wide" type="submit" data-test="sign-in" ?disabled=${this.sending}>${this.sending ? t().signingIn : this.again ? t().signInAgain : t().signIn}</button>
      </form>
    `;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const username = String(data.get('username') ?? '').trim();
    const password = String(data.get('password') ?? '');
    if (!username || !password) return this.show(t().needBoth);
    this.sending = true;
    this.show('');
    try {
      const signedIn = await client.signIn(username, password);
      rememberPerson({ token: signedIn.token, name: signedIn.person?.name });
      this.dispatchEvent(new CustomEvent<SignedIn>('signed-in', { detail: signedIn }));
    } catch (error) {
      this.show(this.sentence(error));
    } finally {
      this.sending = false;
      this.requestUpdate();
    }
  };

  private sentence(error: unknown): string {
    if (!(error instanceof Refusal)) return t().unreachable;
    return error.sentence || (error.status === 429 ? t().signInThrottled : t().signInRefused);
  }

  private show(problem: string): void {
    this.problem = problem;
    this.requestUpdate();
  }
}

customElements.define('lb-sign-in', SignIn);
