// Every test outside the page, by size; `npm test` runs them all (scripts/run-tests.ts).
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
};

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/services/*/{src,category}/**/*.spec.ts', '<rootDir>/scripts/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/services/*/test/*.it.spec.ts', '<rootDir>/proto/contract/*.it.spec.ts'],
    },
    {
      ...common,
      displayName: 'contract',
      testMatch: ['<rootDir>/proto/contract/*.spec.ts', '!**/*.it.spec.ts'],
    },
    { ...common, displayName: 'chart', testMatch: ['<rootDir>/helm/test/*.chart.spec.ts'] },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/e2e/*.e2e.spec.ts'] },
  ],
  testTimeout: 60_000,
};
