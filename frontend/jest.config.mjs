import presets from 'jest-preset-angular/presets/index.js';

/** Run by `node --experimental-vm-modules ../node_modules/jest/bin/jest.js`: Connect, protobuf and Angular are ESM. */
export default {
  ...presets.createEsmPreset(),
  displayName: 'frontend',
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
};
