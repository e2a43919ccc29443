import { TestBed } from '@angular/core/testing';
import { beforeEach } from '@jest/globals';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { provideEnglish } from './src/testing/english';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// What jsdom does not have and the page asks for.
const nothing = () => undefined;
const noMatch = { matches: false, addEventListener: nothing, addListener: nothing, removeListener: nothing };
const noSizes = class {
  observe = nothing;
  disconnect = nothing;
};
Object.assign(globalThis, { matchMedia: () => noMatch, ResizeObserver: noSizes });
Element.prototype.scrollIntoView = nothing;
Element.prototype.scrollTo = nothing;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: provideEnglish() });
});
