/** The shapes of the sitting API, as the server sends them, by what they are about. */

export type * from './types/responses';
export type * from './types/form';
export type * from './types/feedback';
export type * from './types/attempt';
export type * from './types/exam';
export type * from './types/events';
export type * from './types/board';
export type * from './types/preparation';
