import { CARDS, formatArrangement, moveCard, parseArrangement, toggleCard } from './arrangement';

describe('an arrangement of the dashboard', () => {
  it('is read as it was written', () => {
    expect(parseArrangement(formatArrangement(['workload', 'backlog']))).toEqual(['workload', 'backlog']);
  });

  it.each([undefined, '', 'weather', ','])('is none where no card is named: %s', (list) => {
    expect(parseArrangement(list)).toBeUndefined();
  });

  it('has each card once, and none that there is not', () => {
    expect(parseArrangement('flow,weather,flow,backlog')).toEqual(['flow', 'backlog']);
  });

  it('shows a card last, hides it, and keeps the last one', () => {
    expect(toggleCard(['workload'], 'flow')).toEqual(['workload', 'flow']);
    expect(toggleCard(['workload', 'flow'], 'workload')).toEqual(['flow']);
    expect(toggleCard(['flow'], 'flow')).toEqual(['flow']);
  });

  it('moves a card by one place, and not beyond the ends', () => {
    expect(moveCard(CARDS, 'workload', -1)).toEqual(['backlog', 'workload', 'resolution', 'flow']);
    expect(moveCard(CARDS, 'backlog', 1)).toEqual(['resolution', 'backlog', 'workload', 'flow']);
    expect(moveCard(CARDS, 'backlog', -1)).toEqual(CARDS);
    expect(moveCard(CARDS, 'flow', 1)).toEqual(CARDS);
    expect(moveCard(['flow'], 'backlog', 1)).toEqual(['flow']);
  });
});
