import { afterEach, describe, expect, it } from 'vitest';
import { apart, hasClips, openClips, reachable } from '../src/sitting/clips';

const HASH = 'a1'.repeat(32);
const film = `<p>看视频 <video src="/media/${HASH}.mp4" controls="" preload="metadata" playsinline="" aria-label="装配">装配</video></p>`;
const sound = `<audio src="/media/${HASH}.mp3" controls="" preload="none" aria-label="异响">异响</audio>`;
const door = { attemptId: '01/x', pass: 'm1.a+b' };

describe('sound and film in item text', () => {
  it('is fetched by a link of the attempt with its pass', () => {
    expect(reachable(film, door)).toContain(`src="/api/attempts/01%2Fx/media/${HASH}.mp4?pass=m1.a%2Bb"`);
    expect(reachable(film + sound, door)).not.toContain('"/media/');
  });

  it('leaves every other text and every other address as it is', () => {
    const words = `<p>/media/${HASH}.mp4 <img src="data:image/png;base64,AA=="></p>`;
    expect(reachable(words, door)).toBe(words);
    const elsewhere = '<audio src="https://example.org/x.mp3"></audio>';
    expect(reachable(elsewhere, door)).toBe(elsewhere);
  });

  it('stays closed without a pass', () => {
    expect(reachable(film, undefined)).toBe(film);
    openClips('1', null);
    expect(reachable(film)).toBe(film);
  });

  it('opens with the pass of the attempt, and keeps it where none comes again', () => {
    openClips('1', 'm1.x');
    openClips('1', undefined);
    expect(reachable(sound)).toContain('/api/attempts/1/media/');
  });

  it('stands apart from what is pressed as a whole', () => {
    const { words, clips } = apart(`听 ${sound}`);
    expect(words).toBe('听 <span class="clip-name">♪ 异响</span>');
    expect(clips).toBe(sound);
    expect(apart('无').clips).toBe('');
  });

  it('never plays by itself', () => {
    expect(hasClips(film)).toBe(true);
    expect(reachable(film + sound, door)).not.toMatch(/autoplay/i);
  });
});

afterEach(() => openClips('', ''));
