/**
 * Sound and film in item text. The server writes them with the address that signed-in people use; here each becomes a
 * link of the attempt, with the pass that the attempt names: `audio` and `video` cannot send a token.
 */
export interface ClipDoor {
  attemptId: string;
  pass: string;
}

const SOURCE = /(<(?:audio|video)\b[^>]*?\ssrc=")\/media\/([0-9a-f]{64}\.[a-z0-9]{2,4})(")/g;
const WHOLE = /<(audio|video)\b[^>]*>([\s\S]*?)<\/\1>/g;

let door: ClipDoor | undefined;

/** From now on clips are fetched as those of this attempt; without a pass they stay closed. */
export function openClips(attemptId: string, pass: string | null | undefined): void {
  if (pass) door = { attemptId, pass };
}

/** The text with its clips where this door leads. */
export function reachable(html: string, through: ClipDoor | undefined = door): string {
  if (!through || !hasClips(html)) return html;
  const { attemptId, pass } = through;
  return html.replace(SOURCE, (_all, before: string, name: string, after: string) =>
    `${before}/api/attempts/${encodeURIComponent(attemptId)}/media/${name}?pass=${encodeURIComponent(pass)}${after}`);
}

export const hasClips = (html: string): boolean => /<(?:audio|video)\b/.test(html);

/** The words of a text, with what its clips are called in their place, and the clips by themselves: for what is pressed as a whole. */
export function apart(html: string): { words: string; clips: string } {
  const clips: string[] = [];
  const words = html.replace(WHOLE, (clip: string, tag: string, name: string) => {
    clips.push(clip);
    return `<span class="clip-name">${tag === 'video' ? '▶' : '♪'} ${name}</span>`;
  });
  return { words, clips: clips.join('') };
}
