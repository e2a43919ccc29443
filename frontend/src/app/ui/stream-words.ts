import type { Word } from '../../i18n/translation';
import type { StreamState } from '../api/stream';

/** How a live connection is doing, as people read it. */
export const STREAM_WORDS: Readonly<Record<StreamState, Word>> = {
  connecting: 'ui.stream.connecting',
  live: 'ui.stream.live',
  reconnecting: 'ui.stream.reconnecting',
  paused: 'ui.stream.paused',
};
