import type { ResponseValue } from '../api/types';

/** What one tab tells the others of the same attempt on this device. */
export type TabNews =
  | { kind: 'saved'; epoch: number; slot: number; sequence: number; value: ResponseValue }
  /** It was handed in or closed, or taken over from here: the others look how it stands. */
  | { kind: 'look' };

const PREFIX = 'lianbing.news.';

/** A line between the tabs of one attempt; what gets lost on it the server tells when a tab is looked at again. */
export interface Tabs {
  tell(news: TabNews): void;
  leave(): void;
}

/** By BroadcastChannel, or where there is none (Safari 14) by the event that a change of the storage is. */
export function openTabs(attemptId: string, heard: (news: TabNews) => void): Tabs {
  const name = PREFIX + attemptId;
  return typeof BroadcastChannel === 'function' ? byChannel(name, heard) : byStorage(name, heard);
}

function byChannel(name: string, heard: (news: TabNews) => void): Tabs {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => heard(data as TabNews);
  return { tell: (news) => channel.postMessage(news), leave: () => channel.close() };
}

export function byStorage(name: string, heard: (news: TabNews) => void): Tabs {
  const listen = ({ key, newValue }: StorageEvent) => {
    const news = key === name && newValue ? read(newValue) : undefined;
    if (news) heard(news);
  };
  window.addEventListener('storage', listen);
  return {
    tell(news) {
      try {
        // Taken away again at once: it is for the event alone, and an answer must not lie about.
        localStorage.setItem(name, JSON.stringify(news));
        localStorage.removeItem(name);
      } catch {
        // Storage is refused: the server tells the other tabs when they are looked at.
      }
    },
    leave: () => window.removeEventListener('storage', listen),
  };
}

function read(text: string): TabNews | undefined {
  try {
    return JSON.parse(text) as TabNews;
  } catch {
    return undefined;
  }
}
