import { beforeEach } from '@jest/globals';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// What jsdom does not have and the page asks for.
const noMatch = { matches: false, addEventListener: () => undefined };
Object.assign(globalThis, { matchMedia: () => noMatch });
Element.prototype.scrollIntoView = () => undefined;

beforeEach(() => localStorage.clear());
