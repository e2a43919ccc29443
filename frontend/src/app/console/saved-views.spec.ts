import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { addressOf, SavedViews } from './saved-views';

describe('SavedViews', () => {
  const wifi = { name: 'Wifi', address: 'category=it&q=wifi' };
  const lobby = { name: 'Lobby', address: 'place=Lobby' };
  let views: SavedViews;

  function open(): SavedViews {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [SavedViews] });
    return TestBed.inject(SavedViews);
  }

  beforeEach(() => (views = open()));

  it('are still there after the page was loaded again', () => {
    views.save(wifi);
    views.save(lobby);
    expect(open().views()).toEqual([wifi, lobby]);
  });

  it('have each name once', () => {
    views.save(wifi);
    views.save({ ...lobby, name: 'Wifi' });
    expect(views.views()).toEqual([{ name: 'Wifi', address: 'place=Lobby' }]);
    views.save({ ...wifi, name: 'Network' });
    views.rename('Network', 'Wifi');
    expect(views.views()).toEqual([wifi]);
  });

  it('are renamed where they stand, and removed', () => {
    views.save(wifi);
    views.save(lobby);
    views.rename('Wifi', 'Network');
    expect(views.views().map(({ name }) => name)).toEqual(['Network', 'Lobby']);
    views.remove('Network');
    expect(open().views()).toEqual([lobby]);
  });

  it.each(['{', '"x"', '[{"name":1}]', 'null'])('begin afresh where the device holds %s', (kept) => {
    localStorage.setItem('campus-desk.saved-views', kept);
    expect(open().views()).toEqual([]);
  });

  it('know an address again however its link was made', () => {
    expect(addressOf({ q: 'wifi', category: 'it', status: undefined })).toBe(wifi.address);
    expect(addressOf({ category: 'it', q: 'wifi', order: null })).toBe(wifi.address);
    expect(addressOf({ q: '' })).toBe('');
  });
});
