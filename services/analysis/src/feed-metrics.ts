import { meter } from '@campus-desk/kit/telemetry';
import type { FeedReader } from './feed-reader.ts';
import type { ReadModel } from './read-model.ts';

/** Observes how far a reader of the feed has come. */
export function observeFeed(reader: FeedReader<ReadModel>): void {
  meter
    .createObservableGauge('analysis.feed.revision', {
      description: 'The revision up to which the feed was taken in.',
    })
    .addCallback((result) => result.observe(Number(reader.revision)));
  meter
    .createObservableGauge('analysis.feed.live', {
      description: '1 while the feed is followed and answers are given, else 0.',
    })
    .addCallback((result) => result.observe(reader.picture === undefined ? 0 : 1));
  meter
    .createObservableGauge('analysis.feed.silence', {
      unit: 's',
      description: 'The time since the last step of the feed; it has one every 15 seconds at least.',
    })
    .addCallback((result) => result.observe(reader.silence / 1000));
}
